"""A combo box with its own arrow, in the theme's ink."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox

from bothhats.ui.theme.fonts import scaled
from bothhats.ui.theme.icons import paint_icon
from bothhats.ui.theme.theme import tokens


class Combo(QComboBox):
    """More than five choices; fewer are segments. The wheel never changes it, so that scrolling past is harmless."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = scaled(15)
        spot = QRectF(self.width() - side - 9, (self.height() - side) / 2, side, side)
        paint_icon(QPainter(self), spot, "chevron-down", tokens().ink2 if self.isEnabled() else tokens().ink3)
