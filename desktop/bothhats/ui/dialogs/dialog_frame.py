"""The frame of every dialog: what is asked, a foot with the ways out, Enter for the primary one, Esc to leave."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import hairline, plain_label

_MARGIN = 22


class DialogFrame(QDialog):
    """A dialog with a body above a hairline and a foot; a sub-class fills `body` and says in `_try` what it answers."""

    def __init__(self, parent: QWidget | None, title: str, width: int) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(scaled(width))
        self.body = QVBoxLayout()
        self.body.setContentsMargins(_MARGIN, 18, _MARGIN, 18)
        self.body.setSpacing(8)
        self.foot_start = QHBoxLayout()
        self.foot_start.setSpacing(8)
        self.buttons = QDialogButtonBox()
        self.cancel_button = self._way_out(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.primary_button = self._way_out("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.primary_button.setProperty("kind", "primary")
        self.primary_button.setDefault(True)
        self._lay_out()
        self.cancel_button.clicked.connect(self.reject)
        self.primary_button.clicked.connect(self._try)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self._on_ctrl_enter)

    def add_heading(self, heading: str, told: str = "") -> None:
        """The question on top, and one line that says whom it is about."""
        self.body.addWidget(plain_label(heading, "name", wraps=True))
        self.setAccessibleDescription(told)
        if told:
            self.body.addWidget(small_label(told))
        self.body.addSpacing(8)

    def explain(self, label: QLabel, sentence: str, field: QWidget | None = None) -> None:
        """Show what is wrong under a field, read it out and put the focus there; a blank takes it away."""
        label.setText(sentence)
        label.setVisible(bool(sentence))
        if field is not None:
            field.setProperty("wrong", bool(sentence))
            field.setAccessibleDescription(sentence)
            field.style().unpolish(field)
            field.style().polish(field)
            if sentence:
                field.setFocus()

    def add_field(self, label: QLabel, field: QWidget) -> None:
        """A field under its name."""
        self.body.addSpacing(6)
        self.body.addWidget(label)
        self.body.addWidget(field)

    def fit(self) -> None:
        """Take the height that the parts shown now need, and no more than the screen has."""
        if self.isVisible():
            QTimer.singleShot(0, self, self.adjustSize)

    def showEvent(self, event: QShowEvent) -> None:
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        self.primary_button.setDefault(True)
        super().showEvent(event)

    def done(self, result: int) -> None:
        """Leave, and be gone once whoever asked has read the answer."""
        super().done(result)
        self.deleteLater()

    def add_foot_button(self, text: str, icon_name: str = "") -> Button:
        """Another way out, at the left of the foot."""
        button = Button(text, icon_name=icon_name)
        self.foot_start.addWidget(button)
        return button

    def _try(self) -> None:
        """Accept when there is an answer; sub-classes check first."""
        self.accept()

    def _on_ctrl_enter(self) -> None:
        self._try()

    def _way_out(self, text: str, role: QDialogButtonBox.ButtonRole) -> QPushButton:
        button = self.buttons.addButton(text, role)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(_MARGIN, 12, _MARGIN, 12)
        foot.addLayout(self.foot_start)
        foot.addStretch(1)
        foot.addWidget(self.buttons)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(self.body, 1)
        outer.addWidget(hairline())
        outer.addLayout(foot)


def press_at_once(button: QAbstractButton, key: str, within: QWidget) -> None:
    """Let a mnemonic act now: Qt would show the button pressed for a moment first, and swift typing overtakes it."""
    button.setShortcut(QKeySequence())
    QShortcut(QKeySequence(key), within).activated.connect(button.click)


def small_label(text: str, token: str = "ink2") -> QLabel:
    """A second line or a hint."""
    return plain_label(text, "small", token, wraps=True)


def field_label(text: str, buddy: QWidget, *, is_small: bool = True) -> QLabel:
    """The name of a field; its mnemonic jumps there, and screen readers read it with the field."""
    label = plain_label(text, "small_strong", "ink2") if is_small else plain_label(text)
    label.setBuddy(buddy)
    if not buddy.accessibleName():
        buddy.setAccessibleName(text.replace("&", ""))
    return label


def error_label() -> QLabel:
    """The sentence under a field that says how to mend it; hidden until it is needed."""
    label = small_label("", "late")
    label.hide()
    return label
