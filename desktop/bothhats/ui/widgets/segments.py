"""Two to five choices side by side, one of them chosen: a group of radio buttons by its meaning."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from bothhats.ui.theme.icons import icon
from bothhats.ui.theme.theme import tokens


class Segments(QFrame):
    """`choices` are (value, words); `changed` tells the value that was chosen, by hand only."""

    changed = Signal(object)

    def __init__(
        self,
        name: str,
        choices: Sequence[tuple[object, str]],
        value: object = None,
        *,
        is_small: bool = False,
        icons: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("segments")
        self.setProperty("small", "true" if is_small else "false")
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # a label's mnemonic asks for it; the chosen button takes it
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._values = [value for value, _ in choices]
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        for number, (_, words) in enumerate(choices):
            row.addWidget(self._button(number, words, icons[number] if icons else ""))
        self._group.idClicked.connect(self._on_clicked)
        self.set_value(value)

    @property
    def value(self) -> object:
        """The chosen value, or None."""
        chosen = self._group.checkedId()
        return self._values[chosen] if chosen >= 0 else None

    def set_value(self, value: object) -> None:
        """Choose without telling; a value that is no choice leaves none chosen."""
        self._group.setExclusive(False)
        for number, button in enumerate(self._group.buttons()):
            button.setChecked(value is not None and self._values[number] == value)
        self._group.setExclusive(True)
        self._leave_one_tab_stop()

    def choose(self, number: int) -> None:
        """Choose by place, as a digit key does."""
        if 0 <= number < len(self._values):
            self._group.button(number).click()

    def button(self, number: int) -> QToolButton:
        """The button at a place."""
        found = self._group.button(number)
        assert isinstance(found, QToolButton)
        return found

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.button(max(self._group.checkedId(), 0)).setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        number = max(0, min(len(self._values) - 1, self._group.checkedId() + step))
        self.choose(number)
        self.button(number).setFocus(Qt.FocusReason.TabFocusReason)

    def _button(self, number: int, words: str, icon_name: str) -> QToolButton:
        button = QToolButton()
        button.setText(words.replace("&", "&&"))
        button.setAccessibleName(words)
        button.setCheckable(True)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if icon_name:
            button.setIcon(icon(icon_name, tokens().ink))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._group.addButton(button, number)
        return button

    def _on_clicked(self, number: int) -> None:
        self._leave_one_tab_stop()
        self.changed.emit(self._values[number])

    def _leave_one_tab_stop(self) -> None:
        chosen = max(self._group.checkedId(), 0)
        for number, button in enumerate(self._group.buttons()):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if number == chosen else Qt.FocusPolicy.NoFocus)
