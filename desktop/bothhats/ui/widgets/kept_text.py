"""Fields whose words are kept when they are left, on Enter, or when typing pauses: nothing typed waits for a button."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

PAUSE_MS = 1500
_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


class Keeping:
    """What one line and several lines have in common: the text as it was shown, and the pause."""

    def __init__(self, field: QWidget) -> None:
        self.shown = ""
        self.pause = QTimer(field, singleShot=True, interval=PAUSE_MS)


class KeptLine(QLineEdit):
    """`kept` tells the words once they differ from what was shown; Esc brings those back."""

    kept = Signal(str)

    def __init__(self, name: str = "", placeholder: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self._keeping = Keeping(self)
        self._keeping.pause.timeout.connect(self.keep)
        self.textEdited.connect(lambda _text: self._keeping.pause.start())
        self.editingFinished.connect(self.keep)

    def show_text(self, text: str) -> None:
        """Show what the file says, unless other words are being typed."""
        if self.text() == self._keeping.shown:
            self.setText(text)
            self.setCursorPosition(0 if not self.hasFocus() else len(text))
        self._keeping.shown = text

    def keep(self) -> None:
        """Tell the words now where they are others."""
        self._keeping.pause.stop()
        if self.text() != self._keeping.shown:
            self._keeping.shown = self.text()
            self.kept.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._keeping.shown:
            self._keeping.pause.stop()
            self.setText(self._keeping.shown)
        else:
            super().keyPressEvent(event)


class KeptText(QPlainTextEdit):
    """The same for several lines; Ctrl+Enter keeps them, too, and Tab goes on."""

    kept = Signal(str)

    def __init__(self, name: str = "", placeholder: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self._keeping = Keeping(self)
        self._keeping.pause.timeout.connect(self.keep)
        self.textChanged.connect(self._keeping.pause.start)

    def show_text(self, text: str) -> None:
        """Show what the file says, unless other words are being typed."""
        if self.toPlainText() == self._keeping.shown and text != self._keeping.shown:
            self.setPlainText(text)
        self._keeping.shown = text
        self._keeping.pause.stop()

    def keep(self) -> None:
        """Tell the words now where they are others."""
        self._keeping.pause.stop()
        if self.toPlainText() != self._keeping.shown:
            self._keeping.shown = self.toPlainText()
            self.kept.emit(self.toPlainText())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.keep()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.keep()
