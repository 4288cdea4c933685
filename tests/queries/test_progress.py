"""How far a lead has come as of a date: milestones, judgements, outcomes, parking, first contact."""

from datetime import date

import pytest

from bothhats.domain.lead import Closing, Judging, TouchReport
from bothhats.domain.pipeline import Direction, Outcome, Step, TouchKind, Verdict
from bothhats.queries.progress import KeptProgress, file_state, keeping, read_progress
from builders import a_lead, closed, stage_id, talked


def march(day):
    return date(2026, 3, day)


def progress(workspace, day):
    """The only lead as of a day of March."""
    (lead,) = read_progress(workspace.reader, march(day))
    return lead


def moved(workspace, lead_id, stage, day):
    workspace.leads.move([lead_id], stage_id(workspace, stage), march(day))


def judged(workspace, lead_id, step, verdict, day):
    workspace.leads.judge(lead_id, Judging(step, verdict), march(day))


def milestones(lead):
    return [day and int(day[-2:]) for day in (lead.conversation_on, lead.opportunity_on, lead.won_on)]


def test_a_new_lead_has_reached_nothing_further(workspace):
    a_lead(workspace, today=march(1))
    lead = progress(workspace, 9)
    assert milestones(lead) == [None, None, None]
    assert lead.is_open
    assert lead.cycle_days is None


def test_a_later_milestone_implies_the_earlier_ones_on_its_date(workspace):
    anna = a_lead(workspace, today=march(1))
    moved(workspace, anna, "Proposal", 5)
    assert milestones(progress(workspace, 4)) == [None, None, None]
    assert milestones(progress(workspace, 5)) == [5, 5, None]
    closed(workspace, anna, on=march(8))
    assert milestones(progress(workspace, 9)) == [5, 5, 8]
    assert progress(workspace, 9).cycle_days == 7


def test_a_win_implies_everything(workspace):
    closed(workspace, a_lead(workspace, today=march(1)), on=march(4))
    assert milestones(progress(workspace, 4)) == [4, 4, 4]


def test_a_two_way_touch_is_a_conversation_and_a_call_that_nobody_took_is_none(workspace):
    anna = a_lead(workspace, today=march(1))
    workspace.touches.log(TouchReport(anna, TouchKind.CALL, march(2), Direction.OUT), march(2))
    assert milestones(progress(workspace, 9)) == [None, None, None]
    talked(workspace, anna, on=march(3))
    assert milestones(progress(workspace, 9)) == [3, None, None]


def test_moving_back_takes_no_milestone_away_and_undo_does(workspace):
    anna = a_lead(workspace, today=march(1))
    moved(workspace, anna, "Proposal", 5)
    moved(workspace, anna, "New", 6)
    assert milestones(progress(workspace, 9)) == [5, 5, None]
    workspace.journal.undo()
    workspace.journal.undo()
    assert milestones(progress(workspace, 9)) == [None, None, None]


def test_reopening_takes_the_win_and_what_only_it_implied_from_its_day_on(workspace):
    anna = a_lead(workspace, today=march(1))
    talked(workspace, anna, on=march(3))
    closed(workspace, anna, on=march(5))
    workspace.leads.reopen([anna], march(8))
    assert milestones(progress(workspace, 7)) == [3, 5, 5]
    assert milestones(progress(workspace, 8)) == [3, None, None]
    assert progress(workspace, 8).is_open
    closed(workspace, anna, on=march(10))
    assert milestones(progress(workspace, 12)) == [3, 10, 10]
    assert progress(workspace, 12).outcome_on == "2026-03-10"


def test_a_lost_lead_that_was_reopened_has_no_outcome(workspace):
    anna = a_lead(workspace, today=march(1))
    closed(workspace, anna, Outcome.LOST, on=march(5), waste=True)
    assert (progress(workspace, 7).outcome, progress(workspace, 7).waste) == ("lost", True)
    workspace.leads.reopen([anna], march(8))
    assert (progress(workspace, 8).outcome, progress(workspace, 8).waste) == (None, None)


def test_a_milestone_after_the_outcome_counts_and_reopens_nothing(workspace):
    anna = a_lead(workspace, today=march(1))
    closed(workspace, anna, Outcome.LOST, on=march(2))
    workspace.touches.log(TouchReport(anna, TouchKind.CALL, march(4), Direction.IN, two_way=True), march(4))
    lead = progress(workspace, 9)
    assert milestones(lead) == [4, None, None]
    assert lead.outcome == "lost"


def test_a_judgement_taken_back_counts_before_that_day(workspace):
    anna = a_lead(workspace, today=march(1))
    judged(workspace, anna, Step.MARKETING_QUALIFIED, Verdict.MET, 2)
    judged(workspace, anna, Step.MARKETING_QUALIFIED, Verdict.MET, 3)
    judged(workspace, anna, Step.MARKETING_QUALIFIED, Verdict.WITHDRAWN, 5)
    assert progress(workspace, 4).qualified_on == "2026-03-02"
    assert progress(workspace, 5).qualified_on is None
    judged(workspace, anna, Step.MARKETING_QUALIFIED, Verdict.MET, 7)
    assert progress(workspace, 9).qualified_on == "2026-03-07"


