"""Parking by keyboard: until when, why, one line."""

from datetime import date

from bothhats.domain.lead import Parking
from bothhats.ui.dialogs.park_lead import ask_parking
from builders import a_lead


def test_a_date_in_words_is_enough(keyboard, window, context, workspace):
    def act(dialog):
        keyboard.type("in 2 weeks")
        keyboard.press("Return")

    keyboard.answer(act)
    assert ask_parking(window, context, [a_lead(workspace)]) == Parking(date(2026, 10, 20))


def test_reason_and_line_are_told_by_keys(keyboard, window, context, workspace):
    def act(dialog):
        keyboard.type("2 nov")
        keyboard.press("Alt+Y", "2", "Alt+L")
        keyboard.type("moving her studio")
        keyboard.press("Return")

    keyboard.answer(act)
    expected = Parking(date(2026, 11, 2), "no budget yet", "moving her studio")
    assert ask_parking(window, context, [a_lead(workspace)]) == expected


def test_a_day_that_does_not_lie_ahead_is_explained(keyboard, window, context, workspace):
    def act(dialog):
        keyboard.press("Return")
        assert dialog.problem_label.isVisible()
        keyboard.type("yesterday")
        assert "ahead" in dialog.until_field.line.accessibleDescription()
        keyboard.press("Return")
        assert dialog.isVisible()
        assert dialog.until_field.line.hasFocus()

    keyboard.answer(act)
    assert ask_parking(window, context, [a_lead(workspace)]) is None


def test_a_reason_can_be_chosen_beforehand(keyboard, window, context, workspace):
    def act(dialog):
        keyboard.type("fri")
        keyboard.press("Return")

    keyboard.answer(act)
    parking = ask_parking(window, context, [a_lead(workspace)], "not yet sales-ready")
    assert parking == Parking(date(2026, 10, 9), "not yet sales-ready")
