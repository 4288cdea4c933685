"""The eight checks of a month: two that the owner answers, six that are measured, and what each rests on."""

import sqlite3
from collections.abc import Mapping
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
    score,
    traceable_check,
)
from bothhats.queries.definitions import definition_in_force, last_looked_on
from bothhats.queries.figures import cohort_of, is_promise_kept, promise_kept
from bothhats.queries.heard import HeardPhrase, heard_phrases
from bothhats.queries.months import shifted
from bothhats.queries.progress import read_progress
from bothhats.queries.review_month import period_of_month, read_promised
from bothhats.queries.review_pages import on_time_until
from bothhats.queries.reviews import Review, answers, review_of
from bothhats.queries.settings import read_settings

DOES_KNOW_CALLS = "Does your marketing know what you say on calls?"
DO_KNOW_PROMOTION = "On a call, do you know what you are promoting?"
HOLDS, OF = "alignment_holds", "alignment_of"


@dataclass(frozen=True, slots=True)
class Alignment:
    """The checks in their order; `late` leads, `unanswered` phrases, `sourceless` wins and `promised` stand behind."""

    checks: tuple[Check, ...]
    late: tuple[int, ...]
    unanswered: tuple[HeardPhrase, ...]
    sourceless: tuple[int, ...]
    open_commitments: int

    @property
    def score(self) -> tuple[int, int]:
        """How many hold, of how many that apply."""
        return score(self.checks)


@dataclass(frozen=True, slots=True)
class MonthScore:
    """The score of a month; `of` is 0 where there was no review."""

    month: str
    holds: int
    of: int


def read_alignment(connection: sqlite3.Connection, month: str, today: date) -> Alignment:
    """The counts are those of the month's end; what is open or due is as of the day it was finished, a draft: today."""
    settings = read_settings(connection)
    review = review_of(connection, month)
    said = answers(connection, review.id) if review else {}
    period = period_of_month(month)
    done_on = review.finished_on if review and review.finished_on else today
    leads = read_progress(connection, period.as_of)
    cohort = cohort_of(leads, period)
    kept = promise_kept(cohort, period.as_of, settings.promise_days)
    late = [lead.id for lead in cohort if is_promise_kept(lead, period.as_of, settings.promise_days) is False]
    start, end = period.start.isoformat(), period.end.isoformat()
    wins = [lead for lead in leads if lead.won_on and start <= lead.won_on <= end]
    frequent = frequent_phrases(connection, period.end)
    unanswered = tuple(phrase for phrase in frequent if not phrase.answers)
    promised = [each.state for each in read_promised(connection, month)]
    version = definition_in_force(connection, done_on)
    checks = (
        own_check(DOES_KNOW_CALLS, said.get("alignment.calls", "")),
        own_check(DO_KNOW_PROMOTION, said.get("alignment.promotion", "")),
        promise_check(kept.k, kept.n, settings.promise_days),
        look_check(
            last_looked_on(connection, done_on),
            done_on,
            settings.definition_look_days,
            version.number if version else 0,
        ),
        answered_check(len(frequent) - len(unanswered), len(frequent)),
        traceable_check(sum(lead.source_id is not None for lead in wins), len(wins)),
        kept_check(promised.count("kept"), len(promised)),
        _on_time(review, done_on, on_time_until(month, settings.review_by_day)),
    )
    sourceless = tuple(lead.id for lead in wins if lead.source_id is None)
    return Alignment(checks, tuple(late), unanswered, sourceless, promised.count("open"))


def _on_time(review: Review | None, done_on: date, until: date) -> Check:
    return on_time_check(done_on, until, is_done=bool(review and review.finished_on))


def alignment(connection: sqlite3.Connection, month: str, today: date) -> list[Check]:
    """The eight checks alone."""
    return list(read_alignment(connection, month, today).checks)


def frequent_phrases(connection: sqlite3.Connection, end: date) -> list[HeardPhrase]:
    """What was heard from two or more leads in the 90 days up to `end`, and is still listened for."""
    days = (end - timedelta(days=HEARD_DAYS - 1), end)
    retired = {
        row[0]
        for row in connection.execute("SELECT id FROM objection WHERE retired_on <= ?", (end.isoformat(),)).fetchall()
    }
    heard = heard_phrases(connection, *days, *days)
    return [phrase for phrase in heard if phrase.people >= HEARD_PEOPLE and phrase.id not in retired]


def kept_score(connection: sqlite3.Connection, month: str, today: date) -> dict[str, int]:
    """What a review keeps of its score on the day it is finished."""
    holds, of = read_alignment(connection, month, today).score
    return {HOLDS: holds, OF: of}


def month_scores(connection: sqlite3.Connection, month: str, today: date, most: int = 6) -> list[MonthScore]:
    """The score of this month and of those before it, oldest first; a finished review has the one that it kept."""
    months = [shifted(month, -back) for back in range(most - 1, -1, -1)]
    return [_month_score(connection, each, today, is_this=each == month) for each in months]


def _month_score(connection: sqlite3.Connection, month: str, today: date, *, is_this: bool) -> MonthScore:
    review = review_of(connection, month)
    if review and review.finished_on:
        kept: Mapping[str, int] = review.figures
        if OF in kept:
            return MonthScore(month, kept[HOLDS], kept[OF])
        return MonthScore(month, *read_alignment(connection, month, today).score)
    return MonthScore(month, *read_alignment(connection, month, today).score) if is_this else MonthScore(month, 0, 0)
