"""In which stage each lead stood at the end of a day, and in which ones it ever was by then."""

import sqlite3
from collections import defaultdict
from datetime import date


def stages_at(connection: sqlite3.Connection, day: date) -> tuple[dict[int, int], dict[int, set[int]]]:
    """By lead its stage, and all stages that it ever was in.

    A lead that has not changed since stands where it stands now, as on the board.
    """
    now: dict[int, int] = dict(connection.execute("SELECT id, stage_id FROM lead").fetchall())
    at: dict[int, int] = {}
    ever: dict[int, set[int]] = defaultdict(set)
    moved_later = set()
    for lead_id, stage_id, entered_on in connection.execute(
        "SELECT lead_id, stage_id, entered_on FROM stage_change WHERE stage_id IS NOT NULL ORDER BY entered_on, id"
    ).fetchall():
        if entered_on <= day.isoformat():
            at[lead_id] = stage_id
            ever[lead_id].add(stage_id)
        else:
            moved_later.add(lead_id)
    stood = {lead_id: at.get(lead_id, stage) if lead_id in moved_later else stage for lead_id, stage in now.items()}
    for lead_id, stage in stood.items():
        ever[lead_id].add(stage)
    return stood, ever
