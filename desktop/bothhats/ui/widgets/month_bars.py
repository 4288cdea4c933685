"""Columns by month, the last one in ink."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from bothhats.domain.wording import MONTHS, month_name
from bothhats.ui.theme.fonts import font, scaled
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.arrow_keys import place_after
from bothhats.ui.widgets.labels import tooltip

_WIDEST = 34
_ROOM_FOR_A_NAME = 28


@dataclass(frozen=True, slots=True)
class MonthBar:
    """A month ("2026-10"), how tall it is, how it is read out, and what stands over it: the number unless said."""

    month: str
    tall: int
    words: str
    over: str = ""


class MonthBars(QWidget):
    """A month with nothing has no column but its name; `most` is the full height, the tallest unless given.

    Each says its figure under the pointer. `chosen` asks for a month that leads somewhere, by click or Enter.
    """

    chosen = Signal(str)

    def __init__(
        self, name: str, bars: Sequence[MonthBar] = (), most: int = 0, height: int = 150, token: str = "both"
    ) -> None:
        super().__init__()
        self._name, self._most, self._height, self._token = name, most, height, token
        self.bars: tuple[MonthBar, ...] = ()
        self._leading: frozenset[str] = frozenset()
        self._at = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_bars(bars)

    def show_bars(self, bars: Sequence[MonthBar]) -> None:
        """Other months."""
        self.bars = tuple(bars)
        self._at = -1
        told = [f"{_month(each)}: {each.words}" for each in self.bars]
        self.setAccessibleName(self._name + ": " + ", ".join(told))
        self.update()

    def lead_to(self, months: Collection[str]) -> None:
        """Let these months be chosen; the arrows then go from month to month."""
        self._leading = frozenset(months) & {each.month for each in self.bars}
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self._leading else Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return QSize(scaled(200), scaled(self._height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = self._most or max((each.tall for each in self.bars), default=1) or 1
        for place, each in enumerate(self.bars):
            self._paint_bar(painter, self.slot(place), each, most)
        if self.hasFocus() and self._at >= 0:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens().focus), 2))
            painter.drawRoundedRect(self.slot(self._at).adjusted(1, 1, -1, -1), 5, 5)

    def slot(self, place: int) -> QRectF:
        """Where a month stands, from top to bottom."""
        width = self.width() / max(1, len(self.bars))
        return QRectF(place * width, 0, width, self.height())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._place_at(QPointF(event.pos()))
            words = tooltip(_told(self.bars[place])) if place >= 0 else ""
            QToolTip.showText(event.globalPos(), words, self, self.slot(place).toRect())
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        leads = self._leads(self._place_at(event.position()))
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._ask(self._place_at(event.position()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason and self._at < 0 and self.bars:
            self._go(len(self.bars) - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = place_after(event.key(), self._at, len(self.bars))
        if place is not None:
            self._go(place)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask(self._at)
        else:
            super().keyPressEvent(event)

    def _go(self, place: int) -> None:
        """Each month is read out when the keyboard comes to it."""
        self._at = place
        words = _told(self.bars[place])
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.update()

    def _ask(self, place: int) -> None:
        if self._leads(place):
            self.chosen.emit(self.bars[place].month)

    def _leads(self, place: int) -> bool:
        return place >= 0 and self.bars[place].month in self._leading

    def _place_at(self, at: QPointF) -> int:
        return next((place for place in range(len(self.bars)) if self.slot(place).contains(at)), -1)

    def _paint_bar(self, painter: QPainter, slot: QRectF, bar: MonthBar, most: int) -> None:
        colours, line = tokens(), scaled(18)
        floor = slot.height() - line
        is_last = bar is self.bars[-1]
        painter.setFont(font("small"))
        painter.setPen(QColor(colours.ink2))
        name = _month(bar) if slot.width() >= scaled(_ROOM_FOR_A_NAME) else _month(bar)[:1]
        painter.drawText(QRectF(slot.x(), floor, slot.width(), line), Qt.AlignmentFlag.AlignCenter, name)
        if not bar.tall:
            return
        width = min(slot.width() * 0.62, scaled(_WIDEST))
        tall = max((floor - line) * bar.tall / most, 2.0)
        column = QRectF(slot.center().x() - width / 2, floor - tall, width, tall)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.ink if is_last else colours.colour(self._token)))
        painter.drawRoundedRect(column, 3, 3)
        painter.setFont(font("small_strong" if is_last else "small"))
        painter.setPen(QColor(colours.ink if is_last else colours.ink2))
        over = QRectF(slot.x(), column.y() - line, slot.width(), line)
        painter.drawText(over, Qt.AlignmentFlag.AlignCenter, bar.over or str(bar.tall))


def _month(bar: MonthBar) -> str:
    return MONTHS[int(bar.month[5:]) - 1][:3]


def _told(bar: MonthBar) -> str:
    return f"{month_name(bar.month)} {bar.month[:4]}: {bar.words}"
