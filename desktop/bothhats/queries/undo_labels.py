"""What undo would take back and redo would do again, for the menu."""

import sqlite3


def undo_labels(connection: sqlite3.Connection) -> tuple[str, str]:
    """The labels of the newest step and of the newest undone one; '' for none."""
    labels = dict(
        connection.execute(
            "SELECT stack, label FROM journal_step WHERE id IN (SELECT max(id) FROM journal_step GROUP BY stack)"
        ).fetchall()
    )
    return labels.get("done", ""), labels.get("undone", "")
