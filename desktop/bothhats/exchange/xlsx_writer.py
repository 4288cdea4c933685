"""Leads as a workbook: amounts are numbers, days are days, and every other text is text, whatever it begins with."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bothhats.domain.lead_fields import FieldKind
from bothhats.domain.lead_sheet import LeadSheet
from bothhats.domain.problems import KnownProblem
from bothhats.exchange.xlsx_cells import escaped

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

MOST_LETTERS = 32_767
_FIRST_DAY = date(1900, 3, 1)  # before it spreadsheets disagree
_WIDTHS = {FieldKind.TEXT: 22, FieldKind.DATE: 12, FieldKind.MONEY: 12}
_EXACT_DIGITS = 15


def write_xlsx(
    path: Path,
    sheet: LeadSheet,
    told: Callable[[int], None] = lambda _done: None,
    touches: Sequence[Sequence[str]] = (),
) -> None:
    """`told` hears how many leads are written; `touches` are the rows of a second sheet, their header first.

    Raises a KnownProblem where a text is longer than a cell can be; it is never cut.
    """
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    _refuse_too_long(sheet.rows())
    _refuse_too_long(touches)
    book = Workbook(write_only=True)
    kinds = [field.kind for field in sheet.columns] + [FieldKind.TEXT] * len(sheet.extras)
    page = _page(book, "Leads", sheet.header, kinds)
    for done, row in enumerate(sheet.rows()):
        told(done)
        page.append([_cell(page, kind, text) if text else None for kind, text in zip(kinds, row, strict=True)])
    page.auto_filter.ref = f"A1:{get_column_letter(len(kinds))}{len(sheet.leads) + 1}"
    if touches:
        _add_touches(book, touches)
    book.save(path)


def _add_touches(book: "Workbook", touches: Sequence[Sequence[str]]) -> None:
    """A sheet that an import knows by its header, as it knows a CSV file of touches."""
    header, *rows = touches
    kinds = [FieldKind.DATE if name.endswith("_on") else FieldKind.TEXT for name in header]
    page = _page(book, "What happened", header, kinds)
    for row in rows:
        page.append([_cell(page, kind, text) if text else None for kind, text in zip(kinds, row, strict=True)])


def _page(book: "Workbook", title: str, header: Sequence[str], kinds: Sequence[FieldKind]) -> "WriteOnlyWorksheet":
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    page: WriteOnlyWorksheet = book.create_sheet(title)
    page.freeze_panes = "A2"
    for number, kind in enumerate(kinds, 1):
        page.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(kind, 16)
    cells = [_text(page, name) for name in header]
    for cell in cells:
        cell.font = Font(bold=True)
    page.append(cells)
    return page


def _cell(page: "WriteOnlyWorksheet", kind: FieldKind, text: str) -> Any:
    from openpyxl.cell import WriteOnlyCell

    if kind is FieldKind.DATE:
        day = date.fromisoformat(text)
        return day if day >= _FIRST_DAY else _text(page, text)
    if kind is FieldKind.MONEY and len(text) <= _EXACT_DIGITS:
        cell = WriteOnlyCell(page, float(text))
        cell.number_format = "#,##0.00" if "." in text else "#,##0"
        return cell
    return _text(page, text) if text[0] == "=" or not text.isprintable() or "_x" in text else text


def _text(page: "WriteOnlyWorksheet", text: str) -> Any:
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(page, "")
    cell._value = escaped(text)  # noqa: SLF001 - the setter takes = for a formula
    cell.data_type = "s"
    return cell


def _refuse_too_long(rows: Iterable[Sequence[str]]) -> None:
    for row in rows:
        for text in row:
            if len(text) > MOST_LETTERS:
                raise KnownProblem(
                    f"A text is longer than a workbook's cell can hold: “{text[:40]}…” has {len(text):,} letters.",
                    "Export as CSV or JSON; both keep it whole.",
                )
