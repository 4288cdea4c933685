"""What a workbook's package says before and beside the cells: its size, hidden rows, formulas without a value."""

import re
import zipfile
from dataclasses import dataclass
from typing import BinaryIO

from bothhats.domain.problems import KnownProblem
from bothhats.exchange.other_files import refuse_other_packages

MOST_BYTES = 200_000_000
MOST_RATIO = 200
_HELD_WHOLE = {"sharedStrings.xml": 60_000_000, "styles.xml": 10_000_000}  # parts that openpyxl holds, and their most
_SMALL = 20_000_000
_PIECE = 1 << 20
_OVERLAP = 4096
_HIDDEN = re.compile(rb"<(?:\w+:)?row\b[^<>]*\shidden=[\"'](?:1|true)[\"'][^<>]*>")
_WITHOUT_VALUE = re.compile(rb"</(?:\w+:)?f>\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>|</(?:\w+:)?c>)")


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """How many rows are hidden, how many formulas have no value beside them."""

    hidden_rows: int
    without_value: int


def check_package(book: BinaryIO) -> int:
    """Its bytes when unpacked. Raises KnownProblem for what is no package, and for what would fill the memory."""
    try:
        with zipfile.ZipFile(book) as package:
            parts = package.infolist()
            locked = any(part.flag_bits & 1 for part in parts)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise KnownProblem(
            "The file is no workbook, or only a part of one.",
            "Export it again, or save it as .xlsx or CSV and choose that.",
        ) from error
    refuse_other_packages(part.filename for part in parts)
    size = sum(part.file_size for part in parts)
    packed = max(1, sum(part.compress_size for part in parts))
    is_huge = any(part.file_size > _HELD_WHOLE.get(part.filename.rpartition("/")[2], MOST_BYTES) for part in parts)
    if is_huge or size > MOST_BYTES or (size > _SMALL and size / packed > MOST_RATIO):
        raise KnownProblem(
            f"The workbook would unpack to {size // 1_000_000:,} MB; it was not opened.",
            "Save the sheet with the leads as CSV and choose that.",
        )
    if locked:
        raise KnownProblem("The workbook is locked with a password.", "Save it without one and choose that.")
    return size


def look_at_sheet(book: BinaryIO, path: str) -> SheetFacts:
    """Read the sheet's part once more, piece by piece, for what openpyxl leaves out when it streams."""
    hidden: set[int] = set()
    without: set[int] = set()
    with zipfile.ZipFile(book) as package, package.open(path) as part:
        start, rest = 0, b""
        while piece := part.read(_PIECE):
            text = rest + piece
            hidden.update(start + match.start() for match in _HIDDEN.finditer(text))
            without.update(start + match.start() for match in _WITHOUT_VALUE.finditer(text))
            rest = text[-_OVERLAP:]
            start += len(text) - len(rest)
    return SheetFacts(len(hidden), len(without))
