"""A part of a screen that screen readers announce by its name: a group box without the box."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGroupBox, QStyle, QStyleOption, QStylePainter


class Group(QGroupBox):
    """Painted by the style sheet alone; takes none of the room that the group box would take for its frame."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._take_no_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self._take_no_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_no_room()

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOption()
        option.initFrom(self)
        QStylePainter(self).drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option)

    def _take_no_room(self) -> None:
        if not self.contentsMargins().isNull():
            self.setContentsMargins(0, 0, 0, 0)
