"""The small line below the text of each page."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextDocument

from bothhats.reports.page_type import INK2, SANS, in_colour, typeface
from bothhats.reports.pictograms import Pictograms

_BELOW = 9.0  # millimetres from the text to the line of writing
_INCH = 25.4
_POINTS = 8


def draw_foot(painter: QPainter, room: QRectF, left: str, right: str, pictograms: Pictograms) -> None:
    """Words at the left, shortened where they would touch those at the right."""
    face = typeface(SANS, _POINTS)
    metrics = QFontMetricsF(face, painter.device())
    free = room.width() - metrics.horizontalAdvance(f"{right}    ")
    top = room.bottom() + _BELOW / _INCH * painter.device().logicalDpiY() - metrics.ascent()
    for words, is_right in ((metrics.elidedText(left, Qt.TextElideMode.ElideRight, free), False), (right, True)):
        line = _line(words, painter, pictograms)
        painter.save()
        painter.translate(room.right() - line.idealWidth() if is_right else 0, top)
        line.documentLayout().draw(painter, in_colour(INK2))
        painter.restore()


def _line(words: str, painter: QPainter, pictograms: Pictograms) -> QTextDocument:
    line = QTextDocument()
    line.setDocumentMargin(0)
    line.documentLayout().setPaintDevice(painter.device())
    line.setDefaultFont(typeface(SANS, _POINTS))
    line.setPlainText(words)
    pictograms.set_into(line)
    line.setTextWidth(line.idealWidth())
    return line
