"""Whether a file is whole: its pages, its references, its search index, and each lead against its history."""

import sqlite3

from bothhats.storage.search_index import rebuild
from bothhats.storage.sqlite_errors import sorted_errors

_AGAINST_HISTORY = (
    (
        "leads whose outcome is not their newest one",
        "SELECT count(*) FROM lead WHERE outcome IS NOT (SELECT nullif(outcome, 'reopened') FROM outcome_change"
        " WHERE lead_id = lead.id ORDER BY happened_on DESC, id DESC LIMIT 1)",
    ),
    (
        "leads whose follow-up is not their open one",
        "SELECT count(*) FROM lead WHERE follow_up_on IS NOT (SELECT due_on FROM follow_up"
        " WHERE lead_id = lead.id AND ended_on IS NULL ORDER BY id DESC LIMIT 1)",
    ),
)
_INDEX_DIFFERS = (
    "SELECT (SELECT count(*) FROM lead WHERE id NOT IN (SELECT rowid FROM lead_search))"
    " + (SELECT count(*) FROM lead_search WHERE rowid NOT IN (SELECT id FROM lead))"
)


def problems_of(connection: sqlite3.Connection) -> list[str]:
    """One sentence for each thing that is wrong; none for a sound file."""
    with sorted_errors():
        found = [
            f"The file is damaged: {row[0]}."
            for row in connection.execute("PRAGMA integrity_check(20)")
            if row[0] != "ok"
        ]
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        found += [f"A row of {row[0]} refers to a row of {row[2]} that is gone." for row in broken]
        for what, sql in _AGAINST_HISTORY:
            count = connection.execute(sql).fetchone()[0]
            found += [f"There are {what}: {count}."] if count else []
        if connection.execute(_INDEX_DIFFERS).fetchone()[0]:
            found.append("The search index does not match the leads.")
    return found


def odd_values(connection: sqlite3.Connection) -> list[str]:
    """One sentence for each column whose values cannot be read: days that no calendar has, extra fields that are none.

    A file that another program wrote into, or an export that was edited, may have some.
    """
    found: list[str] = []
    with sorted_errors():
        for table, column in _day_columns(connection):
            sql = f"SELECT count(*), min({column}) FROM {table} WHERE date({column}) IS NOT {column}"
            count, first = connection.execute(sql).fetchone()
            found += [f"{table}.{column} has what is no day: {first}, {count} in all."] if count else []
        sql = "SELECT count(*) FROM lead WHERE CASE json_valid(extra) WHEN 1 THEN json_type(extra) END IS NOT 'object'"
        count = connection.execute(sql).fetchone()[0]
        found += [f"lead.extra has what are no extra fields, {count} in all."] if count else []
    return found


def _day_columns(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    columns = ((name, row[1]) for (name,) in tables for row in connection.execute(f"PRAGMA table_info({name})"))
    return [(table, column) for table, column in columns if column.endswith(("_on", "until"))]


def repair(connection: sqlite3.Connection) -> None:
    """Make anew what can be made from the rest: the search index. Rows are never touched."""
    with sorted_errors():
        connection.execute("BEGIN IMMEDIATE")
        rebuild(connection)
        connection.execute("COMMIT")
