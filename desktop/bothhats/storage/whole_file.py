"""Make a new file from the rows of another one, which came as text."""

import sqlite3
from collections import Counter
from pathlib import Path

from bothhats.domain.problems import KnownProblem
from bothhats.domain.whole_file import Row, WholeFile
from bothhats.storage.check import odd_values, problems_of
from bothhats.storage.database import create, open_for_writing
from bothhats.storage.search_index import rebuild
from bothhats.storage.sqlite_errors import known_problem

_WAY_OUT = "Nothing was changed. Export it again with Both Hats."
_NOT_FILLED = ("sqlite_", "_sqlite_", "lead_search")


def build(path: Path, whole: WholeFile) -> Counter[str]:
    """A new file at `path` with exactly these rows, which are counted by table.

    Raises KnownProblem; then no file is there to be used.
    """
    create(path)
    connection = open_for_writing(path)
    try:
        counts = _fill(connection, whole)
        found = problems_of(connection) or odd_values(connection)
    finally:
        connection.close()
    if found:
        raise KnownProblem(f"The export does not fit together: {found[0]}", _WAY_OUT)
    return counts


def _fill(connection: sqlite3.Connection, whole: WholeFile) -> Counter[str]:
    columns = {
        name: {row[1] for row in connection.execute(f"PRAGMA table_info({name})")}
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        if not name.startswith(_NOT_FILLED)
    }
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("PRAGMA defer_foreign_keys = ON")
    for name in columns:
        connection.execute(f"DELETE FROM {name}")
    counts: Counter[str] = Counter()
    for name, rows in whole.tables:
        if name not in columns:
            raise KnownProblem(f"The export has a table that Both Hats does not know: {name}.", _WAY_OUT)
        for row in rows:
            counts[name] += 1
            _insert(connection, name, counts[name], row, columns[name])
    connection.execute("DELETE FROM sqlite_sequence")
    known = [(name, last) for name, last in whole.sequences.items() if name in columns]
    connection.executemany("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", known)
    rebuild(connection)
    try:
        connection.execute("COMMIT")
    except sqlite3.IntegrityError as error:
        raise KnownProblem(
            "The export does not fit together: a row refers to one that is missing.", _WAY_OUT
        ) from error
    return counts


def _insert(connection: sqlite3.Connection, table: str, number: int, row: Row, columns: set[str]) -> None:
    if not row or not columns.issuperset(row):
        raise KnownProblem(f"Row {number} of the table {table} has columns that Both Hats does not know.", _WAY_OUT)
    marks = ", ".join("?" * len(row))
    try:
        connection.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", list(row.values()))
    except (sqlite3.Error, UnicodeEncodeError) as error:
        problem = known_problem(error) if isinstance(error, sqlite3.Error) else None
        raise problem or KnownProblem(f"Row {number} of the table {table} does not fit: {error}.", _WAY_OUT) from error
