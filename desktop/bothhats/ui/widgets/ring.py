"""The ring that is ticked when something is done, as a button."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from bothhats.ui.theme.fonts import scaled
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.rows import paint_ring

TARGET = 28


class Ring(QCheckBox):
    """`name` says what would be done: "Done: draft the switching checklist"."""

    def __init__(self, name: str, *, is_done: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setChecked(is_done)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(scaled(TARGET), scaled(TARGET))

    def hitButton(self, _pos: object) -> bool:
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle = QPointF(self.width() / 2, self.height() / 2)
        paint_ring(painter, middle, tokens(), is_done=self.isChecked())
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens().focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
