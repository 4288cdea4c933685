"""Content that helps to sell: made, changed, set live, retired."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlite_utils import Database

from bothhats.domain.problems import Refused
from bothhats.operations import history
from bothhats.storage.journal import Journal

EDITABLE = frozenset({"kind", "title", "place", "text"})


class AssetOperations:
    """Each method is one undo step."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def add(
        self,
        kind: str,
        title: str,
        on: date,
        status: str = "idea",
        place: str = "",
        answers: Sequence[int] = (),
        text: str = "",
    ) -> int:
        """A new asset and the objections and questions that it answers; its id. Raises Refused for a blank title."""
        if not title.strip():
            raise Refused("An asset needs a title.", "Type what you would call it.")
        with self._journal.step(f"{title.strip()} added"):
            row = {"kind": kind, "title": title.strip(), "place": place, "text": text, "status": status}
            live_on = on.isoformat() if status == "live" else None
            asset_id = int(
                self._db.table("asset").insert({**row, "live_on": live_on}).last_pk  # type: ignore[arg-type]
            )
            self._db.table("asset_answer").insert_all(
                {"asset_id": asset_id, "objection_id": objection_id} for objection_id in answers
            )
        return asset_id

    def edit(self, asset_id: int, values: Mapping[str, Any]) -> None:
        """Change kind, title, place (a link or a file) or text; typing joins one step. Refuses a blank title."""
        if values.keys() - EDITABLE:
            raise ValueError(f"no field of an asset: {sorted(values.keys() - EDITABLE)}")
        if not str(values.get("title", "-")).strip():
            raise Refused("An asset needs a title.", "Type what you would call it.")
        with self._journal.step(f"{self._title(asset_id)} edited", f"asset-{asset_id}"):
            self._db.table("asset").update(asset_id, dict(values))

    def set_status(self, asset_id: int, status: str, on: date) -> None:
        """idea, drafting, live, rework or retired; its first live day is kept."""
        with self._journal.step(f"{self._title(asset_id)} is {_STATUS[status]}"):
            row: dict[str, Any] = {"status": status}
            if status == "live" and not history.one(self._db, "SELECT live_on FROM asset WHERE id = ?", [asset_id]):
                row["live_on"] = on.isoformat()
            self._db.table("asset").update(asset_id, row)

    def answers(self, asset_id: int, objection_ids: Sequence[int]) -> None:
        """The asset answers these objections and questions and no others."""
        with self._journal.step(f"Answers of {self._title(asset_id)} changed"):
            history.keep_pairs(self._db, "asset_answer", ("asset_id", asset_id), "objection_id", objection_ids)

    def claims(self, asset_id: int, claim_ids: Sequence[int]) -> None:
        """The asset makes these claims and no others."""
        with self._journal.step(f"Claims of {self._title(asset_id)} changed"):
            history.keep_pairs(self._db, "asset_claim", ("asset_id", asset_id), "claim_id", claim_ids)

    def mark_use(self, use_id: int, helped: bool | None) -> None:
        """Whether it helped that lead; None means unsure."""
        name = history.one(
            self._db, "SELECT title FROM asset JOIN asset_use u ON asset_id = asset.id WHERE u.id = ?", [use_id]
        )
        words = {True: "helped", False: "did not help", None: "helped or not: unsure"}[helped]
        with self._journal.step(f"{name} {words}"):
            self._db.table("asset_use").update(use_id, {"helped": helped})

    def _title(self, asset_id: int) -> str:
        return str(history.one(self._db, "SELECT title FROM asset WHERE id = ?", [asset_id]))


_STATUS = {
    "idea": "an idea",
    "drafting": "being drafted",
    "live": "live",
    "rework": "to be reworked",
    "retired": "retired",
}
