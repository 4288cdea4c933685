"""The evidence behind a row: what was said, by whom and when; a name opens the lead, the foot opens them all."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from bothhats.domain.wording import counted
from bothhats.ui.navigation import Navigation
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import plain_label, tooltip
from bothhats.ui.widgets.link import Link

LINES, LONGEST = 3, 160
NARROWEST = 190


@dataclass(frozen=True, slots=True)
class Said:
    """One lead, what it said ('' where nothing was noted), and the words beside its name."""

    lead_id: int
    name: str
    words: str
    beside: str


class SaidBy(QWidget):
    """The newest few in columns; `what` names all of them when they are shown in the Pipeline."""

    def __init__(self, said: Sequence[Said], navigation: Navigation, what: str, columns: int = 1) -> None:
        super().__init__()
        self._most, self._columns = columns, 0
        self._parts = [_one(each, navigation) for each in said[: LINES * columns]]
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._grid)
        people = list(dict.fromkeys(each.lead_id for each in said))
        if len(people) > 1:
            words = self.tr("Show the {people} in the Pipeline").format(people=counted(len(people), "lead"))
            show = Button(words, is_small=True)
            show.clicked.connect(lambda: navigation.leads_requested.emit(people, what))
            column.addWidget(show, 0, Qt.AlignmentFlag.AlignLeft)
        self._arrange(columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(max(1, min(self._most, self.width() // scaled(NARROWEST))))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        for place in range(self._most):
            self._grid.setColumnStretch(place, int(place < columns))
        for place, part in enumerate(self._parts):
            self._grid.addWidget(part, place // columns, place % columns, Qt.AlignmentFlag.AlignTop)
        self._columns = columns


def _one(said: Said, navigation: Navigation) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    if said.words:
        short = said.words if len(said.words) <= LONGEST else f"{said.words[:LONGEST].rstrip()}…"
        words = plain_label(short, wraps=True)
        words.setToolTip(tooltip(said.words) if short != said.words else "")
        column.addWidget(words)
    name = Link(f"{said.name}, {said.beside}")
    name.clicked.connect(lambda: navigation.lead_requested.emit(said.lead_id))
    column.addWidget(name)
    return holder
