"""A consistent copy of a pipeline file, also while a window has it open: made aside, checked, then named."""

import os
import sqlite3
from datetime import datetime
from pathlib import Path

from bothhats.domain.problems import FileDamaged, FileNotWritable
from bothhats.storage.read_only import open_read_only
from bothhats.storage.sqlite_errors import sorted_errors


def dated_name(source: Path, folder: Path, now: datetime, why: str = "") -> Path:
    """Where a backup goes that was given no name."""
    return folder / f"{source.stem}-{why}{now:%Y-%m-%d-%H%M%S}{source.suffix}"


def back_up(source: Path, target: Path) -> Path:
    """Copy `source` to `target`, which is returned.

    Raises FileNotWritable where something stands at `target` already or it cannot be written, FileDamaged where the
    copy does not check; then no copy is left behind.
    """
    if target.exists():
        raise FileNotWritable(f"{target} exists already.", "Choose another name; it was not overwritten.")
    making = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        making.unlink(missing_ok=True)
        _copy(source, making)
        _check(making)
        _put_in_place(making, target)
    except OSError as error:
        raise FileNotWritable(f"{target} cannot be written.", "Choose another folder.") from error
    finally:
        if making.parent.is_dir():
            making.unlink(missing_ok=True)
    return target


def renew(source: Path, folder: Path, now: datetime) -> int:
    """Make a backup of now in the folder, then delete the older ones of the same file; how many went.

    Raises what `back_up` raises; then the older ones stay.
    """
    fresh = back_up(source, dated_name(source, folder, now))
    beside = source.parent.glob(f"{source.stem}-before-upgrade-*{source.suffix}")
    older = [each for each in (*folder.glob(f"{source.stem}-*{source.suffix}"), *beside) if each != fresh]
    for each in older:
        each.unlink()
    return len(older)


def _copy(source: Path, making: Path) -> None:
    # Not VACUUM INTO: SQLite 3.40 fails at it on a read-only file with a generated column.
    connection = open_read_only(source)
    try:
        os.close(os.open(making, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with sorted_errors():
            copy = sqlite3.connect(making)
            connection.backup(copy)
            copy.close()
    finally:
        connection.close()


def _check(copy: Path) -> None:
    connection = open_read_only(copy)
    try:
        with sorted_errors():
            answer = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            connection.execute("SELECT count(*) FROM lead").fetchone()
    except sqlite3.Error as error:
        raise FileDamaged("The copy does not open.", "Nothing was kept; run `bothhats check`.") from error
    finally:
        connection.close()
    if answer != "ok":
        raise FileDamaged("The copy is damaged.", "Nothing was kept; run `bothhats check`.")


def _put_in_place(making: Path, target: Path) -> None:
    with making.open("rb+") as file:
        os.fsync(file.fileno())
    making.rename(target)
    if os.name == "posix":
        folder = os.open(target.parent, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)
