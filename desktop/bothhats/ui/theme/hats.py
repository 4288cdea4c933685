"""The two hats as painter paths, from their own SVG files."""

import re
from functools import cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QTransform

from bothhats.resource_files import resource

_PATH = re.compile(r' d="([^"]+)"')
_TOKEN = re.compile(r"[MCLZ]|-?\d+(?:\.\d+)?")
GRID = 24.0


def svg_paths(hat: str) -> list[str]:
    """The path data of a hat's SVG: absolute M, C, L, Z on a 24 grid."""
    return _PATH.findall(resource("icons", f"hat-{hat}.svg").read_text(encoding="utf-8"))


@cache
def hat_path(hat: str) -> QPainterPath:
    """The silhouette of `marketing` (a beret) or `sales` (a bowler) on the 24 grid."""
    path = QPainterPath()
    for data in svg_paths(hat):
        tokens = _TOKEN.findall(data)
        step, command = 0, ""
        while step < len(tokens):
            if tokens[step].isalpha():
                command, step = tokens[step], step + 1
            count = {"M": 2, "L": 2, "C": 6, "Z": 0}[command]
            numbers = [float(text) for text in tokens[step : step + count]]
            step += count
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
