"""Each figure of METRICS by hand, on a few leads."""

from datetime import date

import pytest

from bothhats.domain.lead import TouchReport
from bothhats.domain.pipeline import Direction, Outcome, TouchKind
from bothhats.domain.proportion import Proportion
from bothhats.queries.figures import Counts, Cycle, Period, Revenue, figures
from bothhats.queries.progress import read_progress
from builders import a_lead, closed, talked


def march(day):
    return date(2026, 3, day)


def asked(workspace, first, last, as_of, promise_days=2):
    """The figures of a period of March; `as_of` may be any date."""
    as_of = as_of if isinstance(as_of, date) else march(as_of)
    return figures(read_progress(workspace.reader, as_of), Period(march(first), march(last), as_of), promise_days)


def test_by_arrival_and_by_event_are_two_ways_of_counting(workspace):
    early = a_lead(workspace, today=date(2026, 2, 20))
    a_lead(workspace, today=march(3))
    talked(workspace, early, on=march(10))
    answer = asked(workspace, 1, 31, 31)
    assert answer.arrived == Counts(leads=1, open=1)
    assert answer.events == Counts(leads=1, conversations=1)


def test_a_cohort_counts_what_happened_after_its_period(workspace):
    talked(workspace, a_lead(workspace, today=march(3)), on=march(20))
    assert asked(workspace, 1, 5, 19).arrived.conversations == 0
    assert asked(workspace, 1, 5, 20).arrived.conversations == 1
    assert asked(workspace, 1, 5, 20).events.conversations == 0


@pytest.mark.parametrize(("day", "counted"), [(1, 0), (2, 1), (5, 1), (6, 0)])
def test_both_edges_of_the_period_belong_to_it(workspace, day, counted):
    closed(workspace, a_lead(workspace, today=march(day)), Outcome.LOST, on=march(day))
    answer = asked(workspace, 2, 5, 31)
    assert (answer.arrived.leads, answer.events.leads) == (counted, counted)
    assert (answer.arrived.lost, answer.events.lost) == (counted, counted)


def test_what_is_dated_after_the_as_of_date_has_not_happened(workspace):
    anna = a_lead(workspace, today=march(4))
    a_lead(workspace, "Bo", today=march(8))
    closed(workspace, anna, Outcome.NO_DECISION, on=march(9))
    answer = asked(workspace, 1, 31, 7)
    assert answer.arrived == Counts(leads=1, open=1)
    assert answer.events == Counts(leads=1)
    assert asked(workspace, 5, 31, 2).arrived == Counts()


def test_the_four_outcomes_are_told_apart_and_parked_is_a_part_of_open(workspace):
    for name, outcome in enumerate(Outcome):
        closed(workspace, a_lead(workspace, str(name), today=march(1)), outcome, on=march(3))
    a_lead(workspace, "Open", today=march(1))
    workspace.leads.park([a_lead(workspace, "Parked", today=march(1))], march(30), march(2))
    answer = asked(workspace, 1, 31, 10)
    assert answer.arrived == Counts(
        leads=6, conversations=1, opportunities=1, closes=1, lost=1, no_decision=1, not_a_fit=1, open=2, parked=1
    )
    assert answer.win == Proportion(1, 3)


def test_a_reopened_outcome_is_no_event_any_more(workspace):
    anna = a_lead(workspace, today=march(1))
    closed(workspace, anna, Outcome.LOST, on=march(3))
    workspace.leads.reopen([anna], march(6))
    assert asked(workspace, 1, 31, 5).events.lost == 1
    assert asked(workspace, 1, 31, 6).events.lost == 0
    assert asked(workspace, 1, 31, 6).win == Proportion(0, 0)


def test_rates_are_by_arrival(workspace):
    people = [a_lead(workspace, str(number), today=march(2)) for number in range(4)]
    for lead in people[:2]:
        talked(workspace, lead, on=march(3))
    closed(workspace, people[0], on=march(9))
    closed(workspace, a_lead(workspace, "Before", today=date(2026, 2, 1)), on=march(9))
    answer = asked(workspace, 1, 31, 31)
    assert answer.lead_to_conversation == Proportion(2, 4)
    assert answer.lead_to_opportunity == Proportion(1, 4)
    assert answer.conversation_to_close == Proportion(1, 2)
    assert answer.lead_to_close == Proportion(1, 4)
    assert answer.win == Proportion(2, 2)


@pytest.mark.parametrize(
    ("contacted_on", "as_of", "expected"),
    [
        (None, 3, (0, 0)),
        (None, 4, (0, 1)),
        (3, 3, (1, 1)),
        (3, 2, (0, 0)),
        (4, 4, (0, 1)),
        (1, 1, (1, 1)),
    ],
    ids=["runs", "run out", "within two days", "not yet then", "a day late", "the same day"],
)
def test_the_promise_of_the_first_is_kept_until_the_third_and_has_run_out_on_the_fourth(
    workspace, contacted_on, as_of, expected
):
    anna = a_lead(workspace, today=march(1))
    if contacted_on:
        report = TouchReport(anna, TouchKind.EMAIL, march(contacted_on), Direction.OUT)
        workspace.touches.log(report, march(contacted_on))
    assert asked(workspace, 1, 31, as_of).follow_up == Proportion(*expected)


@pytest.mark.parametrize(("ended_on", "expected"), [(3, (0, 0)), (4, (0, 1))])
def test_a_lead_that_ended_uncontacted_in_time_is_in_neither_number(workspace, ended_on, expected):
    closed(workspace, a_lead(workspace, today=march(1)), Outcome.NOT_A_FIT, on=march(ended_on))
    assert asked(workspace, 1, 31, 20).follow_up == Proportion(*expected)


def test_the_promise_is_a_setting(workspace):
    talked(workspace, a_lead(workspace, today=march(1)), on=march(5))
    assert asked(workspace, 1, 31, 20, promise_days=3).follow_up == Proportion(0, 1)
    assert asked(workspace, 1, 31, 20, promise_days=4).follow_up == Proportion(1, 1)


def test_cycle_length_has_inclusive_quartiles(workspace):
    for days in (2, 4, 10, 20):
        closed(workspace, a_lead(workspace, str(days), today=march(1)), on=march(1 + days))
    assert asked(workspace, 1, 31, 31).cycle == Cycle(4, 7.0, 3.5, 12.5)


def test_the_cycle_of_one_close_is_all_three_and_negative_days_count_as_given(workspace):
    closed(workspace, a_lead(workspace, today=march(5)), on=march(3))
    assert asked(workspace, 1, 31, 31).cycle == Cycle(1, -2.0, -2.0, -2.0)
    assert asked(workspace, 6, 31, 31).cycle == Cycle()


def test_revenue_is_of_the_closes_of_the_period_and_says_how_many_had_no_value(workspace):
    for name, value, on in (("a", 150000, 5), ("b", 0, 6), ("c", None, 7), ("d", 900000, 20)):
        closed(workspace, a_lead(workspace, name, today=date(2026, 1, 1), value=value), on=march(on))
    answer = asked(workspace, 1, 10, 31)
    assert answer.revenue == Revenue(150000, 2, 1)
    assert answer.events.closes == 3
    assert asked(workspace, 1, 10, 5).revenue == Revenue(150000, 1, 0)
