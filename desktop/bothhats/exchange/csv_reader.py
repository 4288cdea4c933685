"""A CSV or TSV file as text: its header, its rows, and how it was written."""

import csv
import io
import re
from dataclasses import dataclass

from bothhats.domain.problems import KnownProblem
from bothhats.exchange.delimiter import find_delimiter
from bothhats.exchange.spreadsheet_cell import plain_cell
from bothhats.exchange.text_encoding import decode

_LARGEST_FIELD = 10_000_000
_SEPARATOR_LINE = re.compile(r"\"?sep=([,;|\t])\"?\r?\n")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows as text, cells untouched; short rows are padded, rows longer than the header are left long."""

    header: tuple[str, ...]
    rows: tuple[list[str], ...]
    encoding: str = "utf-8"
    delimiter: str = ","
    notes: tuple[str, ...] = ()


def read_csv(content: bytes, encoding: str | None = None) -> Table:
    """The table in these bytes; raises a KnownProblem that says why there is none."""
    if not content.strip():
        raise KnownProblem("The file is empty.", "Export it again, or choose another file.")
    text, name, notes = decode(content, encoding)
    stated = _SEPARATOR_LINE.match(text)
    body = text[stated.end() :] if stated else text
    delimiter = stated.group(1) if stated else find_delimiter(body)
    records = _records(body, delimiter)
    if not records:
        raise KnownProblem("The file is empty.", "Export it again, or choose another file.")
    header = tuple(plain_cell(cell.strip()) for cell in records[0])
    if len(records) == 1:
        raise KnownProblem(
            "The file has a header and no rows, or a single line without a header.",
            "The first line must name the columns; each lead is a line below it.",
        )
    rows = tuple(_padded([plain_cell(cell) for cell in row], len(header)) for row in records[1:])
    return Table(header, rows, name, delimiter, notes)


def _records(text: str, delimiter: str) -> list[list[str]]:
    """All lines that are not blank. Strict, since a quote that nobody closes would swallow the rest of the file."""
    csv.field_size_limit(_LARGEST_FIELD)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        return [row for row in reader if row]
    except csv.Error as error:
        raise KnownProblem(_what_is_wrong(str(error), reader.line_num), _WAY_OUT) from None


_WAY_OUT = "Look at that line in a text editor: a quote inside a cell must be doubled, and each opened quote closed."


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
