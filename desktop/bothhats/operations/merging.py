"""Two leads that are one person become one, with both histories."""

import json
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from sqlite_utils import Database

from bothhats.domain.lead import NextStep
from bothhats.domain.problems import Refused
from bothhats.operations import history
from bothhats.storage.journal import Journal

FIELDS = ("name", "company", "role", "email", "phone", "website", "address", "source", "campaign", "value", "stage")
HISTORIES = (
    *("stage_change", "outcome_change", "follow_up", "parking", "touch", "judgement", "hearing"),
    *("claim_heard", "asset_use"),
)
_LETTERS = (("review", "letter"), ("review_version", "letter"), ("review_answer", "value"))
_COLUMNS = {"source": "source_id", "campaign": "campaign_id", "stage": "stage_id"}
_TEXTS = ("key", "role", "company", "email", "phone", "website", "address")


class MergingOperations:
    """Each method is one undo step; undo takes a merge apart again."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def merge(self, kept_id: int, other_id: int, from_other: Collection[str], today: date) -> None:
        """`kept_id` stays; it takes the fields named in `from_other` (of FIELDS), what it has blank, and all history.

        The earliest arrival is kept, tags are united, notes joined, a second address or number becomes an extra
        field. It has ended if the newest outcome of both says so, and is parked only if both were. Raises Refused
        for one lead with itself.
        """
        if kept_id == other_id:
            raise Refused("That is one lead already.", "Choose two leads.")
        kept, other = (dict(self._db.table("lead").get(lead_id)) for lead_id in (kept_id, other_id))
        names = [history.lead_name(self._db, lead_id) for lead_id in (kept_id, other_id)]
        with self._journal.step(f"{names[0]} and {names[1]} merged"):
            for table in HISTORIES:
                self._db.execute(f"UPDATE {table} SET lead_id = ? WHERE lead_id = ?", [kept_id, other_id])
            history.set_tags(
                self._db,
                kept_id,
                [*history.tags_of(self._db, kept_id), *history.tags_of(self._db, other_id)],
            )
            self._point_letters(kept_id, other_id)
            self._db.table("lead").delete(other_id)
            self._db.table("lead").update(kept_id, _united(kept, other, from_other))
            self._settle(kept_id, kept, other, today)

    def keep_apart(self, first_id: int, other_id: int) -> None:
        """Two leads that look alike are not one; they are not asked about again."""
        names = " and ".join(history.lead_name(self._db, lead_id) for lead_id in (first_id, other_id))
        with self._journal.step(f"{names} are two"):
            self._db.table("not_the_same").insert({"lead_id": first_id, "other_id": other_id})

    def _point_letters(self, kept_id: int, other_id: int) -> None:
        """Letters name leads by reference; those of the other mean the kept one now."""
        for table, column in _LETTERS:
            self._db.execute(
                f"UPDATE {table} SET {column} = replace({column}, ?, ?) WHERE instr({column}, ?)",
                [f"{{lead:{other_id}}}", f"{{lead:{kept_id}}}", f"{{lead:{other_id}}}"],
            )

    def _settle(self, kept_id: int, kept: Mapping[str, Any], other: Mapping[str, Any], today: date) -> None:
        """One open follow-up, the sooner; then what the newest outcome of both says."""
        steps = sorted((lead["follow_up_on"], lead["next_step"]) for lead in (kept, other) if lead["follow_up_on"])
        if len(steps) == 2:
            due_on, what = steps[0]
            history.plan_next_step(self._db, kept_id, NextStep(date.fromisoformat(due_on), what), today)
        elif steps:
            self._db.table("lead").update(kept_id, {"follow_up_on": steps[0][0], "next_step": steps[0][1]})
        if not (kept["parked_until"] and other["parked_until"]):
            history.wake(self._db, kept_id, today)
        history.show_outcome(self._db, kept_id, today)


def _united(kept: Mapping[str, Any], other: Mapping[str, Any], from_other: Collection[str]) -> dict[str, Any]:
    """The columns of the kept lead."""
    row: dict[str, Any] = {"arrived_on": min(kept["arrived_on"], other["arrived_on"])}
    for column in (*_TEXTS, "source_id", "campaign_id", "value"):
        row[column] = kept[column] if kept[column] not in (None, "") else other[column]
    has_name = any(kept[column] for column in ("name", "first_name", "last_name"))
    for column in ("name", "first_name", "last_name"):
        row[column] = other[column] if "name" in from_other or not has_name else kept[column]
    for field in from_other:
        if field != "name":
            column = _COLUMNS.get(field, field)
            row[column] = other[column]
    row["notes"] = "\n\n".join(dict.fromkeys(text for text in (kept["notes"], other["notes"]) if text))
    row["parked_until"] = max(kept["parked_until"] or "", other["parked_until"] or "") or None
    row["extra"] = json.dumps(_extra(kept, other, row), ensure_ascii=False)
    return row


def _extra(kept: Mapping[str, Any], other: Mapping[str, Any], row: Mapping[str, Any]) -> dict[str, str]:
    """The extra fields of both, and the address and number that did not become the lead's."""
    extra: dict[str, str] = {**json.loads(other["extra"]), **json.loads(kept["extra"])}
    for column, name in (("email", "Other email"), ("phone", "Other phone"), ("website", "Other website")):
        left = [lead[column] for lead in (kept, other) if lead[column] and lead[column] != row[column]]
        if left:
            extra[name] = ", ".join(dict.fromkeys([*filter(None, [extra.get(name)]), *left]))
    return extra
