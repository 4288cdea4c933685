"""What the owner wants a month to bring."""

from sqlite_utils import Database

from bothhats.operations import history
from bothhats.storage.journal import Journal


class GoalOperations:
    """Each method is one undo step."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def set(self, month: str, figure: str, amount: int | None) -> None:
        """A goal from a month ("2026-10") on, until a later one is set; None takes this month's entry away.

        `revenue` in minor units, `promise` in percent, the others in leads.
        """
        with self._journal.step("Goal set" if amount is not None else "Goal taken away", f"goal-{month}-{figure}"):
            row_id = history.one(self._db, "SELECT id FROM goal WHERE month = ? AND figure = ?", [month, figure])
            if amount is None and row_id:
                self._db.table("goal").delete(row_id)
            elif amount is not None and row_id:
                self._db.table("goal").update(row_id, {"amount": amount})
            elif amount is not None:
                self._db.table("goal").insert({"month": month, "figure": figure, "amount": amount})
