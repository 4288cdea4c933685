"""How a suggested objection or question is painted: icon, typed letters in bold, kind and count at the right."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QLineEdit, QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bothhats.domain.name_matching import folded
from bothhats.domain.wording import month_name
from bothhats.queries.phrases import Phrase
from bothhats.ui.theme.icons import paint_icon
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.rows import paint_state, paint_text, text_width

Index = QModelIndex | QPersistentModelIndex
ICONS = {"objection": "shield-question-mark", "question": "message-circle-question-mark"}


class PhraseDelegate(QStyledItemDelegate):
    """Rows without a known phrase are the one that makes a new one."""

    def __init__(self, rows: QListWidget, line: QLineEdit, today: date) -> None:
        super().__init__(rows)
        self.offered: Mapping[int, Phrase] = {}
        self._line = line
        self._today = today

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(100, 30)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = tokens()
        phrase = self.offered.get(index.data(Qt.ItemDataRole.UserRole))
        rect = QRectF(option.rect)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        paint_state(painter, rect, colours, is_selected=is_selected, is_hovered=False, has_focus=False)
        paint_icon(
            painter,
            QRectF(rect.x() + 8, rect.center().y() - 8, 16, 16),
            ICONS[phrase.kind] if phrase else "plus",
            colours.ink,
        )
        beside = self._beside(phrase)
        width = text_width(painter, beside, "small") + 4
        end = QRectF(rect.right() - width - 8, rect.y(), width, rect.height())
        paint_text(painter, end, beside, "small", colours.ink2, Qt.AlignmentFlag.AlignRight)
        text = phrase.text if phrase else str(index.data(Qt.ItemDataRole.DisplayRole))
        self._paint_words(painter, QRectF(rect.x() + 32, rect.y(), end.x() - rect.x() - 40, rect.height()), text)
        painter.restore()

    def _beside(self, phrase: Phrase | None) -> str:
        if phrase is None:
            return self.tr("objection Alt+O · question Alt+Q")
        kind = self.tr("objection") if phrase.kind == "objection" else self.tr("question")
        if not phrase.people:
            return kind
        year = "" if phrase.month[:4] == str(self._today.year) else f" {phrase.month[:4]}"
        return self.tr("{}, {} in {}").format(kind, phrase.people, month_name(phrase.month) + year)

    def _paint_words(self, painter: QPainter, rect: QRectF, text: str) -> None:
        x = rect.x()
        for part, is_typed in marked(text, self._line.text()):
            room = QRectF(x, rect.y(), rect.right() - x, rect.height())
            x += paint_text(painter, room, part, "strong" if is_typed else "body", QColor(tokens().ink).name())


def marked(text: str, typed: str) -> list[tuple[str, bool]]:
    """The text in parts; those that hold the first typed word are marked."""
    words = folded(typed).split()
    at = folded(text).find(words[0]) if words else -1
    if at < 0 or len(folded(text)) != len(text):
        return [(text, False)]
    end = at + len(words[0])
    return [part for part in ((text[:at], False), (text[at:end], True), (text[end:], False)) if part[0]]
