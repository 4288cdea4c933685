"""Two columns that stand under each other where there is no room for both."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from bothhats.ui.theme.fonts import scaled

NARROW = 760


class Beside(QWidget):
    """What comes first at left or on top; `share` of the width against `other`; under `narrow` pixels one column."""

    def __init__(self, share: int, other: int, narrow: int = NARROW) -> None:
        super().__init__()
        self._narrow = narrow
        self.first, self.second = QVBoxLayout(), QVBoxLayout()
        for column in (self.first, self.second):
            column.setSpacing(12)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(24)
        self._row.addLayout(self.first, share)
        self._row.addLayout(self.second, other)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= scaled(self._narrow)
        sideways, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(sideways if is_wide else down)
        self._row.setSpacing(24 if is_wide else 12)
