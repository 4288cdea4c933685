"""The business settings of the file; undone like everything else."""

from sqlite_utils import Database

from bothhats.domain.name_matching import folded
from bothhats.operations import history
from bothhats.storage.journal import Journal


class SettingOperations:
    """Change settings by the names of `queries.settings.Settings`."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def change(self, name: str, value: str | int) -> None:
        """Set one value; typing into one field joins one step."""
        with self._journal.step("Settings changed", f"setting-{folded(name)}"):
            self.write(name, value)

    def write(self, name: str, value: str | int) -> None:
        """Set one value inside the caller's step."""
        row_id = history.one(self._db, "SELECT id FROM setting WHERE name = ?", [name])
        if row_id:
            self._db.table("setting").update(row_id, {"value": str(value)})
        else:
            self._db.table("setting").insert({"name": name, "value": str(value)})

    def remember(self, name: str, value: str) -> None:
        """Keep a fact of the app itself (the last week ahead shown); it is no step and is never undone."""
        self._journal.connection.execute(
            "INSERT INTO app_state (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (name, value),
        )
