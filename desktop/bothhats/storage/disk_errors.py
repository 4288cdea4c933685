"""What a disk refuses, as the owner's sentence."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bothhats.domain.problems import DiskFull, FileNotWritable

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


@contextmanager
def sorted_os_errors(target: Path, way_out: str, refused: str = "{} cannot be written.") -> Iterator[None]:
    """Raise DiskFull, or FileNotWritable with these words about `target`, for what the operating system refused."""
    try:
        yield
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise DiskFull("The disk is full, so nothing was written.", "Free some space and try again.") from error
        raise FileNotWritable(refused.format(target), way_out) from error
