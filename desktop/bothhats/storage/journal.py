"""Every change is a step: triggers record each changed row, and that record is both the undo and the message.

After https://www.sqlite.org/undoredo.html, with row images instead of SQL text, so that the history survives
closing the file and a step can be taken back out of order.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from bothhats.domain.changes import ChangeSet
from bothhats.domain.problems import Refused
from bothhats.storage.change_record import changes_of, forget_rows_without_effect
from bothhats.storage.journal_triggers import install_triggers, journalled_columns
from bothhats.storage.search_index import refresh
from bothhats.storage.sqlite_errors import sorted_errors

KEPT_STEPS = 500
KEPT_DAYS = 90
KEPT_BYTES = 50_000_000
_ROWS_AT_ONCE = 5000


class NestedStep(Exception):
    """A step was begun inside a step: a bug, because the outer one would lose its recording."""


class Journal:
    """The one writer. Views learn of each commit through `listeners`, with a ChangeSet."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._columns = journalled_columns(connection)
        self._is_open = False
        self.listeners: list[Callable[[ChangeSet], None]] = []
        install_triggers(connection, self._columns)

    @property
    def connection(self) -> sqlite3.Connection:
        """For reading inside a step what the step has just written."""
        return self._connection

    @contextmanager
    def step(self, label: str, joins: str = "") -> Iterator[None]:
        """One transaction, one undo step. Steps with the same `joins` in a row become one.

        Raises KnownProblem when the file cannot be written; then nothing of the step is kept.
        """
        with self._transaction(label, "done", joins, "step"):
            yield

    @contextmanager
    def lasting(self, label: str) -> Iterator[None]:
        """One transaction that cannot be undone: views learn of it, and no record of it is kept.

        Raises KnownProblem when the file cannot be written; then nothing of it is kept.
        """
        with self._transaction(label, "done", "", "lasting"):
            yield

    @property
    def undo_label(self) -> str:
        """What undo would take back, or ''."""
        return self._top("done")[1]

    @property
    def redo_label(self) -> str:
        """What redo would do again, or ''."""
        return self._top("undone")[1]

    def undo(self) -> str:
        """Take back the newest step; its label, or '' when there is none."""
        return self._turn("done", "undone", "undo")

    def redo(self) -> str:
        """Do the step that was undone last again; its label, or ''."""
        return self._turn("undone", "done", "redo")

    def prune(self) -> None:
        """Forget the oldest steps: 500 steps or 90 days are kept, of at most 50 MB."""
        with sorted_errors():
            self._connection.execute(
                "DELETE FROM journal_step WHERE made_at < strftime('%Y-%m-%dT%H:%M:%SZ', 'now', ?) AND id NOT IN"
                " (SELECT id FROM journal_step ORDER BY id DESC LIMIT ?)",
                (f"-{KEPT_DAYS} days", KEPT_STEPS),
            )
            self._connection.execute(
                "DELETE FROM journal_step WHERE id IN (SELECT step_id FROM (SELECT step_id, sum(sum("
                "length(coalesce(before, '')) + length(coalesce(after, '')))) OVER (ORDER BY step_id DESC) AS size"
                " FROM journal_change GROUP BY step_id) WHERE size > ?)"
                " AND id <> (SELECT max(id) FROM journal_step)",
                (KEPT_BYTES,),
            )

    def forget(self) -> None:
        """Drop the whole history of steps: what stands in the file now is where undo ends."""
        with sorted_errors():
            self._connection.execute("DELETE FROM journal_step")

    @contextmanager
    def _transaction(self, label: str, stack: str, joins: str, kind: str) -> Iterator[int]:
        if self._is_open:
            raise NestedStep(label)
        self._is_open = True
        try:
            with sorted_errors():
                self._connection.execute("BEGIN IMMEDIATE")
                step_id = self._begin(label, stack, joins)
                yield step_id
                changes = self._commit(step_id, label, kind)
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise
        finally:
            self._is_open = False
        if changes is not None:
            for listener in list(self.listeners):
                listener(changes)

    def _begin(self, label: str, stack: str, joins: str) -> int:
        top = self._connection.execute("SELECT id, joins, stack FROM journal_step ORDER BY id DESC LIMIT 1").fetchone()
        if joins and top and top[1:] == (joins, stack):
            step_id = int(top[0])
        else:
            cursor = self._connection.execute(
                "INSERT INTO journal_step (label, stack, joins) VALUES (?, ?, ?)", (label, stack, joins)
            )
            step_id = int(cursor.lastrowid or 0)
        self._connection.execute("INSERT INTO temp.journal_open VALUES (?)", (step_id,))
        return step_id

    def _commit(self, step_id: int, label: str, kind: str) -> ChangeSet | None:
        self._connection.execute("DELETE FROM temp.journal_open")
        changes = changes_of(self._connection, step_id, label, kind)
        if changes.rows and kind == "step":
            self._connection.execute("DELETE FROM journal_step WHERE stack = 'undone'")
        if kind == "lasting":
            self._connection.execute("DELETE FROM journal_step WHERE id = ?", (step_id,))
        refresh(self._connection, changes)
        forget_rows_without_effect(self._connection, step_id)
        self._connection.execute(
            "DELETE FROM journal_step WHERE id = ? AND NOT EXISTS (SELECT 1 FROM journal_change WHERE step_id = ?)",
            (step_id, step_id),
        )
        self._connection.execute("COMMIT")
        return changes if changes.rows else None

    def _top(self, stack: str) -> tuple[int, str]:
        row = self._connection.execute(
            "SELECT id, label FROM journal_step WHERE stack = ? ORDER BY id DESC LIMIT 1", (stack,)
        ).fetchone()
        return (int(row[0]), str(row[1])) if row else (0, "")

    def _turn(self, from_stack: str, to_stack: str, kind: str) -> str:
        old_id, label = self._top(from_stack)
        if not old_id:
            return ""
        with self._transaction(label, to_stack, "", kind):
            self._connection.execute("PRAGMA defer_foreign_keys = ON")
            self._restore(old_id, label)
            self._connection.execute("DELETE FROM journal_step WHERE id = ?", (old_id,))
        return label

    def _restore(self, step_id: int, label: str) -> None:
        """Give each row of the step the image that it had before its first change there."""
        execute = self._connection.execute
        execute("DELETE FROM temp.journal_image")
        execute(
            "INSERT INTO temp.journal_image (table_name, row_id, first, last)"
            " SELECT table_name, row_id, min(id), max(id) FROM journal_change WHERE step_id = ?"
            " GROUP BY table_name, row_id ORDER BY table_name, row_id",
            (step_id,),
        )
        tables = execute("SELECT table_name, min(id), max(id) FROM temp.journal_image GROUP BY table_name").fetchall()
        for table, _, _ in tables:
            self._refuse_if_changed_since(table, label)
        for table, first, last in tables:
            for start in range(first, last + 1, _ROWS_AT_ONCE):
                self._bring_back(table, start, min(last, start + _ROWS_AT_ONCE - 1))
        for table, _, _ in tables:
            self._take_away(table)

    def _refuse_if_changed_since(self, table: str, label: str) -> None:
        image = ", ".join(f"'{c}', t.{c}" for c in self._columns[table])
        foreign = self._connection.execute(
            f"SELECT 1 FROM temp.journal_image i JOIN journal_change j ON j.id = i.last LEFT JOIN {table} t"
            " ON t.id = i.row_id WHERE i.table_name = ?"
            f" AND j.after IS NOT CASE WHEN t.id IS NULL THEN NULL ELSE json_object({image}) END LIMIT 1",
            (table,),
        ).fetchone()
        if foreign:
            raise Refused(
                f"“{label}” cannot be undone: another program has changed the same rows since.",
                "Nothing was changed.",
            )

    def _take_away(self, table: str) -> None:
        """Last of all: what now belongs to another row must not go with the one it belonged to."""
        self._connection.execute(
            f"DELETE FROM {table} WHERE id IN (SELECT i.row_id FROM temp.journal_image i"
            " JOIN journal_change j ON j.id = i.first WHERE i.table_name = ? AND j.before IS NULL)",
            (table,),
        )

    def _bring_back(self, table: str, first: int, last: int) -> None:
        """A part of the images, from one id to another: SQLite holds all rows of a statement that has triggers."""
        columns = self._columns[table]
        values = ", ".join(f"json_extract(j.before, '$.{c}')" for c in columns)
        updates = ", ".join(f"{c} = excluded.{c}" for c in columns if c != "id")
        self._connection.execute(
            f"INSERT INTO {table} ({', '.join(columns)}) SELECT {values} FROM temp.journal_image i"
            " JOIN journal_change j ON j.id = i.first"
            f" WHERE i.id BETWEEN ? AND ? AND j.before IS NOT NULL ON CONFLICT (id) DO UPDATE SET {updates}",
            (first, last),
        )
