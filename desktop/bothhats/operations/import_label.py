"""What all imports have in common: a backup first, and a mark by which the history tells their steps from others."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from sqlite_utils import Database

from bothhats.operations import history
from bothhats.storage.backups import BEFORE_IMPORT, make_backup

IMPORT = "import "
Progress = Callable[[int, int], None]
TOGETHER = 1000  # rows of one statement
_HELD = 16_000  # pages that stand in the memory: 64 MB; with more SQLite takes the file for itself until the end
_STEPS_BETWEEN_LOOKS = 50_000  # of SQLite's machine: some milliseconds


def import_mark() -> str:
    """For the `joins` of a step: unlike any other, so that no two imports become one step."""
    return f"{IMPORT}{uuid4().hex}"


def back_up_first(db: Database) -> None:
    """Keep the file as it is now; one that has no lead yet needs no backup. Raises KnownProblem where it cannot."""
    if history.one(db, "SELECT 1 FROM lead LIMIT 1"):
        file = history.one(db, "SELECT file FROM pragma_database_list WHERE name = 'main'")
        make_backup(Path(file), BEFORE_IMPORT, datetime.now(), only_if_changed=True)


class Pace:
    """Tells how far an import is, and lets whoever hears it end the work at any moment, also within one statement."""

    def __init__(self, db: Database, progress: Progress | None, of: int) -> None:
        self._db = db
        self._progress = progress
        self._of = of
        self._done = 0

    def __enter__(self) -> None:
        """Others can read the file until the end, unless the import is longer than the memory should hold."""
        self._db.conn.execute(f"PRAGMA cache_size = {_HELD}")
        if self._progress is not None:
            self._db.conn.set_progress_handler(self._look, _STEPS_BETWEEN_LOOKS)

    def __exit__(self, kind: object, error: BaseException | None, _trace: object) -> None:
        """Where SQLite was stopped, say why: whoever wanted it stopped raises that once more."""
        self._db.conn.set_progress_handler(None, 0)
        if error is not None and self._progress is not None:
            self._progress(self._done, self._of)

    def tell(self) -> None:
        """One more row is written."""
        self._done += 1
        if self._progress is not None:
            self._progress(self._done, self._of)

    def _look(self) -> bool:
        """SQLite asks while it is busy; what is raised here stops it."""
        if self._progress is not None:
            self._progress(self._done, self._of)
        return False
