"""Columns by month, the last one in ink."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from bothhats.domain.wording import MONTHS
from bothhats.ui.theme.fonts import font, scaled
from bothhats.ui.theme.theme import tokens
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
    """A month with nothing has no column but its name; `most` is the full height, the tallest unless given."""

    def __init__(
        self, name: str, bars: Sequence[MonthBar] = (), most: int = 0, height: int = 150, token: str = "both"
    ) -> None:
        super().__init__()
        self._name, self._most, self._height, self._token = name, most, height, token
        self.bars: tuple[MonthBar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_bars(bars)

    def show_bars(self, bars: Sequence[MonthBar]) -> None:
        """Other months."""
        self.bars = tuple(bars)
        told = [f"{_month(each)}: {each.words}" for each in self.bars]
        self.setAccessibleName(self._name + ": " + ", ".join(told))
        self.setToolTip(tooltip(", ".join(told)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(200), scaled(self._height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        slot = self.width() / max(1, len(self.bars))
        most = self._most or max((each.tall for each in self.bars), default=1) or 1
        for place, each in enumerate(self.bars):
            self._paint_bar(painter, QRectF(place * slot, 0, slot, self.height()), each, most)

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
