"""One fact of a lead, edited in place: click or F2, Enter saves, Esc reverts, leaving saves."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QWidget

from bothhats.ui.widgets.labels import ElidedLabel, plain_label, set_token

LABEL_WIDTH = 84


class Fact(QWidget):
    """`changed` tells the new text; nothing is told where it stayed the same."""

    changed = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._text = ""
        self._shown = ElidedLabel("", "body")
        self._line = _Line(self)
        self._line.setProperty("small", "true")
        self._line.setAccessibleName(name)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._shown)
        self._stack.addWidget(self._line)
        label = plain_label(name, "body", "ink2")
        label.setFixedWidth(LABEL_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label)
        row.addWidget(self._stack, 1)
        self.setFixedHeight(26)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    @property
    def is_editing(self) -> bool:
        """Whether the owner is typing here; then it is not refreshed."""
        return self._stack.currentWidget() is self._line

    def show_text(self, text: str, shown: str = "") -> None:
        """Show a fact; `shown` is how it reads where that differs from what is edited."""
        self._text = text
        if not self.is_editing:
            self._shown.setText(shown or text or "–")
            set_token(self._shown, "ink" if text else "ink3")
            self.setAccessibleName(f"{self._name}: {shown or text or self.tr('not recorded')}")

    def begin(self) -> None:
        """Edit it."""
        self._line.setText(self._text)
        self._stack.setCurrentWidget(self._line)
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._line.selectAll()

    def end(self, *, keeps: bool) -> None:
        """Stop editing and keep what was typed, or not."""
        if not self.is_editing:
            return
        typed = self._line.text().strip()
        self._stack.setCurrentWidget(self._shown)
        if keeps and typed != self._text:
            self.changed.emit(typed)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.is_editing:
            self.begin()
        else:
            super().keyPressEvent(event)


class _Line(QLineEdit):
    def __init__(self, fact: Fact) -> None:
        super().__init__(fact)
        self._fact = fact

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._fact.end(keeps=True)
            self._fact.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() == Qt.Key.Key_Escape:
            self._fact.end(keeps=False)
            self._fact.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._fact.end(keeps=True)
