"""What has just happened, with Undo beside it; it waits while it is looked at, then goes."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from bothhats.ui.theme.fonts import scaled
from bothhats.ui.theme.icons import pixmap
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.foot import Foot
from bothhats.ui.widgets.labels import plain_label, tooltip

STAYS_MS = 8000
MARGIN = 20
_MOVES = (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Move)


class Toast(QFrame):
    """One at a time, at the bottom right of its parent, above a page's foot; `undo_wanted` when Undo was pressed."""

    undo_wanted = Signal()

    def __init__(self, parent: QWidget, undo_words: str) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self._parent = parent
        self._words = ""
        self._picture = QLabel()
        self._label = plain_label("")
        self.undo_button = QPushButton(undo_words)
        self.undo_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.undo_button.clicked.connect(self._on_undo)
        self.act_button = QPushButton()
        self.act_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.act_button.clicked.connect(self._on_act)
        self._act: Callable[[], object] | None = None
        self._stays = False
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 8, 4)
        row.setSpacing(10)
        for widget in (self._picture, self._label, self.undo_button, self.act_button):
            row.addWidget(widget)
        self.setFixedHeight(scaled(40))
        self.timer = QTimer(self, singleShot=True, interval=STAYS_MS)
        self.timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        for button in (self.undo_button, self.act_button):
            button.installEventFilter(self)
        self.hide()

    @property
    def words(self) -> str:
        """What it says now."""
        return self._words

    def say(self, words: str, *, with_undo: bool) -> None:
        """Show a sentence, in place of the one before."""
        self.act_button.setVisible(False)
        self.undo_button.setVisible(with_undo)
        self._stays = False
        self._say(words)

    def offer(self, words: str, action: str, act: Callable[[], object], *, stays: bool = False) -> None:
        """Show a sentence and something that can be done about it; it may stay until the next one comes."""
        is_update = stays and self._stays and self.isVisible()
        self._act = act
        self.undo_button.setVisible(False)
        self.act_button.setText(action)
        self.act_button.setVisible(True)
        self._stays = stays
        if is_update:  # seen, but not read out each time
            self._words = words
            self.place()
        else:
            self._say(words)

    def _say(self, words: str) -> None:
        self._words = words
        self._picture.setPixmap(pixmap("check", scaled(16), tokens().on_toast, self.devicePixelRatioF()))
        self.ensurePolished()
        self.place()  # before it shows: it must not pass under the pointer on its way
        self.show()
        self.raise_()
        self._wait()
        self.setAccessibleName(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_moved = isinstance(watched, Foot) and event.type() in _MOVES
        if is_moved or (watched is self._parent and event.type() == QEvent.Type.Resize):
            self.place()
        elif watched is not self._parent and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._wait()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Enter:
            self.timer.stop()
        elif event.type() == QEvent.Type.Leave:
            self._wait()
        return super().event(event)

    def _wait(self) -> None:
        """Count down, unless it is hovered or its button has the focus."""
        is_looked_at = self.underMouse() or self.undo_button.hasFocus() or self.act_button.hasFocus()
        if self.isVisible() and not self._stays and not is_looked_at:
            self.timer.start()
        else:
            self.timer.stop()

    def place(self) -> None:
        """Stand where it belongs, as wide as its words and the window."""
        self._label.setText(self._words)
        self._label.setToolTip("")
        self.adjustSize()
        too_wide = self.width() - (self._parent.width() - 2 * MARGIN)
        if too_wide > 0:
            room = max(60, self._label.sizeHint().width() - too_wide)
            metrics = self._label.fontMetrics()
            self._label.setText(metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, room))
            self._label.setToolTip(tooltip(self._words))
            self.adjustSize()
        self.move(self._parent.width() - self.width() - MARGIN, self._bottom() - self.height() - MARGIN)

    def _bottom(self) -> int:
        feet = self._parent.findChildren(Foot)
        for foot in feet:
            foot.installEventFilter(self)  # it may come and go while the toast stands
        seen = [foot.mapTo(self._parent, QPoint()).y() for foot in feet if foot.isVisible()]
        return min(seen, default=self._parent.height())

    def _on_undo(self) -> None:
        self.hide()
        self.undo_wanted.emit()

    def _on_act(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()
