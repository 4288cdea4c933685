"""The next step by keyboard."""

from datetime import date, timedelta

from bothhats.domain.lead import NextStep
from bothhats.ui.dialogs.follow_up import ask_follow_up
from builders import TODAY, a_lead


def test_a_day_and_what_to_do_are_typed(keyboard, window, context, workspace):
    def act(dialog):
        keyboard.type("next tue")
        keyboard.press("Alt+T")
        keyboard.type("Send the quote")
        keyboard.press("Return")

    keyboard.answer(act)
    assert ask_follow_up(window, context, [a_lead(workspace)]) == NextStep(date(2026, 10, 13), "Send the quote")


def test_a_day_at_one_key_keeps_what_stood_there(keyboard, window, context, workspace):
    lead = a_lead(workspace, follow_up_on=TODAY, next_step="Call about the start")

    def act(dialog):
        keyboard.press("Tab", "Right", "Right", "Return")

    keyboard.answer(act)
    assert ask_follow_up(window, context, [lead]) == NextStep(TODAY + timedelta(days=3), "Call about the start")


def test_none_takes_the_step_away(keyboard, window, context, workspace):
    def act(dialog):
        keyboard.press("Tab", "Right", "Right", "Right", "Right", "Right")
        assert dialog.primary_button.text() == "Take it away"
        keyboard.press("Return")

    keyboard.answer(act)
    assert ask_follow_up(window, context, [a_lead(workspace)]) == NextStep(None)


def test_without_a_day_nothing_is_set(keyboard, window, context, workspace):
    def act(dialog):
        keyboard.press("Return")
        assert dialog.problem_label.isVisible()

    keyboard.answer(act)
    assert ask_follow_up(window, context, [a_lead(workspace)]) is None
