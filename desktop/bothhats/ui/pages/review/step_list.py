"""The ten steps at the left of the review: number or check, name, and the hats that wear the page."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bothhats.domain.review import PAGES, ReviewPage
from bothhats.queries.review_open import PageState
from bothhats.ui.theme.fonts import font, scaled
from bothhats.ui.theme.hats import paint_hat
from bothhats.ui.theme.icons import paint_icon
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.rows import paint_state, paint_text

_HATS = {"marketing": "mkt", "sales": "sal"}
_DONE, _OPEN = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_NUMBER, _HAT, _ARROW = 28, 16, 18
Index = QModelIndex | QPersistentModelIndex


class StepList(QListWidget):
    """`chosen` tells the page that was clicked or entered, 1 to 10; any can be opened at any time."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("nav")
        self.setAccessibleName(self.tr("Pages of the review"))
        self.setMouseTracking(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_StepRows(self))
        for page in PAGES:
            self.addItem(QListWidgetItem(page.title))
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)

    def show_step(self, number: int, seen: frozenset[int], states: Mapping[str, PageState]) -> None:
        """The page that is open; ticked is what was seen and is not open, and what the month has nothing for."""
        for row, page in enumerate(PAGES):
            state = states[page.id]
            is_done = row + 1 != number and (state.is_empty or (row + 1 in seen and not state.open))
            is_left = row + 1 != number and row + 1 in seen and bool(state.open)
            item = self.item(row)
            item.setData(_DONE, is_done)
            item.setData(_OPEN, state.open if is_left else 0)
            words = self._state_words(is_done=is_done, state=state, is_left=is_left)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row + 1}. {page.title}, {words}")
            item.setToolTip(words if is_left or state.is_empty else "")
        self.setCurrentRow(number - 1)
        self.viewport().update()

    def _state_words(self, *, is_done: bool, state: PageState, is_left: bool) -> str:
        if state.is_empty:
            return self.tr("nothing in this month")
        if is_left:
            return self.tr("{n} still open").format(n=state.open)
        return self.tr("done") if is_done else self.tr("not seen yet")

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(self.row(item) + 1)


class _StepRows(QStyledItemDelegate):
    def __init__(self, steps: StepList) -> None:
        super().__init__(steps)
        self._steps = steps

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        page = PAGES[index.row()]
        return QSize(100, scaled(38 if len(_lines(page, self._room(page))) == 1 else 50))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, page = tokens(), PAGES[index.row()]
        is_here = bool(option.state & QStyle.StateFlag.State_Selected)
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        rect = QRectF(option.rect).adjusted(0.5, 1.5, -0.5, -1.5)
        painter.save()
        has_focus = is_here and self._steps.hasFocus()
        paint_state(painter, rect, colours, is_selected=False, is_hovered=is_hovered and not is_here, has_focus=False)
        if is_here:
            painter.setPen(QPen(QColor(colours.focus if has_focus else colours.edge), 2 if has_focus else 1))
            painter.setBrush(QColor(colours.card))
            painter.drawRoundedRect(rect, 8, 8)
        colour = colours.ink if is_here else colours.ink2
        role = "strong" if is_here else "body"
        number = QRectF(rect.x() + 6, rect.y(), scaled(_NUMBER) - 8, rect.height())
        if index.data(_DONE):
            side = scaled(15)
            spot = QRectF(number.right() - side, rect.center().y() - side / 2, side, side)
            paint_icon(painter, spot, "check", colour)
        else:
            paint_text(painter, number, str(index.row() + 1), role, colour, Qt.AlignmentFlag.AlignRight)
            if index.data(_OPEN):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colours.ink2))
                painter.drawEllipse(QPointF(number.x(), rect.center().y()), 2.5, 2.5)
        self._paint_title(painter, rect, page, role, colour)
        self._paint_hats(painter, rect, page)
        painter.restore()

    def _paint_title(self, painter: QPainter, rect: QRectF, page: ReviewPage, role: str, colour: str) -> None:
        lines = _lines(page, self._room(page))
        painter.setFont(font(role))
        height = painter.fontMetrics().height()
        y = rect.center().y() - height * len(lines) / 2
        for line in lines:
            paint_text(painter, QRectF(rect.x() + scaled(_NUMBER) + 4, y, self._room(page), height), line, role, colour)
            y += height

    def _paint_hats(self, painter: QPainter, rect: QRectF, page: ReviewPage) -> None:
        colours, side = tokens(), scaled(_HAT)
        x = rect.right() - 8 - side * len(page.hats) - scaled(_ARROW) * (len(page.hats) - 1)
        for place, hat in enumerate(page.hats):
            if place:
                arrow = scaled(10)
                spot = QRectF(x + (scaled(_ARROW) - arrow) / 2, rect.center().y() - arrow / 2, arrow, arrow)
                paint_icon(painter, spot, "arrow-right", colours.ink2)
                x += scaled(_ARROW)
            spot = QRectF(x, rect.center().y() - side / 2, side, side)
            paint_hat(painter, spot, hat, colours.colour(_HATS[hat]))
            x += side

    def _room(self, page: ReviewPage) -> int:
        """What the name may take beside the number and the hats."""
        hats = len(page.hats) * scaled(_HAT) + max(0, len(page.hats) - 1) * scaled(_ARROW)
        return self._steps.viewport().width() - scaled(_NUMBER) - hats - 24


def _lines(page: ReviewPage, room: int) -> list[str]:
    """The name in one line, or in two where the hats leave no room for it."""
    if QFontMetrics(font("strong")).horizontalAdvance(page.title) <= room:
        return [page.title]
    first, _, rest = page.title.partition(" ")
    return [first, rest]
