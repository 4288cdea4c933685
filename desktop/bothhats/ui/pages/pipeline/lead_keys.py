"""What the single letters do to the leads of board and table, and the menus of what can be done with them."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from bothhats.domain.pipeline import Outcome
from bothhats.queries.lists import stages
from bothhats.ui.context import Context
from bothhats.ui.theme.icons import icon
from bothhats.ui.theme.theme import tokens

COMMANDS = {
    Qt.Key.Key_P: "lead.park",
    Qt.Key.Key_X: "lead.close",
    Qt.Key.Key_L: "lead.log",
    Qt.Key.Key_T: "lead.follow_up",
    Qt.Key.Key_G: "lead.tag",
    Qt.Key.Key_C: "lead.call",
    Qt.Key.Key_E: "lead.email",
    Qt.Key.Key_O: "lead.export",
    Qt.Key.Key_Delete: "lead.bin",
}
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class MovesLeads(Protocol):
    """What the menu needs of the page."""

    def move_leads(self, ids: list[int], stage_id: int) -> None:
        """Ask to move leads to a stage."""

    def ask(self, command: str, about: object) -> None:
        """Ask for a command."""


def command_of(event: QKeyEvent) -> str:
    """The command that a plain letter stands for; `lead.move` for M, '' for none."""
    if event.modifiers() not in _PLAIN:
        return ""
    key = Qt.Key(event.key())
    return "lead.move" if key == Qt.Key.Key_M else COMMANDS.get(key, "")


class LeadMenus:
    """The menus about the leads of board and table; `page` does what is chosen."""

    def __init__(self, parent: QWidget, page: MovesLeads, context: Context, outcomes: dict[Outcome, str]) -> None:
        self._parent, self._page, self._context, self._outcomes = parent, page, context, outcomes

    def open_places(self, ids: list[int]) -> None:
        """Open the places that the leads can be moved to, at the one that the focus is on."""
        _open_at_current(self._places(ids), self._parent.focusWidget() or self._parent)

    def open_everything(self, ids: list[int]) -> None:
        """Open all that can be done with the leads, at the one that the focus is on."""
        _open_at_current(self._everything(ids), self._parent.focusWidget() or self._parent)

    def _places(self, ids: list[int]) -> QMenu:
        """Stages, then outcomes, then parked, each at its digit."""
        menu = QMenu(self._parent.tr("Move to"), self._parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for stage in stages(self._context.workspace.reader):
            _add(menu, stage.name, partial(self._page.move_leads, ids, stage.id))
        menu.addSeparator()
        for outcome, words in self._outcomes.items():
            _add(menu, f"{words}…", partial(self._page.ask, "lead.close", (ids, outcome)))
        menu.addSeparator()
        _add(menu, self._parent.tr("Parked…"), partial(self._page.ask, "lead.park", ids))
        return menu

    def _everything(self, ids: list[int]) -> QMenu:
        """What can be done with the leads, with the places to move them to as a menu of its own."""
        tr = self._parent.tr
        menu = QMenu(self._parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, key, icon_name, command in (
            (tr("Log a touch…"), "L", "message-square-plus", "lead.log"),
            (tr("Set the next step…"), "T", "calendar-clock", "lead.follow_up"),
            (tr("Judge…"), "", "target", "lead.judge"),
            (tr("Park…"), "P", "circle-pause", "lead.park"),
            (tr("Close…"), "X", "archive", "lead.close"),
            (tr("Call"), "C", "phone", "lead.call"),
            (tr("Email"), "E", "mail", "lead.email"),
            (tr("Tags…"), "G", "tag", "lead.tag"),
            (tr("Source…"), "", "signpost", "lead.source"),
            (tr("Campaign…"), "", "megaphone", "lead.campaign"),
            (tr("Merge…"), "", "git-merge", "lead.merge"),
            (tr("Copy name and contact"), "", "copy", "lead.copy"),
            (tr("Export…"), "O", "download", "lead.export"),
            (tr("Everything about this person…"), "", "file-down", "lead.export_person"),
            (tr("Move to the bin"), tr("Del"), "trash-2", "lead.bin"),
        ):
            action = menu.addAction(icon(icon_name, tokens().ink2), f"{words}\t{key}" if key else words)
            action.triggered.connect(self._asker(command, ids))
            if command in ("lead.close", "lead.email", "lead.copy", "lead.export_person"):
                menu.addSeparator()
        places = self._places(ids)
        places.setParent(menu, places.windowFlags())
        menu.insertMenu(menu.actions()[3], places)
        return menu

    def _asker(self, command: str, ids: list[int]) -> Callable[[], None]:
        return lambda: self._page.ask(command, ids)


def _open_at_current(menu: QMenu, view: QWidget) -> None:
    """Open the menu under the card or row that the focus is on, or in the middle of what is no list."""
    point = view.rect().center()
    if isinstance(view, QAbstractItemView) and view.currentIndex().isValid():
        point = view.visualRect(view.currentIndex()).bottomLeft() + QPoint(24, -12)
        menu.popup(view.viewport().mapToGlobal(point))
    else:
        menu.popup(view.mapToGlobal(point))


def _add(menu: QMenu, words: str, act: Callable[[], None]) -> None:
    """The digit is the mnemonic, so that pressing it chooses at once; the owner's own `&` is only a letter."""
    place = sum(not action.isSeparator() for action in menu.actions()) + 1
    digit = f"&{place}   " if place < 10 else ""
    menu.addAction(digit + words.replace("&", "&&"), act)
