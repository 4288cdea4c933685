"""The letter from the sales hat to the marketing hat: made of the month's facts and the owner's words.

Leads are named by reference, {lead:12}, and resolved when the letter is shown, so that erasing a person reaches it.
"""

import json
import re
import sqlite3
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from bothhats.domain.money import currency_of, format_for_people
from bothhats.domain.problems import KnownProblem
from bothhats.domain.review import score
from bothhats.domain.wording import capitalised, counted, month_name, told
from bothhats.queries.alignment import alignment
from bothhats.queries.heard import heard_claims, heard_phrases, talked_with
from bothhats.queries.months import first_day, last_day, shifted
from bothhats.queries.review_month import read_ended, read_numbers
from bothhats.queries.reviews import answers, review_of
from bothhats.queries.settings import read_settings

_REFERENCE = re.compile(r"\{lead:(\d+)\}")
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class LetterPart:
    """One part of the letter: its id, its heading, its text with references."""

    id: str
    heading: str
    text: str


def letter_parts(connection: sqlite3.Connection, month: str) -> list[LetterPart]:
    """The parts as the month's facts and answers make them; parts without material are left out."""
    review = review_of(connection, month)
    said = answers(connection, review.id) if review else {}
    parts = [
        LetterPart("numbers", "How it went", _numbers(connection, month, said)),
        LetterPart("landed", "What landed", _landed(connection, month)),
        LetterPart("objections", "What they asked", _asked(connection, month, said)),
        LetterPart("waste", "What wasted our time", _waste(connection, month, said)),
        LetterPart("commitments", "What we change", _changes(said)),
    ]
    return [part for part in parts if part.text]


def letter(connection: sqlite3.Connection, month: str) -> str:
    """The whole letter with the owner's rewordings, without the parts that were left out; as Markdown."""
    review = review_of(connection, month)
    said = answers(connection, review.id) if review else {}
    lines = [f"# {capitalised(month_name(month))} {month[:4]}", "", "Dear marketing hat,", ""]
    for part in letter_parts(connection, month):
        if said.get(f"summary.{part.id}.out") != "yes":
            lines += [f"## {part.heading}", "", said.get(f"summary.{part.id}") or part.text, ""]
    return "\n".join([*lines, "Yours, the sales hat", ""])


def resolved(connection: sqlite3.Connection, text: str) -> str:
    """The text with the names of the leads that it refers to; one that is gone is "a lead"."""
    names = dict(connection.execute("SELECT id, display_name FROM lead").fetchall()) if "{lead:" in text else {}
    return _REFERENCE.sub(lambda match: str(names.get(int(match[1]), "a lead")), text)


def figures_of(connection: sqlite3.Connection, month: str) -> dict[str, int]:
    """The figures that a finished review keeps, to say later when they have changed."""
    numbers = read_numbers(connection, month).month
    return {
        "leads": numbers.events.leads,
        "conversations": numbers.events.conversations,
        "closes": numbers.events.closes,
        "revenue": numbers.revenue.amount,
    }


def review_markdown(connection: sqlite3.Connection, month: str, today: date) -> str:
    """A review for reading: the letter as it was finished, or as it stands. Raises KnownProblem for no review."""
    review = _known_review(connection, month)
    text = review.letter if review.finished_on else letter(connection, month)
    state = f"finished on {review.finished_on}" if review.finished_on else f"a draft, page {review.page} of 10"
    kept, of = score(alignment(connection, month, today))
    return resolved(connection, f"{text}\n\n_{month}: {state}. Alignment: {kept} of {of}._\n")


def review_json(connection: sqlite3.Connection, month: str, today: date) -> dict[str, Any]:
    """A review as a document. Raises KnownProblem for no review."""
    review = _known_review(connection, month)
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
        "alignment": {"holds": kept, "of": of, "checks": [asdict(check) for check in checks]},
        "commitments": [dict(zip(("hat", "text", "due_on", "state"), row, strict=True)) for row in commitments],
        "answers": answers(connection, review.id),
        "letter": resolved(connection, review.letter if review.finished_on else letter(connection, month)),
    }


