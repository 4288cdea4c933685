"""The table of a ledger: rows of two lines, each opened by Enter or a click."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView

from bothhats.ui.pages.playbook.ledger_cells import Cell, LedgerCells
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.theme.theme import tokens

ROW, HEAD, LEAST_ROWS = 47, 34, 3
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Column:
    """`width` in pixels of the design, or its share of the rest; hidden where there is less than `least`."""

    head: str
    width: int = 0
    share: int = 0
    least: int = 0
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One row: the id of what it opens, its cells, and how it is read out."""

    id: int
    cells: tuple[Cell, ...]
    words: str


class LedgerModel(QAbstractTableModel):
    """The rows as they were asked for."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.rows: tuple[LedgerRow, ...] = ()

    def show_rows(self, rows: Sequence[LedgerRow]) -> None:
        """Other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row.cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[index.column()].text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.words
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.head
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None


class LedgerTable(QTableView):
    """As high as its rows, where there is room; `opened` tells the id of a row, `new_wanted` is Insert."""

    opened = Signal(int)
    new_wanted = Signal()

    def __init__(self, name: str, columns: Sequence[Column]) -> None:
        super().__init__()
        self._model = LedgerModel(columns)
        self.setModel(self._model)
        self.setAccessibleName(name)
        self.setItemDelegate(LedgerCells(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(scaled(ROW))
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setFixedHeight(scaled(HEAD))
        self.clicked.connect(self._open)

    @property
    def rows(self) -> tuple[LedgerRow, ...]:
        """What is shown."""
        return self._model.rows

    def show_rows(self, rows: Sequence[LedgerRow]) -> None:
        """Other rows; the current one stays where it still is."""
        if tuple(rows) == self._model.rows:
            return
        at, here = self.currentIndex().row(), self.current_id
        self._model.show_rows(rows)
        ids = [row.id for row in rows]
        place = ids.index(here) if here in ids else min(max(at, 0), len(ids) - 1)
        if ids:
            self.go_to(place)
        self.updateGeometry()

    @property
    def current_id(self) -> int | None:
        """The row that Enter would open."""
        at = self.currentIndex().row()
        return self._model.rows[at].id if 0 <= at < len(self._model.rows) else None

    def go_to(self, place: int) -> None:
        """Make a row the current one."""
        index = self._model.index(place, 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.scrollTo(index)

    def sizeHint(self) -> QSize:
        return QSize(400, scaled(HEAD) + scaled(ROW) * len(self._model.rows) + 3)

    def minimumSizeHint(self) -> QSize:
        rows = min(len(self._model.rows), LEAST_ROWS)
        return QSize(200, scaled(HEAD) + scaled(ROW) * rows + 3)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_id is not None:
            self.opened.emit(self.current_id)
        elif event.key() == Qt.Key.Key_Insert:
            self.new_wanted.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.viewport().width()
        shown = [place for place, each in enumerate(self._model.columns) if room >= scaled(each.least)]
        left = room - sum(scaled(self._model.columns[place].width) for place in shown)
        shares = sum(self._model.columns[place].share for place in shown)
        for place, column in enumerate(self._model.columns):
            self.setColumnHidden(place, place not in shown)
            if place in shown:
                self.setColumnWidth(place, scaled(column.width) or max(left, 0) * column.share // max(shares, 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.hasFocus() or not self.currentIndex().isValid():
            return
        rect = self.visualRect(self.currentIndex())
        rect.setLeft(0)
        rect.setRight(self.viewport().width())
        painter = QPainter(self.viewport())
        painter.setPen(QPen(QColor(tokens().focus), 2))
        painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.rows[index.row()].id)
