"""Two to five choices side by side, one of them chosen: a named group of radio buttons."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from bothhats.ui.widgets.group import Group
from bothhats.ui.widgets.segment import Segment

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class Segments(Group):
    """`choices` are (value, words); `changed` tells the value that was chosen, by hand only.

    The arrows choose the next one, a digit chooses by place.
    """

    changed = Signal(object)

    def __init__(
        self,
        name: str,
        choices: Sequence[tuple[object, str]],
        value: object = None,
        *,
        is_small: bool = False,
        icons: Sequence[str] = (),
        has_check: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name)
        self.setParent(parent)
        self.setObjectName("segments")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # a label's mnemonic asks for it; the chosen button takes it
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._values = [value for value, _ in choices]
        self._told = -1
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(1)
        for number, (_, words) in enumerate(choices):
            button = Segment(words, icons[number] if icons else "", is_small=is_small, has_check=has_check)
            self._group.addButton(button, number)
            row.addWidget(button)
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
        self._told = self._group.checkedId()
        self._leave_one_tab_stop()

    def choose(self, number: int) -> None:
        """Choose by place, as a digit key does."""
        if 0 <= number < len(self._values):
            self._group.button(number).click()

    def button(self, number: int) -> Segment:
        """The button at a place."""
        found = self._group.button(number)
        assert isinstance(found, Segment)
        return found

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.button(max(self._group.checkedId(), 0)).setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if event.text() in "123456789"[: len(self._values)] and event.text() and not _held(event):
            self.choose(int(event.text()) - 1)
            self.button(int(event.text()) - 1).setFocus(Qt.FocusReason.TabFocusReason)
        elif step is None:
            super().keyPressEvent(event)
        else:
            self._step(step)

    def _step(self, step: int) -> None:
        number = max(0, min(len(self._values) - 1, self._group.checkedId() + step))
        self.button(number).setFocus(Qt.FocusReason.TabFocusReason)
        self.choose(number)  # last: who hears of it may take this widget away

    def _on_clicked(self, number: int) -> None:
        self._leave_one_tab_stop()
        if number != self._told:
            self._told = number
            self.changed.emit(self._values[number])

    def _leave_one_tab_stop(self) -> None:
        chosen = max(self._group.checkedId(), 0)
        for number, button in enumerate(self._group.buttons()):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if number == chosen else Qt.FocusPolicy.NoFocus)
        if any(button.hasFocus() for button in self._group.buttons()):
            self._group.button(chosen).setFocus(Qt.FocusReason.OtherFocusReason)


def _held(event: QKeyEvent) -> bool:
    """Whether a key is held that makes a shortcut of it; the number pad is none."""
    return bool(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
