"""What every list becomes, whatever its format: a header and rows of text; and how the owner wants it read."""

from collections.abc import Sequence
from dataclasses import dataclass

from bothhats.domain.problems import KnownProblem

MOST_ROWS = 1_000_000
EMPTY = KnownProblem("The file is empty.", "Export it again, or choose another file.")
NO_HEADER = KnownProblem(
    "The file has a header and no rows, or a single line without a header.",
    "The first line must name the columns; each lead is a line below it.",
)


@dataclass(frozen=True, slots=True)
class Reading:
    """How to read a file; None: find it out. `header_row` counts the rows that are not blank from 1."""

    encoding: str | None = None
    delimiter: str | None = None
    header_row: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows as text, cells untouched; short rows are padded, rows longer than the header are left long.

    Blank rows are left out. `delimiter` is '' where the format has none.
    """

    header: tuple[str, ...]
    rows: Sequence[list[str]]
    encoding: str = "utf-8"
    delimiter: str = ","
    notes: tuple[str, ...] = ()
    header_row: int = 1


def above_header(place: int) -> tuple[str, ...]:
    """What to tell of the rows that were passed over."""
    if not place:
        return ()
    above = "The first row was" if place == 1 else f"The first {place} rows were"
    return (f"{above} passed over: the columns are named in row {place + 1}.",)


def too_long(rows: int) -> None:
    """Refuse what is no list of one person's leads any more. Raises KnownProblem."""
    if rows > MOST_ROWS:
        raise KnownProblem(
            f"The file has more than {MOST_ROWS:,} rows; that is hardly a list of leads.",
            "Cut it into several files, and import one after the other.",
        )
