"""Lists as CSV that a spreadsheet opens without harm and an import reads back."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from typing import TextIO

from bothhats.domain.lead_sheet import LeadSheet
from bothhats.exchange.spreadsheet_cell import marked_cell, safe_cell

BYTE_ORDER_MARK = "\ufeff"  # without it spreadsheets take UTF-8 for something else


def write_csv(
    file: TextIO, sheet: LeadSheet, *, is_lossless: bool = False, told: Callable[[int], None] = lambda _done: None
) -> None:
    """UTF-8 with its mark. Lossless: for programs; else no text can become a formula where it is opened."""
    write_rows(file, sheet.header, sheet.rows(), is_lossless=is_lossless, told=told)


def write_rows(
    file: TextIO,
    header: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    is_lossless: bool = False,
    told: Callable[[int], None] = lambda _done: None,
) -> int:
    """The same of any rows; how many they were."""
    cell = marked_cell if is_lossless else safe_cell
    file.write(BYTE_ORDER_MARK)
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow([cell(name) for name in header])
    count = 0
    for count, row in enumerate(rows, 1):
        told(count)
        writer.writerow([cell(text) for text in row])
    return count


def csv_text(rows: Sequence[Sequence[str]]) -> str:
    """Plain rows as CSV, formula-safe."""
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator="\r\n").writerows([safe_cell(text) for text in row] for row in rows)
    return file.getvalue()
