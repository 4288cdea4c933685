"""Carry out an import plan: one transaction, one undo step, everything or nothing."""

import json
from datetime import date
from typing import Any

from sqlite_utils import Database

from bothhats.domain.lead import NextStep
from bothhats.exchange.existing import Existing
from bothhats.exchange.planned import ImportPlan, LeadFacts, PlannedUpdate
from bothhats.operations import history
from bothhats.operations.import_label import TOGETHER, Pace, Progress, back_up_first, import_mark
from bothhats.operations.import_names import NameIds
from bothhats.operations.import_rows import TABLES, ImportRows, parked_now
from bothhats.operations.import_snapshot import existing
from bothhats.storage.journal import Journal


def label_of(plan: ImportPlan, name: str) -> str:
    """How the history calls the import."""
    return f"{name}: {len(plan.creates):,} added, {len(plan.updates):,} updated"


class ImportOperations:
    """An import is one step, its updates included."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def existing(self, key_field: str | None = None) -> Existing:
        """What the plan must know of the file."""
        return existing(self._db, key_field)

    def carry_out(self, plan: ImportPlan, today: date, name: str = "Import", progress: Progress | None = None) -> None:
        """Write the plan after a backup of the file; `name` is that of the list, for the label.

        `progress` hears how many rows of how many are written; what it raises ends the work, and nothing is kept.
        """
        back_up_first(self._db)
        pace = Pace(self._db, progress, len(plan.creates) + len(plan.updates))
        with pace, self._journal.step(label_of(plan, name), import_mark()):
            names = NameIds(self._db, plan)
            ids = self._create(plan, names, today, pace)
            for update in plan.updates:
                lead_id = update.lead_id or ids[update.created_row or 0]
                self._update(lead_id, update, names, today)
                pace.tell()

    def _create(self, plan: ImportPlan, names: NameIds, today: date, pace: Pace) -> dict[int, int]:
        """In parts, so that a long list never stands in the memory; the ids of the leads that the list names again."""
        first = int(history.one(self._db, "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'lead'), 0)"))
        again = {update.created_row for update in plan.updates}
        ids: dict[int, int] = {}
        rows = ImportRows(names, today)
        for number, lead in enumerate(plan.creates, 1):
            if lead.row in again:
                ids[lead.row] = first + number
            rows.add(first + number, lead)
            pace.tell()
            if number % TOGETHER == 0:
                self._insert(rows)
                rows = ImportRows(names, today)
        self._insert(rows)
        return ids

    def _insert(self, rows: ImportRows) -> None:
        for table in TABLES:
            if rows.rows[table]:
                self._db.table(table).insert_all(rows.rows[table], batch_size=TOGETHER)

    def _update(self, lead_id: int, update: PlannedUpdate, names: NameIds, today: date) -> None:
        facts = update.facts
        values = self._flat(lead_id, facts, names)
        if update.arrived_on:
            self._move_arrival(lead_id, update.arrived_on)
            values["arrived_on"] = update.arrived_on.isoformat()
        if update.stage_id:
            values["stage_id"] = update.stage_id
        if values:
            self._db.table("lead").update(lead_id, values)
        self._forget_earlier(lead_id, facts)
        rows = ImportRows(names, today)
        arrived = date.fromisoformat(history.one(self._db, "SELECT arrived_on FROM lead WHERE id = ?", [lead_id]))
        rows.add_history(lead_id, arrived, facts)
        self._insert(rows)
        self._bring_up_to_date(lead_id, facts, today)

    def _flat(self, lead_id: int, facts: LeadFacts, names: NameIds) -> dict[str, Any]:
        values: dict[str, Any] = dict(facts.texts)
        if facts.extra:
            old = json.loads(history.one(self._db, "SELECT extra FROM lead WHERE id = ?", [lead_id]))
            values["extra"] = json.dumps({**old, **facts.extra}, ensure_ascii=False)
        if facts.source is not None:
            values["source_id"] = names.id("source", facts.source)
        if facts.campaign is not None:
            values["campaign_id"] = names.id("campaign", facts.campaign)
        if facts.value is not None:
            values["value"] = facts.value
        return values

    def _move_arrival(self, lead_id: int, arrived_on: date) -> None:
        self._db.execute(
            "UPDATE stage_change SET entered_on = ? WHERE lead_id = ? AND origin = 'import' AND milestone = 'lead'"
            " AND entered_on = (SELECT arrived_on FROM lead WHERE id = ?)",
            [arrived_on.isoformat(), lead_id, lead_id],
        )

    def _forget_earlier(self, lead_id: int, facts: LeadFacts) -> None:
        """A date replaces the one of an earlier import; what was logged stays."""
        for entry in facts.entries:
            if entry.is_dated and entry.milestone != "lead":
                self._delete("stage_change", lead_id, "milestone", entry.milestone.value)
        for judged in facts.judgements:
            self._delete("judgement", lead_id, "step", judged.step.value)
        if facts.contacted_on:
            self._delete("touch", lead_id)
        if facts.parked_until:
            self._delete("parking", lead_id)
        if facts.ending:
            self._delete("outcome_change", lead_id)
            self._drop_present_outcome(lead_id)

    def _delete(self, table: str, lead_id: int, column: str = "origin", value: str = "import") -> None:
        self._db.execute(
            f"DELETE FROM {table} WHERE lead_id = ? AND origin = 'import' AND {column} = ?", [lead_id, value]
        )

    def _drop_present_outcome(self, lead_id: int) -> None:
        """Another outcome replaces the one that the lead has; earlier ones, reopened since, stay."""
        self._db.execute(
            "DELETE FROM outcome_change WHERE id = (SELECT id FROM outcome_change WHERE lead_id = ?"
            " ORDER BY happened_on DESC, id DESC LIMIT 1) AND outcome <> 'reopened'",
            [lead_id],
        )

    def _bring_up_to_date(self, lead_id: int, facts: LeadFacts, today: date) -> None:
        if facts.tags:
            rows = self._db.execute(
                "SELECT name FROM tag JOIN lead_tag ON tag_id = tag.id WHERE lead_id = ?", [lead_id]
            )
            history.set_tags(self._db, lead_id, [*(row[0] for row in rows), *facts.tags])
        if facts.follow_up_on:
            what = history.one(self._db, "SELECT next_step FROM lead WHERE id = ?", [lead_id])
            history.plan_next_step(self._db, lead_id, NextStep(facts.follow_up_on, what), today)
        if facts.parked_until:
            self._db.table("lead").update(lead_id, {"parked_until": parked_now(facts, today)})
        if facts.ending:
            history.show_outcome(self._db, lead_id, facts.ending.on)
