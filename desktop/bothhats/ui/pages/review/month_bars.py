"""Columns by month, the last one in ink: how the alignment went over the months."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from bothhats.domain.wording import MONTHS
from bothhats.queries.alignment import MonthScore
from bothhats.ui.theme.fonts import font, scaled
from bothhats.ui.theme.theme import tokens

_TALLEST, _WIDEST = 8, 34


class MonthBars(QWidget):
    """A month without a review has no column but its name; each is read out with its k of n."""

    def __init__(self, scores: Sequence[MonthScore]) -> None:
        super().__init__()
        self._scores = tuple(scores)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        told = [f"{_month(each)}: {_words(each) or self.tr('no review')}" for each in self._scores]
        self.setAccessibleName(self.tr("Alignment by month") + ": " + ", ".join(told))
        self.setToolTip("\n".join(told))

    def sizeHint(self) -> QSize:
        return QSize(scaled(200), scaled(150))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = scaled(18)
        slot = self.width() / max(1, len(self._scores))
        floor = self.height() - line
        for place, each in enumerate(self._scores):
            is_last = place == len(self._scores) - 1
            spot = QRectF(place * slot, floor, slot, line)
            painter.setFont(font("small"))
            painter.setPen(QColor(colours.ink2))
            painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, _month(each))
            if not each.of:
                continue
            width = min(slot * 0.62, scaled(_WIDEST))
            tall = (floor - line) * each.holds / _TALLEST
            bar = QRectF(spot.center().x() - width / 2, floor - tall, width, tall)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.ink if is_last else colours.both))
            painter.drawRoundedRect(bar, 3, 3)
            painter.setFont(font("small_strong" if is_last else "small"))
            painter.setPen(QColor(colours.ink if is_last else colours.ink2))
            painter.drawText(
                QRectF(spot.x(), bar.y() - line, slot, line), Qt.AlignmentFlag.AlignCenter, str(each.holds)
            )


def _month(score: MonthScore) -> str:
    return MONTHS[int(score.month[5:]) - 1][:3]


def _words(score: MonthScore) -> str:
    return f"{score.holds} of {score.of}" if score.of else ""