def test_a_sales_ready_lead_is_qualified_at_the_latest_on_that_date(workspace):
    anna = a_lead(workspace, today=march(1))
    judged(workspace, anna, Step.SALES_READY, Verdict.MET, 4)
    judged(workspace, anna, Step.MARKETING_QUALIFIED, Verdict.MET, 6)
    assert progress(workspace, 9).qualified_on == "2026-03-04"
    assert progress(workspace, 9).sales_ready_on == "2026-03-04"


def test_a_milestone_judges_nobody(workspace):
    anna = a_lead(workspace, today=march(1))
    moved(workspace, anna, "In conversation", 2)
    assert progress(workspace, 9).qualified_on is None
    assert progress(workspace, 9).sales_ready_on is None


def test_a_lead_is_parked_until_the_day_before_it_is_back(workspace):
    anna = a_lead(workspace, today=march(1))
    workspace.leads.park([anna], march(9), march(4))
    assert [progress(workspace, day).is_parked for day in (3, 4, 8, 9)] == [False, True, True, False]


def test_waking_and_closing_end_the_parking(workspace):
    anna = a_lead(workspace, today=march(1))
    workspace.leads.park([anna], march(20), march(4))
    workspace.leads.wake([anna], march(6))
    assert [progress(workspace, day).is_parked for day in (5, 6)] == [True, False]
    workspace.leads.park([anna], march(20), march(8))
    closed(workspace, anna, Outcome.NO_DECISION, on=march(10))
    assert [progress(workspace, day).is_parked for day in (9, 10)] == [True, False]


def test_a_lead_in_the_bin_is_in_no_figure(workspace):
    anna = a_lead(workspace, today=march(1))
    workspace.leads.bin([anna])
    assert read_progress(workspace.reader, march(9)) == []


def test_the_value_is_todays_and_the_close_as_of_then(workspace):
    anna = a_lead(workspace, today=march(1), value=100000)
    workspace.leads.close([anna], Closing(Outcome.WON, value=120000), march(6))
    assert progress(workspace, 2).value == 120000
    assert progress(workspace, 2).won_on is None


@pytest.mark.parametrize(
    ("kind", "direction", "two_way", "is_contact"),
    [
        (TouchKind.EMAIL, Direction.OUT, False, True),
        (TouchKind.CALL, Direction.IN, True, True),
        (TouchKind.EMAIL, Direction.IN, False, False),
        (TouchKind.NOTE, None, False, False),
    ],
    ids=["an email sent", "a call taken", "an email that came in", "a note"],
)
def test_first_contact_is_an_outgoing_or_a_two_way_touch(workspace, kind, direction, two_way, is_contact):
    anna = a_lead(workspace, today=march(1))
    workspace.touches.log(TouchReport(anna, kind, march(3), direction, two_way=two_way), march(3))
    assert progress(workspace, 9).contacted_on == ("2026-03-03" if is_contact else None)


def test_entering_a_conversation_stage_and_winning_are_contacts_too(workspace):
    anna = a_lead(workspace, today=march(1))
    moved(workspace, anna, "Qualified", 2)
    assert progress(workspace, 9).contacted_on is None
    closed(workspace, anna, on=march(7))
    assert progress(workspace, 9).contacted_on == "2026-03-07"
    workspace.leads.reopen([anna], march(8))
    moved(workspace, anna, "In conversation", 9)
    assert progress(workspace, 9).contacted_on == "2026-03-09"


def test_what_lies_before_the_arrival_is_no_contact_but_a_conversation(workspace):
    anna = a_lead(workspace, today=march(5))
    workspace.touches.log(TouchReport(anna, TouchKind.CALL, march(2), Direction.OUT, two_way=True), march(5))
    assert milestones(progress(workspace, 3)) == [2, None, None]
    assert progress(workspace, 9).contacted_on is None
    workspace.touches.log(TouchReport(anna, TouchKind.EMAIL, march(5), Direction.OUT), march(5))
    assert progress(workspace, 9).contacted_on == "2026-03-05"


def test_what_is_kept_is_what_would_be_read_anew_for_two_days_and_only_within(workspace):
    anna = a_lead(workspace, "Anna", today=date(2026, 9, 1))
    kept = KeptProgress()
    days = [date(2026, 9, day) for day in (1, 2, 3)]
    with keeping(kept):
        first = [read_progress(workspace.reader, day) for day in days]
        talked(workspace, anna, date(2026, 9, 1))
        assert [read_progress(workspace.reader, day) is old for day, old in zip(days, first, strict=True)] == [
            True,
            True,
            False,
        ]
    assert read_progress(workspace.reader, days[0])[0].conversation_on == "2026-09-01"
    with keeping(KeptProgress()):
        assert read_progress(workspace.reader, days[0]) == read_progress(workspace.reader, days[0])


def test_the_state_of_the_file_is_another_one_after_each_commit_and_the_same_until_then(workspace):
    before = file_state(workspace.reader)
    assert file_state(workspace.reader) == before
    a_lead(workspace, "Anna")
    after = file_state(workspace.reader)
    assert after != before
    workspace.journal.undo()
    assert file_state(workspace.reader) not in (before, after)
