"""The rows of one column as a Qt model: it changes only the rows that differ."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from bothhats.ui.pages.today.row import Key, Row

AnyIndex = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
ROW_MIME = "application/x-bothhats-row"
DRAGGED = ("lead", "commitment")


class RowModel(QAbstractListModel):
    """Section heads cannot be chosen; leads and commitments can be dragged to a day."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []

    @property
    def rows(self) -> list[Row]:
        """What it holds now."""
        return list(self._rows)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.sentence or f"{row.title} {row.beside}"
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        row = self.row_at(index)
        if row is None or row.is_head:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsDragEnabled if row.kind in DRAGGED else flags

    def mimeTypes(self) -> list[str]:
        return [ROW_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        row = self.row_at(indexes[0]) if indexes else None
        if row is not None:
            data.setData(ROW_MIME, f"{row.key[0]} {row.key[1]}".encode())
        return data

    def row_at(self, index: AnyIndex) -> Row | None:
        """The row of an index; None for an invalid one."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def place_of(self, key: Key) -> int:
        """Where the row with this key stands, -1 where it does not."""
        return next((place for place, row in enumerate(self._rows) if row.key == key), -1)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Take out and put in what lies between the first and the last difference; repaint what reads otherwise."""
        new, old = list(rows), self._rows
        start = _same([row.key for row in old], [row.key for row in new])
        end = _same([row.key for row in old[start:]][::-1], [row.key for row in new[start:]][::-1])
        if len(old) - end > start:
            self.beginRemoveRows(QModelIndex(), start, len(old) - end - 1)
            self._rows = old[:start] + old[len(old) - end :]
            self.endRemoveRows()
        if len(new) - end > start:
            self.beginInsertRows(QModelIndex(), start, len(new) - end - 1)
            self._rows = self._rows[:start] + new[start : len(new) - end] + self._rows[start:]
            self.endInsertRows()
        for place, row in enumerate(new):
            if self._rows[place] != row:
                self._rows[place] = row
                self.dataChanged.emit(self.index(place), self.index(place))


def dragged_key(data: QMimeData) -> Key:
    """Which row is being dragged."""
    kind, _, row_id = bytes(data.data(ROW_MIME).data()).decode().partition(" ")
    return (kind, int(row_id))


def _same(old: Sequence[Key], new: Sequence[Key]) -> int:
    """How many of both begin alike."""
    count = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        count += 1
    return count
