"""The context menu of a lead's row: everything its keys do, with the keys beside it."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from bothhats.ui.theme.icons import icon
from bothhats.ui.theme.theme import tokens


def lead_menu(parent: QWidget, ask: Callable[[str], None]) -> QMenu:
    """`ask` is told what was chosen."""
    menu = QMenu(parent)
    for wanted, words, key, icon_name in _entries():
        action = menu.addAction(icon(icon_name, tokens().ink2), f"{words}\t{key}")
        action.triggered.connect(lambda _checked=False, wanted=wanted: ask(wanted))
        if wanted in ("next_step", "email"):
            menu.addSeparator()
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def _entries() -> tuple[tuple[str, str, str, str], ...]:
    return (
        ("done", _tr("Done"), _tr("Space"), "check"),
        ("snooze", _tr("Snooze"), "S", "calendar-clock"),
        ("next_step", _tr("Set the next step"), "T", "calendar"),
        ("log", _tr("Log a touch"), "L", "message-square-plus"),
        ("call", _tr("Call"), "C", "phone"),
        ("email", _tr("Email"), "E", "mail"),
        ("park", _tr("Park"), "P", "circle-pause"),
        ("close", _tr("Close"), "X", "archive"),
        ("open", _tr("Open"), _tr("Enter"), "panel-right-open"),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Today", text)
