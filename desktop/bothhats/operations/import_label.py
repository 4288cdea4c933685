"""What all imports have in common: a backup first, and a mark by which the history tells their steps from others."""

from datetime import datetime
from pathlib import Path
from uuid import uuid4

from sqlite_utils import Database

from bothhats.operations import history
from bothhats.storage.backups import BEFORE_IMPORT, make_backup

IMPORT = "import "


def import_mark() -> str:
    """For the `joins` of a step: unlike any other, so that no two imports become one step."""
    return f"{IMPORT}{uuid4().hex}"


def back_up_first(db: Database) -> None:
    """Keep the file as it is now; one that has no lead yet needs no backup. Raises KnownProblem where it cannot."""
    if history.one(db, "SELECT 1 FROM lead LIMIT 1"):
        file = history.one(db, "SELECT file FROM pragma_database_list WHERE name = 'main'")
        make_backup(Path(file), BEFORE_IMPORT, datetime.now(), only_if_changed=True)
