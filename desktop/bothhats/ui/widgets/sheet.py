"""The sheet of paper that a place stands on; its top left corner is round."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bothhats.ui.theme.theme import tokens

RADIUS = 14


class Sheet(QWidget):
    """Put a banner, then the place, into `column`."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(1, 1, 0, 0)
        self.column.setSpacing(0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath(QPointF(0.5, self.height() + 2))
        path.lineTo(0.5, RADIUS)
        path.arcTo(QRectF(0.5, 0.5, 2 * RADIUS, 2 * RADIUS), 180, -90)
        path.lineTo(self.width() + 2, 0.5)
        path.lineTo(self.width() + 2, self.height() + 2)
        painter.fillPath(path, QColor(tokens().page))
        painter.setPen(QColor(tokens().line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
