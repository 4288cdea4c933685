"""The menu bar, filled from the table of commands; every action can be found again by its id."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from bothhats.ui.commands import COMMANDS, MENUS, Command
from bothhats.ui.theme.icons import icon
from bothhats.ui.theme.theme import tokens


class Menus(QObject):
    """Builds the menus of a window; `run` gets the id of the chosen command."""

    def __init__(self, window: QMainWindow, run: Callable[[str], None]) -> None:
        super().__init__(window)
        self.actions: dict[str, QAction] = {}
        menus = {name: window.menuBar().addMenu(_words(text)) for name, text in MENUS}
        for command in COMMANDS:
            action = QAction(_words(command.text), window)
            action.setObjectName(command.id)
            if command.key:
                action.setShortcuts([QKeySequence(key) for key in command.key.split(" | ")])
            action.triggered.connect(lambda _checked=False, command_id=command.id: run(command_id))
            menus[command.menu].addAction(action)
            if command.is_group_end:
                menus[command.menu].addSeparator()
            self.actions[command.id] = action
        for name, menu in menus.items():
            menu.aboutToShow.connect(partial(self._tint, name))

    def name_undo(self, undo: str, redo: str) -> None:
        """Say in the menu what undo and redo would do; off where there is nothing."""
        for command_id, words, label in (("edit.undo", "Undo", undo), ("edit.redo", "Redo", redo)):
            translated = QCoreApplication.translate("Commands", words)
            action = self.actions[command_id]
            action.setText(f"{translated}: {label.replace('&', '&&')}" if label else translated)
            action.setEnabled(bool(label))

    def _tint(self, menu: str) -> None:
        """Icons are drawn when their menu opens, in the theme of then."""
        for command in COMMANDS:
            if command.icon and command.menu == menu:
                self.actions[command.id].setIcon(icon(command.icon, tokens().ink2, tokens().ink3))


def _words(text: str) -> str:
    return QCoreApplication.translate("Commands", text)


def key_list() -> list[tuple[str, str, str]]:
    """Menu, words and key of each command that has a key, for the key sheet."""
    names = dict(MENUS)
    return [
        (_words(names[command.menu]).replace("&", ""), plain_words(command), key_text(command))
        for command in COMMANDS
        if command.key
    ]


def plain_words(command: Command) -> str:
    """A command's words without its mnemonic."""
    return _words(command.text).replace("&", "")


def key_text(command: Command) -> str:
    """A command's keys as the system writes them."""
    texts = (QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in command.key.split(" | "))
    return ", ".join(texts)
