"""SQLite's result codes sorted once into what the owner can mend and what is a bug of ours."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from bothhats.domain import problems

_KNOWN: dict[int, tuple[type[problems.KnownProblem], str, str]] = {
    sqlite3.SQLITE_FULL: (
        problems.DiskFull,
        "The disk is full, so this was not saved.",
        "Free some space and try again; nothing that was saved before is lost.",
    ),
    sqlite3.SQLITE_BUSY: (
        problems.FileLocked,
        "Another program is writing to the file.",
        "Close it or wait a moment, then try again; nothing was changed.",
    ),
    sqlite3.SQLITE_READONLY: (
        problems.FileNotWritable,
        "The file cannot be written.",
        "Check that it was not moved or made read-only; nothing was changed.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        problems.FileNotWritable,
        "The file or its folder cannot be opened for writing.",
        "Check the folder's permissions; nothing was changed.",
    ),
    sqlite3.SQLITE_IOERR: (
        problems.FileNotWritable,
        "The disk reported an error, so this was not saved.",
        "Save a copy elsewhere with `bothhats backup`; what was saved before stays.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        problems.FileDamaged,
        "The file is damaged.",
        "It was not written to; put back a backup with `bothhats restore`.",
    ),
    sqlite3.SQLITE_NOTADB: (
        problems.NotALeadFile,
        "This file is not a Both Hats pipeline.",
        "Choose another file.",
    ),
}


def known_problem(error: sqlite3.Error) -> problems.KnownProblem | None:
    """The owner's sentence for a result code, or None where it is a bug."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    found = _KNOWN.get(code & 0xFF)
    return found[0](found[1], found[2]) if found else None


@contextmanager
def sorted_errors() -> Iterator[None]:
    """Raise a KnownProblem for what the world did; let bugs through as they are."""
    try:
        yield
    except sqlite3.Error as error:
        problem = known_problem(error)
        if problem is None:
            raise
        raise problem from error
