"""What prospects said against buying, or asked: one record each, with many hearings."""

from collections.abc import Sequence
from datetime import date

from sqlite_utils import Database

from bothhats.domain.lead import Heard
from bothhats.domain.name_matching import folded
from bothhats.domain.problems import Refused
from bothhats.operations import history
from bothhats.operations.said_merging import merge_phrases
from bothhats.storage.journal import Journal


class ObjectionOperations:
    """Each method is one undo step."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def add(self, kind: str, text: str, since: date) -> int:
        """A new `objection` or `question`; its id. Raises Refused for a blank or one that is there already."""
        with self._journal.step(f"{kind.capitalize()} added"):
            row = {"kind": kind, "text": self._free(kind, text), "since": since.isoformat()}
            return int(self._db.table("objection").insert(row).last_pk)  # type: ignore[arg-type]

    def change(self, objection_id: int, kind: str, text: str) -> None:
        """Reword it, or call it a question instead of an objection; its hearings stay with it.

        Raises Refused as `add` does.
        """
        with self._journal.step(f"{kind.capitalize()} changed", f"objection-{objection_id}"):
            self._db.table("objection").update(
                objection_id, {"kind": kind, "text": self._free(kind, text, but=objection_id)}
            )

    def retire(self, objection_id: int, on: date | None) -> None:
        """Leave it out of the lists from a day on; None takes it back in."""
        with self._journal.step("Objection or question retired" if on else "Objection or question back"):
            self._db.table("objection").update(objection_id, {"retired_on": on.isoformat() if on else None})

    def hear(self, objection_id: int, lead_id: int, on: date, words: str = "") -> int:
        """Log a hearing that belongs to no touch; its id."""
        with self._journal.step("Hearing logged"):
            row = {"objection_id": objection_id, "lead_id": lead_id, "heard_on": on.isoformat(), "words": words}
            return int(self._db.table("hearing").insert(row).last_pk)  # type: ignore[arg-type]

    def hear_in_touch(self, touch_id: int, heard: Heard) -> int:
        """What was heard in a touch that is logged already, on the day of the touch; the hearing's id."""
        lead_id, on = self._db.execute("SELECT lead_id, happened_on FROM touch WHERE id = ?", [touch_id]).fetchone()
        with self._journal.step(f"Heard from {history.lead_name(self._db, lead_id)}"):
            objection_id = heard_phrase(self._db, heard, date.fromisoformat(on))
            row = {"objection_id": objection_id, "lead_id": lead_id, "touch_id": touch_id, "heard_on": on}
            return int(self._db.table("hearing").insert({**row, "words": heard.words}).last_pk)  # type: ignore[arg-type]

    def correct(self, hearing_id: int, words: str) -> None:
        """Change the words of a hearing; typing joins one step."""
        with self._journal.step("Their words corrected", f"hearing-{hearing_id}"):
            self._db.table("hearing").update(hearing_id, {"words": words.strip()})

    def take_back(self, hearing_id: int) -> None:
        """It was not heard after all."""
        with self._journal.step("Hearing taken away"):
            self._db.table("hearing").delete(hearing_id)

    def merge(self, objection_id: int, into_id: int) -> None:
        """Both are one, under the words of the second; every hearing, answer and commitment of the first goes over."""
        if objection_id == into_id:
            raise Refused("That is the same one.", "Choose another.")
        with self._journal.step(f"“{self._text(objection_id)}” merged into “{self._text(into_id)}”"):
            merge_phrases(self._db, objection_id, into_id)

    def split(self, hearing_ids: Sequence[int], heard: Heard) -> int:
        """These hearings were of something else: of a phrase that is there, or of a new one; its id."""
        if not hearing_ids:
            raise Refused("Nothing is chosen.", "Choose the hearings that mean something else.")
        first = min(self._db.table("hearing").get(each)["heard_on"] for each in hearing_ids)
        with self._journal.step(f"{len(hearing_ids)} split off" if len(hearing_ids) > 1 else "Hearing split off"):
            objection_id = heard_phrase(self._db, heard, date.fromisoformat(first))
            for hearing_id in hearing_ids:
                self._db.table("hearing").update(hearing_id, {"objection_id": objection_id})
        return objection_id

    def answer_with(self, objection_id: int, asset_ids: Sequence[int]) -> None:
        """These assets answer it and no others."""
        with self._journal.step("Answers changed"):
            history.keep_pairs(self._db, "asset_answer", ("objection_id", objection_id), "asset_id", asset_ids)

    def _text(self, objection_id: int) -> str:
        return str(history.one(self._db, "SELECT text FROM objection WHERE id = ?", [objection_id]))

    def _free(self, kind: str, text: str, but: int | None = None) -> str:
        """The words, cut at both ends. Raises Refused for a blank or for the words of another."""
        if not text.strip():
            raise Refused(f"An {kind} needs words." if kind == "objection" else "A question needs words.", "Type them.")
        present = phrase_of(self._db, text)
        if present not in (None, but):
            raise Refused(f"“{text.strip()}” is there already.", "Merge the two if they mean the same.")
        return text.strip()


def heard_phrase(db: Database, heard: Heard, on: date) -> int:
    """The record of what was heard: the one meant, the one of the same words, or a new one.

    One that had been retired is listened for again.
    """
    objection_id = heard.objection_id or phrase_of(db, heard.text)
    if objection_id:
        db.table("objection").update(objection_id, {"retired_on": None})
        return objection_id
    row = {"kind": heard.kind, "text": heard.text.strip(), "since": on.isoformat()}
    return int(db.table("objection").insert(row).last_pk)  # type: ignore[arg-type]


def phrase_of(db: Database, text: str) -> int | None:
    """The objection or question of these words, case and Unicode form aside."""
    wanted = folded(text)
    rows = db.execute("SELECT id, text FROM objection ORDER BY id").fetchall()
    return next((int(row_id) for row_id, present in rows if folded(present) == wanted), None)
