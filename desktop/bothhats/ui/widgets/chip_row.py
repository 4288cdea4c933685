"""One line of chips that can be taken away; those without room fold into "+3"."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.buttons import Button, FilterChip
from bothhats.ui.widgets.labels import tooltip

GAP, WIDEST = 6, 230


@dataclass(frozen=True, slots=True)
class Choice:
    """A chip's words, and what takes the choice away."""

    words: str
    take_away: Callable[[], None]


class ChipRow(QWidget):
    """`emptied` when the last chip was taken away by key, so that the focus can go somewhere."""

    emptied = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._choices: tuple[Choice, ...] = ()
        self.chips: list[FilterChip] = []
        self.more = Button("", icon_name="")
        self.more.setParent(self)
        self.more.setProperty("chip", "filter")
        self.more.setMenu(QMenu(self.more))
        self.more.menu().aboutToShow.connect(self._fill_menu)
        self.more.hide()

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Show these; the focus stays on the next one when the one that had it is gone."""
        at = next((place for place, chip in enumerate(self.chips) if chip.hasFocus()), None)
        had_focus = at is not None or self.more.hasFocus()
        self._choices = tuple(choices)
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = [self._chip(choice) for choice in choices]
        self._fold()
        shown = [chip for chip in self.chips if not chip.isHidden()]
        if had_focus and shown:
            shown[min(at or 0, len(shown) - 1)].setFocus(Qt.FocusReason.TabFocusReason)
        elif had_focus:
            self.emptied.emit()

    def sizeHint(self) -> QSize:
        height = max([self.more.sizeHint().height(), *(chip.sizeHint().height() for chip in self.chips)])
        return QSize(sum(_width(chip) + GAP for chip in self.chips), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.more.sizeHint().width() if self.chips else 0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    @property
    def folded(self) -> tuple[Choice, ...]:
        """The choices that there is no room for."""
        return tuple(choice for choice, chip in zip(self._choices, self.chips, strict=True) if chip.isHidden())

    def _chip(self, choice: Choice) -> FilterChip:
        words = self.fontMetrics().elidedText(choice.words, Qt.TextElideMode.ElideRight, scaled(WIDEST - 40))
        chip = FilterChip(words)
        chip.setParent(self)
        chip.setAccessibleName(self.tr("Take this filter away: {words}").format(words=choice.words))
        chip.setToolTip(tooltip(self.tr("Take this filter away: {words}").format(words=choice.words)))
        chip.clicked.connect(choice.take_away)
        return chip

    def _fold(self) -> None:
        """As many chips as there is room for, and room for the number of the others where there are some."""
        count = self._fitting(self.width())
        if count < len(self.chips):
            hidden = len(self.chips) - self._fitting(self.width() - self.more.sizeHint().width() - GAP)
            self.more.setText(self.tr("+{n}").format(n=hidden))
            self.more.setAccessibleName(self.tr("{n} more filters").format(n=hidden))
            self.more.setToolTip(self.more.accessibleName())
            count = len(self.chips) - hidden
        left = 0
        for chip in self.chips[:count]:
            chip.setGeometry(left, 0, _width(chip), chip.sizeHint().height())
            left += _width(chip) + GAP
        for place, chip in enumerate(self.chips):
            chip.setVisible(place < count)
        self.more.setGeometry(left, 0, self.more.sizeHint().width(), self.more.sizeHint().height())
        self.more.setVisible(count < len(self.chips))

    def _fitting(self, room: int) -> int:
        used = 0
        for count, chip in enumerate(self.chips):
            used += _width(chip)
            if used > room:
                return count
            used += GAP
        return len(self.chips)

    def _fill_menu(self) -> None:
        menu = self.more.menu()
        menu.clear()
        for choice in self.folded:
            words = self.tr("Take away: {words}").format(words=choice.words)
            menu.addAction(words.replace("&", "&&"), choice.take_away)


def _width(chip: QWidget) -> int:
    return min(chip.sizeHint().width(), scaled(WIDEST))
