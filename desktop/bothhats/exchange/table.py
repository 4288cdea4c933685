"""What every list becomes, whatever its format: a header and rows of text; and how the owner wants it read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bothhats.domain.problems import KnownProblem

MOST_ROWS = 500_000
EMPTY = KnownProblem("The file is empty.", "Export it again, or choose another file.")
NO_HEADER = KnownProblem(
    "The file has a header and no rows, or a single line without a header.",
    "The first line must name the columns; each lead is a line below it.",
)


@dataclass(frozen=True, slots=True)
class Reading:
    """How to read a file; None: find it out. `header_row` counts the rows that are not blank from 1; 0: no header.

    `sheet`: its name in a workbook.
    """

    encoding: str | None = None
    delimiter: str | None = None
    header_row: int | None = None
    sheet: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows as text, cells untouched; short rows are padded, rows longer than the header are left long.

    Blank rows are left out. `delimiter` is '' where the format has none. `sheets`: those of a workbook that have rows,
    the one that was read first.
    """

    header: tuple[str, ...]
    rows: Sequence[list[str]]
    encoding: str = "utf-8"
    delimiter: str = ","
    notes: tuple[str, ...] = ()
    header_row: int = 1
    sheets: tuple[str, ...] = ()


class _Mended(Sequence[list[str]]):
    """Rows with some cells replaced; the rows beneath stay as they are."""

    def __init__(self, rows: Sequence[list[str]], cells: Mapping[tuple[int, int], str]) -> None:
        self._rows = rows
        self._cells: dict[int, dict[int, str]] = {}
        for (row, place), text in cells.items():
            self._cells.setdefault(row - 1, {})[place] = text

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[list[str]]:
        return (self._mended(at, row) for at, row in enumerate(self._rows))

    def __getitem__(self, at: Any) -> Any:
        return self._mended(at, self._rows[at])

    def _mended(self, at: int, row: list[str]) -> list[str]:
        mends = self._cells.get(at)
        return [mends.get(place, cell) for place, cell in enumerate(row)] if mends else row


def mended(table: Table, cells: Mapping[tuple[int, int], str]) -> Table:
    """The table with the owner's cells in place of the file's, by row (from 1) and place."""
    return replace(table, rows=_Mended(table.rows, cells)) if cells else table


def numbered(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The names of columns that have none: as many as the widest of the first rows has."""
    return tuple(f"Column {number}" for number in range(1, max(map(len, rows)) + 1))


def above_header(place: int) -> tuple[str, ...]:
    """What to tell of the rows that were passed over."""
    if place <= 0:
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
