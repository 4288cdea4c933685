"""A combo box with its own arrow, in the theme's ink."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox

from bothhats.ui.theme.icons import paint_icon
from bothhats.ui.theme.theme import tokens


class Combo(QComboBox):
    """More than five choices; fewer are segments."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        paint_icon(painter, QRectF(self.width() - 24, (self.height() - 15) / 2, 15, 15), "chevron-down", tokens().ink2)
