"""Labels that show the owner's words as they are: never as rich text, elided with the whole in the tooltip."""

import re
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from bothhats.ui.theme.fonts import font

_LONG_WORD = re.compile(r"\S{18}(?=\S{6})")


def plain_label(text: str = "", role: str = "body", token: str = "ink", *, wraps: bool = False) -> QLabel:
    """A label in one of the type roles and one of the text colours."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(font(role))
    label.setWordWrap(wraps)
    if token != "ink":
        label.setProperty("token", token)
    return label


def breakable(text: str) -> str:
    """The owner's words with places at which a very long one may go on in the next line."""
    return _LONG_WORD.sub("\\g<0>\u200b", text)


def set_token(widget: QWidget, token: str) -> None:
    """Change a label's text colour."""
    widget.setProperty("token", token)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def tooltip(text: str) -> str:
    """The owner's words as a tooltip, where rich text would otherwise be guessed."""
    return f"<qt>{escape(text)}</qt>" if text else ""


def hairline(*, is_upright: bool = False) -> QFrame:
    """A one pixel line across, or from top to bottom."""
    line = QFrame()
    line.setObjectName("hairline")
    if is_upright:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line


class ElidedLabel(QLabel):
    """One line that gives way at the right; the whole text is in the tooltip."""

    def __init__(self, text: str = "", role: str = "body", token: str = "ink") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(role))
        self.setProperty("token", token)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._tell_whole()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_whole()

    def _tell_whole(self) -> None:
        fits = self.fontMetrics().horizontalAdvance(self.text()) <= self.width()
        self.setToolTip("" if fits else tooltip(self.text()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)
