"""The reviews there are: drafts, finished ones, months without one; and the alignment of a month."""

import json
import sqlite3
from dataclasses import dataclass
from datetime import date, timedelta

from bothhats.domain.review import (
    HEARD_DAYS,
    HEARD_PEOPLE,
    Check,
    answered_check,
    kept_check,
    look_check,
    on_time_check,
    own_check,
    promise_check,
    traceable_check,
)
from bothhats.queries.arrivals import first_arrival
from bothhats.queries.definitions import last_looked_on
from bothhats.queries.heard import heard_phrases
from bothhats.queries.months import first_day, last_day, month_of, shifted
from bothhats.queries.review_month import month_to_review, period_of_month, read_numbers, read_promised
from bothhats.queries.review_pages import PAGE
from bothhats.queries.settings import read_settings, remembered

DOES_KNOW_CALLS = "Your marketing knows what you say on calls"
DO_KNOW_PROMOTION = "On a call you know what you are promoting"


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


def on_time_until(month: str, by_day: int) -> date:
    """The last day on which the review of a month is on time."""
    return first_day(shifted(month, 1)) + timedelta(days=max(by_day, 1) - 1)


def alignment(connection: sqlite3.Connection, month: str, today: date) -> list[Check]:
    """The eight checks: two that the owner answers, six that are measured."""
    settings = read_settings(connection)
    review = review_of(connection, month)
    answered = answers(connection, review.id) if review else {}
    numbers = read_numbers(connection, month)
    end = last_day(month)
    heard = heard_phrases(connection, end - timedelta(days=HEARD_DAYS - 1), end, end, end)
    frequent = [phrase for phrase in heard if phrase.people >= HEARD_PEOPLE]
    wins = _wins(connection, month)
    promised = read_promised(connection, month)
    done_on = review.finished_on if review and review.finished_on else today
    return [
        own_check(DOES_KNOW_CALLS, answered.get("alignment.calls", "")),
        own_check(DO_KNOW_PROMOTION, answered.get("alignment.promotion", "")),
        promise_check(numbers.month.follow_up.k, numbers.month.follow_up.n),
        look_check(last_looked_on(connection), done_on, settings.definition_look_days),
        answered_check(sum(bool(phrase.answers) for phrase in frequent), len(frequent)),
        traceable_check(sum(source is not None for source in wins), len(wins)),
        kept_check(sum(each.state == "kept" for each in promised), len(promised)),
        on_time_check(done_on, on_time_until(month, settings.review_by_day)),
    ]


def _wins(connection: sqlite3.Connection, month: str) -> list[int | None]:
    from bothhats.queries.progress import read_progress

    period = period_of_month(month)
    start, end = period.start.isoformat(), period.end.isoformat()
    return [
        lead.source_id
        for lead in read_progress(connection, period.as_of)
        if lead.won_on and start <= lead.won_on <= end
    ]
