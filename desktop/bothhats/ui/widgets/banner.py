"""One sentence on top of the sheet, neutral or wrong, with at most one action; it can be closed."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from bothhats.ui.theme.fonts import scaled
from bothhats.ui.theme.icons import pixmap
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.buttons import Button, IconButton
from bothhats.ui.widgets.labels import plain_label


class Banner(QFrame):
    """Never more than one; an error stays until it is closed or solved."""

    acted = Signal()

    def __init__(self, close_words: str) -> None:
        super().__init__()
        self.setObjectName("banner")
        self._icon = QLabel()
        self._is_wrong = False
        self._words = plain_label("", wraps=True)
        self._act = Button("", is_small=True)
        self._act.clicked.connect(self._on_act)
        self._close = IconButton("x", close_words, "quiet", is_small=True)
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addWidget(self._act)
        row.addWidget(self._close)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def say(self, words: str, action: str = "", *, is_wrong: bool = False) -> None:
        """Show a sentence, and a button where there is something to do."""
        self._words.setText(words)
        self._act.setText(action)
        self._act.setVisible(bool(action))
        self._is_wrong = is_wrong
        self.setProperty("wrong", "true" if is_wrong else "false")
        self.style().unpolish(self)
        self.style().polish(self)
        self._tint()
        self.setAccessibleName(words)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        name, colour = ("triangle-alert", tokens().late) if self._is_wrong else ("info", tokens().ink2)
        self._icon.setPixmap(pixmap(name, scaled(18), colour, self.devicePixelRatioF()))

    def _on_act(self) -> None:
        self.hide()
        self.acted.emit()
