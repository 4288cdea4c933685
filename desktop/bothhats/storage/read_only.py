"""Open a pipeline file for reading: the header first, then a connection that cannot write. Plain sqlite3 only."""

import errno
import os
import sqlite3
import stat
import struct
import threading
from dataclasses import dataclass
from pathlib import Path

from bothhats.domain.problems import FileMissing, FileNotWritable, FileTooNew, NotALeadFile
from bothhats.storage.sqlite_errors import sorted_errors

APPLICATION_ID = 0x42486174  # "BHat"
SCHEMA_VERSION = 6

_HEADER_LENGTH = 100
_MOST_KEPT = 16
_kept: dict[tuple[int, int], int] = {}
_one_at_a_time = threading.Lock()


@dataclass(frozen=True, slots=True)
class Header:
    """What the first hundred bytes of the file say; `transactions` are counted by SQLite, and wrap."""

    application_id: int
    schema_version: int
    transactions: int

    @property
    def is_older(self) -> bool:
        """Whether migrations have something to do."""
        return self.schema_version < SCHEMA_VERSION


def read_header(path: Path) -> Header:
    """Look at the file without SQLite, which would create or tidy what it finds.

    Raises FileMissing, NotALeadFile, FileTooNew, FileNotWritable (unreadable).
    """
    try:
        head = _first_bytes(path)
    except FileNotFoundError as error:
        raise FileMissing(f"There is no file {path}.", "Choose another file or start a new one.") from error
    except OSError as error:
        raise FileNotWritable(f"{path} cannot be read.", "Check that it is a file and its permissions.") from error
    if len(head) < _HEADER_LENGTH or not head.startswith(b"SQLite format 3\0"):
        raise NotALeadFile(f"{path} is not a Both Hats pipeline.", "Nothing in it was changed; choose another file.")
    version, application = struct.unpack_from(">i", head, 60)[0], struct.unpack_from(">i", head, 68)[0]
    if application != APPLICATION_ID:
        raise NotALeadFile(f"{path} belongs to another program.", "Nothing in it was changed; choose another file.")
    if version > SCHEMA_VERSION:
        raise FileTooNew(
            f"A newer version of Both Hats made {path}.", "Nothing in it was changed; update Both Hats to open it."
        )
    return Header(application, version, struct.unpack_from(">I", head, 24)[0])


def _first_bytes(path: Path) -> bytes:
    """On POSIX the file is kept open: to close it would drop the locks that SQLite has on it in this process."""
    if os.name != "posix":
        with path.open("rb") as file:
            return file.read(_HEADER_LENGTH)
    with _one_at_a_time:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # to open a pipe would wait for somebody to write to it
            raise OSError(errno.EINVAL, "not a file", str(path))
        identity = status.st_dev, status.st_ino
        if identity not in _kept:
            _let_go_of_old_ones()
            _kept[identity] = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        return os.pread(_kept[identity], _HEADER_LENGTH, 0)


def _let_go_of_old_ones() -> None:
    """Of files that are deleted, and of the longest known where they become many."""
    deleted = [identity for identity, opened in _kept.items() if os.fstat(opened).st_nlink == 0]
    for identity in [*deleted, *[each for each in _kept if each not in deleted][: 1 - _MOST_KEPT]]:
        os.close(_kept.pop(identity))


def open_read_only(path: Path) -> sqlite3.Connection:
    """A connection for queries; SQLite refuses to write through it.

    The file itself is opened for writing, because only such a connection takes back what another program left half
    written when it was killed (decisions/0007).
    """
    read_header(path)
    with sorted_errors():
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None)
        connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA busy_timeout = 5000")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA temp_store = MEMORY")
    return connection
