"""Alt+J in a text: what is selected is what somebody said."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit


def is_hear_key(event: QKeyEvent) -> bool:
    """Whether this is the one key that makes a hearing."""
    return event.key() == Qt.Key.Key_J and event.modifiers() == Qt.KeyboardModifier.AltModifier


class SelectedWords(QObject):
    """`told` gives the selected words; where none are, `takes_all` gives the whole text, else the key is left alone."""

    told = Signal(str)

    def __init__(self, field: QPlainTextEdit, *, takes_all: bool = False) -> None:
        super().__init__(field)
        self._field, self._takes_all = field, takes_all
        field.installEventFilter(self)

    @property
    def words(self) -> str:
        """In one line."""
        selected = self._field.textCursor().selectedText()
        return " ".join((selected or (self._field.toPlainText() if self._takes_all else "")).split())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if event.type() not in kinds or not isinstance(event, QKeyEvent) or not is_hear_key(event) or not self.words:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self.told.emit(self.words)
        return True
