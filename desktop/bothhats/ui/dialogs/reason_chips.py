"""Why, as chips: one of many, most used first, and a new one typed in."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.buttons import ReasonChip, SuggestionChip
from bothhats.ui.widgets.chips import FlowLayout

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class ReasonChips(QWidget):
    """A digit chooses by place, the arrows move; choosing the chosen one again leaves the reason open."""

    changed = Signal()

    def __init__(self, reasons: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: list[ReasonChip] = []
        self._flow = FlowLayout(gap=6)
        self.other_field = QLineEdit()
        self.other_field.setPlaceholderText(self.tr("Another reason, in a few words"))
        self.other_field.setAccessibleName(self.tr("Another reason"))
        self.other_field.hide()
        self.other_field.textChanged.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._flow)
        column.addWidget(self.other_field)
        self.kind = ""
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.set_reasons(reasons)

    @property
    def value(self) -> str:
        """The reason, blank where none is chosen."""
        typed = self.other_field.text().strip()
        if typed:
            return typed
        return next((chip.value for chip in self._chips if chip.isChecked()), "")

    def set_reasons(self, reasons: Sequence[str], kind: str = "", chosen: str = "") -> None:
        """Offer those of a kind; `chosen` is chosen, if it is among them."""
        self.kind = kind
        self._flow.clear()
        self._chips = [self._chip(reason) for reason in reasons]
        self._another = SuggestionChip(self.tr("another"))
        self._another.setAutoDefault(False)
        self._another.installEventFilter(self)
        self._another.setMinimumHeight(scaled(26))
        self._another.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._another.clicked.connect(self._ask_other)
        self._flow.addWidget(self._another)
        self.other_field.clear()
        self.other_field.hide()
        for chip in self._chips:
            chip.setChecked(chip.value == chosen)

    def focusInEvent(self, event: QFocusEvent) -> None:
        chosen = next((chip for chip in self._chips if chip.isChecked()), None)
        (chosen or [*self._chips, self._another][0]).setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isdecimal() and 1 <= int(event.text()) <= len(self._chips):
            self._choose(self._chips[int(event.text()) - 1])
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move among the chips and do not leave them, as a button's own would."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step:
                self._step(step)
                return True
        return super().eventFilter(watched, event)

    def _chip(self, reason: str) -> ReasonChip:
        chip = ReasonChip(reason)
        chip.setAutoDefault(False)
        chip.installEventFilter(self)
        chip.clicked.connect(lambda: self._on_clicked(chip))
        self._flow.addWidget(chip)
        return chip

    def _choose(self, chip: ReasonChip) -> None:
        chip.setFocus()
        if not chip.isChecked():
            chip.click()

    def _on_clicked(self, chip: ReasonChip) -> None:
        for other in self._chips:
            if other is not chip:
                other.setChecked(False)
        self.other_field.clear()
        self.other_field.hide()
        self.changed.emit()

    def _step(self, step: int) -> None:
        stops: list[QWidget] = [*self._chips, self._another]
        here = next((place for place, stop in enumerate(stops) if stop.hasFocus()), 0)
        stops[(here + step) % len(stops)].setFocus()

    def _ask_other(self) -> None:
        for chip in self._chips:
            chip.setChecked(False)
        self.other_field.show()
        self.other_field.setFocus()
