"""Words that open something: a button without a frame, elided at the right with the whole in the tooltip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import tooltip

PADDING = 4


class Link(Button):
    """`kind` is link, or name for the bold one; as wide as there is room. `says`: what it does, to be read out."""

    def __init__(self, words: str, kind: str = "link", says: str = "") -> None:
        super().__init__("", kind)
        self.words = words
        self.setAccessibleName(says or words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._elide()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(self.words, Qt.TextElideMode.ElideRight, self.width() - PADDING)
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(tooltip(self.words) if shown != self.words else "")
