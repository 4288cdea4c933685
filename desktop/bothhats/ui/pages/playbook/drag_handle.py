"""A handle by which a row is dragged to another place of its list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QWidget

from bothhats.ui.theme.fonts import scaled
from bothhats.ui.theme.icons import pixmap
from bothhats.ui.theme.theme import tokens


class DragHandle(QLabel):
    """`dropped` tells by how many rows; the row follows the pointer until then. `gap` is what lies between two rows."""

    dropped = Signal(int)

    def __init__(self, row: QWidget, gap: int) -> None:
        super().__init__()
        self._row, self._gap = row, gap
        self._from: tuple[float, int] | None = None
        self.setPixmap(pixmap("chevrons-up-down", scaled(15), tokens().ink3))
        self.setFixedWidth(scaled(18))
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(self.tr("Drag it to its place; Alt with the arrows does the same"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = (event.globalPosition().y(), self._row.y())
            self._row.raise_()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            self._row.move(self._row.x(), self._from[1] + self._by(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._from is None:
            return
        rows = round(self._by(event) / (self._row.height() + self._gap))
        self._row.move(self._row.x(), self._from[1])
        self._from = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if rows:
            self.dropped.emit(rows)

    def _by(self, event: QMouseEvent) -> int:
        return round(event.globalPosition().y() - self._from[0]) if self._from else 0
