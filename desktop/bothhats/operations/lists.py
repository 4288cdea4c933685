"""The owner's own lists: stages, sources, reasons. Names change freely, history stays."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlite_utils import Database

from bothhats.domain.name_matching import folded
from bothhats.domain.pipeline import Hat, Milestone
from bothhats.domain.problems import Refused
from bothhats.operations import history
from bothhats.storage.journal import Journal


class ListOperations:
    """Each method is one undo step."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def add_source(self, name: str, kind: str) -> int:
        """A new source; its id. Raises Refused for a blank or a name that is there."""
        with self._journal.step(f"{name.strip()} added"):
            return self._insert("source", name, {"kind": kind})

    def change_source(self, source_id: int, name: str, kind: str) -> None:
        """Rename a source, or say whose work it is; all its figures follow."""
        with self._journal.step(f"{name.strip()} changed"):
            self._update("source", source_id, name, {"kind": kind})

    def add_stage(self, name: str, milestone: Milestone, hat: Hat, rhythm_days: int | None, chance: int) -> int:
        """A new stage, last of its milestone's; its id."""
        with self._journal.step(f"{name.strip()} added"):
            position = history.one(
                self._db,
                "SELECT coalesce(max(position), 0) FROM stage WHERE milestone = ? AND retired_on IS NULL",
                [milestone.value],
            )
            self._db.execute("UPDATE stage SET position = position + 1 WHERE position > ?", [position])
            values = {"milestone": milestone.value, "hat": hat.value, "rhythm_days": rhythm_days, "chance": chance}
            return self._insert("stage", name, {**values, "position": position + 1})

    def change_stage(self, stage_id: int, name: str, hat: Hat, rhythm_days: int | None, chance: int) -> None:
        """Rename a stage, give it to the other hat, set its rhythm and chance; its milestone stays."""
        with self._journal.step(f"{name.strip()} changed"):
            self._update("stage", stage_id, name, {"hat": hat.value, "rhythm_days": rhythm_days, "chance": chance})

    def order_stages(self, stage_ids: Sequence[int]) -> None:
        """The board's columns stand in this order."""
        with self._journal.step("Stages reordered"):
            for position, stage_id in enumerate(stage_ids, 1):
                self._db.table("stage").update(stage_id, {"position": position})

    def retire_stage(self, stage_id: int, leads_go_to: int, on: date) -> None:
        """Take a stage off the board and move its open leads; what passed through it stays in the history."""
        with self._journal.step("Stage removed"):
            stays = history.one(self._db, "SELECT count(*) FROM stage WHERE retired_on IS NULL AND id <> ?", [stage_id])
            if not stays or leads_go_to == stage_id:
                raise Refused("The last stage cannot be removed.", "Add another one first.")
            for (lead_id,) in self._db.execute("SELECT id FROM lead WHERE stage_id = ?", [stage_id]).fetchall():
                history.enter_stage(self._db, lead_id, leads_go_to, on)
            self._db.table("stage").update(stage_id, {"retired_on": on.isoformat()})

    def add_reason(self, kind: str, name: str) -> int:
        """A new reason for `won`, `lost` or `parked`; its id."""
        with self._journal.step(f"{name.strip()} added"):
            reason_id = history.reason_id(self._db, kind, name)
        if reason_id is None:
            raise Refused("A reason needs a name.", "Type one.")
        return reason_id

    def rename_reason(self, reason_id: int, name: str) -> None:
        """Other words for the same reason."""
        with self._journal.step(f"{name.strip()} changed"):
            self._db.table("reason").update(reason_id, {"name": name.strip()})

    def _insert(self, table: str, name: str, values: dict[str, Any]) -> int:
        self._refuse_taken(table, name, 0)
        return int(self._db.table(table).insert({"name": name.strip(), **values}).last_pk)  # type: ignore[arg-type]

    def _update(self, table: str, row_id: int, name: str, values: dict[str, Any]) -> None:
        self._refuse_taken(table, name, row_id)
        self._db.table(table).update(row_id, {"name": name.strip(), **values})

    def _refuse_taken(self, table: str, name: str, but: int) -> None:
        if not name.strip():
            raise Refused(f"A {table} needs a name.", "Type one.")
        rows = self._db.execute(f"SELECT name FROM {table} WHERE id <> ? AND retired_on IS NULL", [but]).fetchall()
        if folded(name) in {folded(row[0]) for row in rows}:
            raise Refused(f"There is a {table} called {name.strip()} already.", "Choose another name.")
