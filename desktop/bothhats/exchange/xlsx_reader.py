"""A workbook as the table that a CSV file gives: dates as ISO, numbers as written, formulas by their last value."""

import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from bothhats.domain.name_matching import folded
from bothhats.domain.problems import KnownProblem, WrongUsage
from bothhats.exchange.header_row import LOOKED_AT, names_known
from bothhats.exchange.list_file import LONG_FILE, opened
from bothhats.exchange.row_table import table_of_rows
from bothhats.exchange.table import EMPTY, Reading, Table, too_long
from bothhats.exchange.xlsx_cells import ERRORS, cell_text
from bothhats.exchange.xlsx_sheet import SheetFacts, check_package, look_at_sheet

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MOST_COLUMNS = 1000
_Beginning = tuple["Worksheet", list[list[str]]]
_DAMAGED = KnownProblem(
    "The workbook is damaged or is none.", "Open it in your spreadsheet, save it as .xlsx or CSV, and choose that."
)
_BROKEN = (
    *(OSError, EOFError, SyntaxError, LookupError, TypeError, AttributeError, ArithmeticError, AssertionError),
    *(ValueError, RuntimeError, zipfile.BadZipFile, zlib.error),
)  # what openpyxl raises for parts that are missing, cut off or nonsense
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"


def read_xlsx(content: bytes | Path, reading: Reading | None = None) -> Table:
    """The table of the sheet that is asked for, else of the one that looks most like a list of leads.

    Raises a KnownProblem that says why there is none.
    """
    with opened(content) as file:
        start = file.read(len(_OLD_OR_LOCKED))
        if not start:
            raise EMPTY
        if start == _OLD_OR_LOCKED:
            raise KnownProblem(
                "The workbook is locked with a password, or is of the old .xls kind.",
                "Save it as .xlsx without a password, or as CSV, and choose that.",
            )
        is_long = check_package(file) > LONG_FILE
        try:
            return _read(file, reading or Reading(), is_long=is_long)
        except KnownProblem:
            raise
        except _BROKEN as error:
            raise _DAMAGED from error


def _read(file: BinaryIO, asked: Reading, *, is_long: bool) -> Table:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # styles and extensions that it does not know
        book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
        try:
            return _table_of(book.worksheets, file, asked, is_long=is_long)
        finally:
            book.close()


def _table_of(sheets: "list[Worksheet]", file: BinaryIO, asked: Reading, *, is_long: bool) -> Table:
    beginnings = [(sheet, list(islice(_rows(sheet, []), LOOKED_AT))) for sheet in sheets]
    filled = [(sheet, rows) for sheet, rows in beginnings if rows]
    if not filled:
        raise KnownProblem("The workbook has no rows.", "Export it again, or choose another file.")
    sheet, beginning = _sheet_to_read(filled, asked.sheet)
    if len(beginning) == 1:
        raise KnownProblem(
            f"The sheet “{sheet.title}” has a single row.",
            "The first row must name the columns; each lead is a row below it.",
        )
    errors: list[str] = []
    table = table_of_rows(_rows(sheet, errors), beginning, asked.header_row, is_long=is_long)
    others = tuple(other.title for other, _ in filled if other is not sheet)
    notes = _notes(sheet, others, look_at_sheet(file, sheet._worksheet_path), errors)  # noqa: SLF001
    return replace(table, notes=(*notes, *table.notes), sheets=(sheet.title, *others))


def _sheet_to_read(filled: "list[_Beginning]", asked: str | None) -> "_Beginning":
    """The first whose columns have names that we know; covers, lists of choices and hidden sheets come after."""
    if asked is not None:
        for sheet, rows in filled:
            if folded(sheet.title) == folded(asked):
                return sheet, rows
        names = ", ".join(sheet.title for sheet, _ in filled)
        raise WrongUsage(f"The workbook has no rows in a sheet “{asked}”.", f"Its sheets are {names}.")
    return max(
        filled,
        key=lambda each: (len(each[1]) > 1, each[0].sheet_state == "visible", min(2, names_known(each[1]))),
    )


def _rows(sheet: "Worksheet", errors: list[str]) -> Iterator[list[str]]:
    """The rows that are not blank, each cut after its last filled cell. The stated size is not believed."""
    sheet.reset_dimensions()
    number = 0
    for cells in sheet.iter_rows(max_col=MOST_COLUMNS):
        row = [_text(cell, errors) for cell in cells]
        while row and not row[-1].strip():
            row.pop()
        if row:
            number += 1
            too_long(number)
            yield row


def _text(cell: Any, errors: list[str]) -> str:
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "e" or (isinstance(value, str) and value in ERRORS and cell.data_type != "s"):
        errors.append(f"{cell.coordinate} {value}")
        return ""
    return cell_text(value, cell.number_format)


def _notes(sheet: "Worksheet", others: Sequence[str], facts: SheetFacts, errors: list[str]) -> list[str]:
    notes = [f"The sheet “{sheet.title}” was read."]
    if others:
        notes = [f"The sheet “{sheet.title}” was read, not: {', '.join(others)}."]
    if facts.hidden_rows:
        notes.append(f"Rows that are hidden or filtered out in the workbook are read too: {facts.hidden_rows:,}.")
    if facts.without_value:
        notes.append(f"Formulas that were saved without a value are read as blank: {facts.without_value:,}.")
    if errors:
        notes.append(f"Cells that hold an error are read as blank: {', '.join(errors[:3])}, {len(errors):,} in all.")
    return notes
