"""Outline icons (Lucide, ISC) tinted with a token, drawn once for each size and colour."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from bothhats.resource_files import resource


@cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


@cache
def pixmap(name: str, size: int, colour: str, ratio: float = 1.0, room: int = 0) -> QPixmap:
    """An icon in one colour; in logical pixels its size and the room left free at its right, or at its left below 0."""
    svg = _source(name).replace("currentColor", colour)
    drawn = QPixmap(round((size + abs(room)) * ratio), round(size * ratio))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    place = QRectF(max(0, -room) * ratio, 0, drawn.height(), drawn.height())
    QSvgRenderer(QByteArray(svg.encode())).render(painter, place)
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


def icon(name: str, colour: str, off_colour: str = "", size: int = 18, room: int = 0) -> QIcon:
    """An icon for buttons and menus, as sharp as the sharpest screen."""
    made = QIcon()
    for ratio in {1.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}:
        made.addPixmap(pixmap(name, size, colour, ratio, room))
        if off_colour:
            made.addPixmap(pixmap(name, size, off_colour, ratio, room), QIcon.Mode.Disabled)
    return made


def paint_icon(painter: QPainter, rect: QRectF, name: str, colour: str | QColor) -> None:
    """Draw an icon into a painter, as sharp as its device."""
    code = colour if isinstance(colour, str) else colour.name()
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(rect.topLeft(), pixmap(name, round(rect.width()), code, ratio))
