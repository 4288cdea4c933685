"""The ledger of claims: where each is said, and with how many people of a period it landed or did not."""

import sqlite3
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from bothhats.queries.heard import talked_with

_VERDICTS = ("landed", "doubted", "not_wanted")


@dataclass(frozen=True, slots=True)
class Said:
    """A campaign or an asset that makes a claim."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim and the distinct leads of a period (METRICS, claims); `never` of those that were talked with."""

    id: int
    text: str
    campaigns: tuple[Said, ...]
    assets: tuple[Said, ...]
    landed: int
    doubted: int
    not_wanted: int
    never: int
    last_heard: date | None
    since: date
    retired_on: date | None

    @property
    def is_never_mentioned(self) -> bool:
        """In use, and nobody ever took it up."""
        return self.retired_on is None and self.last_heard is None


@dataclass(frozen=True, slots=True)
class ClaimHearing:
    """One time that a claim came up."""

    id: int
    lead_id: int
    name: str
    on: date
    verdict: str
    note: str


_HEARD = """
SELECT claim_heard.id, claim_id, claim_heard.lead_id, display_name, heard_on, verdict, coalesce(note, ''), campaign_id
FROM claim_heard JOIN lead ON lead.id = claim_heard.lead_id AND lead.binned_at IS NULL
LEFT JOIN touch ON touch.id = touch_id
"""


def claim_lines(connection: sqlite3.Connection, start: date, end: date) -> list[ClaimLine]:
    """All claims: those in use first, those that landed most first."""
    talked = talked_with(connection, start, end)
    last = dict(connection.execute(f"SELECT claim_id, max(heard_on) FROM ({_HEARD}) GROUP BY claim_id").fetchall())
    people: dict[tuple[int, str], set[int]] = defaultdict(set)
    for row in connection.execute(
        f"{_HEARD} WHERE heard_on BETWEEN ? AND ?", (start.isoformat(), end.isoformat())
    ).fetchall():
        people[row[1], row[5]].add(row[2])
    campaigns, assets = _said_in(connection, "campaign", "name"), _said_in(connection, "asset", "title")
    rows = connection.execute("SELECT id, text, since, retired_on FROM claim").fetchall()
    lines = []
    for claim_id, text, since, retired in rows:
        landed, doubted, not_wanted = sets = [people[claim_id, verdict] for verdict in _VERDICTS]
        never = max(talked - len(set().union(*sets)), 0)
        said = (tuple(campaigns[claim_id]), tuple(assets[claim_id]))
        counts = (len(landed), len(doubted), len(not_wanted), never)
        heard_on, since_day = _day(last.get(claim_id)), date.fromisoformat(since)
        lines.append(ClaimLine(claim_id, text, *said, *counts, heard_on, since_day, _day(retired)))
    return sorted(
        lines, key=lambda each: (each.retired_on is not None, -each.landed, -each.doubted, -each.not_wanted, each.id)
    )


def claim_hearings(connection: sqlite3.Connection, claim_id: int) -> list[ClaimHearing]:
    """Every time it came up, newest first, with the note of that touch."""
    rows = connection.execute(
        f"{_HEARD} WHERE claim_id = ? ORDER BY heard_on DESC, claim_heard.id DESC", (claim_id,)
    ).fetchall()
    return [ClaimHearing(row[0], row[2], row[3], date.fromisoformat(row[4]), row[5], row[6]) for row in rows]


def heard_by_campaign(connection: sqlite3.Connection, campaign_id: int, claim_id: int) -> dict[str, set[int]]:
    """The leads of a campaign by what its claim did with them so far."""
    rows = connection.execute(
        f"SELECT verdict, lead_id FROM ({_HEARD}) WHERE campaign_id = ? AND claim_id = ?", (campaign_id, claim_id)
    ).fetchall()
    found: dict[str, set[int]] = {verdict: set() for verdict in _VERDICTS}
    for verdict, lead_id in rows:
        found[verdict].add(lead_id)
    return found


def _said_in(connection: sqlite3.Connection, table: str, name: str) -> dict[int, list[Said]]:
    """By claim, the campaigns or assets that make it; retired content says nothing any more."""
    found: dict[int, list[Said]] = defaultdict(list)
    where = "WHERE status <> 'retired'" if table == "asset" else ""
    for row in connection.execute(
        f"SELECT claim_id, {table}.id, {name} FROM {table}_claim JOIN {table} ON {table}.id = {table}_id {where}"
        f" ORDER BY {table}.id"
    ).fetchall():
        found[row[0]].append(Said(*row[1:]))
    return found


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
