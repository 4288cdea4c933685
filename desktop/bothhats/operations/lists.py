"""What stands in the owner's lists: stages, sources, reasons, tags. Names change freely, history stays."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlite_utils import Database

from bothhats.domain.name_matching import folded
from bothhats.domain.pipeline import Hat, Milestone, Step
from bothhats.domain.problems import Refused
from bothhats.operations import history
from bothhats.operations.views import let_views_name
from bothhats.storage.journal import Journal


class ListOperations:
    """Each method is one undo step."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def add_source(self, name: str, kind: str) -> int:
        """A new source, or a retired one of that name again; its id. Raises Refused for a blank or a name in use."""
        with self._journal.step(f"{name.strip()} added"):
            self._refuse_taken("source", name, 0)
            source_id = history.source_id(self._db, name)
            assert source_id is not None
            self._db.table("source").update(source_id, {"kind": kind, "retired_on": None})
        return source_id

    def change_source(self, source_id: int, name: str, kind: str) -> None:
        """Rename a source, or say whose work it is; all its figures follow."""
        with self._journal.step(f"{name.strip()} changed"):
            self._update("source", source_id, name, {"kind": kind})

    def add_stage(self, name: str, milestone: Milestone, hat: Hat, rhythm_days: int | None, chance: int) -> int:
        """A new stage, last of its milestone's; its id."""
        with self._journal.step(f"{name.strip()} added"):
            values = {"milestone": milestone.value, "hat": hat.value, "rhythm_days": rhythm_days, "chance": chance}
            return self._insert("stage", name, {**values, "position": self._make_room(milestone.value)})

    def change_stage(self, stage_id: int, name: str, hat: Hat, rhythm_days: int | None, chance: int) -> None:
        """Rename a stage, give it to the other hat, set its rhythm and chance; its milestone stays.

        Changes of one stage in a row are one step.
        """
        with self._journal.step(f"{name.strip()} changed", f"stage-{stage_id}"):
            self._update("stage", stage_id, name, {"hat": hat.value, "rhythm_days": rhythm_days, "chance": chance})

    def order_stages(self, stage_ids: Sequence[int]) -> None:
        """The board's columns stand in this order."""
        with self._journal.step("Stages reordered"):
            for position, stage_id in enumerate(stage_ids, 1):
                self._db.table("stage").update(stage_id, {"position": position})

    def let_stage_judge(self, stage_id: int, step: Step | None) -> None:
        """What entering a stage asks: marketing-qualified, sales-ready (the hand-off), or nothing."""
        with self._journal.step("Stage changed"):
            self._db.table("stage").update(stage_id, {"judges": step.value if step else None})

    def retire_stage(self, stage_id: int, leads_go_to: int, on: date) -> None:
        """Take a stage off the board; what passed through it stays in the history.

        Its open leads enter the other stage, which judges nobody. Ended ones stand there from now on without having
        entered it: an end is not a step further.
        """
        name = history.one(self._db, "SELECT name FROM stage WHERE id = ?", [stage_id])
        with self._journal.step(f"{name} removed"):
            stays = history.one(self._db, "SELECT count(*) FROM stage WHERE retired_on IS NULL AND id <> ?", [stage_id])
            if not stays or leads_go_to == stage_id:
                raise Refused("The last stage cannot be removed.", "Add another one first.")
            held = self._db.execute("SELECT id, outcome FROM lead WHERE stage_id = ?", [stage_id]).fetchall()
            for lead_id, outcome in held:
                if outcome is None:
                    history.enter_stage(self._db, lead_id, leads_go_to, on)
                else:
                    self._db.table("lead").update(lead_id, {"stage_id": leads_go_to})
            let_views_name(self._db, "stage_ids", stage_id, leads_go_to)
            self._db.table("stage").update(stage_id, {"retired_on": on.isoformat()})

    def bring_stage_back(self, stage_id: int) -> None:
        """A removed stage stands on the board again, without leads, behind the others of its milestone."""
        name, milestone = self._db.execute("SELECT name, milestone FROM stage WHERE id = ?", [stage_id]).fetchone()
        with self._journal.step(f"{name} brought back"):
            self._refuse_taken("stage", name, stage_id)
            self._db.table("stage").update(stage_id, {"retired_on": None, "position": self._make_room(milestone)})

    def add_reason(self, kind: str, name: str) -> int:
        """A new reason for `won`, `lost` or `parked`, or a retired one of that name again; its id."""
        with self._journal.step(f"{name.strip()} added"):
            in_use = self._db.execute("SELECT name FROM reason WHERE kind = ? AND retired_on IS NULL", [kind])
            self._refuse_among(in_use, "reason", name)
            reason_id = history.reason_id(self._db, kind, name)
            assert reason_id is not None
            self._db.table("reason").update(reason_id, {"retired_on": None})
        return reason_id

    def add_tag(self, name: str) -> int:
        """A new tag, before any lead has it; its id. Raises Refused for a blank or a name that is there."""
        with self._journal.step(f"{name.strip()} added"):
            return self._insert("tag", name, {})

    def _make_room(self, milestone: str) -> int:
        """The place behind the last stage of a milestone; the later ones move on by one."""
        last = history.one(
            self._db,
            "SELECT coalesce(max(position), 0) FROM stage WHERE milestone = ? AND retired_on IS NULL",
            [milestone],
        )
        self._db.execute("UPDATE stage SET position = position + 1 WHERE position > ?", [last])
        return int(last) + 1

    def _insert(self, table: str, name: str, values: dict[str, Any]) -> int:
        self._refuse_taken(table, name, 0)
        return int(self._db.table(table).insert({"name": name.strip(), **values}).last_pk)  # type: ignore[arg-type]

    def _update(self, table: str, row_id: int, name: str, values: dict[str, Any]) -> None:
        self._refuse_taken(table, name, row_id)
        self._db.table(table).update(row_id, {"name": name.strip(), **values})

    def _refuse_taken(self, table: str, name: str, but: int) -> None:
        in_use = "1" if table == "tag" else "retired_on IS NULL"
        self._refuse_among(self._db.execute(f"SELECT name FROM {table} WHERE id <> ? AND {in_use}", [but]), table, name)

    def _refuse_among(self, taken: Iterable[tuple[str]], table: str, name: str) -> None:
        if not name.strip():
            raise Refused(f"A {table} needs a name.", "Type one.")
        if folded(name) in {folded(row[0]) for row in taken}:
            raise Refused(f"There is a {table} called {name.strip()} already.", "Choose another name.")
