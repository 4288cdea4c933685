"""The two hats as painter paths."""

from functools import cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QTransform

from bothhats.hat_outline import GRID, hat_outline


@cache
def hat_path(hat: str) -> QPainterPath:
    """The silhouette of `marketing` (a beret) or `sales` (a bowler) on the 24 grid."""
    path = QPainterPath()
    for command, numbers in hat_outline(hat):
        if command == "M":
            path.moveTo(*numbers)
        elif command == "L":
            path.lineTo(*numbers)
        elif command == "C":
            path.cubicTo(*numbers)
        else:
            path.closeSubpath()
    return path


def paint_hat(painter: QPainter, rect: QRectF, hat: str, colour: str) -> None:
    """Draw a hat into a square."""
    transform = QTransform()
    transform.translate(rect.x(), rect.y())
    transform.scale(rect.width() / GRID, rect.height() / GRID)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(transform.map(hat_path(hat)), QColor(colour))
    painter.restore()
