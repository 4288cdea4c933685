"""What prospects said against buying, or asked: one record each, with many hearings."""

from collections.abc import Sequence
from datetime import date

from sqlite_utils import Database

from bothhats.domain.problems import Refused
from bothhats.storage.journal import Journal


class ObjectionOperations:
    """Each method is one undo step."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def add(self, kind: str, text: str, since: date) -> int:
        """A new `objection` or `question`; its id. Raises Refused for a blank."""
        if not text.strip():
            raise Refused(f"An {kind} needs words." if kind == "objection" else "A question needs words.", "Type them.")
        with self._journal.step(f"{kind.capitalize()} added"):
            row = {"kind": kind, "text": text.strip(), "since": since.isoformat()}
            return int(self._db.table("objection").insert(row).last_pk)  # type: ignore[arg-type]

    def change(self, objection_id: int, kind: str, text: str) -> None:
        """Reword it, or call it a question instead of an objection; its hearings stay with it."""
        with self._journal.step(f"{kind.capitalize()} changed", f"objection-{objection_id}"):
            self._db.table("objection").update(objection_id, {"kind": kind, "text": text.strip()})

    def retire(self, objection_id: int, on: date | None) -> None:
        """Leave it out of the lists from a day on; None takes it back in."""
        with self._journal.step("Objection or question retired" if on else "Objection or question back"):
            self._db.table("objection").update(objection_id, {"retired_on": on.isoformat() if on else None})

    def hear(self, objection_id: int, lead_id: int, on: date, words: str = "") -> int:
        """Log a hearing that belongs to no touch; its id."""
        with self._journal.step("Hearing logged"):
            row = {"objection_id": objection_id, "lead_id": lead_id, "heard_on": on.isoformat(), "words": words}
            return int(self._db.table("hearing").insert(row).last_pk)  # type: ignore[arg-type]

    def answer_with(self, objection_id: int, asset_ids: Sequence[int]) -> None:
        """These assets answer it and no others."""
        with self._journal.step("Answers changed"):
            rows = self._db.execute("SELECT asset_id, id FROM asset_answer WHERE objection_id = ?", [objection_id])
            present = dict(rows.fetchall())
            for asset_id in present.keys() - set(asset_ids):
                self._db.table("asset_answer").delete(present[asset_id])
            self._db.table("asset_answer").insert_all(
                {"objection_id": objection_id, "asset_id": asset_id}
                for asset_id in asset_ids
                if asset_id not in present
            )
