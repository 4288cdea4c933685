"""What the single letters do to the leads of board and table, and the menu of places to move them to."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from bothhats.domain.pipeline import Outcome, Stage

COMMANDS = {
    Qt.Key.Key_P: "lead.park",
    Qt.Key.Key_X: "lead.close",
    Qt.Key.Key_L: "lead.log",
    Qt.Key.Key_T: "lead.follow_up",
    Qt.Key.Key_C: "lead.call",
    Qt.Key.Key_E: "lead.email",
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


def move_menu(
    parent: QWidget, page: MovesLeads, ids: list[int], stages: list[Stage], outcomes: dict[Outcome, str]
) -> QMenu:
    """Stages, then outcomes, then parked, each at its digit."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for stage in stages:
        _add(menu, stage.name, partial(page.move_leads, ids, stage.id))
    menu.addSeparator()
    for outcome, words in outcomes.items():
        _add(menu, f"{words}…", partial(page.ask, "lead.close", (ids, outcome)))
    menu.addSeparator()
    _add(menu, parent.tr("Parked…"), lambda: page.ask("lead.park", ids))
    return menu


def open_at(menu: QMenu, view: QWidget, point: QPoint) -> None:
    """Open the menu at a point of a view."""
    menu.popup(view.mapToGlobal(point))


def _add(menu: QMenu, words: str, act: Callable[[], None]) -> None:
    """The digit is the mnemonic, so that pressing it chooses at once; the owner's own `&` is only a letter."""
    place = sum(not action.isSeparator() for action in menu.actions()) + 1
    digit = f"&{place}   " if place < 10 else ""
    menu.addAction(digit + words.replace("&", "&&"), act)
