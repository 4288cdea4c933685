"""A list as the owner brings it, bytes that were pasted or a file: opened, and read line by line."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, TextIO

from bothhats.domain.problems import KnownProblem

LONG_FILE = 5_000_000  # bytes, from which on the rows are kept in a file of their own
LONGEST_LINE = 20_000_000  # characters


def opened(content: bytes | Path) -> BinaryIO:
    """To be read from its start. Raises OSError."""
    return content.open("rb") if isinstance(content, Path) else io.BytesIO(content)


def size_of(file: BinaryIO) -> int:
    """Its bytes; it is at its start afterwards."""
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    return size


def lines_in(text: TextIO) -> Iterator[str]:
    """Its lines with their ends. Raises KnownProblem for one that is no line of a list, before it fills the memory."""
    number = 0
    while line := text.readline(LONGEST_LINE):
        number += 1
        if len(line) == LONGEST_LINE:
            raise KnownProblem(
                f"Line {number:,} is longer than {LONGEST_LINE // 1_000_000} million characters.",
                "This is hardly a list of leads; choose another file.",
            )
        yield line
