"""What the owner wants a month to bring."""

from sqlite_utils import Database

from bothhats.storage.journal import Journal


class GoalOperations:
    """Each method is one undo step."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def set(self, month: str, figure: str, amount: int | None) -> None:
        """A goal from a month ("2026-10") on, until a later entry; None takes this month's entry, or end, away.

        `revenue` in minor units, `promise` in percent, the others in leads.
        """
        with self._journal.step("Goal set" if amount is not None else "Goal taken away", f"goal-{month}-{figure}"):
            self._clear(month, figure)
            if amount is not None:
                self._db.table("goal").insert({"month": month, "figure": figure, "amount": amount})

    def end(self, month: str, figure: str) -> None:
        """No goal from a month on, until a later one is set."""
        with self._journal.step("Goal ended", f"goal-{month}-{figure}"):
            self._clear(month, figure)
            self._db.table("goal_end").insert({"month": month, "figure": figure})

    def _clear(self, month: str, figure: str) -> None:
        for table in ("goal", "goal_end"):
            self._db.table(table).delete_where("month = ? AND figure = ?", [month, figure])
