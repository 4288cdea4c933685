"""What lies in the bin."""

import sqlite3
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Binned:
    """A lead in the bin: who, where it stood, and the day (local) on which it was put there."""

    id: int
    name: str
    company: str
    stage: str
    on: date


def binned_leads(connection: sqlite3.Connection) -> list[Binned]:
    """The leads in the bin, the latest first."""
    rows = connection.execute(
        "SELECT lead.id, display_name, company, stage.name, date(binned_at, 'localtime') FROM lead"
        " JOIN stage ON stage.id = stage_id WHERE binned_at IS NOT NULL ORDER BY binned_at DESC, lead.id DESC"
    ).fetchall()
    return [Binned(i, name, company, stage, date.fromisoformat(day)) for i, name, company, stage, day in rows]
