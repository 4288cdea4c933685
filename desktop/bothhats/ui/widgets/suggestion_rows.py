"""How suggestions are painted: icon, the typed letters in bold, a quiet word at the right end."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bothhats.ui.theme.fonts import scaled
from bothhats.ui.theme.icons import paint_icon
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.rows import paint_state, paint_text, text_width

ICON_ROLE = Qt.ItemDataRole.UserRole + 1
BESIDE_ROLE = Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex


class SuggestionRows(QStyledItemDelegate):
    """`line` holds what is typed."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(100, scaled(28))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = tokens()
        rect = QRectF(option.rect)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        paint_state(painter, rect, colours, is_selected=is_selected, is_hovered=False, has_focus=False)
        x = rect.x() + 8
        picture, side = str(index.data(ICON_ROLE) or ""), scaled(16)
        if picture:
            paint_icon(painter, QRectF(x, rect.center().y() - side / 2, side, side), picture, colours.ink)
            x += side + 8
        beside = str(index.data(BESIDE_ROLE) or "")
        end = rect.right() - 8 - (text_width(painter, beside, "small") + 8 if beside else 0)
        place = QRectF(end, rect.y(), rect.right() - 8 - end, rect.height())
        paint_text(painter, place, beside, "small", colours.ink2, Qt.AlignmentFlag.AlignRight)
        for part, is_typed in in_parts(str(index.data()), self._line.text().strip()):
            room = QRectF(x, rect.y(), end - x, rect.height())
            x += paint_text(painter, room, part, "strong" if is_typed else "body", colours.ink)
        painter.restore()


def in_parts(text: str, typed: str) -> list[tuple[str, bool]]:
    """The text cut where the typed letters stand in it; True for those."""
    at = text.lower().find(typed.lower()) if typed else -1
    if at < 0 or len(text.lower()) != len(text):
        return [(text, False)]
    end = at + len(typed)
    return [part for part in ((text[:at], False), (text[at:end], True), (text[end:], False)) if part[0]]
