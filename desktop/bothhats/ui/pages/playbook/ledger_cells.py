"""How a cell of a ledger is painted: icon, a strong line over a quiet one, or a bar with its words."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QToolTip

from bothhats.ui.theme.fonts import scaled
from bothhats.ui.theme.icons import paint_icon
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.labels import tooltip
from bothhats.ui.widgets.rows import paint_hairline, paint_text

PADDING, BAR = 10, 64
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says; `part` 0..1 draws a bar before the words, `token` colours them."""

    text: str
    beside: str = ""
    icon: str = ""
    role: str = "body"
    token: str = "ink"
    part: float | None = None
    is_number: bool = False


class LedgerCells(QStyledItemDelegate):
    """Each index gives its Cell under UserRole."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(scaled(80), scaled(47))

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, _option: QStyleOptionViewItem, index: Index
    ) -> bool:
        cell = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(cell, Cell):
            QToolTip.showText(event.globalPos(), tooltip(", ".join(filter(None, (cell.text, cell.beside)))), view)
        return True

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, rect = tokens(), QRectF(option.rect)
        cell = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        is_here = self._view.hasFocus() and index.row() == self._view.currentIndex().row()
        if is_here or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(colours.select if is_here else colours.hover))
        if index.row():
            paint_hairline(painter, rect.left(), rect.right() + 1, rect.top(), colours)
        if isinstance(cell, Cell):
            self._paint_cell(painter, rect.adjusted(PADDING, 0, -PADDING, 0), cell)
        painter.restore()

    def _paint_cell(self, painter: QPainter, rect: QRectF, cell: Cell) -> None:
        colours = tokens()
        colour = colours.colour(cell.token)
        side = scaled(17)
        if cell.icon:
            paint_icon(painter, QRectF(rect.x(), rect.center().y() - side / 2, side, side), cell.icon, colours.ink2)
            rect = rect.adjusted(side + 9, 0, 0, 0)
        if cell.part is not None:
            rect = self._paint_bar(painter, rect, cell.part)
        align = Qt.AlignmentFlag.AlignRight if cell.is_number else Qt.AlignmentFlag.AlignLeft
        if not cell.beside:
            paint_text(painter, rect, cell.text, cell.role, colour, align)
            return
        line = rect.height() / 2
        upper = QRectF(rect.x(), rect.y() + 4, rect.width(), line - 3)
        lower = QRectF(rect.x(), rect.y() + line, rect.width(), line - 5)
        paint_text(painter, upper, cell.text, cell.role, colour, align)
        paint_text(painter, lower, cell.beside, "small", colours.ink2, align)

    def _paint_bar(self, painter: QPainter, rect: QRectF, part: float) -> QRectF:
        """A track with its part, where there is room for both; what is left for the words."""
        width = scaled(BAR)
        if rect.width() < width * 2:
            return rect
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(rect.x(), rect.center().y() - 4, width, 8)
        for share, token in ((1.0, "both_wash"), (part, "ink2")):
            if share > 0:
                painter.setBrush(QColor(tokens().colour(token)))
                painter.drawRoundedRect(QRectF(track.x(), track.y(), max(track.width() * share, 8), 8), 4, 4)
        return rect.adjusted(width + 10, 0, 0, 0)
