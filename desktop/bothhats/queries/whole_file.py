"""Every table of the file, row by row, as one moment shows it; what can be made from the rest is left out."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from bothhats.domain.whole_file import TableRows

_MADE_FROM_THE_REST = ("sqlite_", "_sqlite_", "lead_search")
_HOLDS_WORK = (
    *("lead", "touch", "campaign", "claim", "objection", "asset", "definition", "review", "commitment", "spend"),
    *("goal", "saved_view", "tag"),
)


@contextmanager
def one_moment(connection: sqlite3.Connection) -> Iterator[None]:
    """What another program writes meanwhile is not seen."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")


def schema_version(connection: sqlite3.Connection) -> int:
    """The version of the tables."""
    return int(connection.execute("SELECT user_version FROM pragma_user_version").fetchone()[0])


def tables(connection: sqlite3.Connection) -> Iterator[TableRows]:
    """All tables by name, their rows by id; computed columns are left out."""
    for name in table_names(connection):
        columns = table_columns(connection, name)
        yield TableRows(name, columns, connection.execute(f"SELECT {', '.join(columns)} FROM {name} ORDER BY 1"))


def table_names(connection: sqlite3.Connection) -> list[str]:
    """The tables that hold what was typed or done."""
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    return [name for (name,) in rows if not name.startswith(_MADE_FROM_THE_REST)]


def table_columns(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    """The columns that are written, in order."""
    return tuple(row[0] for row in connection.execute("SELECT name FROM pragma_table_info(?)", (table,)).fetchall())


def sequences(connection: sqlite3.Connection) -> dict[str, int]:
    """The last id that each table has ever given."""
    known = set(table_names(connection))
    rows = connection.execute("SELECT name, seq FROM sqlite_sequence ORDER BY name").fetchall()
    return {name: seq for name, seq in rows if name in known}


def is_empty(connection: sqlite3.Connection) -> bool:
    """Whether the owner has put nothing in yet; settings do not count."""
    return not any(
        connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone()
        for table in table_names(connection)
        if table in _HOLDS_WORK
    )
