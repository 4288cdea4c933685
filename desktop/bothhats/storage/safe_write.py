"""Write a file so that its place ever holds the old content or the new, whole."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bothhats.storage.backup import make_names_durable
from bothhats.storage.disk_errors import sorted_os_errors

ANOTHER_PLACE = "Choose another folder or name."


def write_whole(target: Path, content: bytes | str, way_out: str = ANOTHER_PLACE) -> None:
    """Bytes, or text as UTF-8, whole or not at all. Raises FileNotWritable with this way out, DiskFull."""
    with written_aside(target, way_out) as making:
        making.write_bytes(content.encode("utf-8", "replace") if isinstance(content, str) else content)


@contextmanager
def written_aside(target: Path, way_out: str = ANOTHER_PLACE) -> Iterator[Path]:
    """A name beside `target` to write to; it takes its place when all went well. Raises FileNotWritable, DiskFull.

    A link stays a link: what it leads to is written.
    """
    place = Path(os.path.realpath(target))
    making = place.with_name(f".{place.name}.part")
    with sorted_os_errors(target, way_out):
        if place.exists() and not place.is_file():
            raise OSError(errno.EINVAL, "not a file", str(place))
        try:
            making.unlink(missing_ok=True)
            yield making
            with making.open("rb+") as file:
                os.fsync(file.fileno())
            making.replace(place)
            make_names_durable(place.parent)
        finally:
            if making.parent.is_dir():
                making.unlink(missing_ok=True)
