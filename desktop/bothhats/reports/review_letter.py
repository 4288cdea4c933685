"""The letter from the sales hat to the marketing hat as a whole: for the file, for people, for programs."""

import re
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from bothhats.domain.problems import KnownProblem
from bothhats.domain.review import score
from bothhats.domain.wording import long_date, month_name
from bothhats.queries.alignment import alignment, kept_score
from bothhats.queries.reviews import Review, answers, review_of, versions_of
from bothhats.queries.settings import read_settings
from bothhats.reports.letter_figures import changed_since, figures_of
from bothhats.reports.letter_month import Month, read_month
from bothhats.reports.letter_parts import LetterPart, made_parts
from bothhats.reports.letter_split import CLOSED, GREETING
from bothhats.reports.letter_text import escaped, plain, referenced, resolved_markdown

_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


def letter_parts(connection: sqlite3.Connection, month: str, today: date) -> list[LetterPart]:
    """The parts as the month's facts and answers make them; parts without material are left out."""
    return [part for part in made_parts(read_month(connection, month, today)) if part.text]


def is_in_letter(part: LetterPart, said: Mapping[str, str]) -> bool:
    """Whether the owner has it in: most parts unless left out, By source only if asked for."""
    return (said.get(f"summary.{part.id}.out") or ("" if part.is_in else "yes")) != "yes"


def letter(connection: sqlite3.Connection, month: str, today: date) -> str:
    """The whole letter with the owner's rewordings, without the parts that were left out; Markdown with references."""
    read = read_month(connection, month, today)
    return composed(read, [part for part in made_parts(read) if part.text])


def composed(month: Month, parts: Sequence[LetterPart]) -> str:
    """A letter of parts that were made before, as the answers of the month want them."""
    bodies = [
        paragraph(month.connection, part.heading, month.answer(f"summary.{part.id}") or part.text)
        for part in parts
        if is_in_letter(part, month.said)
    ]
    signed = escaped(signature(month.connection, month.today))
    paragraphs = [f"# {title_of(month.name)}", GREETING, *bodies, CLOSED, signed]
    return "\n\n".join(paragraphs) + "\n"


def title_of(month: str) -> str:
    """ "September 2026"."""
    return f"{month_name(month)} {month[:4]}"


def signature(connection: sqlite3.Connection, day: date) -> str:
    """Who signs, and when."""
    owner = read_settings(connection).owner_name.strip()
    return ", ".join(each for each in (owner, long_date(day)) if each)


def paragraph(connection: sqlite3.Connection, heading: str, words: str) -> str:
    """A part as Markdown: its lead-in in bold, names as references."""
    text = escaped(referenced(connection, words.strip()))
    return f"**{escaped(heading)}** {text}" if heading else text


def review_markdown(connection: sqlite3.Connection, month: str, today: date) -> str:
    """A review for reading: the letter as it was finished, or as it stands. Raises KnownProblem for no review."""
    review = known_review(connection, month)
    return resolved_markdown(connection, letter_of(connection, review, today))


def review_text(connection: sqlite3.Connection, month: str, today: date) -> str:
    """The same as plain text, with the state of the review and what has changed since. Raises KnownProblem."""
    review = known_review(connection, month)
    state = f"Finished on {long_date(review.finished_on)}." if review.finished_on else _draft_words(review)
    later = [each.words for each in _changed(connection, review)]
    lines = [plain(review_markdown(connection, month, today)).rstrip(), "", state]
    return "\n".join([*lines, *(["Changed since:", *later] if later else [])])


def review_json(connection: sqlite3.Connection, month: str, today: date) -> dict[str, Any]:
    """A review as a document. Raises KnownProblem for no review."""
    review = known_review(connection, month)
    checks = alignment(connection, month, today)
    kept, of = score(checks)
    commitments = connection.execute(
        "SELECT hat, text, due_on, state FROM commitment WHERE review_id = ? ORDER BY id", (review.id,)
    ).fetchall()
    return {
        "month": month,
        "state": "finished" if review.finished_on else "draft",
        "page": review.page,
        "started_on": review.started_on.isoformat(),
        "finished_on": review.finished_on.isoformat() if review.finished_on else None,
        "figures": review.figures if review.finished_on else figures_of(connection, month),
        "figures_now": figures_of(connection, month),
        "changed_since": [each.words for each in _changed(connection, review)],
        "alignment": {"holds": kept, "of": of, "checks": [asdict(check) for check in checks]},
        "commitments": [dict(zip(("hat", "text", "due_on", "state"), row, strict=True)) for row in commitments],
        "answers": answers(connection, review.id),
        "letter": review_markdown(connection, month, today),
        "earlier_versions": [version.finished_on.isoformat() for version in versions_of(connection, review.id)],
    }


def kept_figures(connection: sqlite3.Connection, month: str, today: date) -> dict[str, int]:
    """What a review keeps on the day it is finished: the figures of its letter and its score."""
    return figures_of(connection, month) | kept_score(connection, month, today)


def letter_of(connection: sqlite3.Connection, review: Review, today: date) -> str:
    """The letter as it was finished, or as the draft makes it today."""
    return review.letter if review.finished_on else letter(connection, review.month, today)


def known_review(connection: sqlite3.Connection, month: str) -> Review:
    """The review of a month. Raises KnownProblem where there is none."""
    if not _MONTH.fullmatch(month):
        raise KnownProblem(f"“{month}” is not a month.", "Write it as 2026-10.")
    review = review_of(connection, month)
    if review is None:
        raise KnownProblem(f"There is no review of {month}.", "Begin it in the window, under Review.")
    return review


def _changed(connection: sqlite3.Connection, review: Review) -> list[Any]:
    if not review.finished_on:
        return []
    return list(changed_since(connection, review.month, review.figures, review.finished_on))


def _draft_words(review: Review) -> str:
    return f"A draft, page {review.page} of 10."
