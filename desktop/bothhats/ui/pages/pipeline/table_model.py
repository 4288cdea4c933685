"""The table: the same leads as the board, one row each, with a box to check in front."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal

from bothhats.domain.lead import LeadRow
from bothhats.domain.lead_filter import Order, Qualified
from bothhats.domain.money import currency_of, format_plain
from bothhats.exchange.spreadsheet_cell import safe_cell
from bothhats.queries.lead_list import SOONEST_FIRST, qualified
from bothhats.queries.settings import Settings
from bothhats.ui.context import Context
from bothhats.ui.pages.pipeline.lead_model import AnyIndex, LeadModel
from bothhats.ui.pages.pipeline.table_columns import COLUMNS, EDITABLE, NONE, Cell, Column, Shown, tr
from bothhats.ui.widgets.labels import tooltip

BOX = 0
_OF_OPEN_LEADS = ("stage", "due", "next_step")
_DAYS = {"due": "follow_up_on", "last_touch": "last_touch_on", "arrived": "arrived_on", "closed": "closed_on"}


class LeadTableModel(LeadModel):
    """Cells come from the page cache; sorting is asked of SQL, never done here. Column 0 is the box."""

    checks_changed = Signal()

    def __init__(self, context: Context, settings: Settings) -> None:
        super().__init__(context, settings)
        self.orders: tuple[Order, ...] = SOONEST_FIRST
        self._checked: set[int] = set()
        self._qualified: dict[int, Qualified] = {}

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS) + 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self.ids):
            return None
        if index.column() == BOX:
            is_checked = self.ids[index.row()] in self._checked
            if role == Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if is_checked else Qt.CheckState.Unchecked
            return None if role == Qt.ItemDataRole.DisplayRole else super().data(index, role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            cell = self.cell(index.row(), index.column())
            words = cell.text if cell else ""
            return tooltip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        return super().data(index, role)

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != BOX:
            return False
        self.check([self.ids[index.row()]], is_checked=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() == BOX:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        column = self.column(index.column()) if index.isValid() else None
        if column is None or column.name not in EDITABLE:
            return flags
        row = self.row(index.row())
        is_locked = row is None or (not row.is_open and column.name in _OF_OPEN_LEADS)
        return flags if is_locked else flags | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return tr(COLUMNS[section - 1].head) if 1 <= section <= len(COLUMNS) else ""

    def column(self, section: int) -> Column | None:
        """The column at a place; None for the boxes."""
        return COLUMNS[section - 1] if 1 <= section <= len(COLUMNS) else None

    def cell(self, place: int, section: int) -> Cell | None:
        """What stands in a cell; None where the lead is gone."""
        row = self.row(place)
        if row is None:
            return None
        step = self._qualified.get(row.id, Qualified.NOT_YET)
        shown = Shown(row, self.due(row), step, self._found.get(row.id), self.today, self.money(row.value))
        return COLUMNS[section - 1].cell(shown)

    def rows_as_text(self, ids: Iterable[int], sections: Sequence[int]) -> str:
        """Heads and rows with tabs between, as spreadsheets paste them; amounts and days plain, no cell a formula."""
        lines = [[tr(COLUMNS[section - 1].head) for section in sections]]
        for lead_id in ids:
            place = self.ids.index(lead_id)
            lines.append([self._plain(place, section) for section in sections])
        return "\n".join("\t".join(line) for line in lines) + "\n"

    @property
    def checked_ids(self) -> list[int]:
        """The checked leads from top to bottom."""
        return [lead_id for lead_id in self.ids if lead_id in self._checked]

    def is_checked(self, place: int) -> bool:
        """Whether the lead at a place is checked."""
        return self.ids[place] in self._checked

    def check(self, ids: Iterable[int], *, is_checked: bool = True) -> None:
        """Check or uncheck leads."""
        before = set(self._checked)
        self._checked = before | set(ids) if is_checked else before - set(ids)
        if self._checked != before:
            self._tell_checks()

    def show_ids(self, ids: Any) -> None:
        super().show_ids(ids)
        if not self._checked <= set(self.ids):
            self._checked &= set(self.ids)
            self._tell_checks()

    def drop_pages(self, ids: set[int]) -> None:
        super().drop_pages(ids)
        for lead_id in ids:
            self._qualified.pop(lead_id, None)

    def read_page(self, ids: list[int]) -> None:
        super().read_page(ids)
        self._qualified |= qualified(self._context.workspace.reader, ids)

    def shown(self, row: LeadRow) -> tuple[str, ...]:
        return (row.name, row.company, row.next_step)

    def _plain(self, place: int, section: int) -> str:
        row, cell = self.row(place), self.cell(place, section)
        if row is None or cell is None:
            return ""
        name = COLUMNS[section - 1].name
        if name == "value":
            amount = format_plain(row.value, currency_of(self.settings.currency)) if row.value is not None else ""
            return amount.removesuffix(".00")
        if name in _DAYS:
            day = getattr(row, _DAYS[name])
            return day.isoformat() if day else ""
        return safe_cell(" ".join(cell.text.split())) if cell.text != NONE else ""

    def _tell_checks(self) -> None:
        if self.ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.ids) - 1, self.columnCount() - 1))
        self.checks_changed.emit()
