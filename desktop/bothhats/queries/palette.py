"""What the palette can lead to by name: people, and what the Playbook and the reviews hold."""

import sqlite3
from dataclasses import dataclass
from datetime import date

from bothhats.domain.lead import LeadRow
from bothhats.queries.lead_condition import search_expression
from bothhats.queries.lead_rows import lead_rows

_LOOKED_AT = 400
_THINGS = """
SELECT kind, CAST(id AS TEXT), text FROM objection WHERE retired_on IS NULL
UNION ALL SELECT 'claim', CAST(id AS TEXT), text FROM claim WHERE retired_on IS NULL
UNION ALL SELECT 'asset', CAST(id AS TEXT), title FROM asset WHERE status <> 'retired'
UNION ALL SELECT 'review', month, month FROM review
"""


@dataclass(frozen=True, slots=True)
class Thing:
    """An objection, question, claim or asset with its id, or a review with its month."""

    kind: str
    id: str
    text: str


def people_called(connection: sqlite3.Connection, text: str, most: int) -> list[LeadRow]:
    """Leads whose name, company or role has the typed words; open ones and the newest first, among the first found."""
    expression = search_expression(text)
    if not expression:
        return []
    rows = connection.execute(
        "SELECT id FROM lead WHERE id IN (SELECT rowid FROM lead_search WHERE lead_search MATCH ? LIMIT ?)"
        " AND binned_at IS NULL ORDER BY outcome IS NOT NULL, arrived_on DESC, id DESC LIMIT ?",
        (f"{{who}} : ({expression})", _LOOKED_AT, most),
    ).fetchall()
    return people(connection, [row[0] for row in rows])


def people(connection: sqlite3.Connection, ids: list[int]) -> list[LeadRow]:
    """These leads in this order; those in the bin or gone are left out."""
    binned = {row[0] for row in connection.execute("SELECT id FROM lead WHERE binned_at IS NOT NULL")}
    found = lead_rows(connection, [lead_id for lead_id in ids if lead_id not in binned])
    return [found[lead_id] for lead_id in ids if lead_id in found]


def things(connection: sqlite3.Connection) -> list[Thing]:
    """Everything else that has a name of the owner's."""
    return [Thing(*row) for row in connection.execute(_THINGS).fetchall()]


def month_of(thing: Thing) -> date:
    """The first day of the month of a review."""
    return date.fromisoformat(f"{thing.id}-01")
