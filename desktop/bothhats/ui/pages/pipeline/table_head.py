"""The table's head: sunken, numbers at the right, an arrow beside each sorted column, a box for all."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from bothhats.ui.pages.pipeline.table_columns import tr
from bothhats.ui.pages.pipeline.table_delegate import PADDING, paint_box
from bothhats.ui.pages.pipeline.table_model import BOX, LeadTableModel
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.theme.icons import paint_icon
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.rows import paint_text, text_width

HEIGHT = 35


class TableHead(QHeaderView):
    """`order_wanted` tells the section that was clicked, and whether with Shift; the box checks all or none."""

    order_wanted = Signal(int, bool)

    def __init__(self, model: LeadTableModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._leads = model
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(False)
        self.setHighlightSections(False)
        self.sectionClicked.connect(self._on_clicked)
        self.setFixedHeight(scaled(HEIGHT))
        self.setMinimumSectionSize(scaled(36))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), scaled(HEIGHT))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        colours = tokens()
        painter.fillRect(rect, QColor(colours.sunken))
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), QColor(colours.line))
        if section == BOX:
            ids = self._leads.ids
            centre = QPointF(rect.center().x() + 2.5, rect.center().y())
            paint_box(painter, centre, colours, is_checked=bool(ids) and len(self._leads.checked_ids) == len(ids))
            return
        column = self._leads.column(section)
        if column is None:
            return
        names = [order.column for order in self._leads.orders]
        is_sorted = column.name in names
        inner = QRectF(rect).adjusted(PADDING, 0, -PADDING, 0)
        align = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
        side = scaled(14) if is_sorted else 0
        words = tr(column.head)
        width = min(text_width(painter, words, "small_strong"), inner.width() - side)
        x = inner.right() - width - (side and side + 3) if column.is_number else inner.x()
        place = QRectF(x, inner.y(), width + 1, inner.height())
        paint_text(painter, place, words, "small_strong", colours.ink if is_sorted else colours.ink2, align)
        if is_sorted:
            is_descending = self._leads.orders[names.index(column.name)].is_descending
            spot = QRectF(x + width + 4, inner.center().y() - side / 2, side, side)
            colour = colours.ink if names[0] == column.name else colours.ink3
            paint_icon(painter, spot, "arrow-down" if is_descending else "arrow-up", colour)

    def _on_clicked(self, section: int) -> None:
        if section == BOX:
            are_all = len(self._leads.checked_ids) == len(self._leads.ids)
            self._leads.check(list(self._leads.ids), is_checked=not are_all)
        else:
            adds = bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.order_wanted.emit(section, adds)
