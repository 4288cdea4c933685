"""Take a past import back, lead by lead, where nothing was done with the lead since."""

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from bothhats.domain.problems import Refused
from bothhats.storage.journal import Journal
from bothhats.storage.journal_triggers import Columns, journalled_columns

_LEAD = "lead"


@dataclass(frozen=True, slots=True)
class TakenBack:
    """How many leads are as they were before, and how many stay since they were edited."""

    taken: int
    kept: int


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the import, and its first and last record in the journal, in which its images stand."""

    table: str
    id: int
    first: int
    last: int


class TakingBackOperations:
    """One undo step of its own: taking back can be undone."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def take_back(self, step_id: int) -> TakenBack:
        """Give the leads of this import their former content, or take them away where it made them.

        A lead with which anything was done since stays as it is. Raises Refused where the history forgot the import.
        """
        label = self._label(step_id)
        with self._journal.step(f"{label}: taken back", f"back {step_id}"):
            self._db.execute("PRAGMA defer_foreign_keys = ON")
            columns = journalled_columns(self._db.conn)
            leads = self._by_lead(step_id)
            edited = self._edited_since(step_id)
            taken = 0
            for lead_id, rows in leads.items():
                if lead_id not in edited and all(self._is_as_left(row, columns) for row in rows):
                    self._restore(rows, columns)
                    taken += 1
        return TakenBack(taken, len(leads) - taken)

    def _label(self, step_id: int) -> str:
        row = self._db.execute("SELECT label FROM journal_step WHERE id = ? AND stack = 'done'", [step_id]).fetchone()
        if row is None:
            raise Refused(
                "This import cannot be taken back: the history has forgotten it.", "Restore a backup instead."
            )
        return str(row[0])

    def _by_lead(self, step_id: int) -> dict[int, list[_Row]]:
        """Each row of the step once, by the lead that it belongs to."""
        found: dict[int, list[_Row]] = defaultdict(list)
        recorded = self._db.execute(
            "SELECT table_name, row_id, min(id), max(id), CASE table_name WHEN 'lead' THEN row_id"
            " ELSE max(json_extract(coalesce(after, before), '$.lead_id')) END FROM journal_change"
            " WHERE step_id = ? GROUP BY table_name, row_id ORDER BY max(id)",
            [step_id],
        )
        for *row, lead_id in recorded:
            if lead_id is not None:
                found[lead_id].append(_Row(*row))
        return found

    def _edited_since(self, step_id: int) -> set[int]:
        """The leads of which a later step says anything."""
        later = self._db.execute(
            "SELECT DISTINCT CASE c.table_name WHEN 'lead' THEN c.row_id"
            " ELSE json_extract(coalesce(c.after, c.before), '$.lead_id') END"
            " FROM journal_change c JOIN journal_step s ON s.id = c.step_id WHERE c.step_id > ? AND s.stack = 'done'",
            [step_id],
        )
        return {row[0] for row in later if row[0] is not None}

    def _is_as_left(self, row: _Row, columns: Columns) -> bool:
        """Whether the row stands as the import left it (not at all, if it was deleted)."""
        names = columns[row.table]
        found = self._db.execute(f"SELECT {', '.join(names)} FROM {row.table} WHERE id = ?", [row.id]).fetchone()
        return (dict(zip(names, found, strict=True)) if found else None) == self._image(row.last, "after")

    def _restore(self, rows: list[_Row], columns: Columns) -> None:
        """First what was, then away with what the import made."""
        made: list[_Row] = []
        for row in rows:
            before = self._image(row.first, "before")
            if before is None:
                made.append(row)
            else:
                self._put(row.table, before, columns[row.table])
        for row in made:
            self._db.execute(f"DELETE FROM {row.table} WHERE id = ?", [row.id])

    def _image(self, record: int, side: str) -> dict[str, Any] | None:
        """The row before the import (None: it was made), or after it (None: it was deleted)."""
        text = self._db.execute(f"SELECT {side} FROM journal_change WHERE id = ?", [record]).fetchone()[0]
        return json.loads(text) if text is not None else None

    def _put(self, table: str, image: dict[str, Any], names: tuple[str, ...]) -> None:
        updates = ", ".join(f"{name} = excluded.{name}" for name in names if name != "id")
        self._db.execute(
            f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
            f" ON CONFLICT (id) DO UPDATE SET {updates}",
            [image[name] for name in names],
        )
