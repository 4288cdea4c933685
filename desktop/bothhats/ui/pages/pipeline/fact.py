"""One fact of a lead, edited in place: click or F2, Enter saves, Esc reverts, leaving saves."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from bothhats.ui.pages.pipeline.fact_editors import LineEditor, LongEditor
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.field import FieldNote, mark_wrong
from bothhats.ui.widgets.labels import ElidedLabel, plain_label, set_token
from bothhats.ui.widgets.shelf import HatMark

LABEL_WIDTH = 84
_EDITS = (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Fact(QWidget):
    """`changed` tells the new text; what `check` finds wrong with it is said, and the owner goes on typing."""

    changed = Signal(str)

    def __init__(
        self,
        name: str,
        *,
        check: Callable[[str], str] | None = None,
        choices: Callable[[], list[str]] | None = None,
        is_long: bool = False,
    ) -> None:
        super().__init__()
        self._name, self._text, self._check = name, "", check
        self._mark = HatMark("both", "", 15)
        self._mark.hide()
        self._shown: QLabel = plain_label("", wraps=True) if is_long else ElidedLabel("")
        self.editor: LineEditor | LongEditor = LongEditor() if is_long else LineEditor(choices)
        self.editor.setAccessibleName(name)
        self.editor.hide()
        self._note = FieldNote()
        self._assemble(name)
        self.editor.left.connect(lambda keeps: self.end(keeps=keeps, goes_on=True))
        self.editor.abandoned.connect(lambda: self.end(keeps=True))

    @property
    def is_editing(self) -> bool:
        """Whether the owner is typing here; then it is not refreshed."""
        return not self.editor.isHidden()

    @property
    def text(self) -> str:
        """What is recorded."""
        return self._text

    def show_text(self, text: str, shown: str = "", hat: str = "") -> None:
        """Show a fact; `shown` is how it reads where that differs from what is edited, `hat` stands before it."""
        self._text = text
        if self.is_editing:
            return
        self._shown.setText(shown or text or "–")
        set_token(self._shown, "ink" if text else "ink3")
        self._mark.show_hat(hat or "both")
        self._mark.setVisible(bool(hat))
        self.setAccessibleName(f"{self._name}: {shown or text or self.tr('not recorded')}")

    def begin(self) -> None:
        """Edit it."""
        if not self.is_editing:
            self.editor.show_text(self._text)
            self._show_editor(is_shown=True)
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self.editor.offer)

    def end(self, *, keeps: bool, goes_on: bool = False) -> None:
        """Stop editing and keep what was typed, or not; `goes_on` leaves the focus on the fact."""
        if not self.is_editing:
            return
        typed = self.editor.typed
        wrong = self._check(typed) if keeps and self._check and typed != self._text else ""
        mark_wrong(self.editor, wrong)
        self._note.say(wrong, is_wrong=bool(wrong))
        if wrong:
            return
        self._show_editor(is_shown=False)
        if goes_on:
            self.setFocus(Qt.FocusReason.TabFocusReason)
        if keeps and typed != self._text:
            self.changed.emit(typed)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _EDITS and not self.is_editing:
            self.begin()
        else:
            super().keyPressEvent(event)

    def _assemble(self, name: str) -> None:
        label = plain_label(name, "body", "ink2")
        label.setFixedWidth(scaled(LABEL_WIDTH))
        label.setMinimumHeight(scaled(22))
        value = QHBoxLayout()
        value.setSpacing(5)
        value.addWidget(self._mark)
        value.addWidget(self._shown, 1)
        value.addWidget(self.editor, 1)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addLayout(value)
        column.addWidget(self._note)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self._shown.setMinimumHeight(scaled(22))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def _show_editor(self, *, is_shown: bool) -> None:
        self._shown.setVisible(not is_shown)
        self.editor.setVisible(is_shown)
        if is_shown:
            self._mark.hide()
