"""The reviews there are: drafts, finished ones, months without one."""

import json
import sqlite3
from dataclasses import dataclass
from datetime import date

from bothhats.queries.arrivals import first_arrival
from bothhats.queries.months import month_of, shifted
from bothhats.queries.review_month import month_to_review
from bothhats.queries.review_pages import PAGE
from bothhats.queries.settings import remembered


@dataclass(frozen=True, slots=True)
class Review:
    """A review; `finished_on` is None for a draft. `figures` are those of the day it was finished."""

    id: int
    month: str
    page: int
    started_on: date
    finished_on: date | None
    letter: str
    figures: dict[str, int]


def reviews(connection: sqlite3.Connection) -> list[Review]:
    """All reviews, the newest month first."""
    rows = connection.execute(
        f"SELECT id, month, {PAGE}, started_on, finished_on, letter, figures FROM review ORDER BY month DESC"
    ).fetchall()
    return [
        Review(
            i, month, page, date.fromisoformat(start), date.fromisoformat(end) if end else None, letter, json.loads(f)
        )
        for i, month, page, start, end, letter, f in rows
    ]


def review_of(connection: sqlite3.Connection, month: str) -> Review | None:
    """The review of a month, if it was begun."""
    return next((review for review in reviews(connection) if review.month == month), None)


@dataclass(frozen=True, slots=True)
class LetterVersion:
    """What a review was before it was reopened."""

    id: int
    finished_on: date
    letter: str
    figures: dict[str, int]


def versions_of(connection: sqlite3.Connection, review_id: int) -> list[LetterVersion]:
    """The earlier versions of a review, the newest first."""
    rows = connection.execute(
        "SELECT id, finished_on, letter, figures FROM review_version WHERE review_id = ? ORDER BY id DESC", (review_id,)
    ).fetchall()
    return [LetterVersion(i, date.fromisoformat(day), text, json.loads(figures)) for i, day, text, figures in rows]


def seen_pages(connection: sqlite3.Connection, month: str) -> frozenset[int]:
    """The pages of a month's review that were opened at least once."""
    seen = remembered(connection, f"review_seen_{month}")
    return frozenset(int(each) for each in seen.split(",") if each)


def answers(connection: sqlite3.Connection, review_id: int) -> dict[str, str]:
    """What was answered so far, by field."""
    return dict(
        connection.execute("SELECT field, value FROM review_answer WHERE review_id = ?", (review_id,)).fetchall()
    )


def missing_months(connection: sqlite3.Connection, today: date, most: int = 6) -> list[str]:
    """Ended months since the first lead that have no review, the newest first; the last one stands apart."""
    first = first_arrival(connection)
    if first is None:
        return []
    present = {review.month for review in reviews(connection)}
    month = shifted(month_to_review(today), -1)
    found: list[str] = []
    while month >= month_of(first) and len(found) < most:
        if month not in present:
            found.append(month)
        month = shifted(month, -1)
    return found
