"""What was understood of the quick line, in two columns; the ambiguous parts are combos."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from bothhats.ui.theme.icons import paint_icon
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.combo import Combo
from bothhats.ui.widgets.labels import ElidedLabel, plain_label
from bothhats.ui.widgets.shelf import HatMark


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of the preview; `offered` makes it a combo, `hat` puts a hat behind it."""

    icon: str
    name: str
    words: str
    hat: str = ""
    hat_name: str = ""
    is_strong: bool = False
    offered: tuple[str, ...] = ()


class QuickAddPreview(QFrame):
    """Left column first; `note` stands across both. `chosen` tells what a combo was set to, by the name of its row."""

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 10, 16, 10)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(2, 1)
        self._grid.setColumnStretch(5, 1)
        self._shown: tuple[Sequence[Fact], Sequence[Fact], str] | None = None

    def show_facts(self, left: Sequence[Fact], right: Sequence[Fact], note: str) -> None:
        """Show these; nothing happens where they are shown already, so that an open combo stays open."""
        if (left, right, note) == self._shown:
            return
        self._shown = (left, right, note)
        self._clear()
        for first_column, facts in ((0, left), (3, right)):
            for row, fact in enumerate(facts):
                self._add(row, first_column, fact)
        if note:
            words = self.tr("{} (not understood, kept as the note)").format(note)
            self._add(max(len(left), len(right)), 0, Fact("sticky-note", self.tr("Note"), words), span=4)
        self.setAccessibleDescription(". ".join(f"{fact.name}: {fact.words}" for fact in (*left, *right)))

    def _add(self, row: int, column: int, fact: Fact, span: int = 1) -> None:
        name = plain_label(fact.name, "body", "ink2")
        name.setMinimumWidth(84)
        self._grid.addWidget(_Mark(fact.icon), row, column)
        self._grid.addWidget(name, row, column + 1)
        self._grid.addWidget(self._combo(fact) if fact.offered else _words(fact), row, column + 2, 1, span)
        self._grid.setRowMinimumHeight(row, 30)

    def _combo(self, fact: Fact) -> Combo:
        combo = Combo(fact.name)
        combo.addItems([fact.words, *(each for each in fact.offered if each != fact.words)])
        combo.setCurrentIndex(0)
        combo.textActivated.connect(lambda words: self.chosen.emit(fact.name, words))
        combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(12)
        return combo

    def _clear(self) -> None:
        while item := self._grid.takeAt(0):
            widget = item.widget()
            if widget:
                widget.hide()
                widget.deleteLater()
        for row in range(self._grid.rowCount()):
            self._grid.setRowMinimumHeight(row, 0)


def _words(fact: Fact) -> QWidget:
    label = ElidedLabel(fact.words or "–", "strong" if fact.is_strong else "body", "ink" if fact.words else "ink3")
    label.setAccessibleName(fact.name)
    if not fact.hat:
        return label
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    shown = plain_label(fact.words)
    row.addWidget(shown, 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(HatMark(fact.hat, fact.hat_name), 0, Qt.AlignmentFlag.AlignVCenter)
    row.addStretch(1)
    return both


class _Mark(QWidget):
    """The icon of a row, decorative."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.setFixedSize(16, 26)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_icon(QPainter(self), QRectF(0, 5, 16, 16), self._icon, tokens().ink2)
