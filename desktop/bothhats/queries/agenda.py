"""The agenda of a day: follow-ups overdue, for that day and for the next ones, new leads, the review."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bothhats.domain.follow_up import Standing
from bothhats.domain.lead import LeadRow
from bothhats.queries.lead_rows import lead_rows
from bothhats.queries.settings import read_settings
from bothhats.queries.today_due import ReviewDue, review_due
from bothhats.queries.today_standing import Waiting, standings


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A lead with an agreed day; `days` counts to it from the agenda's day, negative is late."""

    lead: LeadRow
    due_on: date
    days: int


@dataclass(frozen=True, slots=True)
class Promised:
    """A new lead not contacted yet; `days_left` of the promise, negative once it has run out."""

    lead: LeadRow
    until: date
    days_left: int


@dataclass(frozen=True, slots=True)
class Agenda:
    """What a day and the `days` after it ask for; each lead once, at the earlier of follow-up and promise."""

    on: date
    days: int
    overdue: tuple[FollowUp, ...]
    today: tuple[FollowUp, ...]
    coming: tuple[FollowUp, ...]
    new: tuple[Promised, ...]
    review: ReviewDue | None


def agenda(connection: sqlite3.Connection, on: date, days: int) -> Agenda:
    """The agenda as the file stands now, seen from a day; `days` after it count as coming."""
    settings = read_settings(connection)
    end = on + timedelta(days=min(days, (date.max - on).days))
    dated = [each for each in standings(connection, on, settings.promise_days) if _is_listed(each, end)]
    rows = lead_rows(connection, [each.lead_id for each in dated])
    return Agenda(
        on,
        days,
        _follow_ups(dated, rows, Standing.SLIPPED),
        _follow_ups(dated, rows, Standing.TODAY),
        _follow_ups(dated, rows, Standing.PLANNED),
        tuple(
            Promised(rows[each.lead_id], each.due.on, each.due.days)
            for each in dated
            if each.due.is_promise and each.due.on
        ),
        review_due(connection, on, settings.review_by_day),
    )


def _is_listed(each: Waiting, end: date) -> bool:
    if each.due.is_promise:
        return True
    return each.is_follow_up and each.due.on is not None and each.due.on <= end


def _follow_ups(dated: Iterable[Waiting], rows: dict[int, LeadRow], standing: Standing) -> tuple[FollowUp, ...]:
    return tuple(
        FollowUp(rows[each.lead_id], each.due.on, each.due.days)
        for each in dated
        if each.due.standing == standing and not each.due.is_promise and each.due.on
    )
