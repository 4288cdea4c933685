"""Everything that the file holds about one person: their row, and every row that hangs on it, however far."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable

from bothhats.queries.whole_file import table_names

Found = dict[str, dict[int, dict[str, str | int | None]]]
_NAMES = {  # what a row that is referred to is called; another person is not named
    **dict.fromkeys(("source", "campaign", "stage", "reason", "tag"), "name"),
    **dict.fromkeys(("criterion", "claim", "objection"), "text"),
    "asset": "title",
    "definition": "number",
}


def everything_about(connection: sqlite3.Connection, lead_id: int) -> dict[str, list[dict[str, str | int | None]]]:
    """By table, the rows by id; beside each reference stands what it refers to. Empty where the lead is gone.

    The undo history and the letters of the reviews are not in it.
    """
    referring = _referring(connection)
    found: Found = defaultdict(dict)
    waiting: list[tuple[str, str, list[int]]] = [("lead", "id", [lead_id])]
    while waiting:
        table, column, ids = waiting.pop()
        rows = _rows(connection, table, column, ids)
        fresh = [row_id for row_id in rows if row_id not in found[table]]
        found[table].update(rows)
        if fresh:
            waiting += [(each, name, fresh) for each, name in referring[table]]
    found["review_answer"] = _rows(connection, "review_answer", "id", _answers_about(connection, lead_id))
    names = _Names(connection)
    return {
        table: [names.beside(table, row) for _, row in sorted(rows.items())] for table, rows in found.items() if rows
    }


def _referring(connection: sqlite3.Connection) -> dict[str, list[tuple[str, str]]]:
    """By table, the tables and columns that refer to it."""
    referring: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for table in table_names(connection):
        for row in connection.execute('SELECT "table", "from" FROM pragma_foreign_key_list(?)', (table,)).fetchall():
            referring[row[0]].append((table, row[1]))
    return referring


def _answers_about(connection: sqlite3.Connection, lead_id: int) -> list[int]:
    """What a review said of the lead alone; its field names the lead."""
    rows = connection.execute("SELECT id FROM review_answer WHERE field GLOB ?", (f"leads.{lead_id}.*",)).fetchall()
    return [row[0] for row in rows]


def _rows(
    connection: sqlite3.Connection, table: str, column: str, ids: Iterable[int]
) -> dict[int, dict[str, str | int | None]]:
    cursor = connection.execute(
        f"SELECT * FROM {table} WHERE {column} IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),)
    )
    columns = [each[0] for each in cursor.description]
    return {row[columns.index("id")]: dict(zip(columns, row, strict=True)) for row in cursor.fetchall()}


class _Names:
    """What the references of a row are called."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._targets: dict[str, dict[str, str]] = {}

    def beside(self, table: str, row: dict[str, str | int | None]) -> dict[str, str | int | None]:
        """The row with a name behind each reference that has one."""
        told: dict[str, str | int | None] = {}
        for column, value in row.items():
            told[column] = value
            target = self._of(table).get(column, "")
            if value is not None and target in _NAMES:
                told[column.removesuffix("_id")] = self._connection.execute(
                    f"SELECT {_NAMES[target]} FROM {target} WHERE id = ?", (value,)
                ).fetchone()[0]
        return told

    def _of(self, table: str) -> dict[str, str]:
        if table not in self._targets:
            rows = self._connection.execute('SELECT "from", "table" FROM pragma_foreign_key_list(?)', (table,))
            self._targets[table] = dict(rows.fetchall())
        return self._targets[table]
