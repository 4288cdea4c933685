"""What undo would take back and redo would do again, for the menu."""

import sqlite3

LONG_STEP = 10_000  # rows


def undo_labels(connection: sqlite3.Connection) -> tuple[str, str]:
    """The labels of the newest step and of the newest undone one; '' for none."""
    labels = dict(
        connection.execute(
            "SELECT stack, label FROM journal_step WHERE id IN (SELECT max(id) FROM journal_step GROUP BY stack)"
        ).fetchall()
    )
    return labels.get("done", ""), labels.get("undone", "")


def newest_step(connection: sqlite3.Connection, stack: str) -> int:
    """The id of the step that undo (stack "done") or redo ("undone") would turn; 0 for none."""
    return int(
        connection.execute("SELECT coalesce(max(id), 0) FROM journal_step WHERE stack = ?", (stack,)).fetchone()[0]
    )


def is_long_step(connection: sqlite3.Connection, step_id: int) -> bool:
    """Whether a step has so many rows that to turn it takes more than a moment."""
    found = connection.execute("SELECT 1 FROM journal_change WHERE step_id = ? LIMIT 1 OFFSET ?", (step_id, LONG_STEP))
    return found.fetchone() is not None
