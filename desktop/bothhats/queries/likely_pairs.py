"""Which leads may be one person, with what tells them apart, for the owner to decide."""

import sqlite3
from dataclasses import dataclass
from datetime import date

from bothhats.domain.duplicates import Person, Sameness, find_pairs
from bothhats.domain.lead import LeadRow
from bothhats.queries.lead_rows import lead_rows
from bothhats.queries.lists import tags_of

_HISTORIES = ("touch", "hearing", "stage_change", "outcome_change", "judgement", "claim_heard", "asset_use")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two leads that may be one, the one that arrived first in front, and why (None: the owner chose them)."""

    first: LeadRow
    second: LeadRow
    why: Sameness | None


@dataclass(frozen=True, slots=True)
class Side:
    """What one of two leads says, by field; `counts` by table are what has happened with it."""

    lead_id: int
    fields: dict[str, str]
    tags: tuple[str, ...]
    has_notes: bool
    arrived_on: date
    counts: dict[str, int]


def likely_pairs(connection: sqlite3.Connection, most: int = 200) -> list[Pair]:
    """The surest first; pairs that were said not to be the same are left out, and so is the bin."""
    people = [
        Person(*row)
        for row in connection.execute(
            "SELECT id, display_name, company, email, phone FROM lead WHERE binned_at IS NULL ORDER BY id"
        )
    ]
    apart = {frozenset(row) for row in connection.execute("SELECT lead_id, other_id FROM not_the_same")}
    order = list(Sameness)
    found = [(order.index(why), a, b, why) for a, b, why in find_pairs(people) if frozenset((a, b)) not in apart]
    chosen = sorted(found)[:most]
    rows = lead_rows(connection, {lead_id for _, a, b, _ in chosen for lead_id in (a, b)})
    return [_pair(rows[a], rows[b], why) for _, a, b, why in chosen]


def pair_of(connection: sqlite3.Connection, first_id: int, second_id: int) -> Pair | None:
    """Two leads that the owner chose; None where one is gone."""
    rows = lead_rows(connection, [first_id, second_id])
    return _pair(rows[first_id], rows[second_id], None) if len(rows) == 2 else None


def side(connection: sqlite3.Connection, row: LeadRow) -> Side:
    """What the lead says."""
    address, notes = connection.execute("SELECT address, notes FROM lead WHERE id = ?", (row.id,)).fetchone()
    counts = {
        table: connection.execute(f"SELECT count(*) FROM {table} WHERE lead_id = ?", (row.id,)).fetchone()[0]
        for table in _HISTORIES
    }
    fields = {
        "name": row.name,
        "company": row.company,
        "role": row.role,
        "email": row.email,
        "phone": row.phone,
        "website": row.website,
        "address": address,
        "source": row.source_name or "",
        "campaign": row.campaign_name or "",
        "value": "" if row.value is None else str(row.value),
        "stage": row.stage_name,
    }
    return Side(row.id, fields, tags_of(connection, [row.id]).get(row.id, ()), bool(notes), row.arrived_on, counts)


def _pair(a: LeadRow, b: LeadRow, why: Sameness | None) -> Pair:
    first, second = sorted((a, b), key=lambda row: (row.arrived_on, row.id))
    return Pair(first, second, why)
