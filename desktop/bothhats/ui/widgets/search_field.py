"""The search field: a glass at the left, Esc empties it."""

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from bothhats.ui.theme.icons import icon
from bothhats.ui.theme.theme import current_theme, tokens

QUICK, PAUSE = 50, 120  # ms


class SearchField(QLineEdit):
    """`searched` at each key as long as searching is quick, else when typing pauses.

    `left` when Esc is pressed in the empty field, `entered` on Enter or Down.
    """

    searched = Signal(str)
    left = Signal()
    entered = Signal()

    def __init__(self, placeholder: str) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self._glass: QAction = self.addAction(icon("search", tokens().ink2), QLineEdit.ActionPosition.LeadingPosition)
        current_theme().changed.connect(self._tint)
        self._took = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.search)
        self.textChanged.connect(self._on_text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._pause.isActive():
                self.search()
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def search(self) -> None:
        """Search now for what stands in the field."""
        self._pause.stop()
        clock = QElapsedTimer()
        clock.start()
        self.searched.emit(self.text())
        self._took = clock.elapsed()

    def _on_text(self) -> None:
        if self._took > QUICK:
            self._pause.start()
        else:
            self.search()

    def _tint(self) -> None:
        self._glass.setIcon(icon("search", tokens().ink2))