def _known_review(connection: sqlite3.Connection, month: str) -> Any:
    if not _MONTH.fullmatch(month):
        raise KnownProblem(f"“{month}” is not a month.", "Write it as 2026-10.")
    review = review_of(connection, month)
    if review is None:
        raise KnownProblem(f"There is no review of {month}.", "Begin it in the window, under Review.")
    return review


def _numbers(connection: sqlite3.Connection, month: str, said: dict[str, str]) -> str:
    numbers = read_numbers(connection, month)
    events = numbers.month.events
    if not events.leads and not events.conversations and not events.closes:
        return " ".join(
            text for text in ("It was a quiet month: no leads came.", said.get("numbers.surprise", "")) if text
        )
    currency = currency_of(read_settings(connection).currency)
    before = shifted(month, -1)
    money = format_for_people(numbers.month.revenue.amount, currency)
    sentences = [
        f"{capitalised(told(events.leads, 'lead'))} came, {told(events.conversations, 'conversation')} were had for the"
        f" first time and {told(events.closes, 'close')} came of it, worth {money}.",
        f"In {month_name(before)} it was {numbers.before.events.leads}, {numbers.before.events.conversations} and"
        f" {numbers.before.events.closes}.",
    ]
    promise = numbers.month.follow_up
    if promise.n:
        sentences.append(f"The promise was kept for {promise.k} of {promise.n} new leads.")
    if said.get("numbers.surprise"):
        sentences.append(f"What surprised me: {said['numbers.surprise']}")
    return " ".join(sentences)


def _landed(connection: sqlite3.Connection, month: str) -> str:
    start, end = first_day(month), last_day(month)
    talked = talked_with(connection, start, end)
    claims = heard_claims(connection, start, end, talked)
    lines = []
    for claim in claims:
        counts = [
            (claim.landed, "landed with {}"),
            (claim.doubted, "doubted by {}"),
            (claim.not_wanted, "not wanted by {}"),
        ]
        words = ", ".join(text.format(n) for n, text in counts if n)
        lines.append(f"- “{claim.text}” {words or 'never came up'}.")
    if not talked or not lines:
        return ""
    return f"Of {counted(talked, 'person', 'people')} talked with:\n\n" + "\n".join(lines)


def _asked(connection: sqlite3.Connection, month: str, said: dict[str, str]) -> str:
    before = shifted(month, -1)
    lines = []
    for phrase in heard_phrases(connection, first_day(month), last_day(month), first_day(before), last_day(before)):
        answer = f"answered by “{phrase.answers[0]}”" if phrase.answers else "nothing answers it yet"
        line = f"- “{phrase.text}” {counted(phrase.people, 'person', 'people')} ({phrase.change}); {answer}."
        plan = said.get(f"objections.{phrase.id}.plan")
        quote = next((f" “{h.words}” said {{lead:{h.lead_id}}}." for h in phrase.hearings if h.words), "")
        lines.append(line + quote + (f" We will: {plan}" if plan else ""))
    return "\n".join(lines)


def _waste(connection: sqlite3.Connection, month: str, said: dict[str, str]) -> str:
    lines = []
    for lead in read_ended(connection, month):
        if lead.waste:
            sign = said.get(f"leads.{lead.id}.sign") or lead.sign
            lines.append(f"- {{lead:{lead.id}}}" + (f": on day one one could have seen {sign}" if sign else "."))
    return "\n".join(lines)


def _changes(said: dict[str, str]) -> str:
    try:
        commitments = json.loads(said.get("commitments", "[]"))
    except ValueError:
        commitments = []
    return "\n".join(f"- {each['text']} ({each['hat']} hat, by {each['due_on']})" for each in commitments)
