"""What both hats owe each other: the monthly review, the look at the definition, and the commitments."""

import sqlite3
from dataclasses import dataclass
from datetime import date, timedelta

from bothhats.domain.pipeline import Hat
from bothhats.queries.definitions import last_looked_on
from bothhats.queries.months import last_day, month_of, shifted
from bothhats.queries.review_pages import PAGE, on_time_until
from bothhats.queries.settings import Settings

LOOK_AHEAD_DAYS = 14


@dataclass(frozen=True, slots=True)
class ReviewDue:
    """A month ("2026-09") whose review is open; `page` of its draft, None before it is begun."""

    month: str
    page: int | None
    on_time_until: date


@dataclass(frozen=True, slots=True)
class LookDue:
    """The look at the definition; `on` None: no definition has been written yet."""

    on: date | None


@dataclass(frozen=True, slots=True)
class Commitment:
    """What the owner promised at the end of a review; `month` is the review's."""

    id: int
    hat: Hat
    text: str
    due_on: date
    month: str


@dataclass(frozen=True, slots=True)
class Commitments:
    """The open ones of one hat by their day, and how many of the last review were kept."""

    open: tuple[Commitment, ...]
    kept: int


def review_due(connection: sqlite3.Connection, today: date, review_by_day: int) -> ReviewDue | None:
    """Last month's review from the 1st on, as long as it is not finished, else a draft of an earlier month.

    A month that ended before the first lead arrived is not asked for.
    """
    reviews = connection.execute(f"SELECT month, {PAGE}, finished_on FROM review ORDER BY month DESC").fetchall()
    month = shifted(month_of(today), -1)
    drafts = {row[0]: row[1] for row in reviews if row[2] is None and row[0] <= month}
    is_finished = any(row[0] == month and row[2] for row in reviews)
    if month not in drafts and (is_finished or not _had_leads(connection, month)):
        month = max(drafts, default="")
    return ReviewDue(month, drafts.get(month), on_time_until(month, review_by_day)) if month else None


def _had_leads(connection: sqlite3.Connection, month: str) -> bool:
    query = "SELECT EXISTS (SELECT 1 FROM lead WHERE arrived_on <= ? AND binned_at IS NULL)"
    return bool(connection.execute(query, (last_day(month).isoformat(),)).fetchone()[0])


def look_due(connection: sqlite3.Connection, today: date, settings: Settings) -> LookDue | None:
    """The quarterly look from two weeks before its day on, or the first writing once there are leads."""
    looked_on = last_looked_on(connection)
    if looked_on is None:
        has_leads = connection.execute("SELECT EXISTS (SELECT 1 FROM lead WHERE binned_at IS NULL)").fetchone()[0]
        return LookDue(None) if has_leads else None
    on = looked_on + timedelta(days=settings.definition_look_days)
    return LookDue(on) if on <= today + timedelta(days=LOOK_AHEAD_DAYS) else None


def commitments(connection: sqlite3.Connection, hat: Hat) -> Commitments:
    """What this hat promised: everything still open, whichever review it is from, and what it kept of the last one."""
    rows = connection.execute(
        "SELECT commitment.id, text, due_on, coalesce(month, '') FROM commitment"
        " LEFT JOIN review ON review.id = review_id WHERE hat = ? AND state = 'open' ORDER BY due_on, commitment.id",
        (hat.value,),
    ).fetchall()
    kept = connection.execute(
        "SELECT count(*) FROM commitment WHERE hat = ? AND state = 'kept' AND review_id ="
        " (SELECT id FROM review WHERE finished_on IS NOT NULL ORDER BY month DESC LIMIT 1)",
        (hat.value,),
    ).fetchone()[0]
    found = tuple(Commitment(i, hat, text, date.fromisoformat(due), month) for i, text, due, month in rows)
    return Commitments(found, kept)


def open_commitment_day(connection: sqlite3.Connection, commitment_id: int) -> date | None:
    """The day of a commitment that is still open, else None."""
    row = connection.execute(
        "SELECT due_on FROM commitment WHERE id = ? AND state = 'open'", (commitment_id,)
    ).fetchone()
    return date.fromisoformat(row[0]) if row else None
