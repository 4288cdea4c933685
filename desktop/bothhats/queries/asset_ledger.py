"""The ledger of content: to whom each piece went, whether it helped, what it answers and what came of that."""

import sqlite3
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from bothhats.queries.heard import people_heard
from bothhats.queries.months import months_between

USED_DAYS = 90


@dataclass(frozen=True, slots=True)
class Answered:
    """A phrase that an asset answers."""

    id: int
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class AssetLine:
    """An asset: distinct leads that got it in 90 days and ever, and how often it helped of the times it was marked."""

    id: int
    kind: str
    title: str
    place: str
    status: str
    live_on: date | None
    people: int
    helped: int
    marked: int
    people_ever: int
    answers: tuple[Answered, ...]

    def is_unused(self, today: date) -> bool:
        """Live for at least 90 days, or for longer than anybody knows, and sent to nobody in that time."""
        is_old = self.live_on is None or (today - self.live_on).days >= USED_DAYS
        return self.status == "live" and not self.people and is_old


@dataclass(frozen=True, slots=True)
class Use:
    """One time that an asset was sent or shown; `helped` None means unsure."""

    id: int
    lead_id: int
    name: str
    on: date
    helped: bool | None


@dataclass(frozen=True, slots=True)
class Effect:
    """A phrase's people in the `days` before an asset's first live day, and in as many days from it on."""

    phrase: Answered
    days: int
    before: int
    since: int


@dataclass(frozen=True, slots=True)
class AssetHistory:
    """What the editor shows beside the fields; `wins` of `wins_in_all` leads won since it went live had it."""

    text: str
    claim_ids: tuple[int, ...]
    uses: tuple[Use, ...]
    months: tuple[tuple[str, int], ...]
    wins: int
    wins_in_all: int
    effects: tuple[Effect, ...]


_USES = """
SELECT asset_use.id, asset_id, lead_id, display_name, used_on, helped, outcome
FROM asset_use JOIN lead ON lead.id = lead_id AND lead.binned_at IS NULL
"""


def asset_lines(connection: sqlite3.Connection, today: date) -> list[AssetLine]:
    """All content: live first, then what is in the making, then what is retired; the most used first."""
    start = (today - timedelta(days=USED_DAYS - 1)).isoformat()
    rows = connection.execute(
        f"SELECT asset_id, count(DISTINCT CASE WHEN used_on >= :start THEN lead_id END),"
        " coalesce(sum(CASE WHEN used_on >= :start THEN helped END), 0),"
        f" count(CASE WHEN used_on >= :start THEN helped END), count(DISTINCT lead_id)"
        f" FROM ({_USES}) WHERE used_on <= :today GROUP BY asset_id",
        {"start": start, "today": today.isoformat()},
    ).fetchall()
    use: dict[int, tuple[int, int, int, int]] = {row[0]: row[1:] for row in rows}
    answers = _answers(connection)
    found = connection.execute("SELECT id, kind, title, place, status, live_on FROM asset").fetchall()
    lines = [
        AssetLine(
            asset_id, kind, title, place, status, _day(live), *use.get(asset_id, (0, 0, 0, 0)), tuple(answers[asset_id])
        )
        for asset_id, kind, title, place, status, live in found
    ]
    return sorted(lines, key=lambda line: (_ORDER.index(line.status), -line.people, line.id))


_ORDER = ("live", "rework", "drafting", "idea", "retired")


def asset_history(connection: sqlite3.Connection, line: AssetLine, first: date, today: date) -> AssetHistory:
    """All of one asset; the months are those from `first` to today."""
    row = connection.execute("SELECT text FROM asset WHERE id = ?", (line.id,)).fetchone()
    claims = connection.execute(
        "SELECT claim_id FROM asset_claim WHERE asset_id = ? ORDER BY claim_id", (line.id,)
    ).fetchall()
    rows = connection.execute(
        f"{_USES} WHERE asset_id = ? ORDER BY used_on DESC, asset_use.id DESC", (line.id,)
    ).fetchall()
    uses = tuple(
        Use(use_id, lead_id, name, date.fromisoformat(on), _helped(helped))
        for use_id, _, lead_id, name, on, helped, _ in rows
    )
    people = defaultdict(set)
    for use in uses:
        people[f"{use.on:%Y-%m}"].add(use.lead_id)
    months = tuple((month, len(people[month])) for month in months_between(first, today))
    wins = _wins(connection, line.live_on)
    return AssetHistory(
        row[0] if row else "",
        tuple(each[0] for each in claims),
        uses,
        months,
        len(wins & {use.lead_id for use in uses}),
        len(wins),
        _effects(connection, line, today),
    )


def template_text(connection: sqlite3.Connection, asset_id: int) -> str:
    """The text of an asset as it was written."""
    row = connection.execute("SELECT text FROM asset WHERE id = ?", (asset_id,)).fetchone()
    return str(row[0]) if row else ""


def _effects(connection: sqlite3.Connection, line: AssetLine, today: date) -> tuple[Effect, ...]:
    """Two stretches of the same length, at most 90 days each; none before it was live."""
    if line.live_on is None or line.live_on > today:
        return ()
    days = min((today - line.live_on).days + 1, USED_DAYS)
    before = (line.live_on - timedelta(days=days), line.live_on - timedelta(days=1))
    since = (line.live_on, line.live_on + timedelta(days=days - 1))
    return tuple(
        Effect(phrase, days, people_heard(connection, phrase.id, *before), people_heard(connection, phrase.id, *since))
        for phrase in line.answers
    )


def _wins(connection: sqlite3.Connection, since: date | None) -> set[int]:
    rows = connection.execute(
        "SELECT id FROM lead WHERE outcome = 'won' AND binned_at IS NULL AND closed_on >= ?",
        ((since or date.min).isoformat(),),
    )
    return {row[0] for row in rows}


def _answers(connection: sqlite3.Connection) -> dict[int, list[Answered]]:
    found: dict[int, list[Answered]] = defaultdict(list)
    for row in connection.execute(
        "SELECT asset_id, o.id, kind, text FROM asset_answer JOIN objection o ON o.id = objection_id ORDER BY o.id"
    ).fetchall():
        found[row[0]].append(Answered(*row[1:]))
    return found


def _helped(value: int | None) -> bool | None:
    return None if value is None else bool(value)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
