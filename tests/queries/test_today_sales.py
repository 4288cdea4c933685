"""The sales hat's column: each rule of each section, with a fixed today."""

from datetime import date, timedelta

import pytest

from bothhats.domain.lead import NextStep, TouchReport
from bothhats.domain.pipeline import Direction, Outcome, TouchKind
from bothhats.domain.proportion import Proportion
from bothhats.queries.lead_rows import lead_rows
from bothhats.queries.today import badge_count, today_answer
from bothhats.queries.today_sales import back_from, week_of
from bothhats.workspace import Workspace
from builders import TODAY, a_lead, closed, talked


def day(number: int) -> date:
    """So many days from today."""
    return TODAY + timedelta(days=number)


def contacted(workspace: Workspace, name: str, touched: int = 0, arrived: int = -30, **what: object) -> int:
    """A lead that the owner has written to, `touched` days from today."""
    lead_id = a_lead(workspace, name, arrived_on=day(arrived), **what)
    workspace.touches.log(TouchReport(lead_id, TouchKind.EMAIL, day(touched), Direction.OUT), day(touched))
    return lead_id


def planned(workspace: Workspace, name: str, due: int, what: str = "Call", **facts: object) -> int:
    """A contacted lead with a follow-up so many days from today."""
    lead_id = contacted(workspace, name, touched=-10, **facts)
    workspace.follow_ups.set([lead_id], NextStep(day(due), what), day(-10))
    return lead_id


def picture(workspace: Workspace, today: date = TODAY) -> dict[str, list[str]]:
    """The sections that have somebody, by name."""
    answer = today_answer(workspace.reader, today)
    found = {}
    for section, leads in answer.sections.items():
        rows = lead_rows(workspace.reader, [each.lead_id for each in leads])
        if leads:
            found[section.value] = [rows[each.lead_id].name for each in leads]
    return found


def test_an_empty_file_has_nothing_to_do(workspace: Workspace) -> None:
    answer = today_answer(workspace.reader, TODAY)
    assert picture(workspace) == {}
    assert answer.is_all_done
    assert (answer.badge, answer.people, answer.review, answer.look) == (0, 0, None, None)


def test_each_lead_stands_in_the_first_section_that_fits(workspace: Workspace) -> None:
    planned(workspace, "Slipped", -4)
    planned(workspace, "Today", 0)
    a_lead(workspace, "New", arrived_on=day(-1))
    planned(workspace, "Later", 3)
    contacted(workspace, "No step", touched=-1, arrived=-1)
    contacted(workspace, "Silent", touched=-3)
    parked = contacted(workspace, "Back", touched=-20)
    workspace.leads.park([parked], day(0), day(-15), "timing", "moving her studio")
    assert picture(workspace) == {
        "slipped": ["Slipped"],
        "today": ["Today"],
        "promise": ["New"],
        "later": ["Later"],
        "no_step": ["No step"],
        "back": ["Back"],
        "silent": ["Silent"],
    }
    assert back_from(workspace.reader, [parked])[parked].note == "moving her studio"


def test_the_earliest_comes_first_then_the_most_valuable(workspace: Workspace) -> None:
    planned(workspace, "Small", -1, value=100)
    planned(workspace, "Large", -1, value=900)
    planned(workspace, "Unknown", -1)
    planned(workspace, "Older", -5)
    assert picture(workspace) == {"slipped": ["Older", "Large", "Small", "Unknown"]}


def test_what_is_planned_after_this_week_or_parked_waits_in_no_section(workspace: Workspace) -> None:
    planned(workspace, "Sunday", 5)
    planned(workspace, "Monday", 6)
    workspace.leads.park([contacted(workspace, "Parked", -1)], day(20), day(-1))
    assert picture(workspace) == {"later": ["Sunday"]}
    answer = today_answer(workspace.reader, TODAY)
    assert ([each.due.on for each in answer.planned], len(answer.parked)) == ([day(6)], 1)
    assert answer.is_all_done


def test_a_week_that_starts_on_sunday_ends_on_saturday(workspace: Workspace) -> None:
    planned(workspace, "Sunday", 5)
    workspace.settings.change("week_start", 6)
    assert picture(workspace) == {}
    assert today_answer(workspace.reader, TODAY).week[0].day == date(2026, 10, 4)


@pytest.mark.parametrize(("arrived", "section"), [(0, "promise"), (-2, "promise"), (-3, "slipped")])
def test_the_promise_has_run_out_on_the_third_day(workspace: Workspace, arrived: int, section: str) -> None:
    a_lead(workspace, "Jo", arrived_on=day(arrived))
    assert picture(workspace) == {section: ["Jo"]}


def test_a_follow_up_and_a_promise_show_once_at_the_earlier(workspace: Workspace) -> None:
    early = a_lead(workspace, "Early step", arrived_on=day(-1))
    workspace.follow_ups.set([early], NextStep(TODAY, "Call"), TODAY)
    late = a_lead(workspace, "Late step", arrived_on=day(-1))
    workspace.follow_ups.set([late], NextStep(day(3), "Call"), TODAY)
    assert picture(workspace) == {"today": ["Early step"], "promise": ["Late step"]}


