"""One window a file: a lock of the operating system, which is gone with the process, however it ends."""

import os
import sys
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
        self._file: IO[bytes] = (folder / f"{identity.st_dev:x}-{identity.st_ino:x}.lock").open("ab")
        try:
            _lock(self._file)
        except OSError as error:
            self._file.close()
            raise FileLocked(
                f"{data_file.name} is open in another window.", "Go to that window, or close it and try again."
            ) from error

    def release(self) -> None:
        """Let another window have the file."""
        self._file.close()


def _lock(file: IO[bytes]) -> None:
    if sys.platform == "win32":
        import msvcrt

        file.seek(0, os.SEEK_SET)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
