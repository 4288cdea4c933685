"""A small card that opens at a row, takes the keyboard, and closes with the next click outside."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainterPath, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

WIDTH = 320
RADIUS = 10


class Popover(QFrame):
    """A sub-class fills `body` and says in `take` and `leave` what Enter and Esc do."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(name)
        self.setFixedWidth(WIDTH)
        card = QFrame()
        card.setObjectName("card")
        self.body = QVBoxLayout(card)
        self.body.setContentsMargins(16, 14, 16, 14)
        self.body.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def open_at(self, anchor: QWidget, rect: QRect) -> None:
        """Show it under a rectangle of `anchor`, or above it where there is no room."""
        self.adjustSize()
        spot = anchor.mapToGlobal(rect.bottomLeft() + QPoint(40, 2))
        room = anchor.screen().availableGeometry()
        if spot.y() + self.height() > room.bottom():
            spot.setY(anchor.mapToGlobal(rect.topLeft()).y() - self.height() - 2)
        spot.setX(max(room.left(), min(spot.x(), room.right() - self.width())))
        self.move(spot)
        self.show()
        self.activateWindow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Round corners by a mask, which needs no compositor."""
        super().resizeEvent(event)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        self.setMask(path.toFillPolygon().toPolygon())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def take(self) -> None:
        """What Enter does."""

    def leave(self) -> None:
        """What Esc does."""
        self.close()
