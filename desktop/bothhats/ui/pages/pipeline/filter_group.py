"""One field of the filter: its chips, walked through with the arrows; a long list is folded and can be searched."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from bothhats.domain.lead_filter import NOT_RECORDED
from bothhats.domain.search_text import search_words, word_places
from bothhats.ui.pages.pipeline.filter_choices import Choices
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.buttons import ReasonChip
from bothhats.ui.widgets.chips import FlowLayout
from bothhats.ui.widgets.group import Group
from bothhats.ui.widgets.labels import plain_label

MANY, SHOWN, FOUND = 14, 9, 16
LONGEST = 300
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class FilterGroup(Group):
    """`toggled_value` tells a choice; Tab goes to the next group, arrows to the next chip of this one."""

    toggled_value = Signal(object)

    def __init__(self, choices: Choices, chosen: frozenset[object]) -> None:
        super().__init__(choices.title)
        self._choices = choices
        self._chosen = set(chosen)
        self.chips: dict[object, ReasonChip] = {}
        self.finder = self._find_field() if len(choices.values) > MANY else None
        top = QHBoxLayout()
        top.addWidget(plain_label(choices.title, "small_strong", "ink2"), 1)
        if self.finder is not None:
            top.addWidget(self.finder)
        self._flow = FlowLayout(None, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(top)
        column.addLayout(self._flow)
        self._show()

    def show_chosen(self, chosen: frozenset[object]) -> None:
        """Tick these, without telling."""
        self._chosen = set(chosen)
        if self.finder is not None:
            self._show()
            return
        for value, chip in self.chips.items():
            with QSignalBlocker(self):
                chip.setChecked(value in chosen)
        self._chosen = set(chosen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, ReasonChip):
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                step = _STEPS.get(Qt.Key(event.key()))
                if step is not None:
                    self._go(watched, step)
                    return True
            elif event.type() == QEvent.Type.FocusIn:
                self._take_tab(watched)
        return super().eventFilter(watched, event)

    def _find_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setProperty("small", "true")
        field.setFixedWidth(scaled(150))
        field.setPlaceholderText(self.tr("Find one of {n}").format(n=len(self._choices.values)))
        field.setAccessibleName(self.tr("Find: {title}").format(title=self._choices.title))
        field.textChanged.connect(self._show)
        return field

    def _show(self) -> None:
        """All of a short list; of a long one what is chosen, and what is searched for or stands first."""
        self._flow.clear()
        self.chips = {value: self._chip(value, words) for value, words in self._wanted()}
        for chip in self.chips.values():
            self._flow.addWidget(chip)
        before: QWidget | None = self.finder
        for chip in self.chips.values():
            if before is not None:
                QWidget.setTabOrder(before, chip)
            before = chip
        if self.chips:
            self._take_tab(next(iter(self.chips.values())))
        self.updateGeometry()

    def _wanted(self) -> list[tuple[object, str]]:
        typed = search_words(self.finder.text()) if self.finder else []
        room = FOUND if typed else SHOWN if self.finder else len(self._choices.values)
        wanted = []
        for value, words in self._choices.values:
            is_always = value in self._chosen or (value == NOT_RECORDED and not typed)
            if is_always or (room > 0 and all(word_places(words, [word]) for word in typed)):
                wanted.append((value, words))
                room -= not is_always
        return wanted

    def _chip(self, value: object, words: str) -> ReasonChip:
        chip = ReasonChip(self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, scaled(LONGEST)))
        chip.setAccessibleName(words)
        chip.setChecked(value in self._chosen)
        chip.toggled.connect(partial(self._toggle, value))
        chip.installEventFilter(self)
        return chip

    def _toggle(self, value: object, _is_on: bool) -> None:
        self._chosen ^= {value}
        self.toggled_value.emit(value)

    def _take_tab(self, mine: ReasonChip) -> None:
        for chip in self.chips.values():
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chip is mine else Qt.FocusPolicy.ClickFocus)

    def _go(self, chip: ReasonChip, step: int) -> None:
        chips = list(self.chips.values())
        place = chips.index(chip) + step
        if 0 <= place < len(chips):
            chips[place].setFocus(Qt.FocusReason.TabFocusReason)
