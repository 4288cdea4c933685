"""Who waits today, in a few words, for a notification."""

import sqlite3
from dataclasses import dataclass
from datetime import date

from bothhats.domain.follow_up import Standing
from bothhats.queries.lead_rows import lead_rows
from bothhats.queries.settings import read_settings
from bothhats.queries.today_standing import standings

MOST_NAMES = 3


@dataclass(frozen=True, slots=True)
class Pressing:
    """How much has slipped and how much is for today, and the first names of those, the earliest first."""

    slipped: int
    today: int
    names: tuple[str, ...]


def pressing(connection: sqlite3.Connection, today: date) -> Pressing:
    """What the badge counts."""
    waiting = [
        each
        for each in standings(connection, today, read_settings(connection).promise_days)
        if each.due.standing in (Standing.SLIPPED, Standing.TODAY)
    ]
    slipped = sum(each.due.standing == Standing.SLIPPED for each in waiting)
    ids = [each.lead_id for each in waiting[:MOST_NAMES]]
    rows = lead_rows(connection, ids)
    return Pressing(slipped, len(waiting) - slipped, tuple(rows[lead_id].name for lead_id in ids))
