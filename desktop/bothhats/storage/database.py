"""Open a pipeline file for writing: header, settled pragmas, migrations, a dated copy before an upgrade."""

import os
import sqlite3
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from bothhats.domain.problems import FileNotWritable
from bothhats.storage.backups import BEFORE_UPGRADE, make_backup
from bothhats.storage.migrations import migrate
from bothhats.storage.read_only import APPLICATION_ID, read_header
from bothhats.storage.search_index import bring_up_to_date
from bothhats.storage.sqlite_errors import sorted_errors

_PRAGMAS = (
    "journal_mode = DELETE",
    "synchronous = EXTRA",
    "busy_timeout = 5000",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "temp_store = MEMORY",
    "secure_delete = ON",
    "recursive_triggers = ON",
    "foreign_keys = ON",
)


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


def create(path: Path, settings: Mapping[str, str] = MappingProxyType({})) -> None:
    """Make a new, empty pipeline file with these settings at `path`, readable by its owner alone.

    Raises FileNotWritable; whatever stands at `path` already stays.
    """
    building = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        building.unlink(missing_ok=True)
        os.close(os.open(building, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with sorted_errors():
            connection = _connect(building)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            migrate(connection)
            bring_up_to_date(connection)
            connection.executemany("INSERT INTO setting (name, value) VALUES (?, ?)", settings.items())
            connection.close()
        if path.exists():
            raise FileNotWritable(f"{path} exists already.", "Choose another name.")
        building.rename(path)
    except OSError as error:
        raise FileNotWritable(f"{path} cannot be made.", "Check the folder and its permissions.") from error
    finally:
        if path.parent.is_dir() and os.access(path.parent, os.W_OK):
            building.unlink(missing_ok=True)


def open_for_writing(path: Path) -> sqlite3.Connection:
    """The one connection that writes. Brings an older file up to date, after a dated copy of it.

    Raises what `read_header` raises, FileNotWritable and FileLocked.
    """
    header = read_header(path)
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise FileNotWritable(f"{path} cannot be written.", "Check its permissions; it can still be read.")
    with sorted_errors():
        connection = _connect(path)
        if header.is_older:
            make_backup(path, BEFORE_UPGRADE, datetime.now())
            migrate(connection)
            connection.execute("PRAGMA foreign_keys = ON")
        bring_up_to_date(connection)
    return connection
