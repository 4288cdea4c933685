"""What stands where nothing is: one heading, one sentence, at most two buttons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import plain_label


class EmptyState(QWidget):
    """Centred in the area that it replaces."""

    def __init__(self, heading: str, sentence: str, *buttons: Button) -> None:
        super().__init__()
        self._heading = plain_label(heading, "heading")
        self._sentence = plain_label(sentence, "body", "ink2", wraps=True)
        self._sentence.setMaximumWidth(scaled(420))
        row = QHBoxLayout()
        row.addStretch()
        for button in buttons:
            row.addWidget(button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.addStretch(2)
        for label in (self._heading, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            line = QHBoxLayout()  # an aligned label would be as narrow as its longest word
            line.addStretch()
            line.addWidget(label, 1)
            line.addStretch()
            column.addLayout(line)
        column.addSpacing(10)
        column.addLayout(row)
        column.addStretch(3)

    def say(self, heading: str, sentence: str) -> None:
        """Change the words."""
        self._heading.setText(heading)
        self._sentence.setText(sentence)
