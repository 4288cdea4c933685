"""A field under its name, with a hint beneath that gives way to what is wrong and how to mend it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bothhats.ui.theme.fonts import scaled
from bothhats.ui.theme.icons import pixmap
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.labels import plain_label, set_token


class FieldNote(QWidget):
    """One small sentence under a field: quiet, or wrong with its icon; gone when it says nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = QLabel()
        self._label = plain_label("", "small", "ink2", wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, 1)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._label.text()

    def say(self, words: str, *, is_wrong: bool = False) -> None:
        """Show a sentence, or nothing."""
        self._label.setText(words)
        set_token(self._label, "late" if is_wrong else "ink2")
        self._icon.setVisible(is_wrong)
        if is_wrong:
            self._icon.setPixmap(pixmap("triangle-alert", scaled(14), tokens().late, self.devicePixelRatioF()))
        self.setVisible(bool(words))


class Field(QWidget):
    """`name` may carry a mnemonic; the label jumps to the input and screen readers read it with it."""

    def __init__(self, name: str, entry: QWidget, hint: str = "") -> None:
        super().__init__()
        self.entry = entry
        self._hint = hint
        self.label = plain_label(name, "small_strong", "ink2")
        self.label.setBuddy(entry)
        if not entry.accessibleName():
            entry.setAccessibleName(name.replace("&", ""))
        self.note = FieldNote()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.label, entry, self.note):
            column.addWidget(widget)
        self.settle()

    def complain(self, sentence: str) -> None:
        """Say what is wrong and how to mend it; the focus goes there and the sentence is read out."""
        mark_wrong(self.entry, sentence)
        self.note.say(sentence, is_wrong=True)
        self.entry.setFocus()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.entry, sentence))

    def settle(self) -> None:
        """Nothing is wrong (any more): the hint comes back."""
        mark_wrong(self.entry, "")
        self.entry.setAccessibleDescription(self._hint)
        self.note.say(self._hint)


def mark_wrong(entry: QWidget, sentence: str) -> None:
    """The crimson border, with its reason for screen readers; a blank sentence takes both away."""
    entry.setProperty("wrong", "true" if sentence else "false")
    entry.setAccessibleDescription(sentence)
    entry.style().unpolish(entry)
    entry.style().polish(entry)
