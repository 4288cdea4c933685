"""The week ahead: when it shows, and what it holds."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothhats.domain.lead import NextStep
from bothhats.queries.settings import Settings
from bothhats.queries.today_sales import week_of
from bothhats.queries.week_ahead import should_show_week_ahead, week_ahead, week_ahead_shown
from bothhats.workspace import Workspace
from builders import TODAY, a_lead, talked

MONDAY = date(2026, 10, 5)


def test_it_shows_at_the_first_launch_of_a_week_and_not_again() -> None:
    assert should_show_week_ahead(None, MONDAY, Settings())
    assert not should_show_week_ahead(MONDAY, MONDAY, Settings())
    assert not should_show_week_ahead(MONDAY, date(2026, 10, 11), Settings())
    assert should_show_week_ahead(MONDAY, date(2026, 10, 12), Settings())
    assert should_show_week_ahead(MONDAY, date(2026, 10, 15), Settings())


def test_it_can_be_switched_off() -> None:
    assert not should_show_week_ahead(None, MONDAY, Settings(week_ahead=0))


def test_it_waits_for_its_weekday() -> None:
    wednesdays = Settings(week_ahead_day=2)
    last = date(2026, 9, 30)
    assert not should_show_week_ahead(last, MONDAY, wednesdays)
    assert not should_show_week_ahead(last, TODAY, wednesdays)
    assert should_show_week_ahead(last, date(2026, 10, 7), wednesdays)
    assert should_show_week_ahead(last, date(2026, 10, 9), wednesdays)


def test_a_week_that_was_missed_is_caught_up_with_before_its_weekday_but_only_once() -> None:
    wednesdays = Settings(week_ahead_day=2)
    assert should_show_week_ahead(date(2026, 9, 23), MONDAY, wednesdays)
    assert not should_show_week_ahead(MONDAY, date(2026, 10, 7), wednesdays)


def test_the_week_may_start_on_sunday() -> None:
    sundays = Settings(week_start=6, week_ahead_day=6)
    assert should_show_week_ahead(date(2026, 10, 3), date(2026, 10, 4), sundays)
    assert not should_show_week_ahead(date(2026, 10, 4), MONDAY, sundays)


def test_a_clock_set_back_shows_nothing_twice_and_a_wrong_year_blocks_nothing() -> None:
    assert not should_show_week_ahead(MONDAY, date(2026, 10, 4), Settings())
    assert should_show_week_ahead(date(2031, 1, 1), MONDAY, Settings())


@given(
    st.lists(st.integers(0, 9), min_size=1, max_size=40),
    st.integers(0, 6),
    st.integers(0, 6),
)
def test_it_never_shows_twice_in_a_week_and_never_waits_two_weeks_for_a_launch(
    gaps: list[int], week_start: int, weekday: int
) -> None:
    settings = Settings(week_start=week_start, week_ahead_day=weekday)
    today, last = MONDAY, None
    for gap in gaps:
        today += timedelta(days=gap)
        if should_show_week_ahead(last, today, settings):
            assert last is None or week_of(last, week_start) != week_of(today, week_start)
            last = today
        assert last is not None
        assert (today - last).days < 14


def test_the_last_time_is_remembered(workspace: Workspace) -> None:
    assert week_ahead_shown(workspace.reader) is None
    workspace.settings.remember("week_ahead_shown", "2026-10-05")
    assert week_ahead_shown(workspace.reader) == MONDAY
    workspace.settings.remember("week_ahead_shown", "last monday")
    assert week_ahead_shown(workspace.reader) is None


def planned(workspace: Workspace, name: str, on: date) -> int:
    """A lead that was talked with, and is to be called on a day."""
    lead_id = a_lead(workspace, name, arrived_on=date(2026, 8, 1))
    talked(workspace, lead_id, date(2026, 8, 2))
    workspace.follow_ups.set([lead_id], NextStep(on, "Call"), date(2026, 8, 2))
    return lead_id


def test_missed_weeks_are_added_up_newest_first(workspace: Workspace) -> None:
    planned(workspace, "Friday", date(2026, 10, 2))
    planned(workspace, "Thursday", date(2026, 10, 1))
    planned(workspace, "Long ago", date(2026, 9, 15))
    answer = week_ahead(workspace.reader, MONDAY)
    assert [(week.start, [item.title for item in week.items]) for week in answer.slipped] == [
        (date(2026, 9, 28), ["Friday", "Thursday"]),
        (date(2026, 9, 14), ["Long ago"]),
    ]
    assert answer.slipped_count == 3


def test_the_planner_holds_what_the_week_holds(workspace: Workspace) -> None:
    planned(workspace, "Today", MONDAY)
    planned(workspace, "Sunday", date(2026, 10, 11))
    planned(workspace, "Next week", date(2026, 10, 12))
    a_lead(workspace, "New", arrived_on=date(2026, 10, 4))
    workspace.leads.park([planned(workspace, "Parked", MONDAY)], date(2026, 10, 8), date(2026, 9, 1))
    answer = week_ahead(workspace.reader, MONDAY)
    assert sorted((item.on.day, item.kind, item.title) for item in answer.planned) == [
        (5, "follow_up", "Today"),
        (6, "promise", "New"),
        (7, "review", ""),
        (8, "parked", "Parked"),
        (11, "follow_up", "Sunday"),
    ]
    assert [item.title for item in answer.on(date(2026, 10, 11))] == ["Sunday"]


def test_who_came_back_from_parking_stands_on_today(workspace: Workspace) -> None:
    workspace.leads.park([planned(workspace, "Back", MONDAY)], date(2026, 10, 1), date(2026, 9, 1))
    answer = week_ahead(workspace.reader, TODAY)
    assert [(item.kind, item.title) for item in answer.on(TODAY)] == [("parked", "Back")]


@pytest.mark.parametrize(("today", "day"), [(MONDAY, 7), (date(2026, 10, 8), 8), (date(2026, 10, 20), 20)])
def test_the_review_stands_on_its_last_day_on_time_and_then_on_today(
    workspace: Workspace, today: date, day: int
) -> None:
    a_lead(workspace, arrived_on=date(2026, 9, 1))
    assert [item.on.day for item in week_ahead(workspace.reader, today).planned if item.kind == "review"] == [day]


def test_each_hat_is_reminded_of_one_thing(workspace: Workspace) -> None:
    objection = workspace.objections.add("question", "Is switching a hassle?", TODAY)
    for name in ("Ada", "Bo"):
        workspace.objections.hear(objection, a_lead(workspace, name), TODAY)
    answer = week_ahead(workspace.reader, TODAY)
    assert answer.claim is None
    assert answer.phrase is not None
    assert answer.phrase.text == "Is switching a hassle?"