@pytest.mark.parametrize(
    ("stage", "touched", "section"),
    [
        ("New", -2, "no_step"),
        ("New", -3, "silent"),
        ("Qualified", -7, "no_step"),
        ("Qualified", -8, "silent"),
        ("In conversation", -14, "no_step"),
        ("In conversation", -15, "silent"),
        ("Proposal", -7, "no_step"),
        ("Proposal", -8, "silent"),
    ],
)
def test_a_lead_is_silent_when_the_rhythm_of_its_stage_has_passed(
    workspace: Workspace, stage: str, touched: int, section: str
) -> None:
    contacted(workspace, "Jo", touched, stage=stage)
    assert picture(workspace) == {section: ["Jo"]}


def test_ended_binned_and_future_leads_are_not_shown(workspace: Workspace) -> None:
    closed(workspace, contacted(workspace, "Ended", -5), Outcome.LOST, day(-1))
    workspace.leads.bin([contacted(workspace, "Binned", -5)])
    a_lead(workspace, "Tomorrow", arrived_on=day(1))
    assert picture(workspace) == {}


def test_done_today_is_who_was_touched_or_closed_and_waits_no_more(workspace: Workspace) -> None:
    talked(
        workspace, planned(workspace, "Priya", 0), note="Start date agreed", at_time="09:40", next_step=NextStep(day(9))
    )
    won = planned(workspace, "Sam", 0)
    talked(workspace, won, note="Letter signed", at_time="11:20")
    closed(workspace, won, Outcome.WON)
    talked(workspace, planned(workspace, "Hugo", 0))
    done = today_answer(workspace.reader, TODAY).done
    assert [(each.name, each.kind, each.words, each.at, each.outcome) for each in done] == [
        ("Priya", "call", "Start date agreed", "09:40", ""),
        ("Sam", "call", "Letter signed", "11:20", "won"),
    ]


def test_undoing_a_touch_brings_the_row_back(workspace: Workspace) -> None:
    lead_id = planned(workspace, "Priya", 0)
    talked(workspace, lead_id, next_step=NextStep(day(9)))
    assert picture(workspace) == {}
    workspace.journal.undo()
    assert picture(workspace) == {"today": ["Priya"]}
    assert today_answer(workspace.reader, TODAY).done == ()


def test_the_badge_counts_what_slipped_and_what_is_for_today(workspace: Workspace) -> None:
    planned(workspace, "Slipped", -4)
    planned(workspace, "Today", 0)
    planned(workspace, "Later", 1)
    a_lead(workspace, "Broken promise", arrived_on=day(-9))
    assert today_answer(workspace.reader, TODAY).badge == 3
    assert badge_count(workspace.reader, TODAY) == 3


def test_the_strip_counts_each_day_of_the_week(workspace: Workspace) -> None:
    planned(workspace, "Slipped", -1)
    planned(workspace, "Long ago", -9)
    planned(workspace, "Today", 0)
    planned(workspace, "Friday", 3)
    planned(workspace, "Friday too", 3)
    a_lead(workspace, "New", arrived_on=day(-1))
    week = today_answer(workspace.reader, TODAY).week
    assert [(each.day.day, each.to_do, each.slipped, each.promises) for each in week] == [
        (5, 0, 1, 0),
        (6, 1, 0, 0),
        (7, 0, 0, 1),
        (8, 0, 0, 0),
        (9, 2, 0, 0),
        (10, 0, 0, 0),
        (11, 0, 0, 0),
    ]


@pytest.mark.parametrize(("start", "first"), [(0, date(2026, 10, 5)), (6, date(2026, 10, 4)), (1, TODAY)])
def test_a_week_begins_on_its_weekday(start: int, first: date) -> None:
    assert week_of(TODAY, start) == first


def test_the_promise_kept_counts_the_leads_of_this_month_whose_time_is_over_or_who_were_contacted(
    workspace: Workspace,
) -> None:
    in_time = a_lead(workspace, "In time", arrived_on=day(-4))
    workspace.touches.log(TouchReport(in_time, TouchKind.EMAIL, day(-2), Direction.OUT), TODAY)
    too_late = a_lead(workspace, "Too late", arrived_on=day(-4))
    workspace.touches.log(TouchReport(too_late, TouchKind.CALL, day(-1), Direction.OUT), TODAY)
    assert today_answer(workspace.reader, TODAY).promise_kept == Proportion(1, 2)
    a_lead(workspace, "Run out", arrived_on=day(-3))
    a_lead(workspace, "Still running", arrived_on=day(-2))
    a_lead(workspace, "Last month", arrived_on=day(-6))
    closed(workspace, a_lead(workspace, "Never asked", arrived_on=day(-4)), Outcome.NOT_A_FIT, on=day(-2))
    closed(workspace, a_lead(workspace, "Ended late", arrived_on=day(-4)), Outcome.LOST, on=day(-1))
    workspace.leads.bin([a_lead(workspace, "In the bin", arrived_on=day(-4))])
    assert today_answer(workspace.reader, TODAY).promise_kept == Proportion(1, 4)
