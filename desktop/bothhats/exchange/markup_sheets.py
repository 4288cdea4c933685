"""The tables in markup: rows and cells of web pages, of Excel's old XML, of OpenDocument sheets."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from bothhats.domain.problems import KnownProblem
from bothhats.exchange.long_list import LongList
from bothhats.exchange.table import too_long

_ROWS = frozenset(("tr", "row", "table-row"))
_CELLS = frozenset(("td", "th", "cell", "table-cell", "covered-table-cell"))
_LINES = frozenset(("br", "p", "div", "li", "line-break"))
_UNSEEN = frozenset(("script", "style", "annotation", "title"))
_VALUES = ("office:date-value", "office:value")
_MOST_COLUMNS = 1000
_MOST_TIMES = 1000
_MOST_CELLS = 10_000_000
_MOST_HELD = 5000  # rows of a table


@dataclass(slots=True)
class MarkupSheet:
    """A table: its name, if it has one, and its rows that are not blank."""

    name: str = ""
    rows: list[list[str]] | LongList[list[str]] = field(default_factory=list)

    def add(self, row: list[str]) -> None:
        """One more row; many stand in a file of their own."""
        if isinstance(self.rows, list) and len(self.rows) == _MOST_HELD:
            held, self.rows = self.rows, LongList()
            self.rows.extend(held)
        self.rows.append(row)


@dataclass(slots=True)
class _Open:
    """A table that has not ended yet: the row and the cell that are being read."""

    sheet: MarkupSheet
    row: list[str] = field(default_factory=list)
    row_times: int = 1
    cell: list[str] | None = None
    cell_times: int = 1
    value: str = ""


class MarkupSheets(HTMLParser):
    """Feed it text piece by piece, then finish; `sheets` are the tables, also those within others."""

    def __init__(self) -> None:
        super().__init__()
        self.sheets: list[MarkupSheet] = []
        self._open: list[_Open] = []
        self._unseen = 0
        self._cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        name, said = tag.rpartition(":")[2], {key: value or "" for key, value in attrs}
        self._unseen += name in _UNSEEN
        if name == "table":
            sheet = MarkupSheet(said.get("table:name", ""))
            self.sheets.append(sheet)
            self._open.append(_Open(sheet))
        elif self._open and name in _ROWS:
            self._end_row()
            self._open[-1].row_times = _times(said.get("table:number-rows-repeated"), _MOST_TIMES)
        elif self._open and name in _CELLS:
            self._begin_cell(said)
        elif name in _LINES:
            self.handle_data("\n")

    def handle_endtag(self, tag: str) -> None:
        name = tag.rpartition(":")[2]
        self._unseen -= name in _UNSEEN and self._unseen > 0
        if not self._open:
            return
        if name in _CELLS:
            self._end_cell()
        elif name in _ROWS:
            self._end_row()
        elif name == "table":
            self._end_row()
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1].cell is not None and not self._unseen:
            self._open[-1].cell.append(data)

    def finish(self) -> None:
        """Also the row that a file breaks off in counts. Not `close`, which is quadratic on a tag that never ends."""
        while self._open:
            self._end_row()
            self._open.pop()

    def _begin_cell(self, said: dict[str, str]) -> None:
        self._end_cell()
        here = self._open[-1]
        place = _times(said.get("ss:index"), _MOST_COLUMNS) if "ss:index" in said else 0
        here.row.extend([""] * (place - 1 - len(here.row)))
        repeated = said.get("table:number-columns-repeated") or said.get("colspan")
        across = _times(said.get("ss:mergeacross"), _MOST_COLUMNS) + 1 if "ss:mergeacross" in said else 1
        here.cell, here.cell_times = [], max(across, _times(repeated, _MOST_COLUMNS))
        here.value = next((said[key] for key in _VALUES if key in said), "")
        if "colspan" in said or across > 1:  # what is merged stands in its first cell alone
            here.cell_times = -here.cell_times

    def _end_cell(self) -> None:
        here = self._open[-1]
        if here.cell is None:
            return
        lines = (" ".join(line.split()) for line in "".join(here.cell).split("\n"))
        text = here.value or "\n".join(filter(None, lines))
        times = abs(here.cell_times)
        cells = [text, *[""] * (times - 1)] if here.cell_times < 0 else [text] * times
        here.row.extend(cells[: max(0, _MOST_COLUMNS - len(here.row))])
        here.cell = None

    def _end_row(self) -> None:
        self._end_cell()
        here = self._open[-1]
        while here.row and not here.row[-1].strip():
            here.row.pop()
        for _ in range(here.row_times if here.row else 0):
            here.sheet.add(list(here.row))
            self._cells += len(here.row)
            too_long(len(here.sheet.rows))
            if self._cells > _MOST_CELLS:
                raise KnownProblem("The sheet has too many cells to be a list of leads.", "Save the list as CSV.")
        here.row, here.row_times = [], 1


def _times(text: str | None, most: int) -> int:
    return min(most, max(1, int(text))) if text and text.isdecimal() else 1
