"""The table: the same leads as the board, one row each, with a box to check in front."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal

from bothhats.domain.lead import LeadRow
from bothhats.domain.lead_filter import Order, Qualified
from bothhats.queries.lead_found import Found, found_in, word_places
from bothhats.queries.lead_list import SOONEST_FIRST, qualified, search_words
from bothhats.queries.settings import Settings
from bothhats.ui.context import Context
from bothhats.ui.pages.pipeline.lead_model import AnyIndex, LeadModel
from bothhats.ui.pages.pipeline.table_columns import COLUMNS, Cell, Column, Shown, tr
from bothhats.ui.widgets.labels import tooltip

BOX = 0


class LeadTableModel(LeadModel):
    """Cells come from the page cache; sorting is asked of SQL, never done here. Column 0 is the box."""

    checks_changed = Signal()

    def __init__(self, context: Context, settings: Settings) -> None:
        super().__init__(context, settings)
        self.orders: tuple[Order, ...] = SOONEST_FIRST
        self.text = ""
        self._checked: set[int] = set()
        self._qualified: dict[int, Qualified] = {}
        self._found: dict[int, Found] = {}

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
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() and index.column() == BOX else flags

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
            self._found.pop(lead_id, None)

    def read_page(self, ids: list[int]) -> None:
        super().read_page(ids)
        reader = self._context.workspace.reader
        self._qualified |= qualified(reader, ids)
        words = search_words(self.text)
        hidden = [each for each in ids if each in self._rows and not _is_seen(self._rows[each], words)]
        if words and hidden:
            self._found |= found_in(reader, hidden, self.text)

    def _tell_checks(self) -> None:
        if self.ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.ids) - 1, self.columnCount() - 1))
        self.checks_changed.emit()


def _is_seen(row: LeadRow, words: list[str]) -> bool:
    """Whether every searched word stands in what the row shows anyway."""
    text = f"{row.name} {row.company} {row.next_step}"
    return all(word_places(text, [word]) for word in words)
