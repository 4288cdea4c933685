"""The marks behind the words that a search has found."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from bothhats.domain.search_text import search_words, word_places
from bothhats.ui.theme.fonts import font


def paint_marks(painter: QPainter, rect: QRectF, text: str, role: str, search: str, fill: str) -> None:
    """Mark the searched words of a text that is painted into `rect` afterwards, cut off where it is too long."""
    painter.setFont(font(role))
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()))
    for start, length in word_places(shown, search_words(search)):
        left = rect.x() + metrics.horizontalAdvance(shown[:start])
        width = metrics.horizontalAdvance(shown[start : start + length])
        mark = QRectF(left - 1, rect.center().y() - metrics.height() / 2, width + 2, metrics.height())
        painter.fillRect(mark, QColor(fill))
