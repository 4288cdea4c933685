"""The TEMP triggers that record each changed row; made anew at each opening, after the migrations."""

import sqlite3

_NOT_JOURNALLED = ("journal_", "lead_search", "sqlite_", "_sqlite_", "app_state")

Columns = dict[str, tuple[str, ...]]


def journalled_columns(connection: sqlite3.Connection) -> Columns:
    """Each journalled table with the columns of its row images; generated columns are left out."""
    tables = connection.execute("SELECT name FROM main.sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    return {
        name: tuple(row[1] for row in connection.execute(f"PRAGMA table_info({name})"))
        for (name,) in tables
        if not name.startswith(_NOT_JOURNALLED)
    }


def install_triggers(connection: sqlite3.Connection, columns: Columns) -> None:
    """From now on a write outside a step is refused by the database itself."""
    connection.execute("CREATE TEMP TABLE journal_open (step_id INTEGER PRIMARY KEY)")
    connection.execute(
        "CREATE TEMP TABLE journal_image (id INTEGER PRIMARY KEY, table_name TEXT, row_id INTEGER,"
        " first INTEGER, last INTEGER)"
    )
    for table, names in columns.items():
        for event in ("INSERT", "UPDATE", "DELETE"):
            connection.execute(_trigger(table, names, event))


def _trigger(table: str, names: tuple[str, ...], event: str) -> str:
    old, new = (f"json_object({', '.join(f'{chr(39)}{c}{chr(39)}, {side}.{c}' for c in names)})" for side in _SIDES)
    before = "NULL" if event == "INSERT" else old
    after = "NULL" if event == "DELETE" else new
    key = "old.id" if event == "DELETE" else "new.id"
    changed = " OR ".join(f"old.{c} IS NOT new.{c}" for c in names)
    condition = f"WHEN {changed} " if event == "UPDATE" else ""
    return (
        f"CREATE TEMP TRIGGER journal_{table}_{event.lower()} AFTER {event} ON main.{table} {condition}BEGIN"
        " SELECT RAISE(ABORT, 'write outside a journal step') WHERE NOT EXISTS (SELECT 1 FROM temp.journal_open);"
        " INSERT INTO journal_change (step_id, table_name, row_id, before, after)"
        f" SELECT step_id, '{table}', {key}, {before}, {after} FROM temp.journal_open; END"
    )


_SIDES = ("old", "new")
