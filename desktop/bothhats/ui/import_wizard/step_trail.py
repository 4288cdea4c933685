"""Where an import stands: the four steps in a row, those done ticked, the present one filled."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from bothhats.ui.theme.fonts import font, scaled
from bothhats.ui.theme.icons import paint_icon
from bothhats.ui.theme.theme import tokens

_DISC, _GAP, _LINE = 22, 7, 22


class StepTrail(QWidget):
    """Tells, and takes no clicks: the way forward is at the foot."""

    def __init__(self, names: list[str]) -> None:
        super().__init__()
        self._names = names
        self._at = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_step(0)

    @property
    def step(self) -> int:
        """The present one, from 0."""
        return self._at

    def show_step(self, step: int) -> None:
        """Mark the present step."""
        self._at = step
        words = self.tr("Step {number} of {all}: {name}")
        self.setAccessibleName(words.format(number=step + 1, all=len(self._names), name=self._names[step]))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = sum(self._width(number) for number in range(len(self._names)))
        width += (len(self._names) - 1) * (scaled(_LINE) + 2 * _GAP)
        return QSize(int(width) + 2, scaled(_DISC) + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, middle = 1.0, self.height() / 2
        for number in range(len(self._names)):
            if number:
                painter.setPen(QPen(QColor(tokens().line2), 1))
                painter.drawLine(QPointF(x + _GAP, middle), QPointF(x + _GAP + scaled(_LINE), middle))
                x += scaled(_LINE) + 2 * _GAP
            self._paint_step(painter, number, x, middle)
            x += self._width(number)

    def _paint_step(self, painter: QPainter, number: int, x: float, middle: float) -> None:
        colours, side = tokens(), scaled(_DISC)
        is_here, is_done = number == self._at, number < self._at
        disc = QRectF(x, middle - side / 2, side, side)
        painter.setPen(QPen(QColor(colours.ink if is_here else colours.edge), 1))
        painter.setBrush(QColor(colours.ink) if is_here else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(disc)
        if is_done:
            paint_icon(painter, disc.adjusted(5, 5, -5, -5), "check", colours.ink)
        else:
            painter.setPen(QColor(colours.on_ink if is_here else colours.ink2))
            painter.setFont(font("small_strong"))
            painter.drawText(disc, int(Qt.AlignmentFlag.AlignCenter), str(number + 1))
        painter.setPen(QColor(colours.ink if is_here else colours.ink2))
        painter.setFont(self._font(number))
        words = QRectF(x + side + _GAP, 0, self._width(number), self.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self._names[number])

    def _font(self, number: int) -> QFont:
        return font("strong" if number == self._at else "body")

    def _width(self, number: int) -> float:
        return scaled(_DISC) + _GAP + QFontMetricsF(self._font(number)).horizontalAdvance(self._names[number]) + 2
