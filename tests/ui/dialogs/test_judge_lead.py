"""Judging by keyboard: the musts fill the verdict in, the owner may overrule."""

from datetime import date

import pytest

from bothhats.domain.good_lead import Criterion, IdealCustomer
from bothhats.domain.lead import Closing, Judging, Parking
from bothhats.domain.pipeline import Outcome, Step, Verdict
from bothhats.queries.criteria import checklist
from bothhats.ui.dialogs.judge_lead import ask_judging
from builders import TODAY, a_lead

FIT = Step.MARKETING_QUALIFIED


@pytest.fixture
def criteria(workspace):
    """Two musts and a nice one; their ids."""
    written = [Criterion(FIT, "Owner-run"), Criterion(FIT, "Behind with the books"), Criterion(FIT, "Xero", must=False)]
    workspace.definitions.write(IdealCustomer(), written, TODAY)
    return [each.id for each in checklist(workspace.reader, 0, FIT, TODAY).criteria]


def test_yes_to_every_must_meets_it(keyboard, window, context, workspace, criteria):
    def act(dialog):
        keyboard.press("Y", "Y", "D")
        assert dialog.verdict_choice.value == Verdict.MET
        assert dialog.reason_label.text() == "As the musts say."
        keyboard.press("Return")

    keyboard.answer(act)
    expected = Judging(FIT, Verdict.MET, dict(zip(criteria, ("yes", "yes", "unknown"), strict=True)))
    assert ask_judging(window, context, a_lead(workspace), FIT) == expected


def test_a_no_to_a_must_does_not_meet_it(keyboard, window, context, workspace, criteria):
    def act(dialog):
        keyboard.press("N")
        assert dialog.verdict_choice.value == Verdict.NOT_MET
        assert dialog.primary_button.text() == "Judge as not met"
        keyboard.press("Return")

    keyboard.answer(act)
    assert ask_judging(window, context, a_lead(workspace), FIT) == Judging(FIT, Verdict.NOT_MET, {criteria[0]: "no"})


def test_the_owner_may_overrule_and_the_answers_are_kept(keyboard, window, context, workspace, criteria):
    def act(dialog):
        keyboard.press("N", "Alt+V", "Left", "Alt+L")
        assert dialog.reason_label.text() == "You overrule the musts."
        keyboard.type("I know her")
        keyboard.press("Return")

    keyboard.answer(act)
    expected = Judging(FIT, Verdict.MET, {criteria[0]: "no"}, overruled=True, note="I know her")
    assert ask_judging(window, context, a_lead(workspace), FIT) == expected


def test_former_answers_are_filled_in(keyboard, window, context, workspace, criteria):
    lead = a_lead(workspace)
    workspace.leads.judge(lead, Judging(FIT, Verdict.NOT_MET, {criteria[0]: "yes", criteria[1]: "no"}), TODAY)
    keyboard.answer(lambda _dialog: keyboard.press("Return"))
    found = ask_judging(window, context, lead, FIT)
    assert found == Judging(FIT, Verdict.NOT_MET, {criteria[0]: "yes", criteria[1]: "no"})


def test_an_open_must_leaves_the_verdict_to_the_owner(keyboard, window, context, workspace, criteria):
    def act(dialog):
        keyboard.press("Y", "Return")
        assert dialog.problem_label.isVisible()

    keyboard.answer(act)
    assert ask_judging(window, context, a_lead(workspace), FIT) is None


def test_without_a_definition_the_hand_off_is_one_question(keyboard, window, context, workspace):
    def act(dialog):
        keyboard.press("Right")
        assert dialog.primary_button.text() == "Hand over to sales"
        keyboard.press("Return")

    keyboard.answer(act)
    found = ask_judging(window, context, a_lead(workspace), Step.SALES_READY)
    assert found == Judging(Step.SALES_READY, Verdict.MET)


def test_not_yet_parks_with_its_reason(keyboard, window, context, workspace, criteria):
    def act(dialog):
        keyboard.press("Alt+Y")

    def park(dialog):
        keyboard.type("2 nov")
        keyboard.press("Return")

    keyboard.answer(act, park)
    assert ask_judging(window, context, a_lead(workspace), FIT) == Parking(date(2026, 11, 2), "not yet sales-ready")


def test_not_a_fit_closes(keyboard, window, context, workspace, criteria):
    def act(dialog):
        keyboard.press("Alt+F")

    keyboard.answer(act, lambda _dialog: keyboard.press("Return"))
    assert ask_judging(window, context, a_lead(workspace), FIT) == Closing(Outcome.NOT_A_FIT)
