"""The rows of a sheet become a table: the header is found among the first, short rows are padded."""

from collections.abc import Iterator
from itertools import islice

from bothhats.exchange.header_row import find_header
from bothhats.exchange.long_list import LongList, kept
from bothhats.exchange.table import NO_HEADER, Table, above_header, numbered


def table_of_rows(
    rows: Iterator[list[str]], beginning: list[list[str]], header_row: int | None, *, is_long: bool
) -> Table:
    """`beginning` are the first rows that are not blank; `header_row` None: find it out. Raises KnownProblem."""
    place = find_header(beginning) if header_row is None else min(header_row, len(beginning) - 1) - 1
    header = tuple(cell.strip() for cell in beginning[place]) if place >= 0 else numbered(beginning)
    read: list[list[str]] | LongList[list[str]] = LongList() if is_long else []
    for row in islice(rows, place + 1, None):
        row.extend([""] * (len(header) - len(row)))
        read.append(row)
    if not read:
        raise NO_HEADER
    return Table(header, kept(read), "workbook", "", above_header(place), place + 1)
