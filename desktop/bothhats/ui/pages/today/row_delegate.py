"""Paints the rows of both columns: heads, leads, commitments, phrases, campaigns, what is done."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bothhats.ui.pages.today.row import Row
from bothhats.ui.pages.today.row_model import ROW_ROLE
from bothhats.ui.pages.today.row_parts import ACTIONS, Parts, row_height
from bothhats.ui.theme.fonts import font
from bothhats.ui.theme.icons import paint_icon
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.rows import paint_hairline, paint_ring, paint_state, paint_text, text_width

_ICONS = {"snooze": "calendar-clock", "call": "phone", "email": "mail", "open": "panel-right-open"}
_RIGHT = Qt.AlignmentFlag.AlignRight
AnyIndex = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """`end_margin` is what lies between the texts and the right edge of the card; `has_ring_of_focus` for the keys."""

    def __init__(self, end_margin: int) -> None:
        super().__init__()
        self._end_margin = end_margin
        self.shows_focus = False

    def parts(self, index: AnyIndex, rect: QRectF, view_width: int, *, is_active: bool) -> Parts:
        """The places of a row; `is_active` when it is selected or under the pointer."""
        row: Row = index.data(ROW_ROLE)
        return Parts(row, rect, float(view_width - self._end_margin), has_actions=is_active and row.acts)

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(100, row_height(index.data(ROW_ROLE)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        width = option.widget.width() if option.widget else option.rect.width()
        parts = self.parts(index, QRectF(option.rect), width, is_active=is_selected or is_hovered)
        painter.save()
        if parts.row.is_head:
            _paint_head(painter, parts)
        else:
            self._paint_row(painter, parts, is_selected=is_selected, is_hovered=is_hovered)
            _paint_line_above(
                painter, parts, index, is_marked=is_selected or is_hovered or _is_below_current(option, index)
            )
        painter.restore()

    def _paint_row(self, painter: QPainter, parts: Parts, *, is_selected: bool, is_hovered: bool) -> None:
        row = parts.row
        has_focus = is_selected and self.shows_focus
        paint_state(painter, parts.fill, tokens(), is_selected=is_selected, is_hovered=is_hovered, has_focus=has_focus)
        if row.has_ring:
            paint_ring(painter, parts.ring, tokens(), is_done=row.is_done)
        left_of_end = _paint_end(painter, parts)
        _paint_titles(painter, parts, left_of_end[0])
        _paint_what(painter, parts, left_of_end[1])
        if row.button:
            _paint_button(painter, parts, is_hovered=is_hovered)
        if parts.has_actions:
            for name in ACTIONS:
                spot = parts.action(name)
                paint_icon(painter, QRectF(spot.x() + 5, spot.y() + 5, 18, 18), _ICONS[name], tokens().ink2)


def _paint_head(painter: QPainter, parts: Parts) -> None:
    colours, rect = tokens(), parts.line(0)
    row = parts.row
    end = text_width(painter, row.end, "small")
    paint_text(painter, rect, row.end, "small", colours.ink2, _RIGHT)
    room = rect.adjusted(0, 0, -end - 8 if end else 0, 0)
    width = paint_text(painter, room, row.title, "small_strong", colours.ink2)
    paint_text(painter, room.adjusted(width + 7, 0, 0, 0), row.beside, "small", colours.ink3)


def _paint_line_above(painter: QPainter, parts: Parts, index: AnyIndex, *, is_marked: bool) -> None:
    above: Row | None = index.sibling(index.row() - 1, 0).data(ROW_ROLE) if index.row() else None
    if above is not None and not above.is_head and not is_marked:
        paint_hairline(painter, parts.text_left, parts.edge, parts.rect.top(), tokens())


def _is_below_current(option: QStyleOptionViewItem, index: AnyIndex) -> bool:
    view = option.widget
    return isinstance(view, QListView) and view.currentIndex().row() == index.row() - 1


def _paint_end(painter: QPainter, parts: Parts) -> tuple[float, float]:
    """The two texts at the right; where each of them begins."""
    row, colours = parts.row, tokens()
    first, second = parts.line(0), parts.line(1)
    role = "small" if row.is_note_below or row.is_done else "body"
    is_late = row.is_late and not row.is_note_below
    width = paint_text(painter, first, row.end, role, colours.late if is_late else colours.ink2, _RIGHT)
    left = first.right() - width
    if is_late:
        left -= 19
        paint_icon(painter, QRectF(left, first.center().y() - 7, 14, 14), "clock-alert", colours.late)
    width = paint_text(painter, second, row.end_below, "small", colours.ink2, _RIGHT)
    return left - 10, second.right() - width - 10


def _paint_titles(painter: QPainter, parts: Parts, right: float) -> None:
    """The company gives way before the name does."""
    row, colours, rect = parts.row, tokens(), parts.line(0)
    rect.setRight(min(right, rect.right()))
    role = "body" if row.is_quiet else "strong"
    colour = colours.ink2 if row.is_done or row.kind == "more" else colours.ink
    width = paint_text(painter, rect, row.title, role, colour)
    paint_text(painter, rect.adjusted(width + 7, 0, 0, 0), row.beside, "body", colours.ink2)


def _paint_what(painter: QPainter, parts: Parts, right: float) -> None:
    row, colours, rect = parts.row, tokens(), parts.line(1)
    rect.setRight(min(right, rect.right()))
    if row.is_note_below:
        if row.is_late:
            paint_icon(painter, QRectF(rect.left(), rect.center().y() - 6.5, 13, 13), "clock-alert", colours.late)
            rect.setLeft(rect.left() + 17)
        paint_text(painter, rect, row.what, "small", colours.late if row.is_late else colours.ink2)
    else:
        paint_text(painter, rect, row.what, "body", colours.ink)


def _paint_button(painter: QPainter, parts: Parts, *, is_hovered: bool) -> None:
    colours, rect = tokens(), parts.button
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours.line2), 1))
    painter.setBrush(QColor(colours.hover if is_hovered else colours.card))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
    made = QFont(font("small"))
    made.setWeight(font("button").weight())
    painter.setFont(made)
    painter.setPen(QColor(colours.ink))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, parts.row.button)
