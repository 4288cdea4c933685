"""What marketing promises: add, reword, retire, say it in a campaign."""

from collections.abc import Sequence
from datetime import date

from sqlite_utils import Database

from bothhats.domain.problems import Refused
from bothhats.operations import history
from bothhats.storage.journal import Journal


class ClaimOperations:
    """Each method is one undo step."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def add(self, text: str, since: date) -> int:
        """A new claim; its id. Raises Refused for a blank."""
        if not text.strip():
            raise Refused("A claim needs words.", "Type what your marketing promises.")
        with self._journal.step("Claim added"):
            return int(
                self._db.table("claim")  # type: ignore[arg-type]
                .insert({"text": text.strip(), "since": since.isoformat()})
                .last_pk
            )

    def reword(self, claim_id: int, text: str) -> None:
        """Say the same claim in other words; what was heard of it stays with it."""
        with self._journal.step("Claim reworded", f"claim-{claim_id}"):
            self._db.table("claim").update(claim_id, {"text": text.strip()})

    def retire(self, claim_id: int, on: date | None) -> None:
        """Stop saying it from a day on; None says it again."""
        with self._journal.step("Claim retired" if on else "Claim said again"):
            self._db.table("claim").update(claim_id, {"retired_on": on.isoformat() if on else None})

    def say_in_campaign(self, campaign_id: int, claim_ids: Sequence[int]) -> None:
        """The campaign makes these claims and no others."""
        with self._journal.step(f"Claims of {_campaign(self._db, campaign_id)} changed"):
            rows = self._db.execute("SELECT claim_id, id FROM campaign_claim WHERE campaign_id = ?", [campaign_id])
            present = dict(rows.fetchall())
            for claim_id in present.keys() - set(claim_ids):
                self._db.table("campaign_claim").delete(present[claim_id])
            self._db.table("campaign_claim").insert_all(
                {"campaign_id": campaign_id, "claim_id": claim_id} for claim_id in claim_ids if claim_id not in present
            )


def _campaign(db: Database, campaign_id: int) -> str:
    return str(history.one(db, "SELECT name FROM campaign WHERE id = ?", [campaign_id]))
