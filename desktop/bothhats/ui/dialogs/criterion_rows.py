"""The criteria of one step, each with Yes, No or Don't know."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bothhats.domain.good_lead import Criterion
from bothhats.ui.widgets.chips import chip
from bothhats.ui.widgets.labels import hairline, plain_label
from bothhats.ui.widgets.segments import Segments

_ANSWERS = {Qt.Key.Key_Y: 0, Qt.Key.Key_N: 1, Qt.Key.Key_D: 2}


class CriterionRow(QWidget):
    """One criterion; Y, N or D answers it and goes on to the next."""

    answered = Signal()

    def __init__(self, criterion: Criterion, answer: str) -> None:
        super().__init__()
        self.criterion = criterion
        choices: list[tuple[object, str]] = [
            ("yes", self.tr("Yes")),
            ("no", self.tr("No")),
            ("unknown", self.tr("Don't know")),
        ]
        self.choice = Segments(criterion.text, choices, answer or None, is_small=True)
        must = self.tr("must") if criterion.must else self.tr("nice")
        self.choice.setAccessibleDescription(must)
        self.choice.changed.connect(self.answered)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 7, 0, 7)
        row.setSpacing(10)
        row.addWidget(plain_label(criterion.text, wraps=True), 1)
        row.addWidget(chip(must, "outline" if criterion.must else "neutral"))
        row.addWidget(self.choice)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = _ANSWERS.get(Qt.Key(event.key()))
        if number is None:
            super().keyPressEvent(event)
        else:
            self.choice.choose(number)
            self.focusNextChild()


class CriterionRows(QWidget):
    """All criteria of a step, hairlines between them."""

    changed = Signal()

    def __init__(self, criteria: Sequence[Criterion], answers: Mapping[int, str]) -> None:
        super().__init__()
        self.setObjectName("scrolled")
        self.rows = [CriterionRow(each, answers.get(each.id, "")) for each in criteria]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for place, row in enumerate(self.rows):
            if place:
                column.addWidget(hairline())
            column.addWidget(row)
            row.answered.connect(self.changed)

    @property
    def answers(self) -> dict[int, str]:
        """What was answered, by criterion id."""
        return {row.criterion.id: str(row.choice.value) for row in self.rows if row.choice.value}
