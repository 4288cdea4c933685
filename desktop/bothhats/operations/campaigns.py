"""What marketing is doing, and what it costs."""

from datetime import date
from typing import Any

from sqlite_utils import Database

from bothhats.domain.problems import Refused
from bothhats.storage.journal import Journal


class CampaignOperations:
    """Each method is one undo step."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def add(self, name: str, source_id: int | None, starts_on: date | None, ends_on: date | None) -> int:
        """A new campaign; its id. Raises Refused for a blank name or an end before the start."""
        with self._journal.step(f"{name.strip()} added"):
            row = _checked(name, source_id, starts_on, ends_on)
            return int(self._db.table("campaign").insert(row).last_pk)  # type: ignore[arg-type]

    def change(
        self, campaign_id: int, name: str, source_id: int | None, starts_on: date | None, ends_on: date | None
    ) -> None:
        """Change its facts. Raises Refused as `add` does."""
        with self._journal.step(f"{name.strip()} changed", f"campaign-{campaign_id}"):
            self._db.table("campaign").update(campaign_id, _checked(name, source_id, starts_on, ends_on))

    def spend(
        self,
        amount: int,
        starts_on: date,
        ends_on: date | None = None,
        campaign_id: int | None = None,
        source_id: int | None = None,
        note: str = "",
    ) -> int:
        """Money spent on a day, or spread evenly over a range, in minor units; the entry's id.

        Raises Refused for an end before the start.
        """
        with self._journal.step("Spend added"):
            row = _entry(amount, starts_on, ends_on, note) | {"campaign_id": campaign_id, "source_id": source_id}
            return int(self._db.table("spend").insert(row).last_pk)  # type: ignore[arg-type]

    def change_spend(
        self, spend_id: int, amount: int, starts_on: date, ends_on: date | None = None, note: str = ""
    ) -> None:
        """Correct an entry. Raises Refused as `spend` does."""
        with self._journal.step("Spend changed"):
            self._db.table("spend").update(spend_id, _entry(amount, starts_on, ends_on, note))

    def delete_spend(self, spend_id: int) -> None:
        """Take an entry away."""
        with self._journal.step("Spend deleted"):
            self._db.table("spend").delete(spend_id)


def _entry(amount: int, starts_on: date, ends_on: date | None, note: str) -> dict[str, Any]:
    end = ends_on or starts_on
    if end < starts_on:
        raise Refused("The spend ends before it starts.", "Change one of the dates.")
    return {"amount": amount, "starts_on": starts_on.isoformat(), "ends_on": end.isoformat(), "note": note.strip()}


def _checked(name: str, source_id: int | None, starts_on: date | None, ends_on: date | None) -> dict[str, Any]:
    if not name.strip():
        raise Refused("A campaign needs a name.", "Type what you call it.")
    if starts_on and ends_on and ends_on < starts_on:
        raise Refused("The campaign ends before it starts.", "Change one of the dates.")
    return {
        "name": name.strip(),
        "source_id": source_id,
        "starts_on": starts_on.isoformat() if starts_on else None,
        "ends_on": ends_on.isoformat() if ends_on else None,
    }
