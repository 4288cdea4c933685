"""The one next step of a lead: set, moved, done."""

from collections.abc import Sequence
from datetime import date

from sqlite_utils import Database

from bothhats.domain.lead import NextStep
from bothhats.domain.wording import near_date
from bothhats.operations import history
from bothhats.storage.journal import Journal


class FollowUpOperations:
    """Each method is one undo step; the former follow-up stays in the history."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def set(self, lead_ids: Sequence[int], step: NextStep, today: date) -> None:
        """Give leads a next step, in place of the one they had."""
        name = history.named(self._db, lead_ids)
        when = f"set for {near_date(step.due_on, today)}" if step.due_on else "taken away"
        with self._journal.step(f"Next step of {name} {when}"):
            for lead_id in lead_ids:
                history.wake(self._db, lead_id, today)
                history.plan_next_step(self._db, lead_id, step, today)

    def snooze(self, lead_ids: Sequence[int], to: date, today: date) -> None:
        """Move the follow-up to another day, with what is to be done as it was."""
        with self._journal.step(f"{history.named(self._db, lead_ids)} moved to {near_date(to, today)}"):
            for lead_id in lead_ids:
                what = history.one(self._db, "SELECT next_step FROM lead WHERE id = ?", [lead_id]) or ""
                history.wake(self._db, lead_id, today)
                history.plan_next_step(self._db, lead_id, NextStep(to, what), today)
