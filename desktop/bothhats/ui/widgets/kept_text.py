"""Fields whose words are kept when they are left, or on Enter; long ones also when typing pauses."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

PAUSE_MS = 1500
_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


class KeptLine(QLineEdit):
    """`kept` tells the words once they differ from what was shown; Esc brings those back."""

    kept = Signal(str)

    def __init__(self, name: str = "", placeholder: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self._shown = ""
        self.editingFinished.connect(self.keep)

    def show_text(self, text: str) -> None:
        """Show what the file says, unless other words are being typed."""
        if self.text() == self._shown:
            self.setText(text)
            self.setCursorPosition(0 if not self.hasFocus() else len(text))
        self._shown = text

    def keep(self) -> None:
        """Tell the words now where they are others."""
        if self.text() != self._shown:
            self._shown = self.text()
            self.kept.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.setText(self._shown)
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
        self._shown = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        self.textChanged.connect(self._pause.start)

    def show_text(self, text: str) -> None:
        """Show what the file says, unless other words are being typed."""
        if self.toPlainText() == self._shown and text != self._shown:
            self.setPlainText(text)
        self._shown = text
        self._pause.stop()

    def keep(self) -> None:
        """Tell the words now where they are others."""
        self._pause.stop()
        if self.toPlainText() != self._shown:
            self._shown = self.toPlainText()
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
