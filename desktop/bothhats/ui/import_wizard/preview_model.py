"""The rows of the preview, as many as the file has; read from the plan when they are shown."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bothhats.exchange.import_preview import Fate, Preview
from bothhats.ui.import_wizard.wizard_state import ImportState
from bothhats.ui.widgets.labels import tooltip

_NONE = QModelIndex()
ROW, WHO, FATE, TOLD = range(4)


class PreviewModel(QAbstractTableModel):
    """Row, who, what becomes of it, what there is to say."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._state: ImportState | None = None
        self._preview = Preview()
        self._places: Sequence[int] = ()  # of the rows that are shown
        self._heads = (self.tr("Row"), self.tr("Who"), self.tr("What happens"), self.tr("Note"))
        self._fates = {
            Fate.NEW: self.tr("new"),
            Fate.UPDATED: self.tr("updated"),
            Fate.SAME: self.tr("already the same"),
            Fate.PROBLEM: self.tr("left out"),
        }

    def show_preview(self, state: ImportState, preview: Preview) -> None:
        """Another plan."""
        self.beginResetModel()
        self._state, self._preview, self._places = state, preview, range(len(preview.rows))
        self.endResetModel()

    def keep(self, fate: Fate | None, *, is_warned: bool = False) -> None:
        """Only the rows of this fate, or only those with a warning; all for neither."""
        self.beginResetModel()
        if is_warned:
            self._places = self._preview.warned
        else:
            self._places = range(len(self._preview.rows)) if fate is None else self._preview.by_fate[fate]
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NONE) -> int:
        return 0 if parent.isValid() else len(self._places)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NONE) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == TOLD:
            return tooltip(self._preview.rows[self._places[index.row()]].told)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) or not index.isValid():
            return None
        row = self._preview.rows[self._places[index.row()]]
        if index.column() == ROW:
            return f"{row.row:,}"
        if index.column() == WHO:
            return (self._state.who(row.row) if self._state else "") or self.tr("no name")
        return self._fates[row.fate] if index.column() == FATE else row.told
