"""A whole number, typed or stepped, with its own arrows in the theme's ink."""

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSpinBox

from bothhats.ui.theme.fonts import scaled
from bothhats.ui.theme.icons import paint_icon
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.typing_line import is_windows_undo


class NumberField(QSpinBox):
    """From `least` to `most`; the wheel turns it only when it has the focus, so that scrolling past changes nothing."""

    def __init__(self, name: str, least: int, most: int, value: int) -> None:
        super().__init__()
        self.setRange(least, most)
        self.setValue(value)
        self.setAccessibleName(name)
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(8, 0, 0, 0)
        self.setFixedHeight(scaled(32))
        self.setFixedWidth(scaled(64 + 8 * max(0, len(str(most)) - 2)))

    def event(self, event: QEvent) -> bool:
        if is_windows_undo(self.lineEdit(), event):
            event.ignore()
            return False
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = scaled(15)
        spot = QRectF(self.width() - side - 9, (self.height() - side) / 2, side, side)
        paint_icon(QPainter(self), spot, "chevrons-up-down", tokens().ink2 if self.isEnabled() else tokens().ink3)
