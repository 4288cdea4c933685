"""The head of a place: title, one sentence that says how things stand, controls at the right."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bothhats.ui.widgets.labels import ElidedLabel, plain_label

HEIGHT = 80


class PageHeader(QWidget):
    """Always at the same position; `add` puts a control at the right."""

    def __init__(self, title: str, sentence: str = "") -> None:
        super().__init__()
        self._title = plain_label(title, "title")
        self._sentence = ElidedLabel(sentence, "body", "ink2")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch()
        words.addWidget(self._title)
        words.addWidget(self._sentence)
        words.addStretch()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 6, 0, 0)
        self._row.setSpacing(8)
        self._row.addLayout(words, 1)
        self.setFixedHeight(HEIGHT)

    @property
    def sentence(self) -> str:
        """What it says."""
        return self._sentence.text()

    def say(self, title: str, sentence: str) -> None:
        """Change both."""
        self._title.setText(title)
        self._sentence.setText(sentence)

    def add(self, widget: QWidget) -> None:
        """Put a control at the right end."""
        self._row.addWidget(widget)
