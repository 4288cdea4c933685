"""The rows that leads can be filtered by: the owner's lists with what is retired but still stands with some lead."""

import sqlite3
from dataclasses import dataclass

_LISTS = {
    "source": """SELECT id, name FROM source WHERE retired_on IS NULL
      OR EXISTS (SELECT 1 FROM lead WHERE source_id = source.id) ORDER BY name COLLATE NOCASE, id""",
    "campaign": "SELECT id, name FROM campaign ORDER BY starts_on DESC, id DESC",
    "stage": "SELECT id, name FROM stage WHERE retired_on IS NULL ORDER BY position, id",
    "won_reason": """SELECT id, name FROM reason WHERE kind = 'won' AND (retired_on IS NULL
      OR EXISTS (SELECT 1 FROM outcome_change WHERE reason_id = reason.id)) ORDER BY position, id""",
    "lost_reason": """SELECT id, name FROM reason WHERE kind = 'lost' AND (retired_on IS NULL
      OR EXISTS (SELECT 1 FROM outcome_change WHERE reason_id = reason.id)) ORDER BY position, id""",
    "tag": "SELECT id, name FROM tag ORDER BY name COLLATE NOCASE, id",
    "objection": """SELECT id, text FROM objection WHERE id IN (SELECT objection_id FROM hearing)
      ORDER BY (SELECT count(DISTINCT lead_id) FROM hearing WHERE objection_id = objection.id) DESC, id""",
}


@dataclass(frozen=True, slots=True)
class Named:
    """A row of one of the lists."""

    id: int
    name: str


def named_rows(connection: sqlite3.Connection, name: str) -> list[Named]:
    """One of the lists: source, campaign, stage, won_reason, lost_reason, tag, objection (the most heard first)."""
    return [Named(*row) for row in connection.execute(_LISTS[name]).fetchall()]
