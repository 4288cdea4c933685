"""The ledger of objections and questions: from how many leads, what became of them, what answers, every hearing."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bothhats.queries.months import months_between

OPEN = "open"
Outcomes = tuple[tuple[str, int], ...]

_ORDER = ("won", OPEN, "lost", "no_decision", "not_a_fit")


@dataclass(frozen=True, slots=True)
class Answering:
    """An asset that is to answer a phrase; only a live one does."""

    asset_id: int
    title: str
    status: str


@dataclass(frozen=True, slots=True)
class PhraseLine:
    """A phrase of a period: from how many leads it was heard, and how those stand now (`open` or their outcome)."""

    id: int
    kind: str
    text: str
    people: int
    outcomes: Outcomes
    answers: tuple[Answering, ...]
    last_heard: date | None
    is_retired: bool

    @property
    def is_answered(self) -> bool:
        """At least one live asset answers it."""
        return any(answer.status == "live" for answer in self.answers)


@dataclass(frozen=True, slots=True)
class LedgerHearing:
    """One hearing with the lead that said it and how that lead stands now."""

    id: int
    lead_id: int
    name: str
    on: date
    words: str
    standing: str


@dataclass(frozen=True, slots=True)
class PhraseHistory:
    """All hearings of a phrase, newest first, and its people by month ("2026-10"), oldest first."""

    hearings: tuple[LedgerHearing, ...]
    months: tuple[tuple[str, int], ...]


_HEARINGS = """
SELECT hearing.id, objection_id, lead_id, display_name, heard_on, words, coalesce(outcome, 'open')
FROM hearing JOIN lead ON lead.id = lead_id AND lead.binned_at IS NULL
"""


def phrase_lines(connection: sqlite3.Connection, start: date, end: date) -> list[PhraseLine]:
    """All objections and questions: those in use first, most people of the period first, then the last heard."""
    days, standings = _last_heard(connection), _standings(connection, start, end)
    answers = _answers(connection)
    lines = [
        PhraseLine(
            row[0], row[1], row[2], len(standings[row[0]]), _counted(standings[row[0]].values()),
            tuple(answers[row[0]]), days.get(row[0]), bool(row[3]),
        )
        for row in connection.execute("SELECT id, kind, text, retired_on IS NOT NULL FROM objection").fetchall()
    ]  # fmt: skip
    return sorted(
        lines, key=lambda each: (each.is_retired, -each.people, -(each.last_heard or date.min).toordinal(), each.id)
    )


def phrase_history(connection: sqlite3.Connection, objection_id: int, first: date, today: date) -> PhraseHistory:
    """Every hearing; the months are those from `first` to today."""
    rows = connection.execute(
        f"{_HEARINGS} WHERE objection_id = ? ORDER BY heard_on DESC, hearing.id DESC", (objection_id,)
    ).fetchall()
    hearings = tuple(LedgerHearing(row[0], row[2], row[3], date.fromisoformat(row[4]), row[5], row[6]) for row in rows)
    people = defaultdict(set)
    for hearing in hearings:
        people[f"{hearing.on:%Y-%m}"].add(hearing.lead_id)
    return PhraseHistory(hearings, tuple((month, len(people[month])) for month in months_between(first, today)))


def _standings(connection: sqlite3.Connection, start: date, end: date) -> dict[int, dict[int, str]]:
    """By phrase, the leads that said it in the period and how each stands."""
    found: dict[int, dict[int, str]] = defaultdict(dict)
    for row in connection.execute(
        f"{_HEARINGS} WHERE heard_on BETWEEN ? AND ?", (start.isoformat(), end.isoformat())
    ).fetchall():
        found[row[1]][row[2]] = row[6]
    return found


def _counted(standings: Iterable[str]) -> Outcomes:
    counts = Counter(standings)
    return tuple((each, counts[each]) for each in _ORDER if counts[each])


def _last_heard(connection: sqlite3.Connection) -> dict[int, date]:
    rows = connection.execute(f"SELECT objection_id, max(heard_on) FROM ({_HEARINGS}) GROUP BY objection_id").fetchall()
    return {row[0]: date.fromisoformat(row[1]) for row in rows}


def _answers(connection: sqlite3.Connection) -> dict[int, list[Answering]]:
    """By phrase, the assets that are to answer it; the live ones first, retired ones left out."""
    found: dict[int, list[Answering]] = defaultdict(list)
    for row in connection.execute(
        "SELECT objection_id, asset.id, title, status FROM asset_answer JOIN asset ON asset.id = asset_id"
        " WHERE status <> 'retired' ORDER BY status <> 'live', title COLLATE NOCASE, asset.id"
    ).fetchall():
        found[row[0]].append(Answering(*row[1:]))
    return found
