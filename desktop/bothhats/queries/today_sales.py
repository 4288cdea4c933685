"""The sales hat's column of Today: who to talk to, each lead only in the first section that fits."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bothhats.domain.follow_up import Standing
from bothhats.queries.today_standing import Waiting


class Section(StrEnum):
    """The parts of the column that are made of leads, in their order."""

    SLIPPED = "slipped"
    TODAY = "today"
    PROMISE = "promise"
    LATER = "later"
    NO_STEP = "no_step"
    BACK = "back"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Done:
    """What was done with a lead today: the last touch, or how it ended; `at` as "09:40" where it is known."""

    lead_id: int
    name: str
    kind: str
    words: str
    at: str
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Back:
    """Why a lead had been parked that is back now."""

    reason: str
    note: str


_SECTIONS = {
    Standing.SLIPPED: Section.SLIPPED,
    Standing.TODAY: Section.TODAY,
    Standing.PROMISE: Section.PROMISE,
    Standing.NO_STEP: Section.NO_STEP,
    Standing.BACK: Section.BACK,
    Standing.SILENT: Section.SILENT,
}


def week_of(day: date, week_start: int) -> date:
    """The first day of the calendar week; `week_start` 0 is Monday."""
    return day - timedelta(days=(day.weekday() - week_start) % 7)


def sections(waiting: Iterable[Waiting], week_end: date) -> dict[Section, tuple[Waiting, ...]]:
    """The leads of each section, in order; what is planned after this week, or parked, stands in none."""
    found: dict[Section, list[Waiting]] = {section: [] for section in Section}
    for each in waiting:
        section = _SECTIONS.get(each.due.standing)
        if each.due.standing == Standing.PLANNED and each.due.on and each.due.on <= week_end:
            section = Section.LATER
        if section:
            found[section].append(each)
    return {section: tuple(leads) for section, leads in found.items()}


def done_on(connection: sqlite3.Connection, day: date, elsewhere: Iterable[int]) -> tuple[Done, ...]:
    """What was logged or closed on a day, by its time; leads that still stand `elsewhere` are left out."""
    done: dict[int, Done] = {}
    for row in connection.execute(_TOUCHED, (day.isoformat(),)).fetchall():
        done[row[0]] = Done(*row)
    for lead_id, name, outcome, words in connection.execute(_ENDED, (day.isoformat(),)).fetchall():
        touched = done.pop(lead_id, Done(lead_id, name, "", words, ""))
        done[lead_id] = Done(lead_id, name, touched.kind, touched.words, touched.at, outcome)
    shown = set(elsewhere)
    return tuple(each for each in done.values() if each.lead_id not in shown)


_TOUCHED = """
SELECT lead.id, display_name, kind, note, coalesce(at_time, '') FROM touch JOIN lead ON lead.id = lead_id
WHERE happened_on = ? AND origin = 'logged' AND binned_at IS NULL ORDER BY coalesce(at_time, ''), touch.id
"""
_ENDED = """
SELECT lead.id, display_name, lead.outcome, words FROM outcome_change JOIN lead ON lead.id = lead_id
WHERE happened_on = ? AND origin = 'logged' AND lead.outcome = outcome_change.outcome AND binned_at IS NULL
ORDER BY outcome_change.id
"""


def back_from(connection: sqlite3.Connection, lead_ids: Sequence[int]) -> dict[int, Back]:
    """Why these leads had been parked, by lead."""
    marks = ",".join("?" * len(lead_ids))
    rows = connection.execute(
        "SELECT lead_id, coalesce(reason.name, ''), note FROM parking LEFT JOIN reason ON reason.id = reason_id"
        f" WHERE woken_on IS NULL AND lead_id IN ({marks}) ORDER BY parking.id",
        list(lead_ids),
    ).fetchall()
    return {lead_id: Back(reason, note) for lead_id, reason, note in rows}
