"""What marketing promises: add, reword, merge, retire, say it in a campaign or an asset."""

from collections.abc import Sequence
from datetime import date

from sqlite_utils import Database

from bothhats.domain.lead import ClaimHeard
from bothhats.domain.name_matching import folded
from bothhats.domain.problems import Refused
from bothhats.operations import history
from bothhats.operations.said_merging import merge_claims
from bothhats.storage.journal import Journal


class ClaimOperations:
    """Each method is one undo step."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def add(self, text: str, since: date) -> int:
        """A new claim; its id. Raises Refused for a blank or one that is there already."""
        with self._journal.step("Claim added"):
            return _insert(self._db, self._free(text), since)

    def make(self, claim_id: int, on: date) -> None:
        """What only came up in conversations is a claim of the marketing from a day on."""
        text = history.one(self._db, "SELECT text FROM claim WHERE id = ?", [claim_id])
        with self._journal.step(f"“{text}” made a claim"):
            self._db.table("claim").update(claim_id, {"since": on.isoformat()})

    def hear_in_touch(self, touch_id: int, heard: ClaimHeard) -> int:
        """A claim that came up in a touch that is logged already, on the day of the touch; its id."""
        lead_id, on = self._db.execute("SELECT lead_id, happened_on FROM touch WHERE id = ?", [touch_id]).fetchone()
        with self._journal.step(f"Claim that came up with {history.lead_name(self._db, lead_id)} logged"):
            row = {"claim_id": heard_claim(self._db, heard, date.fromisoformat(on)), "verdict": heard.verdict}
            of = {"lead_id": lead_id, "touch_id": touch_id, "heard_on": on}
            return int(self._db.table("claim_heard").insert({**row, **of}).last_pk)  # type: ignore[arg-type]

    def reword(self, claim_id: int, text: str) -> None:
        """Say the same claim in other words; what was heard of it stays with it. Raises Refused as `add` does."""
        with self._journal.step("Claim reworded", f"claim-{claim_id}"):
            self._db.table("claim").update(claim_id, {"text": self._free(text, but=claim_id)})

    def retire(self, claim_id: int, on: date | None) -> None:
        """Stop saying it from a day on; None says it again."""
        with self._journal.step("Claim retired" if on else "Claim said again"):
            self._db.table("claim").update(claim_id, {"retired_on": on.isoformat() if on else None})

    def merge(self, claim_id: int, into_id: int) -> None:
        """Both are one, under the words of the second; all that was heard of the first goes over."""
        if claim_id == into_id:
            raise Refused("That is the same claim.", "Choose another.")
        texts = [history.one(self._db, "SELECT text FROM claim WHERE id = ?", [each]) for each in (claim_id, into_id)]
        with self._journal.step("“{}” merged into “{}”".format(*texts)):
            merge_claims(self._db, claim_id, into_id)

    def say_in_campaign(
        self, campaign_id: int, claim_ids: Sequence[int], new: Sequence[str] = (), since: date = date.min
    ) -> None:
        """The campaign makes these claims and no others; the words of `new` ones are claims from `since` on."""
        name = history.one(self._db, "SELECT name FROM campaign WHERE id = ?", [campaign_id])
        with self._journal.step(f"Claims of {name} changed"):
            ids = [*claim_ids, *(claim_of(self._db, text) or _insert(self._db, text, since) for text in new)]
            history.keep_pairs(self._db, "campaign_claim", ("campaign_id", campaign_id), "claim_id", ids)

    def say_in_assets(self, claim_id: int, asset_ids: Sequence[int]) -> None:
        """These assets make the claim and no others."""
        with self._journal.step("Where the claim is said changed"):
            history.keep_pairs(self._db, "asset_claim", ("claim_id", claim_id), "asset_id", asset_ids)

    def say_in_campaigns(self, claim_id: int, campaign_ids: Sequence[int]) -> None:
        """These campaigns make the claim and no others."""
        with self._journal.step("Where the claim is said changed"):
            history.keep_pairs(self._db, "campaign_claim", ("claim_id", claim_id), "campaign_id", campaign_ids)

    def _free(self, text: str, but: int | None = None) -> str:
        if not text.strip():
            raise Refused("A claim needs words.", "Type what your marketing promises.")
        if claim_of(self._db, text) not in (None, but):
            raise Refused(f"“{text.strip()}” is there already.", "Merge the two if they mean the same.")
        return text.strip()


def heard_claim(db: Database, heard: ClaimHeard, on: date) -> int:
    """The record of a claim that came up: the one meant, the one of the same words, or a new one."""
    return heard.claim_id or claim_of(db, heard.text) or _insert(db, heard.text, on)


def claim_of(db: Database, text: str) -> int | None:
    """The claim of these words, case and Unicode form aside."""
    wanted = folded(text)
    rows = db.execute("SELECT id, text FROM claim ORDER BY id").fetchall()
    return next((int(row_id) for row_id, present in rows if folded(present) == wanted), None)


def _insert(db: Database, text: str, since: date) -> int:
    row = {"text": text.strip(), "since": since.isoformat()}
    return int(db.table("claim").insert(row).last_pk)  # type: ignore[arg-type]
