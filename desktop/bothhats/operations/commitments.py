"""What the owner promised at the end of a review: kept, dropped or carried over, or put on another day."""

from datetime import date

from sqlite_utils import Database

from bothhats.domain.wording import near_date
from bothhats.operations import history
from bothhats.storage.journal import Journal

_SAID = {"kept": "Kept", "dropped": "Dropped", "carried_over": "Carried over", "open": "Open again"}


class CommitmentOperations:
    """Each method is one undo step."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def settle(self, commitment_id: int, state: str, on: date) -> None:
        """kept, dropped, carried_over, or open again."""
        text = history.one(self._db, "SELECT text FROM commitment WHERE id = ?", [commitment_id])
        with self._journal.step(f"{_SAID[state]}: {text}"):
            settled_on = None if state == "open" else on.isoformat()
            self._db.table("commitment").update(commitment_id, {"state": state, "settled_on": settled_on})

    def move(self, commitment_id: int, to: date, today: date) -> None:
        """Give it another day; what it was to move stays tied to it."""
        text = history.one(self._db, "SELECT text FROM commitment WHERE id = ?", [commitment_id])
        with self._journal.step(f"{text} moved to {near_date(to, today)}"):
            self._db.table("commitment").update(commitment_id, {"due_on": to.isoformat()})
