"""What tests of widgets and journeys stand on: one theme, a context, a window, a keyboard; fixtures of conftest."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QKeyCombination, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from bothhats.ui.background import JobRunner
from bothhats.ui.change_feed import ChangeFeed
from bothhats.ui.context import Context
from bothhats.ui.navigation import Navigation
from bothhats.ui.theme.theme import Theme
from bothhats.ui.window_settings import WindowSettings
from bothhats.workspace import Workspace
from builders import TODAY
from workers import AtOnce


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The light look."""
    return Theme(qapp, "light")


@pytest.fixture
def context(theme: Theme, workspace: Workspace, tmp_path: Path) -> Context:
    """An open file, on the day of the tests; work elsewhere is done at once."""
    kept = WindowSettings(tmp_path / "window.ini")
    return Context(workspace, ChangeFeed(workspace), Navigation(), theme, lambda: TODAY, kept, JobRunner(AtOnce()))


@pytest.fixture
def window(theme: Theme, qtbot) -> Iterator[QWidget]:
    """A window of the usual size, which dialogs open upon."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    yield window
    left = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]
    assert not left, left


class Keyboard:
    """Presses keys where the focus is, as the owner does."""

    def __init__(self, qtbot) -> None:
        self._qtbot = qtbot

    def press(self, *keys: str) -> None:
        """Key combinations, one after the other: `Alt+2`, `Return`."""
        for key in keys:
            combination: QKeyCombination = QKeySequence(key)[0]
            QTest.keyClick(self._target(), combination.key(), combination.keyboardModifiers())

    def type(self, text: str) -> None:
        """Letters."""
        QTest.keyClicks(self._target(), text)

    def answer(self, *acts: Callable[[QDialog], None], behind: QWidget | None = None) -> None:
        """Do this with the dialog that opens next; one that is still open afterwards is cancelled.

        Further acts are for the dialogs that open from there.
        """
        QTimer.singleShot(0, lambda: self._act(acts, behind))

    def walk(self, *acts: Callable[[QDialog], None]) -> None:
        """Do these with dialogs that open one after the other, each when the one before is gone."""

        def act(dialog: QDialog) -> None:
            acts[0](dialog)
            if acts[1:]:
                self.walk(*acts[1:])

        self.answer(act)

    def _act(self, acts: tuple[Callable[[QDialog], None], ...], behind: QWidget | None) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None or dialog is behind:
            QTimer.singleShot(10, lambda: self._act(acts, behind))
            return
        assert isinstance(dialog, QDialog)
        try:
            dialog.activateWindow()
            self._qtbot.waitUntil(
                lambda: QApplication.activeWindow() is dialog and QApplication.focusWidget() is not None
            )
            if acts[1:]:
                self.answer(*acts[1:], behind=dialog)
            acts[0](dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    def _target(self) -> QWidget:
        target = QApplication.focusWidget() or QApplication.activeModalWidget()
        assert target is not None
        return target


@pytest.fixture
def keyboard(qtbot) -> Keyboard:
    """Keys, pressed where the focus is."""
    return Keyboard(qtbot)


def heard_from(context: Context) -> list[str]:
    """The sentences for a toast from now on."""
    told: list[str] = []
    context.navigation.told.connect(told.append)
    return told
