"""Bring in what happened, out of a file of touches: one transaction, one undo step."""

import itertools
import json
from datetime import date

from sqlite_utils import Database

from bothhats.domain.lead_key import given_key
from bothhats.domain.pipeline import Direction, TouchKind
from bothhats.exchange.lead_book import KnownLead
from bothhats.exchange.touch_plan import TouchPlan
from bothhats.exchange.touch_reader import Mark, PlannedTouch, mark_of
from bothhats.operations import history
from bothhats.operations.import_label import TOGETHER, Pace, Progress, back_up_first, import_mark
from bothhats.storage.journal import Journal

_ONLY_A_DAY = """
DELETE FROM touch WHERE origin = 'import' AND note = ''
  AND (lead_id, happened_on) IN (SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?))
  AND id NOT IN (SELECT touch_id FROM hearing WHERE touch_id IS NOT NULL
    UNION SELECT touch_id FROM claim_heard WHERE touch_id IS NOT NULL
    UNION SELECT touch_id FROM asset_use WHERE touch_id IS NOT NULL)
"""


class TouchImportOperations:
    """Touches come in as if they had been logged: a later import of leads does not take them away."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def known_leads(self) -> list[KnownLead]:
        """Everybody who is not in the bin."""
        columns = "id, recorded_at, key, display_name, company, email, phone"
        rows = self._db.execute(f"SELECT {columns} FROM lead WHERE binned_at IS NULL ORDER BY id")
        return [KnownLead(i, key or given_key(i, recorded_at), *others) for i, recorded_at, key, *others in rows]

    def present(self) -> frozenset[Mark]:
        """The marks of all touches, by which the same one is not brought in twice."""
        rows = self._db.execute("SELECT lead_id, kind, happened_on, note FROM touch")
        return frozenset(mark_of(*row) for row in rows)

    def carry_out(self, plan: TouchPlan, name: str = "Import", progress: Progress | None = None) -> None:
        """Log them. Who talked stands at least in the first conversation stage, from the day of the first talk on."""
        back_up_first(self._db)
        pace = Pace(self._db, progress, len(plan.touches))
        with pace, self._journal.step(f"{name}: {len(plan.touches):,} touches", import_mark()):
            self._make_room(plan)
            rows = (_row(touch, pace) for touch in plan.touches)
            self._db.table("touch").insert_all(rows, batch_size=TOGETHER)
            self._move(plan)

    def _make_room(self, plan: TouchPlan) -> None:
        """A first contact of which a list of leads told only the day gives way to the contact itself."""
        contacts = ((touch.lead_id, touch.on.isoformat()) for touch in plan.touches if _is_contact(touch))
        while told := set(itertools.islice(contacts, TOGETHER)):
            self._db.execute(_ONLY_A_DAY, [json.dumps(sorted(told))])

    def _move(self, plan: TouchPlan) -> None:
        talks: dict[int, date] = {}
        for touch in plan.touches:
            if touch.two_way and touch.kind is not TouchKind.NOTE:
                talks[touch.lead_id] = min(touch.on, talks.get(touch.lead_id, touch.on))
        for lead_id, on in talks.items():
            stage_id = history.first_conversation_stage(self._db, lead_id)
            is_open = history.one(self._db, "SELECT outcome IS NULL FROM lead WHERE id = ?", [lead_id])
            if stage_id is not None and is_open:
                history.enter_stage(self._db, lead_id, stage_id, on)


def _is_contact(touch: PlannedTouch) -> bool:
    return touch.two_way or touch.direction is Direction.OUT


def _row(touch: PlannedTouch, pace: Pace) -> dict[str, object]:
    pace.tell()
    return {
        "lead_id": touch.lead_id,
        "kind": touch.kind.value,
        "direction": touch.direction.value if touch.direction else None,
        "two_way": int(touch.two_way),
        "happened_on": touch.on.isoformat(),
        "note": touch.note,
    }
