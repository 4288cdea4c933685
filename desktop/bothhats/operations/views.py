"""The owner's saved views: a name for a filter, and whether it is looked at as board or table."""

from collections.abc import Sequence
from dataclasses import replace

from sqlite_utils import Database

from bothhats.domain.filter_json import filter_from_json, filter_json
from bothhats.domain.lead_filter import LeadFilter
from bothhats.domain.name_matching import folded
from bothhats.domain.problems import Refused
from bothhats.operations import history
from bothhats.storage.journal import Journal


class ViewOperations:
    """Each method is one undo step."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def save(self, name: str, lead_filter: LeadFilter, form: str) -> int:
        """A new view, the last of the list; its id. Raises Refused for a blank name or one that is taken."""
        with self._journal.step(f"View {name.strip()} saved"):
            position = history.one(self._db, "SELECT coalesce(max(position), 0) + 1 FROM saved_view")
            row = {"name": self._free(name), **_look(lead_filter, form), "position": position}
            return int(self._db.table("saved_view").insert(row).last_pk)  # type: ignore[arg-type]

    def change(self, view_id: int, lead_filter: LeadFilter, form: str) -> None:
        """Let a view show something else under its name."""
        with self._journal.step(f"View {self._name(view_id)} changed"):
            self._db.table("saved_view").update(view_id, _look(lead_filter, form))

    def rename(self, view_id: int, name: str) -> None:
        """Raises Refused for a blank name or one that is taken."""
        with self._journal.step(f"View {self._name(view_id)} renamed to {name.strip()}"):
            self._db.table("saved_view").update(view_id, {"name": self._free(name, but=view_id)})

    def delete(self, view_id: int) -> None:
        """Take a view away; its leads stay where they are."""
        with self._journal.step(f"View {self._name(view_id)} removed"):
            self._db.table("saved_view").delete(view_id)

    def order(self, view_ids: Sequence[int]) -> None:
        """The views stand in this order."""
        with self._journal.step("Views reordered"):
            for position, view_id in enumerate(view_ids, 1):
                self._db.table("saved_view").update(view_id, {"position": position})

    def _name(self, view_id: int) -> str:
        name = history.one(self._db, "SELECT name FROM saved_view WHERE id = ?", [view_id])
        if name is None:
            raise Refused("This view is gone.", "It may have been removed in another window.")
        return str(name)

    def _free(self, name: str, but: int = 0) -> str:
        if not name.strip():
            raise Refused("A view needs a name.", "Type one.")
        rows = self._db.execute("SELECT name FROM saved_view WHERE id <> ?", [but]).fetchall()
        if folded(name) in {folded(row[0]) for row in rows}:
            raise Refused(f"There is a view called {name.strip()} already.", "Choose another name.")
        return name.strip()


def _look(lead_filter: LeadFilter, form: str) -> dict[str, str]:
    return {"filter": filter_json(lead_filter), "form": form}


def let_views_name(db: Database, field: str, old_id: int, new_id: int | None) -> None:
    """Where a view's filter names a row that goes (`field`: source_ids, stage_ids ...), it names another, or none.

    Called inside the step of an operation, which it never begins.
    """
    for view_id, text in db.execute("SELECT id, filter FROM saved_view").fetchall():
        found = filter_from_json(text)
        ids: frozenset[int] = getattr(found, field)
        if old_id in ids:
            named = (ids - {old_id}) | ({new_id} if new_id else frozenset())
            changed = replace(found, **{field: named})  # type: ignore[arg-type]
            db.table("saved_view").update(view_id, {"filter": filter_json(changed)})
