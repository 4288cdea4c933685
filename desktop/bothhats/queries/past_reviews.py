"""The finished reviews as a list: when each was done, how far the hats agreed, what became of its commitments."""

import sqlite3
from collections import Counter
from dataclasses import dataclass

from bothhats.queries.alignment import HOLDS, OF
from bothhats.queries.review_pages import on_time_until
from bothhats.queries.reviews import LetterVersion, Review, reviews, versions_of
from bothhats.queries.settings import read_settings


@dataclass(frozen=True, slots=True)
class PastReview:
    """`of` is 0 where the review kept no score; `kept` of `made` commitments so far."""

    review: Review
    is_on_time: bool
    holds: int
    of: int
    kept: int
    made: int
    versions: tuple[LetterVersion, ...]


def past_reviews(connection: sqlite3.Connection) -> list[PastReview]:
    """Those that are finished, the newest month first."""
    by_day = read_settings(connection).review_by_day
    made, kept = _commitments(connection)
    return [
        PastReview(
            review,
            review.finished_on <= on_time_until(review.month, by_day),
            review.figures.get(HOLDS, 0),
            review.figures.get(OF, 0),
            kept[review.id],
            made[review.id],
            tuple(versions_of(connection, review.id)),
        )
        for review in reviews(connection)
        if review.finished_on
    ]


def _commitments(connection: sqlite3.Connection) -> tuple[Counter[int], Counter[int]]:
    rows = connection.execute("SELECT review_id, state = 'kept' FROM commitment WHERE review_id IS NOT NULL").fetchall()
    return Counter(review for review, _ in rows), Counter(review for review, is_kept in rows if is_kept)
