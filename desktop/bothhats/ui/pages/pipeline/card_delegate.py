"""A lead as a card of the board: name, company, follow-up at left, value at right."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bothhats.domain.due_words import ICONS, short_words, whole_words
from bothhats.domain.follow_up import Due, Standing, due
from bothhats.domain.lead import LeadRow
from bothhats.ui.context import Context
from bothhats.ui.pages.pipeline.lead_model import LeadModel
from bothhats.ui.theme.icons import paint_icon
from bothhats.ui.theme.tokens import Tokens
from bothhats.ui.widgets.rows import paint_text, text_width

HEIGHT = 72
GAP = 8
WIDE = 190


class CardDelegate(QStyledItemDelegate):
    """Paints from the model's row; the long form of the follow-up where there is room."""

    def __init__(self, context: Context, model: LeadModel) -> None:
        super().__init__(model)
        self._context = context
        self._model = model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, HEIGHT + GAP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = self._model.row(index.row())
        if row is None:
            return
        colours = self._context.theme.tokens
        card = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -GAP - 0.5)
        painter.save()
        self._paint_card(painter, card, option, colours)
        inner = card.adjusted(9, 6, -9, -6)
        line = inner.height() / 3
        paint_text(painter, QRectF(inner.x(), inner.y(), inner.width(), line), row.name, "strong", colours.ink)
        company = row.company if row.company != row.name else row.role
        paint_text(painter, QRectF(inner.x(), inner.y() + line, inner.width(), line), company, "small", colours.ink2)
        self._paint_foot(painter, QRectF(inner.x(), inner.y() + 2 * line, inner.width(), line), row, colours)
        painter.restore()

    def _paint_card(self, painter: QPainter, card: QRectF, option: QStyleOptionViewItem, colours: Tokens) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        fill = colours.select if is_selected else colours.hover if is_hovered else colours.card
        painter.setBrush(QColor(fill))
        painter.setPen(QPen(QColor(colours.focus), 2) if has_focus else QPen(QColor(colours.line), 1))
        edge = 0.5 if has_focus else 0
        painter.drawRoundedRect(card.adjusted(edge, edge, -edge, -edge), 8, 8)

    def _paint_foot(self, painter: QPainter, rect: QRectF, row: LeadRow, colours: Tokens) -> None:
        money = self._model.money(row.value)
        width = text_width(painter, money, "body")
        colour = colours.ink3 if row.value is None else colours.ink
        right = QRectF(rect.right() - width, rect.y(), width + 1, rect.height())
        paint_text(painter, right, money, "body", colour, Qt.AlignmentFlag.AlignRight)
        today = self._context.today()
        standing = due(row, today, self._model.settings.promise_days)
        words = whole_words(standing, today) if rect.width() > WIDE + 40 else short_words(standing, today)
        colour = colours.late if standing.standing == Standing.SLIPPED else colours.ink2
        if standing.standing in ICONS:
            side = 14.0
            box = QRectF(rect.x(), rect.y() + (rect.height() - side) / 2, side, side)
            paint_icon(painter, box, _icon(standing), colour)
        left = QRectF(rect.x() + 18, rect.y(), rect.width() - width - 21, rect.height())
        paint_text(painter, left, words, "small", colour)


def _icon(standing: Due) -> str:
    return ICONS[standing.standing]
