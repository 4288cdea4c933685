"""Nothing goes cold: on every day of a simulated year each open lead stands in exactly one place."""

import random
import shutil
import tempfile
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bothhats.domain.lead import NextStep, TouchReport
from bothhats.domain.pipeline import Direction, Outcome, TouchKind
from bothhats.domain.proportion import Proportion
from bothhats.queries.figures import Period, cohort_of, promise_kept
from bothhats.queries.lead_rows import lead_rows
from bothhats.queries.progress import read_progress
from bothhats.queries.settings import read_settings
from bothhats.queries.today import today_answer
from bothhats.queries.today_sales import Section, week_of
from bothhats.queries.week_ahead import should_show_week_ahead, week_ahead
from bothhats.workspace import Workspace
from builders import a_lead, closed, stage_id, talked

START = date(2026, 1, 5)
DAY = timedelta(days=1)


def places(workspace: Workspace, today: date) -> Counter[int]:
    """How often each lead stands on Today, is planned for later, or is parked."""
    answer = today_answer(workspace.reader, today)
    on_today = [each.lead_id for leads in answer.sections.values() for each in leads]
    return Counter([*on_today, *(each.lead_id for each in (*answer.planned, *answer.parked))])


def promise_kept_by_figures(workspace: Workspace, today: date) -> Proportion:
    """The follow-up rate of this month's leads, by the reading of the history that reports rest on."""
    period = Period(today.replace(day=1), today, today)
    days = read_settings(workspace.reader).promise_days
    return promise_kept(cohort_of(read_progress(workspace.reader, today), period), today, days)


def open_leads(workspace: Workspace, today: date) -> set[int]:
    """The open leads that have arrived, straight from the table."""
    rows = workspace.reader.execute(
        "SELECT id FROM lead WHERE outcome IS NULL AND binned_at IS NULL AND arrived_on <= ?", (today.isoformat(),)
    )
    return {row[0] for row in rows}


def happen(workspace: Workspace, act: str, lead_id: int, on: date, days: int) -> None:
    """One thing that the owner does with an open lead."""
    ahead = on + DAY * (days + 1)
    do = {
        "talk": lambda: talked(workspace, lead_id, on, next_step=NextStep(ahead, "Call")),
        "write": lambda: workspace.touches.log(
            TouchReport(lead_id, TouchKind.EMAIL, on, Direction.OUT, next_step=None), on
        ),
        "plan": lambda: workspace.follow_ups.set([lead_id], NextStep(ahead, "Write"), on),
        "unplan": lambda: workspace.follow_ups.set([lead_id], NextStep(None), on),
        "snooze": lambda: workspace.follow_ups.snooze([lead_id], ahead, on),
        "park": lambda: workspace.leads.park([lead_id], ahead, on),
        "wake": lambda: workspace.leads.wake([lead_id], on),
        "move": lambda: workspace.leads.move([lead_id], stage_id(workspace, "Proposal"), on),
        "close": lambda: closed(workspace, lead_id, Outcome.LOST, on),
        "bin": lambda: workspace.leads.bin([lead_id]),
    }
    if lead_rows(workspace.reader, [lead_id])[lead_id].is_open:
        do[act]()


ACTS = ("talk", "write", "plan", "unplan", "snooze", "park", "wake", "move", "close", "bin")


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 2), st.integers(0, 40), st.integers(0, 9)), max_size=14),
    st.integers(0, 60),
)
def test_each_open_lead_stands_in_exactly_one_place_whatever_happened(template, acts, later) -> None:
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Path(shutil.copy(template, Path(folder) / "pipeline.bothhats")))
        ids = [a_lead(workspace, f"Lead {n}", today=START) for n in range(3)]
        today = START
        for act, which, days, pause in acts:
            today += DAY * pause
            happen(workspace, act, ids[which], today, days)
        today += DAY * later
        assert places(workspace, today) == dict.fromkeys(open_leads(workspace, today), 1)
        assert today_answer(workspace.reader, today).promise_kept == promise_kept_by_figures(workspace, today)
        workspace.close()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_in_a_year_of_work_and_missed_weeks_nothing_is_lost_or_shown_twice(workspace, seed) -> None:
    chance = random.Random(seed)
    shown_on: list[date] = []
    away_until = START
    for number in range(365):
        today = START + DAY * number
        if chance.random() < 0.35:
            a_lead(workspace, f"Lead {number}", today=today)
        if chance.random() < 0.02:
            away_until = today + DAY * chance.randint(3, 24)
        if today < away_until:
            continue
        _launch(workspace, today, shown_on)
        answer = today_answer(workspace.reader, today)
        waiting = [each.lead_id for section in (Section.SLIPPED, Section.TODAY) for each in answer.sections[section]]
        for lead_id in waiting[:3]:
            happen(workspace, chance.choice(("talk", "snooze", "park", "close", "write")), lead_id, today, 5)
        everybody = sorted(open_leads(workspace, today))
        if everybody:
            act = chance.choice(("talk", "plan", "unplan", "move", "snooze", "bin"))
            happen(workspace, act, chance.choice(everybody), today, chance.randint(0, 30))
        assert places(workspace, today) == dict.fromkeys(open_leads(workspace, today), 1)
        assert today_answer(workspace.reader, today).promise_kept == promise_kept_by_figures(workspace, today)
    start = read_settings(workspace.reader).week_start
    weeks = Counter(week_of(day, start) for day in shown_on)
    assert set(weeks.values()) == {1}
    assert len(weeks) > 30


def _launch(workspace: Workspace, today: date, shown_on: list[date]) -> None:
    """The week ahead at the first launch of a week: it holds everything that slipped, also over missed weeks."""
    if not should_show_week_ahead(shown_on[-1] if shown_on else None, today, read_settings(workspace.reader)):
        return
    shown_on.append(today)
    slipped = today_answer(workspace.reader, today).sections[Section.SLIPPED]
    weeks = week_ahead(workspace.reader, today).slipped
    told = [item.id for week in weeks for item in week.items if item.kind in ("follow_up", "promise")]
    assert sorted(told) == sorted(each.lead_id for each in slipped)
