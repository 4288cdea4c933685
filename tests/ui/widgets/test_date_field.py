"""A date in words: understood as it is typed, called wrong only when it is left, or picked from a calendar."""

from datetime import date

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLineEdit

from bothhats.ui.widgets.date_field import DateField

SIXTEENTH = date(2026, 10, 16)


def read(text):
    """Knows one day, and days as ISO writes them."""
    if text == "16 oct":
        return SIXTEENTH
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def tell(text, day):
    """What was understood, or how to mend it."""
    return f"{day:%a %d %b}" if day else f"“{text}” is no date. Try “16 oct”."


@pytest.fixture
def field(show):
    """An empty date field with the focus."""
    made = DateField("Follow-up", read, tell, "or: 16 oct")
    show(made, QLineEdit())
    made.setFocus()
    return made


def test_words_become_a_day_that_is_shown(field, keyboard, qtbot):
    with qtbot.waitSignal(field.changed):
        keyboard.type("16 oct")
    assert (field.day, field.note.words, field.is_wrong) == (SIXTEENTH, "Fri 16 Oct", False)
    assert field.line.accessibleDescription() == "Fri 16 Oct"


def test_half_a_word_is_wrong_only_when_the_field_is_left(field, keyboard):
    keyboard.type("16 o")
    assert field.line.property("wrong") == "false"
    keyboard.press("Tab")
    assert field.line.property("wrong") == "true"
    assert field.note.words == "“16 o” is no date. Try “16 oct”."
    field.setFocus()
    keyboard.press("Ctrl+A")
    keyboard.type("16 oct")
    assert field.line.property("wrong") == "false"


def test_what_somebody_else_put_there_is_judged_at_once(field):
    field.set_words("31/02/2026")
    assert (field.is_wrong, field.line.property("wrong")) == (True, "true")


def test_an_empty_field_says_nothing_and_is_not_wrong(field, keyboard):
    keyboard.type("x")
    keyboard.press("Backspace", "Tab")
    assert (field.day, field.is_wrong, field.note.words, field.note.isHidden()) == (None, False, "", True)


def test_enter_is_told(field, keyboard, qtbot):
    keyboard.type("16 oct")
    with qtbot.waitSignal(field.entered):
        keyboard.press("Return")


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_f4_opens_a_calendar_at_the_day_and_a_day_is_picked(field, keyboard, qtbot):
    field.set_words("16 oct")
    keyboard.press("F4")
    menu = QApplication.activePopupWidget()
    calendar = menu.findChild(QCalendarWidget)
    assert calendar.selectedDate() == QDate(2026, 10, 16)
    calendar.activated.emit(QDate(2026, 10, 20))
    assert field.day == date(2026, 10, 20)
    assert QApplication.activePopupWidget() is None
    qtbot.waitUntil(field.line.hasFocus)
