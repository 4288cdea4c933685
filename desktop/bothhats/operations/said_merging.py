"""Two phrases, or two claims, become one: whatever named the one names the other from then on, and no row is lost.

Called inside the step of an operation.
"""

import json
from collections.abc import Mapping
from typing import Any

from sqlite_utils import Database

from bothhats.operations import history

_PHRASE_ROWS = (("hearing", ""), ("asset_answer", "asset_id"), ("commitment", ""))
_CLAIM_ROWS = (("claim_heard", ""), ("campaign_claim", "campaign_id"), ("asset_claim", "asset_id"), ("commitment", ""))


def merge_phrases(db: Database, from_id: int, into_id: int) -> None:
    """One objection or question takes over the hearings, answers and commitments of another, which is gone."""
    _take_over(db, "objection", _PHRASE_ROWS, from_id, into_id)
    for field in ("objections.{}", "objections.{}.plan"):
        _rename_answers(db, field.format(from_id), field.format(into_id))
    _rewrite(db, "review_answer", "value", "field = 'commitments'", lambda said: _renamed(said, from_id, into_id))
    _rewrite(db, "saved_view", "filter", "1", lambda said: _refiltered(said, from_id, into_id))
    db.table("objection").delete(from_id)


def merge_claims(db: Database, from_id: int, into_id: int) -> None:
    """One claim takes over what was heard of another, and where that was said; the other is gone."""
    _take_over(db, "claim", _CLAIM_ROWS, from_id, into_id)
    _rename_answers(db, f"landed.{from_id}", f"landed.{into_id}")
    key = "claim_id"
    _rewrite(db, "review_answer", "value", "field = 'commitments'", lambda said: _renamed(said, from_id, into_id, key))
    db.table("claim").delete(from_id)


def _take_over(db: Database, table: str, rows: tuple[tuple[str, str], ...], from_id: int, into_id: int) -> None:
    """`rows` are tables that name it, and the column with which a pair may stand only once."""
    column = f"{table}_id"
    for other, beside in rows:
        if beside:
            db.execute(
                f"DELETE FROM {other} WHERE {column} = ? AND {beside} IN"
                f" (SELECT {beside} FROM {other} WHERE {column} = ?)",
                [from_id, into_id],
            )
        db.execute(f"UPDATE {other} SET {column} = ? WHERE {column} = ?", [into_id, from_id])
    earliest = history.one(db, f"SELECT min(since) FROM {table} WHERE id IN (?, ?)", [from_id, into_id])
    db.table(table).update(into_id, {"since": earliest})


def _rename_answers(db: Database, old: str, new: str) -> None:
    """What a review says of the one holds for the other where the review says nothing of that."""
    db.execute(
        "UPDATE review_answer SET field = ? WHERE field = ? AND review_id NOT IN"
        " (SELECT review_id FROM review_answer WHERE field = ?)",
        [new, old, new],
    )


def _rewrite(db: Database, table: str, column: str, where: str, change: Any) -> None:
    """Let each JSON text say what `change` makes of it; a text that is none of ours stays."""
    for row_id, text in db.execute(f"SELECT id, {column} FROM {table} WHERE {where}").fetchall():
        try:
            said = json.loads(text)
        except ValueError:
            continue
        changed = change(said)
        if changed != said:
            db.table(table).update(row_id, {column: json.dumps(changed, ensure_ascii=False)})


def _renamed(said: Any, from_id: int, into_id: int, key: str = "objection_id") -> Any:
    """The commitments of a draft."""
    if not isinstance(said, list):
        return said
    return [{**each, key: into_id} if isinstance(each, Mapping) and each.get(key) == from_id else each for each in said]


def _refiltered(said: Any, from_id: int, into_id: int) -> Any:
    """A saved filter."""
    if not isinstance(said, Mapping) or not isinstance(said.get("objection_ids"), list):
        return said
    ids = [into_id if each == from_id else each for each in said["objection_ids"]]
    return {**said, "objection_ids": list(dict.fromkeys(ids))}
