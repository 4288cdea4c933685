"""A CSV or TSV file as text: its header, its rows, and how it was written."""

import csv
import io
import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from bothhats.domain.problems import KnownProblem
from bothhats.exchange.delimiter import SAMPLE, find_delimiter
from bothhats.exchange.header_row import LOOKED_AT, find_header, is_blank
from bothhats.exchange.list_file import LONG_FILE, lines_in, opened, size_of
from bothhats.exchange.long_list import LongList, kept
from bothhats.exchange.spreadsheet_cell import plain_cell
from bothhats.exchange.table import EMPTY, NO_HEADER, Reading, Table, above_header, numbered, too_long
from bothhats.exchange.text_encoding import errors_of, find_encoding

_LARGEST_FIELD = 10_000_000
_SEPARATOR_LINE = re.compile(r"\"?sep=([,;|\t])\"?\r?\n")
_WAY_OUT = "Look at that line in a text editor: a quote inside a cell must be doubled, and each opened quote closed."


def read_csv(content: bytes | Path, encoding: str | None = None, reading: Reading | None = None) -> Table:
    """The table in these bytes or this file; raises a KnownProblem that says why there is none.

    Raises OSError where the file cannot be read.
    """
    asked = reading or Reading(encoding)
    with opened(content) as file:
        if not _has_anything(file):
            raise EMPTY
        name, notes = find_encoding(file, asked.encoding)
        is_long = size_of(file) > LONG_FILE
        with io.TextIOWrapper(file, name, errors_of(name), newline="") as text:
            return _table(text, asked, name, notes, is_long=is_long)


def _has_anything(file: BinaryIO) -> bool:
    return any(not piece.isspace() for piece in iter(lambda: file.read(SAMPLE), b""))


def _table(text: io.TextIOWrapper, asked: Reading, name: str, notes: tuple[str, ...], *, is_long: bool) -> Table:
    sample = text.read(SAMPLE)
    stated = _SEPARATOR_LINE.match(sample)
    start = stated.end() if stated else 0
    delimiter = asked.delimiter or (stated.group(1) if stated else find_delimiter(sample[start:]))
    text.seek(0)
    text.read(start)
    records = _records(text, delimiter, sample[start:])
    first = list(itertools.islice(records, LOOKED_AT))
    if not first:
        raise EMPTY
    place = find_header(first) if asked.header_row is None else min(asked.header_row, len(first)) - 1
    header = tuple(plain_cell(cell.strip()) for cell in first[place]) if place >= 0 else numbered(first)
    rows: list[list[str]] | LongList[list[str]] = LongList() if is_long else []
    for number, row in enumerate(itertools.chain(first[place + 1 :], records), 1):
        too_long(number)
        rows.append(_padded([plain_cell(cell) for cell in row], len(header)))
    if not rows:
        raise NO_HEADER
    return Table(header, kept(rows), name, delimiter, (*notes, *above_header(place)), place + 1)


def _records(text: io.TextIOWrapper, delimiter: str, sample: str) -> Iterator[list[str]]:
    """All lines that say something. Strict, since a quote that nobody closes would swallow the rest of the file."""
    csv.field_size_limit(_LARGEST_FIELD)
    mark = re.escape(delimiter)
    odd = re.sub(rf'(^|{mark}|[\r\n])"(?:[^"]|"")*"(?={mark}|[\r\n]|$)', r"\1", sample)  # what no standard quoting is
    reader = csv.reader(
        lines_in(text),
        delimiter=delimiter,
        strict=True,
        skipinitialspace=re.search(rf'{mark} +"', odd) is not None,
        escapechar="\\" if re.search(rf'[^\\"]\\"(?!"|{mark}|[\r\n]|$)', odd) else None,
    )
    try:
        yield from (row for row in reader if not is_blank(row))
    except csv.Error as error:
        raise KnownProblem(_what_is_wrong(str(error), reader.line_num), _WAY_OUT) from None


def _what_is_wrong(error: str, line: int) -> str:
    if "limit" in error:
        return f"A cell that ends in line {line} is larger than 10 MB; this is hardly a list of leads."
    if "end of data" in error:
        return "A quote is opened and never closed, so the rest of the file would be one cell."
    return f"The quotes in line {line} do not fit together."


def _padded(row: list[str], width: int) -> list[str]:
    if len(row) < width:
        row.extend([""] * (width - len(row)))
    while len(row) > width and not row[-1].strip():
        row.pop()
    return row
