"""When the first lead came."""

import sqlite3
from datetime import date


def first_arrival(connection: sqlite3.Connection) -> date | None:
    """The earliest arrival of a lead that is not in the bin; None in an empty file."""
    text = connection.execute("SELECT min(arrived_on) FROM lead WHERE binned_at IS NULL").fetchone()[0]
    return date.fromisoformat(text) if text else None
