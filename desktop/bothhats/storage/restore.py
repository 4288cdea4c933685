"""Put a backup back: checked and brought up to date aside, then into the file in one transaction; old or new."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from bothhats.domain.problems import FileDamaged, FileLocked, FileMissing, KnownProblem, NotALeadFile
from bothhats.storage.backup import back_up, make_names_durable, put_in_place
from bothhats.storage.backups import BEFORE_RESTORE, backup_at, check_backup, make_backup
from bothhats.storage.check import problems_of
from bothhats.storage.database import open_for_writing
from bothhats.storage.disk_errors import sorted_os_errors
from bothhats.storage.read_only import open_read_only, read_header
from bothhats.storage.schema.v005_figure_views import VIEWS
from bothhats.storage.sqlite_errors import sorted_errors

_ASIDE = ".bothhats-restoring-"
_SIDE_FILES = ("-journal", "-wal", "-shm")


def restore(data_file: Path, source: Path, now: datetime) -> Path | None:
    """Put `source` in the place of what `data_file` holds; where the present state was kept, None for a missing file.

    Raises a KnownProblem; then the file is as it was.
    """
    read_header(source)
    if data_file.exists() and source.samefile(data_file):
        raise KnownProblem("This is the file itself, not a backup of it.", "Choose a backup.")
    check_backup(backup_at(source))
    with place_aside(data_file) as folder:
        fresh = back_up(source, folder / data_file.name)
        _bring_up_to_date(fresh)
        return _replace(data_file, fresh, now)


def copy_to_look_at(source: Path, target: Path) -> None:
    """A sound copy of this version of a backup, which itself stays as it is. Raises a KnownProblem."""
    check_backup(backup_at(source))
    back_up(source, target)
    _bring_up_to_date(target)


@contextmanager
def place_aside(data_file: Path) -> Iterator[Path]:
    """A folder on the same disk, gone afterwards; what a kill left of an earlier one goes too."""
    with sorted_os_errors(data_file, "Check the folder and its permissions."):
        data_file.parent.mkdir(parents=True, exist_ok=True)
        for left in data_file.parent.glob(f"{_ASIDE}*"):
            shutil.rmtree(left)
        with tempfile.TemporaryDirectory(prefix=_ASIDE, dir=data_file.parent) as folder:
            yield Path(folder)


def put_in(data_file: Path, fresh: Path) -> None:
    """The content of a sound file of this version into another, in one transaction. Raises KnownProblem."""
    with sorted_errors():
        target = open_for_writing(data_file)
        source = sqlite3.connect(f"{fresh.absolute().as_uri()}?mode=ro", uri=True)
        try:
            source.backup(target, progress=_unless_busy)
        finally:
            source.close()
            target.close()


def _unless_busy(status: int, _left: int, _of: int) -> None:
    """Python would try again for ever."""
    if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        raise FileLocked(
            "Another program is writing to the file.", "Close it or wait a moment, then try again; nothing was changed."
        )


def _refuse_strangers(fresh: Path) -> None:
    """A trigger is never ours and could do anything when the file is written; a view only where it reads as ours do."""
    reader = open_read_only(fresh)
    found = reader.execute("SELECT name, sql FROM sqlite_master WHERE type IN ('trigger', 'view')").fetchall()
    reader.close()
    strangers = [name for name, sql in found if VIEWS.get(name) != sql]
    if strangers:
        raise NotALeadFile(
            f"The backup holds something that Both Hats did not put there: {strangers[0]}.", "Choose another one."
        )


def _bring_up_to_date(fresh: Path) -> None:
    _refuse_strangers(fresh)
    connection = open_for_writing(fresh)
    try:
        found = problems_of(connection)
    except sqlite3.DatabaseError as error:
        raise FileDamaged("The backup is damaged.", "Choose another one.") from error
    finally:
        connection.close()
    if found:
        raise FileDamaged(f"The backup is not whole: {found[0]}", "Choose another one; nothing was changed.")


def _replace(data_file: Path, fresh: Path, now: datetime) -> Path | None:
    if not data_file.exists():
        put_in_place(fresh, data_file)
        return None
    try:
        kept = make_backup(data_file, BEFORE_RESTORE, now)
    except (FileDamaged, NotALeadFile, FileMissing):
        return _swap(data_file, fresh, now)
    put_in(data_file, fresh)
    return kept.path if kept else None


def _swap(data_file: Path, fresh: Path, now: datetime) -> Path:
    """Where the present file cannot be opened: it keeps a name of its own, then the sound one takes its place."""
    aside = data_file.with_name(f"{data_file.stem}-damaged-{now:%Y-%m-%d-%H%M%S}{data_file.suffix}")
    try:
        os.link(data_file, aside)
    except OSError:
        shutil.copy2(data_file, aside)
    for ending in _SIDE_FILES:
        left = data_file.with_name(data_file.name + ending)
        if left.exists():
            left.rename(aside.with_name(aside.name + ending))
    with fresh.open("rb+") as file:
        os.fsync(file.fileno())
    fresh.replace(data_file)
    make_names_durable(data_file.parent)
    return aside
