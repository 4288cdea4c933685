"""Some of the owner's own things, picked by typing: chips with a way out over a field that finds or makes one."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bothhats.domain.name_matching import folded
from bothhats.ui.widgets.buttons import FilterChip
from bothhats.ui.widgets.chips import FlowLayout
from bothhats.ui.widgets.labels import tooltip
from bothhats.ui.widgets.token_field import Suggestion, TokenField

LONGEST = 46


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing to pick: a quiet word and an icon beside its name."""

    id: int
    name: str
    beside: str = ""
    icon: str = ""


def matching_things(things: Iterable[Thing], typed: str) -> list[Suggestion]:
    """Those whose name holds every typed word; a name that begins with them first."""
    words = folded(typed).split()
    found = [each for each in things if all(word in folded(each.name) for word in words)]
    found.sort(key=lambda each: not folded(each.name).startswith(folded(typed)))
    return [Suggestion(each.id, each.name, each.beside, each.icon) for each in found]


class ThingField(TokenField):
    """A field that finds one of `things`; Down in the empty field shows the first of them."""

    def __init__(self, name: str, placeholder: str, new_words: str = "") -> None:
        super().__init__(name, placeholder, self._matching, new_words)
        self.things: Callable[[], Sequence[Thing]] = tuple

    def _matching(self, typed: str) -> list[Suggestion]:
        return matching_things(self.things(), typed)


class Picked(QWidget):
    """`changed` tells the ids, `made` the words of a new one; what is picked is shown by whoever keeps it."""

    changed = Signal(object)
    made = Signal(str)

    def __init__(self, name: str, placeholder: str, new_words: str = "") -> None:
        super().__init__()
        self._all: tuple[Thing, ...] = ()
        self._ids: tuple[int, ...] = ()
        self.chips: list[FilterChip] = []
        self.field = ThingField(name, placeholder, new_words)
        self.field.things = self._others
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._holder)
        column.addWidget(self.field)
        self.field.picked.connect(lambda picked: self.changed.emit((*self._ids, int(str(picked)))))
        self.field.made.connect(self.made)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.field)

    @property
    def ids(self) -> tuple[int, ...]:
        """What is picked."""
        return self._ids

    def show_things(self, things: Sequence[Thing], ids: Iterable[int]) -> None:
        """All there are, and which of them are picked."""
        shown = (tuple(things), tuple(ids))
        if shown == (self._all, self._ids):
            return
        had_focus = any(chip.hasFocus() for chip in self.chips)
        self._all, self._ids = shown
        self._flow.clear()
        names = {thing.id: thing for thing in things}
        self.chips = [self._chip(names[each]) for each in self._ids if each in names]
        for chip in self.chips:
            self._flow.addWidget(chip)
            chip.show()
        self._holder.setVisible(bool(self.chips))
        if had_focus:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _others(self) -> list[Thing]:
        return [thing for thing in self._all if thing.id not in self._ids]

    def _chip(self, thing: Thing) -> FilterChip:
        shown = thing.name if len(thing.name) <= LONGEST else thing.name[: LONGEST - 1] + "…"
        chip = FilterChip(f"{shown} · {thing.beside}" if thing.beside else shown)
        words = QCoreApplication.translate("Picked", "Take away: {}").format(thing.name)
        chip.setAccessibleName(words)
        chip.setToolTip(tooltip(words))
        chip.clicked.connect(lambda: self.changed.emit(tuple(each for each in self._ids if each != thing.id)))
        return chip
