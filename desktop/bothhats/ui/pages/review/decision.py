"""One choice of the draft that several controls show: a combo in the row, four ring buttons in what hangs below."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton

from bothhats.ui.pages.review.draft import ReviewDraft
from bothhats.ui.widgets.combo import Combo
from bothhats.ui.widgets.group import Group

Choices = Sequence[tuple[str, str]]


class Decision(QObject):
    """`field` of the draft is one of `choices` (value, words) or nothing yet; `changed` tells the value."""

    changed = Signal(str)

    def __init__(self, draft: ReviewDraft, field: str, name: str, choices: Choices, parent: QObject) -> None:
        super().__init__(parent)
        self._draft, self._field = draft, field
        self.name, self.choices = name, tuple(choices)

    @property
    def value(self) -> str:
        """What is decided, or ''."""
        return self._draft.answer(self._field)

    def choose(self, value: str) -> None:
        """Decide; the draft keeps it at once."""
        if value != self.value:
            self._draft.save(self._field, value)
            self.changed.emit(value)


class DecisionCombo(Combo):
    """“Decide” until something is; a digit chooses by place."""

    def __init__(self, decision: Decision, words: str) -> None:
        super().__init__(decision.name)
        self._decision = decision
        self.addItem(words, "")
        for value, choice in decision.choices:
            self.addItem(choice, value)
        self._show(decision.value)
        self.activated.connect(lambda _place: decision.choose(str(self.currentData())))
        decision.changed.connect(self._show)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() and event.text() in "1234"[: len(self._decision.choices)]:
            self._decision.choose(self._decision.choices[int(event.text()) - 1][0])
        else:
            super().keyPressEvent(event)

    def _show(self, value: str) -> None:
        self.setCurrentIndex(max(0, self.findData(value)))


class DecisionRings(Group):
    """The same choice, two in a line, in whole words."""

    def __init__(self, decision: Decision, choices: Choices) -> None:
        super().__init__(decision.name)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(8)
        grid.setHorizontalSpacing(16)
        self._group = QButtonGroup(self)
        self._values = [value for value, _ in choices]
        for place, (_, words) in enumerate(choices):
            ring = QRadioButton(words)
            self._group.addButton(ring, place)
            grid.addWidget(ring, place // 2, place % 2)
        self._show(decision.value)
        self._group.idClicked.connect(lambda place: decision.choose(self._values[place]))
        decision.changed.connect(self._show)

    def _show(self, value: str) -> None:
        self._group.setExclusive(False)
        for place, ring in enumerate(self._group.buttons()):
            ring.setChecked(self._values[place] == value)
        self._group.setExclusive(True)
