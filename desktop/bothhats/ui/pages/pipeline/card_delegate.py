"""A lead as a card of the board: name, company, follow-up at left, value at right."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bothhats.domain.due_words import ICONS, short_words, whole_words
from bothhats.domain.follow_up import Standing
from bothhats.domain.lead import LeadRow
from bothhats.domain.wording import short_date
from bothhats.ui.context import Context
from bothhats.ui.pages.pipeline.lead_model import LeadModel
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.theme.icons import paint_icon
from bothhats.ui.theme.tokens import Tokens
from bothhats.ui.widgets.rows import paint_text, text_width

HEIGHT = 72
GAP = 8
SCROLL = 6
WIDE = 190


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
        paint_text(painter, QRectF(inner.x(), inner.y(), inner.width(), line), row.name, "strong", colours.ink)
        company = row.company if row.company != row.name else row.role
        paint_text(painter, QRectF(inner.x(), inner.y() + line, inner.width(), line), company, "small", colours.ink2)
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

    def _paint_foot(self, painter: QPainter, rect: QRectF, row: LeadRow, colours: Tokens) -> None:
        money = self._model.money(row.value)
        width = text_width(painter, money, "body")
        right = QRectF(rect.right() - width, rect.y(), width + 1, rect.height())
        colour = colours.ink3 if row.value is None else colours.ink
        paint_text(painter, right, money, "body", colour, Qt.AlignmentFlag.AlignRight)
        due, today = self._model.due(row), self._model.today
        words = whole_words(due, today) if rect.width() > scaled(WIDE) else short_words(due, today)
        if due.standing == Standing.ENDED and due.on:
            words = short_date(due.on, today)
        colour = colours.late if due.standing == Standing.SLIPPED else colours.ink2
        left = 0.0
        if due.standing in ICONS:
            side = scaled(14)
            box = QRectF(rect.x(), rect.y() + (rect.height() - side) / 2, side, side)
            paint_icon(painter, box, ICONS[due.standing], colour)
            left = side + 4
        paint_text(painter, rect.adjusted(left, 0, -width - 3, 0), words, "small", colour)
