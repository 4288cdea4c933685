"""The ids of the names in an import plan; new ones are made once."""

from sqlite_utils import Database

from bothhats.domain.name_matching import folded
from bothhats.exchange.planned import ImportPlan


class NameIds:
    """Sources, campaigns, tags and reasons by name, after the plan's new ones were inserted."""

    def __init__(self, db: Database, plan: ImportPlan) -> None:
        for table, names, values in (
            ("source", plan.new_sources, {"kind": "marketing"}),
            ("campaign", plan.new_campaigns, {}),
            ("tag", plan.new_tags, {}),
        ):
            db.table(table).insert_all({"name": name, **values} for name in names)
        db.table("reason").insert_all({"kind": kind, "name": name, "position": 1000} for kind, name in plan.new_reasons)
        self._ids = {
            (table, folded(name)): row_id
            for table in ("source", "campaign", "tag")
            for row_id, name in db.execute(f"SELECT id, name FROM {table} ORDER BY id DESC")
        }
        self._reasons = {
            (kind, folded(name)): row_id
            for row_id, kind, name in db.execute("SELECT id, kind, name FROM reason ORDER BY id DESC")
        }
        first = db.execute("SELECT id FROM stage WHERE retired_on IS NULL ORDER BY position, id LIMIT 1").fetchone()
        self.first_stage: int = first[0]

    def id(self, table: str, name: str | None) -> int | None:
        """The row of that name; None for none."""
        return self._ids[table, folded(name)] if name else None

    def reason(self, kind: str, name: str | None) -> int | None:
        """The reason of that name in its list; None for none."""
        return self._reasons[kind, folded(name)] if name else None
