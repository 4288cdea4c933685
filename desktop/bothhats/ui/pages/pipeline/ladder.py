"""How far a lead has come: five segments in the hats' colours, with a gap at the hand-off."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from bothhats.domain.pipeline import Hat
from bothhats.ui.theme.theme import tokens

GAP, HAND_OFF = 4, 14


class Ladder(QWidget):
    """`steps` are (hat, reached); the last one is the win."""

    def __init__(self) -> None:
        super().__init__()
        self._steps: list[tuple[Hat, bool]] = []
        self.setFixedHeight(8)

    def show_steps(self, steps: list[tuple[Hat, bool]], words: str) -> None:
        """Show them; `words` say it to screen readers."""
        self._steps = steps
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._steps:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gaps = [HAND_OFF if a[0] != b[0] else GAP for a, b in zip(self._steps, self._steps[1:], strict=False)]
        width = (self.width() - sum(gaps)) / len(self._steps)
        x = 0.0
        for (hat, reached), gap in zip(self._steps, [*gaps, 0], strict=True):
            colour = tokens().mkt if hat == Hat.MARKETING else tokens().sal
            painter.setPen(Qt.PenStyle.NoPen if reached else QPen(QColor(tokens().line2), 1))
            painter.setBrush(QColor(colour if reached else tokens().both_wash))
            painter.drawRoundedRect(QRectF(x + 0.5, 1, width - 1, 6), 3, 3)
            x += width + gap
