"""The leads of a month that came into the file after its review was finished."""

import sqlite3
from dataclasses import dataclass
from datetime import date

from bothhats.queries.months import first_day, last_day


@dataclass(frozen=True, slots=True)
class LateLeads:
    """How many were imported, and how many added by hand."""

    imported: int
    added: int


def late_leads(connection: sqlite3.Connection, month: str, finished_on: date, most: int) -> LateLeads:
    """The newest `most` leads that arrived in the month, of those recorded since the day it was finished on."""
    rows = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM stage_change WHERE lead_id = lead.id AND origin = 'import') FROM lead"
        " WHERE binned_at IS NULL AND arrived_on BETWEEN ? AND ? AND date(recorded_at, 'localtime') >= ?"
        " ORDER BY recorded_at DESC, id DESC LIMIT ?",
        (first_day(month).isoformat(), last_day(month).isoformat(), finished_on.isoformat(), max(most, 0)),
    ).fetchall()
    imported = sum(row[0] for row in rows)
    return LateLeads(imported, len(rows) - imported)
