"""What has just happened, with Undo beside it; it waits while it is looked at, then goes."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from bothhats.ui.widgets.labels import plain_label

STAYS_MS = 8000
MARGIN = 20


class Toast(QFrame):
    """One at a time, at the bottom right of its parent; `undo_wanted` when Undo was pressed."""

    undo_wanted = Signal()

    def __init__(self, parent: QWidget, undo_words: str) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self._label: QLabel = plain_label("")
        self._undo = QPushButton(undo_words)
        self._undo.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._undo.clicked.connect(self._on_undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 8, 4)
        row.setSpacing(12)
        row.addWidget(self._label)
        row.addWidget(self._undo)
        self.setFixedHeight(40)
        self._timer = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    @property
    def words(self) -> str:
        """What it says now."""
        return self._label.text()

    def say(self, words: str, *, with_undo: bool) -> None:
        """Show a sentence, in place of the one before."""
        self._label.setText(words)
        self._undo.setVisible(with_undo)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn):
            self._timer.stop()
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.FocusOut) and self.isVisible():
            self._timer.start()
        return super().event(event)

    def _place(self) -> None:
        parent = self.parentWidget()
        self.setMaximumWidth(max(200, parent.width() - 2 * MARGIN))
        self.adjustSize()
        self.move(parent.width() - self.width() - MARGIN, parent.height() - self.height() - MARGIN)

    def _on_undo(self) -> None:
        self.hide()
        self.undo_wanted.emit()
