"""The written definition of a good lead: versions are added, never changed."""

from collections.abc import Sequence
from datetime import date

from sqlite_utils import Database

from bothhats.domain.good_lead import Criterion, IdealCustomer
from bothhats.operations import history
from bothhats.storage.journal import Journal


class DefinitionOperations:
    """Each method is one undo step."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def write(self, customer: IdealCustomer, criteria: Sequence[Criterion], on: date, why: str = "") -> int:
        """A new version in force from a day on; leads keep the version that they were judged by. Its id."""
        number = int(history.one(self._db, "SELECT coalesce(max(number), 0) + 1 FROM definition"))
        with self._journal.step(f"Definition of a good lead: version {number}"):
            definition_id = int(
                self._db.table("definition")  # type: ignore[arg-type]
                .insert(
                    {
                        "number": number,
                        "in_force_from": on.isoformat(),
                        "why": why,
                        "who": customer.who,
                        "situation": customer.situation,
                        "problem": customer.problem,
                        "trust": customer.trust,
                    }
                )
                .last_pk
            )
            self._db.table("criterion").insert_all(
                {
                    "definition_id": definition_id,
                    "step": criterion.step.value,
                    "kind": criterion.kind,
                    "must": criterion.must,
                    "text": criterion.text,
                    "position": position,
                }
                for position, criterion in enumerate(criteria, 1)
            )
        return definition_id

    def look(self, holds: bool, on: date, why: str = "") -> None:
        """Record the quarterly look: it still holds, or it does not, and why."""
        with self._journal.step("Definition of a good lead looked at"):
            self._db.table("definition_look").insert({"looked_on": on.isoformat(), "holds": holds, "why": why})
