"""A lead as a card of the board: name, company, follow-up at left, value at right."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bothhats.domain.due_words import ICONS, short_words, whole_words
from bothhats.domain.follow_up import Standing
from bothhats.domain.lead import LeadRow
from bothhats.domain.wording import short_date
from bothhats.ui.context import Context
from bothhats.ui.pages.pipeline.found_marks import paint_marks
from bothhats.ui.pages.pipeline.found_words import place_words
from bothhats.ui.pages.pipeline.lead_model import LeadModel, second_line
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.theme.icons import paint_icon
from bothhats.ui.theme.tokens import Tokens
from bothhats.ui.widgets.rows import paint_text, text_width

HEIGHT = 72
GAP = 8
SCROLL = 6
WIDE = 190
ICON = 14


class CardDelegate(QStyledItemDelegate):
    """Paints from the model's row; the long form of the follow-up where there is room."""

    def __init__(self, context: Context, model: LeadModel, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._context, self._model, self._view = context, model, view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(scaled(100), scaled(HEIGHT) + GAP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = self._model.row(index.row())
        if row is None:
            return
        colours = self._context.theme.tokens
        room = 0 if self._view.verticalScrollBar().isVisible() else SCROLL
        card = QRectF(option.rect).adjusted(0.5, 0.5, -0.5 - room, -GAP - 0.5)
        painter.save()
        self._paint_card(painter, card, option, colours)
        inner = card.adjusted(9, 7, -8, -7)
        line = inner.height() / 3
        self._paint_line(painter, QRectF(inner.x(), inner.y(), inner.width(), line), row.name, "strong", colours.ink)
        second = QRectF(inner.x(), inner.y() + line, inner.width(), line)
        self._paint_line(painter, second, second_line(row), "small", colours.ink2)
        self._paint_foot(painter, QRectF(inner.x(), inner.y() + 2 * line, inner.width(), line), row, colours)
        painter.restore()

    def _paint_card(self, painter: QPainter, card: QRectF, option: QStyleOptionViewItem, colours: Tokens) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        fill = colours.select if is_selected else colours.hover if is_hovered else colours.card
        painter.setBrush(QColor(fill))
        edge = colours.edge if is_selected and not self._view.hasFocus() else colours.line
        painter.setPen(QPen(QColor(colours.focus), 2) if has_focus else QPen(QColor(edge), 1))
        inset = 0.5 if has_focus else 0
        painter.drawRoundedRect(card.adjusted(inset, inset, -inset, -inset), 8, 8)

    def _paint_line(self, painter: QPainter, rect: QRectF, text: str, role: str, colour: str) -> None:
        if self._model.text:
            paint_marks(painter, rect, text, role, self._model.text, self._context.theme.tokens.line2)
        paint_text(painter, rect, text, role, colour)

    def _paint_foot(self, painter: QPainter, rect: QRectF, row: LeadRow, colours: Tokens) -> None:
        """Where a search found the lead comes before what is due, and before the value where there is little room."""
        money = self._model.money(row.value)
        width = text_width(painter, money, "body")
        found = self._model.found(row.id)
        where = place_words(found, self._model.today) if found else ""
        if not where or text_width(painter, where, "small") + width + scaled(ICON) + 8 < rect.width():
            right = QRectF(rect.right() - width, rect.y(), width + 1, rect.height())
            colour = colours.ink3 if row.value is None else colours.ink
            paint_text(painter, right, money, "body", colour, Qt.AlignmentFlag.AlignRight)
            rect = rect.adjusted(0, 0, -width - 3, 0)
        if where:
            self._paint_sign(painter, rect, "search", where, colours.ink2)
        else:
            self._paint_due(painter, rect, row, colours, is_wide=rect.width() + width + 3 > scaled(WIDE))

    def _paint_due(self, painter: QPainter, rect: QRectF, row: LeadRow, colours: Tokens, *, is_wide: bool) -> None:
        due, today = self._model.due(row), self._model.today
        words = whole_words(due, today) if is_wide else short_words(due, today)
        if due.standing == Standing.ENDED and due.on:
            words = short_date(due.on, today)
        colour = colours.late if due.standing == Standing.SLIPPED else colours.ink2
        self._paint_sign(painter, rect, ICONS.get(due.standing, ""), words, colour)

    def _paint_sign(self, painter: QPainter, rect: QRectF, icon: str, words: str, colour: str) -> None:
        left = 0.0
        if icon:
            side = scaled(ICON)
            paint_icon(painter, QRectF(rect.x(), rect.y() + (rect.height() - side) / 2, side, side), icon, colour)
            left = side + 4
        paint_text(painter, rect.adjusted(left, 0, 0, 0), words, "small", colour)
