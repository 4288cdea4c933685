"""A line whose Ctrl+Z is the window's as soon as nothing typed is left to take back."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


class TypingLine(QLineEdit):
    """Qt's line keeps Ctrl+Z to itself, also where it has nothing to undo; here the last step is undone then."""

    def event(self, event: QEvent) -> bool:
        if is_windows_undo(self, event):
            event.ignore()
            return False
        return super().event(event)


def is_windows_undo(line: QLineEdit, event: QEvent) -> bool:
    """Whether this asks who wants an undo or redo that the line has nothing for."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return (event.matches(QKeySequence.StandardKey.Undo) and not line.isUndoAvailable()) or (
        event.matches(QKeySequence.StandardKey.Redo) and not line.isRedoAvailable()
    )
