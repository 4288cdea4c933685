"""Erase a person: the one change that cannot be undone."""

from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from bothhats.operations import history
from bothhats.queries.erasing import names_of
from bothhats.storage.backups import BY_HAND, forget_all_but, make_backup
from bothhats.storage.erasure import erase, sweep
from bothhats.storage.journal import Journal


class ErasingOperations:
    """Takes people out of the leads, the history, the search, the undo history and the letters."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def erase(self, lead_id: int) -> None:
        """Erase a lead for good."""
        name = history.lead_name(self._db, lead_id)
        with self._journal.lasting(f"{name} erased"):
            erase(self._journal.connection, lead_id, names_of(self._journal.connection, lead_id))
        sweep(self._journal.connection)

    def renew_backups(self, data_file: Path, now: datetime) -> int:
        """Make a new backup, then delete the older ones of this file, which hold who was erased since; how many.

        Raises what `make_backup` raises; then the older ones stay.
        """
        fresh = make_backup(data_file, BY_HAND, now)
        return forget_all_but(data_file, fresh) if fresh else 0
