"""The whole path by keyboard: heard from two, seen as unanswered, answered by new content, sent, helpful, counted."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from builders import a_lead

SEPTEMBER, OCTOBER = date(2026, 9, 28), date(2026, 10, 5)


@pytest.fixture
def start(launch, qtbot):
    """Launch on a day, with the window in front."""

    def begin(today: date):
        app = launch(today)
        app.window.activateWindow()
        qtbot.waitUntil(app.window.isActiveWindow)
        return app

    return begin


def log(app, keyboard, qtbot, name: str, *pressed: str) -> None:
    """Ctrl+L, the name, and these keys; what follows "type " is typed."""

    def act(_dialog) -> None:
        keyboard.type(name)
        keyboard.press("Return")
        for key in pressed:
            keyboard.type(key.removeprefix("type ")) if key.startswith("type ") else keyboard.press(key)
        keyboard.press("Ctrl+Return")

    keyboard.answer(act)
    keyboard.press("Ctrl+L")
    app.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)


def waiting(app) -> list[str]:
    """The phrases that Today's marketing hat sees."""
    rows = app.today.day_view.marketing.list.rows.rows
    return [f"{row.title} {row.what}" for row in rows if row.kind == "phrase"]


def tab_to(keyboard, widget) -> int:
    """Tab until the focus is there; after how many."""
    for count in range(40):
        if QApplication.focusWidget() is widget:
            return count
        keyboard.press("Tab")
    raise AssertionError(widget)


@pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True)  # the offscreen platform
def test_heard_from_two_answered_sent_and_counted(start, keyboard, qtbot):
    app = start(SEPTEMBER)
    for name in ("Anna Berg", "Bea Holm"):
        a_lead(app.workspace, name, today=SEPTEMBER)
    log(app, keyboard, qtbot, "anna", "Alt+R", "Alt+Q", "type Is switching a hassle?", "Return", "type a lot of work?")
    assert waiting(app) == []
    log(app, keyboard, qtbot, "bea", "Alt+R", "Alt+Q", "type switch", "Return", "type and my till?")
    assert waiting(app) == ["“Is switching a hassle?” question · 2 people, new in September"]

    tab_to(keyboard, app.today.day_view.marketing.list)
    keyboard.press("Home", "Down", "Space")
    menu = QApplication.activePopupWidget()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Return):
        QTest.keyClick(menu, key)
    content = app.window.pages["playbook"].parts["content"]
    assert QApplication.focusWidget() is content.detail.fields.title
    keyboard.type("Switching checklist")
    keyboard.press("Return", "Alt+S", "Right")
    assert app.rows("SELECT title, status, live_on FROM asset") == [("Switching checklist", "live", "2026-09-28")]
    keyboard.press("Ctrl+1")
    assert waiting(app) == []

    app = start(OCTOBER)
    if app.has_week_ahead:
        keyboard.press("Ctrl+1")
    log(app, keyboard, qtbot, "bea", "Alt+T", "Down")
    keyboard.answer(lambda _palette: (keyboard.type("switching check"), keyboard.press("Return")))
    keyboard.press("Ctrl+K")
    qtbot.waitUntil(lambda: "playbook" in app.window.pages)
    detail = app.window.pages["playbook"].parts["content"].detail
    app.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is detail.fields.title)
    keyboard.press("Alt+W", "Tab", "Left", "Left")
    assert app.rows("SELECT helped FROM asset_use") == [(1,)]
    assert detail.use.told.text() == "Sent or shown to 1 person. It helped 1 of 1 times."

    keyboard.press("Esc")
    part = app.window.pages["playbook"].parts["content"]
    assert [cell.text for cell in part.table.rows[0].cells] == [
        "Switching checklist", "“Is switching a hassle?”", "1 person", "1 of 1", "live", "28 Sep",
    ]  # fmt: skip
    app.window.pages["playbook"].show_part("objections:1")
    phrase = app.window.pages["playbook"].parts["objections"].detail
    assert phrase.told.text() == "2 people in 90 days: 2 open."
    assert [(bar.month, bar.tall) for bar in phrase.bars.bars][-2:] == [("2026-09", 2), ("2026-10", 0)]
    keyboard.press("Esc")
    line = app.window.pages["playbook"].parts["objections"].table.rows[0]
    assert [cell.text for cell in line.cells[1:4]] == ["2 people", "2 open", "Switching checklist"]
