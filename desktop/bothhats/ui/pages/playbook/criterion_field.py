"""One criterion of a definition that is being written."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from bothhats.domain.good_lead import KINDS, Criterion
from bothhats.domain.pipeline import Step
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.buttons import IconButton
from bothhats.ui.widgets.combo import Combo
from bothhats.ui.widgets.segments import Segments


class CriterionField(QWidget):
    """Enter asks for another one, Alt with the arrows moves it, Backspace takes an empty one away."""

    changed = Signal()
    moved = Signal(int)
    removed = Signal()
    another = Signal()

    def __init__(self, criterion: Criterion, example: str) -> None:
        super().__init__()
        self.words = _Words(criterion.text)
        self.words.setPlaceholderText(example)
        self.words.setAccessibleName(self.tr("Criterion"))
        self.kind = Combo(self.tr("Kind"))
        for kind, name in zip(KINDS, self._kinds(), strict=True):
            self.kind.addItem(name, kind)
        self.kind.setCurrentIndex(KINDS.index(criterion.kind))
        weights: list[tuple[object, str]] = [(True, self.tr("must")), (False, self.tr("nice"))]
        self.weight = Segments(self.tr("Weight"), weights, criterion.must, is_small=True)
        self.up = IconButton("arrow-up", self.tr("Move it up, Alt+Up"), "quiet", is_small=True)
        self.down = IconButton("arrow-down", self.tr("Move it down, Alt+Down"), "quiet", is_small=True)
        self.away = IconButton("x", self.tr("Take it away"), "quiet", is_small=True)
        for button in (self.up, self.down):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrows with Alt do it from any field of the row
        self._lay_out()
        self._connect()

    def criterion(self, step: Step) -> Criterion:
        """What stands in it."""
        return Criterion(step, self.words.text().strip(), str(self.kind.currentData()), bool(self.weight.value))

    @property
    def tab_stops(self) -> list[QWidget]:
        """What Tab goes through, in this order; of the weights the chosen one."""
        return [self.words, self.kind, self.weight.button(0 if self.weight.value else 1), self.away]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, is_alt = event.key(), event.modifiers() == Qt.KeyboardModifier.AltModifier
        if is_alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.another.emit()
        else:
            super().keyPressEvent(event)

    def _kinds(self) -> tuple[str, ...]:
        return (self.tr("fit"), self.tr("behaviour"), self.tr("intent"), self.tr("timing"))

    def _lay_out(self) -> None:
        self.kind.setFixedWidth(scaled(132))
        second = QHBoxLayout()
        second.setSpacing(6)
        second.addWidget(self.kind)
        second.addWidget(self.weight)
        second.addStretch()
        for button in (self.up, self.down, self.away):
            second.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(6)
        column.addWidget(self.words)
        column.addLayout(second)

    def _connect(self) -> None:
        self.words.textEdited.connect(self.changed)
        self.words.emptied.connect(self.removed)
        self.kind.activated.connect(self.changed)
        self.weight.changed.connect(self.changed)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.away.clicked.connect(self.removed)


class _Words(QLineEdit):
    """`emptied` tells of a Backspace where nothing is left to take away."""

    emptied = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace and not self.text() and not event.isAutoRepeat():
            self.emptied.emit()
        else:
            super().keyPressEvent(event)
