"""Files that are called a workbook and are markup: web pages from web programs, Excel's old XML, OpenDocument."""

import codecs
import io
import re
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path
from typing import IO

from bothhats.domain.name_matching import folded
from bothhats.domain.problems import KnownProblem, WrongUsage
from bothhats.exchange.header_row import LOOKED_AT, names_known
from bothhats.exchange.list_file import LONG_FILE, opened, size_of
from bothhats.exchange.markup_sheets import MarkupSheet, MarkupSheets
from bothhats.exchange.row_table import table_of_rows
from bothhats.exchange.table import Reading, Table
from bothhats.exchange.text_encoding import errors_of

OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
_CONTENT = "content.xml"
_UNREADABLE = KnownProblem(
    "This is a web page or XML that cannot be read.", "Open it in your spreadsheet, save it as CSV or .xlsx."
)
_MOST_BYTES = 60_000_000
_LONGEST_MARK = 500_000
_HEAD = 4096
_PIECE = 1 << 18
_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_WAY_OUT = "Open it in your spreadsheet, save it as CSV or .xlsx."


def read_markup(content: bytes | Path, reading: Reading) -> Table:
    """The table of a web page, or of a workbook that is XML. Raises KnownProblem, OSError."""
    with opened(content) as file:
        size = size_of(file)
        _refuse_huge(size)
        return _table(_sheets(file, _encoding(file)), reading, is_long=size > LONG_FILE)


def read_open_document(content: bytes | Path, reading: Reading) -> Table:
    """The table of a sheet as LibreOffice keeps it. Raises KnownProblem, OSError."""
    try:
        with opened(content) as file, zipfile.ZipFile(file) as package, package.open(_CONTENT) as part:
            size = package.getinfo(_CONTENT).file_size
            _refuse_huge(size)
            return _table(_sheets(part, "utf-8"), reading, is_long=size > LONG_FILE)
    except (zipfile.BadZipFile, zlib.error, KeyError, RuntimeError, EOFError, NotImplementedError) as error:
        raise KnownProblem("The sheet is damaged, or locked with a password.", _WAY_OUT) from error


def _refuse_huge(size: int) -> None:
    if size > _MOST_BYTES:
        raise KnownProblem(f"The sheet has {size // 1_000_000:,} MB; it was not opened.", "Save it as CSV.")


def _encoding(file: IO[bytes]) -> str:
    """As a mark or the file itself says, else UTF-8."""
    head = file.read(_HEAD)
    file.seek(0)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    stated = _CHARSET.search(head)
    name = stated[1].decode() if stated else "utf-8"
    try:
        "".encode(name)
    except (LookupError, ValueError):
        return "utf-8-sig"
    return "utf-8-sig" if codecs.lookup(name).name == "utf-8" else name


def _sheets(file: IO[bytes], encoding: str) -> list[MarkupSheet]:
    parser = MarkupSheets()
    errors = errors_of(encoding)
    text = io.TextIOWrapper(file, encoding, "replace" if errors == "strict" else errors)
    try:
        while piece := text.read(_PIECE):
            parser.feed(piece)
            if len(parser.rawdata) > _LONGEST_MARK:  # a tag or comment that does not end
                raise _UNREADABLE
        parser.finish()
    except AssertionError as error:  # what html.parser raises for <![nonsense
        raise _UNREADABLE from error
    return [sheet for sheet in parser.sheets if len(sheet.rows) > 1]


def _table(sheets: list[MarkupSheet], reading: Reading, *, is_long: bool) -> Table:
    if not sheets:
        raise KnownProblem("This is a web page or XML without a table of leads, whatever its name says.", _WAY_OUT)
    sheet = _sheet_to_read(sheets, reading.sheet)
    table = table_of_rows(iter(sheet.rows), sheet.rows[:LOOKED_AT], reading.header_row, is_long=is_long)
    if not sheet.name:
        return table
    others = tuple(other.name for other in sheets if other is not sheet)
    told = f"The sheet “{sheet.name}” was read{', not: ' if others else ''}{', '.join(others)}."
    return replace(table, notes=(told, *table.notes), sheets=(sheet.name, *others))


def _sheet_to_read(sheets: list[MarkupSheet], asked: str | None) -> MarkupSheet:
    """The one that is asked for, else the first whose columns have names that we know, and the most rows."""
    if asked is None:
        return max(sheets, key=lambda sheet: (min(2, names_known(sheet.rows[:LOOKED_AT])), len(sheet.rows)))
    for sheet in sheets:
        if folded(sheet.name) == folded(asked):
            return sheet
    names = ", ".join(sheet.name for sheet in sheets)
    raise WrongUsage(f"The workbook has no rows in a sheet “{asked}”.", f"Its sheets are {names}.")
