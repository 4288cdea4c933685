"""What stands under the preview: somebody like this is there already; the promise."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from bothhats.ui.theme.icons import paint_icon
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import plain_label


class _NoteIcon(QWidget):
    def __init__(self, icon: str, size: int) -> None:
        super().__init__()
        self._icon = icon
        self.setFixedSize(size, size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_icon(QPainter(self), QRectF(self.rect()), self._icon, tokens().ink2)


class KnownNote(QFrame):
    """You may know this person already; the lead can be opened, or what was typed added to it."""

    open_wanted = Signal()
    add_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._who = plain_label("", "body", "ink2", wraps=True)
        self.open_button = Button(self.tr("Open that lead"), is_small=True)
        self.open_button.setToolTip(self.tr("Open that lead, Ctrl+D"))
        self.add_button = Button(self.tr("Add to that lead"), is_small=True)
        self.open_button.clicked.connect(self.open_wanted)
        self.add_button.clicked.connect(self.add_wanted)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(plain_label(self.tr("You may know this person already."), "strong"))
        words.addWidget(self._who)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 9, 14, 9)
        row.setSpacing(12)
        row.addWidget(_NoteIcon("users", 20))
        row.addLayout(words, 1)
        row.addWidget(self.open_button)
        row.addWidget(self.add_button)
        self.hide()

    def say(self, who: str) -> None:
        """Show who it may be; a blank hides the note."""
        self._who.setText(who)
        self.setVisible(bool(who))


class PromiseNote(QWidget):
    """The last day of the promise; where the follow-up is later, it can be moved to that day."""

    taken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = plain_label("", "small", "ink2", wraps=True)
        self.take_button = Button("", "quiet", is_small=True)
        self.take_button.clicked.connect(self.taken)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(_NoteIcon("timer", 16))
        row.addWidget(self._words, 1)
        row.addWidget(self.take_button)

    def say(self, words: str, taking: str) -> None:
        """Show the sentence, and the button where there is something to take."""
        self._words.setText(words)
        self.take_button.setText(taking)
        self.take_button.setVisible(bool(taking))
