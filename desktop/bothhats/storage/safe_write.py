"""Write a file so that its place ever holds the old content or the new, whole."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bothhats.domain.problems import DiskFull, FileNotWritable
from bothhats.storage.backup import make_names_durable

_NO_SPACE = 28


@contextmanager
def written_aside(target: Path) -> Iterator[Path]:
    """A name beside `target` to write to; it takes its place when all went well. Raises FileNotWritable, DiskFull."""
    making = target.with_name(f".{target.name}.part")
    try:
        making.unlink(missing_ok=True)
        yield making
        with making.open("rb+") as file:
            os.fsync(file.fileno())
        making.replace(target)
        make_names_durable(target.parent)
    except OSError as error:
        if error.errno == _NO_SPACE:
            raise DiskFull("The disk is full, so nothing was written.", "Free some space and try again.") from error
        raise FileNotWritable(f"{target} cannot be written.", "Choose another folder or name.") from error
    finally:
        if making.parent.is_dir():
            making.unlink(missing_ok=True)
