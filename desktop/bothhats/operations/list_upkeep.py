"""The owner's lists are kept tidy: sources, reasons and tags are renamed, merged, retired; nothing is forgotten."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

from bothhats.domain.name_matching import folded
from bothhats.domain.own_lists import OwnList
from bothhats.domain.problems import Refused
from bothhats.operations import history
from bothhats.operations.views import let_views_name
from bothhats.storage.journal import Journal


@dataclass(frozen=True, slots=True)
class _Use:
    """Where rows of a list are named: table and column, and the field of a saved view's filter."""

    places: tuple[tuple[str, str], ...]
    filter_field: str


_USES = {
    OwnList.SOURCE: _Use(
        tuple((table, "source_id") for table in ("lead", "campaign", "spend", "commitment")), "source_ids"
    ),
    OwnList.REASON: _Use((("outcome_change", "reason_id"), ("parking", "reason_id")), "reason_ids"),
    OwnList.TAG: _Use((("lead_tag", "tag_id"),), "tag_ids"),
}


class ListUpkeep:
    """Each method is one undo step. Raises Refused for a row that is gone, a blank name or one that is taken."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def rename(self, of: OwnList, row_id: int, name: str) -> None:
        """Other words for the same thing; everything that names it follows."""
        before = self._name(of, row_id)
        with self._journal.step(f"{before} renamed to {name.strip()}"):
            self._refuse_taken(of, row_id, name)
            self._db.table(of.value).update(row_id, {"name": name.strip()})

    def merge(self, of: OwnList, kept_id: int, other_id: int) -> None:
        """What names the other names the kept one from now on, and the other is gone; its kind goes with it."""
        kept, other = self._name(of, kept_id), self._name(of, other_id)
        if kept_id == other_id or self._sort(of, kept_id) != self._sort(of, other_id):
            raise Refused("These two cannot be merged.", "Choose another one.")
        with self._journal.step(f"{other} merged into {kept}"):
            if of is OwnList.TAG:
                self._untag_twice(kept_id, other_id)
            for table, column in _USES[of].places:
                self._db.execute(f"UPDATE {table} SET {column} = ? WHERE {column} = ?", [kept_id, other_id])
            let_views_name(self._db, _USES[of].filter_field, other_id, kept_id)
            self._db.table(of.value).delete(other_id)

    def order_reasons(self, reason_ids: Sequence[int]) -> None:
        """The reasons of one kind stand in this order."""
        with self._journal.step("Reasons reordered"):
            for position, reason_id in enumerate(reason_ids, 1):
                self._db.table("reason").update(reason_id, {"position": position})

    def retire(self, of: OwnList, row_id: int, on: date) -> None:
        """It is offered no more and stays wherever it stands; a tag has no history and leaves its leads."""
        name = self._name(of, row_id)
        with self._journal.step(f"{name} removed"):
            if of is OwnList.TAG:
                self._db.execute("DELETE FROM lead_tag WHERE tag_id = ?", [row_id])
                let_views_name(self._db, _USES[of].filter_field, row_id, None)
                self._db.table("tag").delete(row_id)
            else:
                self._db.table(of.value).update(row_id, {"retired_on": on.isoformat()})

    def bring_back(self, of: OwnList, row_id: int) -> None:
        """A retired source or reason is offered again."""
        name = self._name(of, row_id)
        with self._journal.step(f"{name} brought back"):
            self._refuse_taken(of, row_id, name)
            self._db.table(of.value).update(row_id, {"retired_on": None})

    def _name(self, of: OwnList, row_id: int) -> str:
        name = history.one(self._db, f"SELECT name FROM {of.value} WHERE id = ?", [row_id])
        if name is None:
            raise Refused(f"This {of.value} is gone.", "It may have been removed in another window.")
        return str(name)

    def _sort(self, of: OwnList, row_id: int) -> str:
        """Only reasons of one kind are one list."""
        found = history.one(self._db, "SELECT kind FROM reason WHERE id = ?", [row_id]) if of is OwnList.REASON else ""
        return str(found)

    def _refuse_taken(self, of: OwnList, row_id: int, name: str) -> None:
        if not name.strip():
            raise Refused(f"A {of.value} needs a name.", "Type one.")
        in_use = "1" if of is OwnList.TAG else "retired_on IS NULL"
        rows = self._db.execute(f"SELECT id, name FROM {of.value} WHERE id <> ? AND {in_use}", [row_id]).fetchall()
        for other_id, taken in rows:
            if folded(taken) == folded(name) and self._sort(of, other_id) == self._sort(of, row_id):
                raise Refused(
                    f"There is a {of.value} called {taken} already.", "Merge the two, or choose another name."
                )

    def _untag_twice(self, kept_id: int, other_id: int) -> None:
        self._db.execute(
            "DELETE FROM lead_tag WHERE tag_id = ? AND lead_id IN (SELECT lead_id FROM lead_tag WHERE tag_id = ?)",
            [other_id, kept_id],
        )
