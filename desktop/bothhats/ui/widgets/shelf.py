"""The shelf: a hat resting on a line in its colour, the title beside it, the content hanging below."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from bothhats.ui.theme.fonts import font, scaled
from bothhats.ui.theme.hats import paint_hat
from bothhats.ui.theme.icons import paint_icon
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.group import Group

HEIGHT = 38
HAT = 34
HAT_TOKENS = {"marketing": "mkt", "sales": "sal"}


class ShelfHead(QWidget):
    """The hat, the title, a quiet word beside it and one at the right end, over the line."""

    def __init__(self, hat: str, title: str, beside: str = "", at_end: str = "") -> None:
        super().__init__()
        self._hat, self._title, self._beside, self._at_end = hat, title, beside, at_end
        self.setFixedHeight(scaled(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)

    def set_words(self, title: str = "", beside: str = "", at_end: str = "") -> None:
        """Change what stands on the shelf; a blank title stays."""
        self._title, self._beside, self._at_end = title or self._title, beside, at_end
        self.setAccessibleName(self._title)
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(120), scaled(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = tokens()
        colour = colours.colour(HAT_TOKENS[self._hat])
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, foot = scaled(HAT), self.height() - 2
        painter.fillRect(QRectF(0, foot, self.width(), 2), QColor(colour))
        paint_hat(painter, QRectF(scaled(7), foot - side + scaled(4), side, side), self._hat, colour)
        end = self._paint_end(painter)
        x = float(scaled(52))
        painter.setFont(font("heading"))
        painter.setPen(QColor(colours.ink))
        x = self._paint_text(painter, x, end, self._title)
        painter.setFont(font("body"))
        painter.setPen(QColor(colours.ink2))
        self._paint_text(painter, x + 10, end, self._beside)

    def _paint_end(self, painter: QPainter) -> float:
        painter.setFont(font("body"))
        painter.setPen(QColor(tokens().ink2))
        width = painter.fontMetrics().horizontalAdvance(self._at_end)
        rect = QRectF(self.width() - width - 2, 0, width + 2, self.height() - 4)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, self._at_end)
        return rect.x() - 8

    def _paint_text(self, painter: QPainter, x: float, end: float, text: str) -> float:
        if not text or end - x < 20:
            return x
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(end - x))
        painter.drawText(QRectF(x, 0, end - x, self.height() - 4), Qt.AlignmentFlag.AlignVCenter, shown)
        return x + painter.fontMetrics().horizontalAdvance(shown)


class Shelf(Group):
    """A shelf with a card hanging from it; put widgets into `body`."""

    def __init__(self, hat: str, title: str, beside: str = "", at_end: str = "") -> None:
        super().__init__(title)
        self.head = ShelfHead(hat, title, beside, at_end)
        self.card = QFrame()
        self.card.setObjectName("shelved")
        self.body = QVBoxLayout(self.card)
        self.body.setContentsMargins(16, 12, 16, 12)
        self.body.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.card, 1)

    def set_words(self, title: str = "", beside: str = "", at_end: str = "") -> None:
        """Change what stands on the shelf; a blank title stays."""
        self.head.set_words(title, beside, at_end)
        self.setAccessibleName(title or self.accessibleName())


class HandOff(QWidget):
    """The gap between two shelves, with the arrow of what is handed over."""

    def __init__(self, width: int = 34) -> None:
        super().__init__()
        self.setFixedWidth(width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = scaled(20)
        spot = QRectF((self.width() - side) / 2, scaled(HEIGHT) - 1 - side / 2, side, side)
        paint_icon(painter, spot, "arrow-right", tokens().ink2)


class HatMark(QWidget):
    """A hat alone, at one of its sizes; named for screen readers."""

    def __init__(self, hat: str, name: str, size: int = 16) -> None:
        super().__init__()
        self._hat = hat
        self.setFixedSize(size, size)
        self.setAccessibleName(name)

    def show_hat(self, hat: str) -> None:
        """Show another one."""
        self._hat = hat
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = tokens().colour(HAT_TOKENS.get(self._hat, "both"))
        if self._hat in HAT_TOKENS:
            paint_hat(painter, QRectF(self.rect()), self._hat, colour)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(Qt.PenStyle.NoPen))
        painter.setBrush(QColor(colour))
        middle, reach = self.width() / 2, self.width() / 3
        painter.drawPolygon(
            [
                QPointF(middle, middle - reach),
                QPointF(middle + reach, middle),
                QPointF(middle, middle + reach),
                QPointF(middle - reach, middle),
            ]
        )
