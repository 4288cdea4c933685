"""A consistent copy of a pipeline file, also while a window has it open: made aside, checked, then named."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bothhats.domain.problems import FileDamaged, FileNotWritable, NotALeadFile
from bothhats.storage.disk_errors import sorted_os_errors
from bothhats.storage.read_only import open_read_only
from bothhats.storage.sqlite_errors import sorted_errors

PART = ".part"
COUNTED = ("lead", "touch", "review")


def back_up(source: Path, target: Path) -> Path:
    """Copy `source` to `target`, which is returned.

    Raises FileNotWritable where something stands at `target` already or it cannot be written, FileDamaged where the
    copy does not check; then no copy is left behind.
    """
    if target.exists():
        raise FileNotWritable(f"{target} exists already.", "Choose another name; it was not overwritten.")
    with checked_copy(source, target) as (making, _counts):
        put_in_place(making, target)
    return target


@contextmanager
def checked_copy(source: Path, target: Path) -> Iterator[tuple[Path, dict[str, int]]]:
    """A copy beside `target` that was opened again and checked, with its counts by table; gone afterwards."""
    making = target.with_name(target.name + PART)
    with sorted_os_errors(target, "Choose another folder."):
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            making.unlink(missing_ok=True)
            yield making, _copy(source, making)
        finally:
            if making.parent.is_dir():
                for left in (making, making.with_name(making.name + "-journal")):
                    left.unlink(missing_ok=True)


def counts_of(connection: sqlite3.Connection) -> dict[str, int]:
    """How many rows the tables have that a person would count."""
    return {table: int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) for table in COUNTED}


def _copy(source: Path, making: Path) -> dict[str, int]:
    # Not VACUUM INTO: SQLite 3.40 fails at it on a read-only file with a generated column.
    connection = open_read_only(source)
    try:
        os.close(os.open(making, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with sorted_errors():
            connection.execute("BEGIN")
            counts = counts_of(connection)
            copy = sqlite3.connect(making)
            connection.backup(copy)
            copy.close()
    except sqlite3.DatabaseError as error:
        raise FileDamaged(f"{source.name} cannot be read to its end.", "Put back a backup.") from error
    finally:
        connection.close()
    if check_copy(making) != counts:
        raise FileDamaged("The copy is damaged.", "Nothing was kept; run `bothhats check`.")
    return counts


def check_copy(copy: Path) -> dict[str, int]:
    """The counts of a file that opens and is whole. Raises FileDamaged, and what `open_read_only` raises."""
    connection = open_read_only(copy)
    try:
        with sorted_errors():
            answer = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            counts = counts_of(connection)
    except (sqlite3.Error, NotALeadFile) as error:
        raise FileDamaged("The copy does not open.", "Nothing was kept; run `bothhats check`.") from error
    finally:
        connection.close()
    if answer != "ok":
        raise FileDamaged("The copy is damaged.", "Nothing was kept; run `bothhats check`.")
    return counts


def put_in_place(making: Path, target: Path) -> None:
    """Durable before it has its name, and its name durable too."""
    with making.open("rb+") as file:
        os.fsync(file.fileno())
    making.rename(target)
    make_names_durable(target.parent)


def make_names_durable(folder: Path) -> None:
    """A new name survives a power cut only once its folder is written."""
    if os.name == "posix":
        opened = os.open(folder, os.O_RDONLY)
        os.fsync(opened)
        os.close(opened)
