"""One window a file: a lock of the operating system, which is gone with the process, however it ends."""

import os
import sys
import time
from pathlib import Path
from typing import IO

from bothhats.domain.problems import FileLocked
from bothhats.system.paths import lock_folder


class WindowLock:
    """Held as long as the object lives; keyed by the file itself, so that a link to it meets the same lock."""

    def __init__(self, data_file: Path) -> None:
        """Raises FileLocked where another window has the file."""
        identity = data_file.stat()
        folder = lock_folder()
        folder.mkdir(parents=True, exist_ok=True)
        self._call = _call_file(data_file)
        self._file: IO[bytes] = (folder / f"{identity.st_dev:x}-{identity.st_ino:x}.lock").open("ab")
        try:
            _lock(self._file)
        except OSError as error:
            self._file.close()
            raise FileLocked(
                f"{data_file.name} is open in another window.", "Go to that window, or close it and try again."
            ) from error

    @property
    def folder(self) -> Path:
        """Where a second start leaves its call."""
        return self._call.parent

    def was_called(self) -> bool:
        """Whether a second start asks to see this window; the call is answered by taking it away."""
        is_there = self._call.exists()
        self._call.unlink(missing_ok=True)
        return is_there

    def release(self) -> None:
        """Let another window have the file."""
        self._file.close()


def call_the_other(data_file: Path, patience_seconds: float = 1.5) -> bool:
    """Ask the window that has the file to show itself; whether it answered in time."""
    call = _call_file(data_file)
    call.touch()
    until = time.monotonic() + patience_seconds
    while call.exists() and time.monotonic() < until:
        time.sleep(0.03)
    is_answered = not call.exists()
    call.unlink(missing_ok=True)
    return is_answered


def _call_file(data_file: Path) -> Path:
    identity = data_file.stat()
    return lock_folder() / f"{identity.st_dev:x}-{identity.st_ino:x}.call"


def _lock(file: IO[bytes]) -> None:
    if sys.platform == "win32":
        import msvcrt

        file.seek(0, os.SEEK_SET)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
