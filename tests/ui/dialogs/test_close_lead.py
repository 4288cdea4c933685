"""Closing by keyboard: an outcome is enough, everything else can be told."""

from datetime import date

import pytest

from bothhats.domain.lead import Closing, Parking
from bothhats.domain.pipeline import Outcome
from bothhats.queries.lead_rows import lead_rows
from bothhats.ui.dialogs.close_lead import CloseLead, ask_closing
from builders import a_lead, closed


def ask(keyboard, window, context, act, *ids, outcome=None):
    """What the dialog answers when `act` is done with it."""
    keyboard.answer(act)
    return ask_closing(window, context, list(ids), outcome)


@pytest.mark.parametrize("number", range(4))
def test_an_outcome_and_enter_close_a_lead(keyboard, window, context, workspace, number):
    def act(dialog):
        keyboard.press(f"Alt+{number + 1}", "Return")

    answer = ask(keyboard, window, context, act, a_lead(workspace))
    assert answer == Closing(list(Outcome)[number])


def test_reason_words_and_waste_are_told_by_keys(keyboard, window, context, workspace):
    def act(dialog):
        keyboard.press("Alt+3", "Alt+R", "6", "Alt+W")
        keyboard.type("Let me think it over")
        keyboard.press("Alt+T", "Right", "Right")
        assert dialog.primary_button.text() == "Close as no decision"
        keyboard.press("Return")

    answer = ask(keyboard, window, context, act, a_lead(workspace))
    assert answer == Closing(Outcome.NO_DECISION, "went silent", "Let me think it over", waste=True)


def test_a_win_has_reasons_and_a_value_of_its_own_and_no_waste(keyboard, window, context, workspace):
    def act(dialog):
        assert dialog.value_field.text() == "€2,400"
        assert not dialog.waste_part.isVisible()
        assert dialog.reason_label.text() == "Why did they buy?"
        keyboard.press("Alt+R", "1", "Alt+V", "Ctrl+A")
        keyboard.type("2600.50")
        keyboard.press("Return")

    lead = a_lead(workspace, value=240000)
    answer = ask(keyboard, window, context, act, lead, outcome=Outcome.WON)
    assert answer == Closing(Outcome.WON, "trust in me", value=260050)


def test_without_an_outcome_enter_says_what_is_missing_and_stays(keyboard, window, context, workspace):
    def act(dialog):
        keyboard.press("Return")
        assert dialog.isVisible()
        assert dialog.problem_label.isVisible()

    assert ask(keyboard, window, context, act, a_lead(workspace)) is None


def test_a_value_that_is_no_amount_is_explained_and_nothing_is_lost(keyboard, window, context, workspace):
    def act(dialog):
        keyboard.press("Alt+1", "Alt+V")
        keyboard.type("a lot")
        keyboard.press("Return")
        assert dialog.isVisible()
        assert "a lot" in dialog.value_problem.text()
        assert dialog.value_field.hasFocus()

    assert ask(keyboard, window, context, act, a_lead(workspace)) is None


def test_ask_me_at_the_review_closes_with_the_outcome(keyboard, window, context, workspace):
    def act(dialog):
        keyboard.press("Alt+2", "Alt+A")

    assert ask(keyboard, window, context, act, a_lead(workspace)) == Closing(Outcome.LOST, ask_at_review=True)


def test_no_reason_is_offered_before_it_is_known_how_it_ended(keyboard, window, context, workspace):
    def act(dialog):
        parts = (dialog.reason_label, dialog.reason_chips, dialog.waste_part)
        assert [part.isVisible() for part in parts] == [False, False, False]
        keyboard.press("Alt+2")
        assert [part.isVisible() for part in parts] == [True, True, True]
        keyboard.press("Alt+R", "1")
        assert dialog.reason_chips.value == "price"
        keyboard.press("Alt+1")
        assert [part.isVisible() for part in parts] == [True, True, False]
        keyboard.press("Alt+R", "1")
        assert dialog.reason_chips.value == "trust in me"
        keyboard.press("Esc")

    ask(keyboard, window, context, act, a_lead(workspace))


def test_another_reason_is_typed(keyboard, window, context, workspace):
    def act(dialog):
        keyboard.press("Alt+2", "Alt+R", "Left", "Space")
        keyboard.type("moved abroad")
        keyboard.press("Return")

    assert ask(keyboard, window, context, act, a_lead(workspace)) == Closing(Outcome.LOST, "moved abroad")


def test_the_most_used_reason_stands_first(keyboard, window, context, workspace):
    closed(workspace, a_lead(workspace), Outcome.LOST, reason="timing")

    def act(dialog):
        keyboard.press("Alt+2", "Alt+R", "1", "Return")

    assert ask(keyboard, window, context, act, a_lead(workspace)) == Closing(Outcome.LOST, "timing")


def test_several_leads_are_closed_with_one_answer_and_their_words_are_off(keyboard, window, context, workspace):
    def act(dialog):
        assert not dialog.words_field.isEnabled()
        assert dialog.words_field.toolTip()
        keyboard.press("Alt+4", "Return")

    answer = ask(keyboard, window, context, act, a_lead(workspace), a_lead(workspace, "Bo"))
    assert answer == Closing(Outcome.NOT_A_FIT)


def test_not_over_just_not_now_parks_instead(keyboard, window, context, workspace):
    def park(dialog):
        keyboard.type("2 nov")
        keyboard.press("Return")

    def act(dialog):
        keyboard.press("Alt+P")

    keyboard.answer(act, park)
    answer = ask_closing(window, context, [a_lead(workspace)])
    assert answer == Parking(date(2026, 11, 2))


def test_escape_leaves_the_lead_open(keyboard, window, context, workspace):
    def act(dialog):
        keyboard.press("Alt+1", "Escape")
        assert not dialog.isVisible()

    assert ask(keyboard, window, context, act, a_lead(workspace)) is None


def test_a_lead_that_is_gone_asks_nothing(window, context):
    assert ask_closing(window, context, [99]) is None


def test_the_question_names_the_lead_and_says_how_it_stands(window, context, workspace, qtbot):
    lead = a_lead(workspace, "Martin Ashe", company="Ashe Antiques", arrived_on=date(2026, 8, 28), source="Website")
    dialog = CloseLead(window, context, [lead_rows(workspace.reader, [lead])[lead]])
    qtbot.addWidget(dialog)
    assert dialog.accessibleDescription() == "Ashe Antiques, in New for 39 days, came through Website"


def test_a_dialog_is_gone_once_it_has_answered(keyboard, window, context, workspace, qtbot):
    ask(keyboard, window, context, lambda _dialog: keyboard.press("Alt+1", "Return"), a_lead(workspace))
    qtbot.waitUntil(lambda: not window.findChildren(CloseLead))


def test_a_lead_that_has_ended_opens_with_what_was_said_and_loses_none_of_it(keyboard, window, context, workspace):
    lead = a_lead(workspace)
    said = Closing(Outcome.LOST, "an odd reason", "No, thank you", waste=False)
    workspace.leads.close([lead], said, date(2026, 9, 20))

    def act(dialog):
        keyboard.press("Return")

    assert ask(keyboard, window, context, act, lead) == said
