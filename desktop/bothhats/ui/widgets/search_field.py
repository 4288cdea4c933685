"""The search field: a glass at the left, Esc empties it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from bothhats.ui.theme.icons import icon
from bothhats.ui.theme.theme import current_theme, tokens


class SearchField(QLineEdit):
    """`textChanged` at each key; `left` when Esc is pressed in the empty field, `entered` on Enter or Down."""

    left = Signal()
    entered = Signal()

    def __init__(self, placeholder: str) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self._glass: QAction = self.addAction(icon("search", tokens().ink2), QLineEdit.ActionPosition.LeadingPosition)
        current_theme().changed.connect(self._tint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _tint(self) -> None:
        self._glass.setIcon(icon("search", tokens().ink2))
