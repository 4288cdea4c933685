"""The imports that the history still knows: when, what, and how many leads each brought or changed."""

import sqlite3
from dataclasses import dataclass

_MARK = "import "


@dataclass(frozen=True, slots=True)
class PastImport:
    """One import, named by its step; `made_at` is a UTC time."""

    step_id: int
    label: str
    made_at: str
    leads: int


def past_imports(connection: sqlite3.Connection) -> list[PastImport]:
    """The newest first, without those that were taken back.

    What the history has forgotten (90 days, 500 steps, 50 MB) is not among them.
    """
    rows = connection.execute(
        "SELECT s.id, s.label, s.made_at, (SELECT count(DISTINCT CASE table_name WHEN 'lead' THEN row_id"
        " ELSE json_extract(coalesce(after, before), '$.lead_id') END) FROM journal_change WHERE step_id = s.id)"
        " FROM journal_step s WHERE s.joins LIKE ? AND s.stack = 'done' AND NOT EXISTS (SELECT 1 FROM journal_step b"
        " WHERE b.joins = 'back ' || s.id AND b.stack = 'done') ORDER BY s.id DESC",
        (f"{_MARK}%",),
    )
    return [PastImport(*row) for row in rows]
