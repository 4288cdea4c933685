"""The two things a fact is typed into: one line, perhaps with what is there to choose from, or several lines."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QCompleter, QLineEdit, QPlainTextEdit

from bothhats.ui.theme.fonts import scaled

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class LineEditor(QLineEdit):
    """`left` by Enter (True, keep it) or Esc (False); `abandoned` when the focus goes elsewhere."""

    left = Signal(bool)
    abandoned = Signal()

    def __init__(self, choices: Callable[[], list[str]] | None = None) -> None:
        super().__init__()
        self._choices = choices
        self.setProperty("small", "true")

    @property
    def typed(self) -> str:
        """What stands in it."""
        return self.text().strip()

    def show_text(self, text: str) -> None:
        """Begin with this text, all of it selected."""
        self.setText(text)
        self.selectAll()

    def offer(self) -> None:
        """Show what there is to choose from, where there is something."""
        if self._choices is None or not self.isVisible():
            return
        completer = QCompleter(self._choices(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(lambda: self.left.emit(True))
        self.setCompleter(completer)
        completer.setCompletionPrefix("")
        completer.complete()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.left.emit(True)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit(False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.abandoned.emit()


class LongEditor(QPlainTextEdit):
    """The same for several lines: Ctrl+Enter keeps them, Enter makes a new one."""

    left = Signal(bool)
    abandoned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(scaled(110))

    @property
    def typed(self) -> str:
        """What stands in it."""
        return self.toPlainText().strip()

    def show_text(self, text: str) -> None:
        """Begin with this text, the cursor behind it."""
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def offer(self) -> None:
        """Nothing to choose from."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.left.emit(True)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit(False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.abandoned.emit()
