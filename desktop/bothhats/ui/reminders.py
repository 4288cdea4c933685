"""Reminders beyond the window, for those who want them: start at login, the tray, a notification in the morning."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from bothhats.resource_files import resource
from bothhats.system import autostart
from bothhats.system.this_program import this_program
from bothhats.ui.context import Context
from bothhats.ui.tray import Tray


class Reminders(QObject):
    """Lives as long as its window; while it is on, closing the window leaves the tray."""

    def __init__(self, context: Context, window: QWidget, quit_app: Callable[[], object]) -> None:
        super().__init__(window)
        self._context, self._window, self._quit = context, window, quit_app
        self.tray: Tray | None = None

    def turn(self, *, is_on: bool) -> None:
        """Turn them on or off, the entry for the start at login too. Raises FileNotWritable; then nothing changes."""
        if is_on:
            path = self._context.workspace.path
            autostart.turn_on([*this_program(), "--data", str(path), "--tray"])
        else:
            autostart.turn_off()
        self._context.kept.reminders = "on" if is_on else ""
        self._context.kept.reminders_lack = ""
        if is_on:
            self.begin()
        else:
            self.end()

    def begin(self) -> bool:
        """Show the tray; whether there is one. Without one it is said, and the window stays the only way."""
        if self.tray is not None:
            return True
        if not Tray.is_possible():
            self._say_what_lacks("tray", self.tr("This desktop has no tray; the window reminds when it is opened."))
            return False
        if not Tray.can_notify():
            words = self.tr("This desktop shows no notifications; the tray leads to Today.")
            self._say_what_lacks("notifications", words)
        self.tray = Tray(self._context, QIcon(str(resource("icons", "icon.svg"))), self)
        self.tray.opened.connect(self._open)
        self.tray.adding.connect(self._add)
        self.tray.quitting.connect(self._quit)
        QApplication.setQuitOnLastWindowClosed(False)
        self.tray.begin()
        return True

    def end(self) -> None:
        """Leave the tray; closing the window ends the program again."""
        if self.tray is not None:
            self.tray.end()
            self.tray.deleteLater()
            self.tray = None
        QApplication.setQuitOnLastWindowClosed(True)

    def _say_what_lacks(self, what: str, words: str) -> None:
        """Once, not at each start."""
        if self._context.kept.reminders_lack != what:
            self._context.kept.reminders_lack = what
            self._context.navigation.told.emit(words)

    def _open(self) -> None:
        self._window.show()
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.raise_()
        self._window.activateWindow()
        self._context.navigation.place_requested.emit("today")

    def _add(self) -> None:
        self._open()
        self._context.navigation.command_requested.emit("lead.add", None)
