"""The parts that list delegates paint: ring, texts, states; so that all lists look alike."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from bothhats.ui.theme.fonts import font
from bothhats.ui.theme.tokens import Tokens

RING = 19
_TICK = (QPointF(-4, 0.3), QPointF(-1.2, 3.1), QPointF(4.2, -2.9))


def paint_state(
    painter: QPainter, rect: QRectF, colours: Tokens, *, is_selected: bool, is_hovered: bool, has_focus: bool
) -> None:
    """The fill and the focus ring of a row or a card."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if is_selected or is_hovered:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.select if is_selected else colours.hover))
        painter.drawRoundedRect(rect, 8, 8)
    if has_focus:
        painter.setPen(QPen(QColor(colours.focus), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 7, 7)


def paint_ring(painter: QPainter, centre: QPointF, colours: Tokens, *, is_done: bool = False) -> None:
    """The ring that is ticked when something is done."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rect = QRectF(centre.x() - RING / 2, centre.y() - RING / 2, RING, RING)
    painter.setPen(QPen(QColor(colours.ink if is_done else colours.edge), 1.2))
    painter.setBrush(QColor(colours.ink if is_done else colours.card))
    painter.drawEllipse(rect)
    if is_done:
        round_cap, round_join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        painter.setPen(QPen(QColor(colours.on_ink), 1.8, Qt.PenStyle.SolidLine, round_cap, round_join))
        painter.drawPolyline([centre + step for step in _TICK])


def paint_hairline(painter: QPainter, left: float, right: float, y: float, colours: Tokens) -> None:
    """A line between two rows."""
    painter.fillRect(QRectF(left, y, right - left, 1), QColor(colours.line))


def paint_text(
    painter: QPainter,
    rect: QRectF,
    text: str,
    role: str,
    colour: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> float:
    """One line of text, elided at the right; how wide it came out."""
    if not text or rect.width() <= 4:
        return 0.0
    painter.setFont(font(role))
    painter.setPen(QColor(colour))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()))
    painter.drawText(rect, int(align | Qt.AlignmentFlag.AlignVCenter), shown)
    return float(painter.fontMetrics().horizontalAdvance(shown))


def text_width(painter: QPainter, text: str, role: str) -> float:
    """How wide a text of this role is."""
    painter.setFont(font(role))
    return float(painter.fontMetrics().horizontalAdvance(text))
