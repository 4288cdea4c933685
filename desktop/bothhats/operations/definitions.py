"""The written definition of a good lead: versions are added, never changed once a lead was judged by them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

from sqlite_utils import Database

from bothhats.domain.good_lead import Criterion, IdealCustomer
from bothhats.domain.name_matching import folded
from bothhats.domain.problems import Refused
from bothhats.operations import history
from bothhats.queries.definitions import amendable
from bothhats.storage.journal import Journal


class DefinitionOperations:
    """Each method is one undo step."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def write(self, customer: IdealCustomer, criteria: Sequence[Criterion], on: date, why: str = "") -> int:
        """A new version in force from a day on; leads keep the version that they were judged by. Its id.

        A version of the same day that no lead was judged by yet is amended instead. Raises Refused for a definition
        that says nothing, and for one that says the same twice in a step.
        """
        _refuse_nonsense(customer, criteria)
        amended = amendable(self._journal.connection, on)
        number = amended.number if amended else self._next_number()
        with self._journal.step(f"Definition of a good lead: version {number}"):
            row = {"why": why, **asdict(customer)}
            if amended:
                definition_id = amended.id
                self._db.table("definition").update(definition_id, row)
                self._db.execute("DELETE FROM criterion WHERE definition_id = ?", [definition_id])
            else:
                row |= {"number": number, "in_force_from": on.isoformat()}
                definition_id = int(self._db.table("definition").insert(row).last_pk)  # type: ignore[arg-type]
            self._write_criteria(definition_id, criteria)
        return definition_id

    def look(self, holds: bool, on: date, why: str = "") -> None:
        """Record the quarterly look: it still holds, or it does not, and why."""
        with self._journal.step("Definition of a good lead looked at"):
            self._db.table("definition_look").insert({"looked_on": on.isoformat(), "holds": holds, "why": why})

    def _write_criteria(self, definition_id: int, criteria: Sequence[Criterion]) -> None:
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

    def _next_number(self) -> int:
        return int(history.one(self._db, "SELECT coalesce(max(number), 0) + 1 FROM definition"))


def _refuse_nonsense(customer: IdealCustomer, criteria: Sequence[Criterion]) -> None:
    if not criteria and customer == IdealCustomer():
        raise Refused("The definition says nothing yet.", "Write at least one criterion.")
    times = Counter((each.step, folded(each.text)) for each in criteria)
    for each in criteria:
        if times[each.step, folded(each.text)] > 1:
            raise Refused(f"“{each.text}” stands twice in one step.", "Take one of them away.")
