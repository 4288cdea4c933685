"""Take a person out of the file for good: leads, history, search, undo history, letters.

Runs inside `Journal.lasting`, whose own record is dropped at its end. `secure_delete` overwrites what is deleted;
`sweep` takes away afterwards what the search index still holds.
"""

import sqlite3
from collections.abc import Iterable, Sequence

from bothhats.domain.name_matching import without_names

_LETTERS = (("review", "letter"), ("review_version", "letter"), ("review_answer", "value"))


def erase(connection: sqlite3.Connection, lead_id: int, names: Sequence[str]) -> None:
    """Delete the lead with all that happened with it, every image of it in the undo history, and its names."""
    _forget_steps(connection, lead_id, names)
    for table, column in _LETTERS:
        for row_id, text in connection.execute(f"SELECT id, {column} FROM {table}").fetchall():
            changed = without_names(text, names)
            if changed != text:
                connection.execute(f"UPDATE {table} SET {column} = ? WHERE id = ?", (changed, row_id))
    for name, text in connection.execute(
        "SELECT name, value FROM app_state WHERE name GLOB 'typed_*' OR name GLOB '*_draft*'"
    ).fetchall():
        connection.execute("UPDATE app_state SET value = ? WHERE name = ?", (without_names(text, names), name))
    connection.execute("DELETE FROM review_answer WHERE field GLOB ?", (f"leads.{lead_id}.*",))
    connection.execute("DELETE FROM lead WHERE id = ?", (lead_id,))


def sweep(connection: sqlite3.Connection) -> None:
    """Merge the search index into one piece: only then the words of deleted rows are gone from it."""
    connection.execute("INSERT INTO lead_search (lead_search) VALUES ('optimize')")


def _forget_steps(connection: sqlite3.Connection, lead_id: int, names: Iterable[str]) -> None:
    connection.execute(
        "DELETE FROM journal_change WHERE (table_name = 'lead' AND row_id = :lead)"
        " OR json_extract(coalesce(after, before), '$.lead_id') = :lead"
        " OR json_extract(coalesce(after, before), '$.other_id') = :lead"
        " OR (table_name = 'review_answer' AND json_extract(coalesce(after, before), '$.field')"
        "  GLOB 'leads.' || :lead || '.*')"
        " OR (table_name = 'judgement_answer' AND json_extract(coalesce(after, before), '$.judgement_id') IN"
        "  (SELECT id FROM judgement WHERE lead_id = :lead UNION SELECT row_id FROM journal_change"
        "   WHERE table_name = 'judgement' AND json_extract(coalesce(after, before), '$.lead_id') = :lead))",
        {"lead": lead_id},
    )
    for step_id, label in connection.execute("SELECT id, label FROM journal_step").fetchall():
        changed = without_names(label, names)
        if changed != label:
            connection.execute("UPDATE journal_step SET label = ? WHERE id = ?", (changed, step_id))
    for change_id, before, after in connection.execute(
        "SELECT id, before, after FROM journal_change WHERE table_name IN ('review', 'review_version', 'review_answer')"
    ).fetchall():
        texts = (without_names(before or "", names) or None, without_names(after or "", names) or None)
        if texts != (before, after):
            connection.execute("UPDATE journal_change SET before = ?, after = ? WHERE id = ?", (*texts, change_id))
    connection.execute("DELETE FROM journal_step WHERE id NOT IN (SELECT step_id FROM journal_change)"
                       " AND id NOT IN (SELECT step_id FROM temp.journal_open)")  # fmt: skip
