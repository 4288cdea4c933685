"""A chart's numbers as a table: as wide as the chart, as high as its rows; words at the left, figures at the right."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from bothhats.ui.theme.fonts import font, scaled
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.labels import tooltip

if TYPE_CHECKING:
    from bothhats.charts.drawing import ChartTable

ROW = 33
Index = QModelIndex | QPersistentModelIndex
LEAST_NAME = 190


class NumbersTable(QTableWidget):
    """To be read, cell by cell; a long name gives way and stands whole in its tooltip."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setItemDelegate(_Cells(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QTableWidget.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustIgnored)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(scaled(ROW))
        self.horizontalHeader().setFont(font("small_strong"))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(40)

    def show_numbers(self, table: "ChartTable") -> None:
        """Show these; the current cell stays where it was, as long as there is one."""
        self.setColumnCount(len(table.heads))
        self.setRowCount(len(table.rows))
        for column, head in enumerate(table.heads):
            cells = [row[column] for row in table.rows]
            has_figures = column > 0 and _are_figures([words for words in cells if words != "–"])
            for row, words in enumerate(cells):
                self.setItem(row, column, _cell(words, has_figures=has_figures))
            self.setHorizontalHeaderItem(column, _cell(head, has_figures=has_figures))
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.rowCount():
            self.setCurrentCell(max(self.currentRow(), 0), max(self.currentColumn(), 0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.clearSelection()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The names take the room that the figures leave; the bar below is part of the height when it is needed."""
        head, room = self.horizontalHeader(), self.viewport().width()
        self.resizeColumnsToContents()
        figures = sum(self.columnWidth(column) for column in range(1, self.columnCount()))
        wanted = min(self.columnWidth(0), scaled(LEAST_NAME))
        if self.columnCount():
            self.setColumnWidth(0, max(room - figures, wanted))
        bar = self.horizontalScrollBar().sizeHint().height() if head.length() > room else 0
        edges = 2 * self.frameWidth() - 1  # the last row's line lies under the frame
        height = head.sizeHint().height() + self.verticalHeader().length() + bar + edges
        if height != self.height():
            self.setFixedHeight(height)


class _Cells(QStyledItemDelegate):
    """The cell with the focus has its ring inside."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(tokens().focus), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))


def _are_figures(cells: Sequence[str]) -> bool:
    """Whether half of them at least begin with a digit, perhaps after a sign and a currency."""
    return 2 * sum(any(mark.isdecimal() for mark in words[:3]) for words in cells) >= len(cells)


def _cell(words: str, *, has_figures: bool) -> QTableWidgetItem:
    item = QTableWidgetItem(words)
    side = Qt.AlignmentFlag.AlignRight if has_figures else Qt.AlignmentFlag.AlignLeft
    item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    if not has_figures:
        item.setToolTip(tooltip(words))
    return item
