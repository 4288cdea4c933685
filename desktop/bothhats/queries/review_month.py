"""A month's material for its review: counts as of its last day, what is open or due as of today (METRICS, rule 11)."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bothhats.domain.moved import Move
from bothhats.queries.figures import Figures, Period, figures
from bothhats.queries.goals import read_goals
from bothhats.queries.groups import Group, by_source, in_all, read_material
from bothhats.queries.lead_rows import lead_rows
from bothhats.queries.months import first_day, last_day, month_of, shifted
from bothhats.queries.moves import Moves, Tie
from bothhats.queries.progress import read_progress
from bothhats.queries.settings import read_settings


@dataclass(frozen=True, slots=True)
class Numbers:
    """The month by event against the month before and the goals; goals in leads, minor units or percent."""

    month: Figures
    before: Figures
    goals: dict[str, int]
    by_source: tuple[Group, ...]
    in_all: Group


@dataclass(frozen=True, slots=True)
class Promised:
    """A commitment of the last review with what it was to move; `before` and `after` are people, by month."""

    id: int
    hat: str
    text: str
    due_on: date
    state: str
    moves: str
    before: tuple[str, int] | None
    after: tuple[str, int] | None
    made_in: str = ""
    settled_on: date | None = None
    tie: Tie | None = None
    move: Move | None = None


@dataclass(frozen=True, slots=True)
class MonthLead:
    """A lead of page 3: how it ended, or that it is stuck."""

    id: int
    name: str
    company: str
    outcome: str
    reason: str
    waste: bool | None
    sign: str
    days_quiet: int = 0
    words: str = ""
    is_asked: bool = False
    closed_on: date | None = None


def period_of_month(month: str) -> Period:
    """A month as of its last day."""
    return Period(first_day(month), last_day(month), last_day(month))


def read_numbers(connection: sqlite3.Connection, month: str) -> Numbers:
    """Page 1."""
    promise = read_settings(connection).promise_days
    period, earlier = period_of_month(month), period_of_month(shifted(month, -1))
    material = read_material(connection, period.as_of)
    whole = in_all(material, period)
    return Numbers(
        whole.figures,
        figures(read_progress(connection, earlier.as_of), earlier, promise),
        read_goals(connection, month),
        tuple(sorted(by_source(material, period), key=lambda group: -group.figures.events.leads)),
        whole,
    )


def read_promised(connection: sqlite3.Connection, month: str) -> list[Promised]:
    """Page 2: the commitments of the newest finished review before this month's, however many months lie between."""
    rows = connection.execute(
        "SELECT c.id, c.hat, c.text, c.due_on, c.state, c.settled_on, r.month, c.objection_id, c.claim_id, c.source_id,"
        " coalesce((SELECT metric FROM commitment_metric WHERE commitment_id = c.id), '')"
        " FROM commitment c JOIN review r ON r.id = c.review_id WHERE r.month ="
        " (SELECT max(month) FROM review WHERE month < ? AND finished_on IS NOT NULL) ORDER BY c.id",
        (month,),
    ).fetchall()
    moves = Moves(connection)
    return [_promised(moves, row, month) for row in rows]


def _promised(moves: Moves, row: Sequence[Any], month: str) -> Promised:
    commitment_id, hat, text, due, state, settled, made_in = row[:7]
    tie = Tie(*row[7:])
    move = moves.move(tie, made_in, month)
    return Promised(
        commitment_id,
        hat,
        text,
        date.fromisoformat(due),
        state,
        moves=move.name if move else "",
        before=(move.before.month, move.before.n) if move and tie.objection_id else None,
        after=(move.after.month, move.after.n) if move and tie.objection_id else None,
        made_in=made_in,
        settled_on=date.fromisoformat(settled) if settled else None,
        tie=tie,
        move=move,
    )


def read_ended(connection: sqlite3.Connection, month: str) -> list[MonthLead]:
    """Page 3: the leads that ended in the month; those to ask about or without a reason first, then won ones."""
    rows = connection.execute(
        "SELECT lead.id, display_name, company, lead.outcome, coalesce(r.name, '') AS why, o.waste, o.sign, o.words,"
        " o.ask_at_review, lead.closed_on FROM lead"
        " JOIN outcome_change o ON o.id = (SELECT id FROM outcome_change WHERE lead_id = lead.id"
        "  ORDER BY happened_on DESC, id DESC LIMIT 1)"
        " LEFT JOIN reason r ON r.id = o.reason_id"
        " WHERE lead.binned_at IS NULL AND lead.outcome IS NOT NULL AND lead.closed_on BETWEEN ? AND ?"
        " ORDER BY NOT ask_at_review, why <> '', lead.outcome <> 'won', lead.closed_on, lead.id",
        (first_day(month).isoformat(), last_day(month).isoformat()),
    ).fetchall()
    return [
        MonthLead(
            row[0],
            row[1],
            row[2],
            row[3],
            row[4],
            waste=None if row[5] is None else bool(row[5]),
            sign=row[6],
            words=row[7],
            is_asked=bool(row[8]),
            closed_on=date.fromisoformat(row[9]),
        )
        for row in rows
    ]


def read_stuck(connection: sqlite3.Connection, today: date, promise_days: int) -> list[MonthLead]:
    """Page 3: open leads that have gone silent, the longest first."""
    from bothhats.domain.follow_up import Standing
    from bothhats.queries.today_standing import standings

    silent = [w for w in standings(connection, today, promise_days) if w.due.standing == Standing.SILENT]
    rows = lead_rows(connection, [waiting.lead_id for waiting in silent])
    return [
        MonthLead(w.lead_id, rows[w.lead_id].name, rows[w.lead_id].company, "", "", None, "", w.due.days)
        for w in silent
    ]


def month_to_review(today: date) -> str:
    """The last month that has ended."""
    return month_of(first_day(month_of(today)) - timedelta(days=1))
