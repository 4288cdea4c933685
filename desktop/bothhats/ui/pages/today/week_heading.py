"""The quiet count beside a heading of the week ahead."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel

from bothhats.ui.theme.fonts import font
from bothhats.ui.widgets.labels import plain_label


def count_label() -> QLabel:
    """As large as the heading, but neither strong nor dark."""
    label = plain_label("", "heading", "ink2")
    light = QFont(font("heading"))
    light.setWeight(QFont.Weight.Normal)
    label.setFont(light)
    return label
