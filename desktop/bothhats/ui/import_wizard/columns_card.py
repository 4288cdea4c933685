"""The columns of the file: what stands in them, what each becomes, and the words that must be translated."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from bothhats.domain.wording import counted
from bothhats.exchange.value_words import Words
from bothhats.ui.import_wizard.grids import empty_grid
from bothhats.ui.import_wizard.wizard_state import ImportState
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.theme.icons import pixmap
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.combo import Combo
from bothhats.ui.widgets.labels import ElidedLabel, hairline, plain_label

KEEP, DROP = "", "-"
_ROW = 31


class ColumnsCard(QFrame):
    """One row a column. `chosen`: the column and its field, or KEEP or DROP; `words_wanted`: the field to translate."""

    chosen = Signal(int, str)
    words_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.combos: dict[int, Combo] = {}
        self._hints: dict[int, QWidget] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 4, 16, 4)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(0)
        for column, stretch in enumerate((3, 3, 0, 0, 3)):
            self._grid.setColumnStretch(column, stretch)

    def show_state(self, state: ImportState) -> None:
        """Make the rows anew."""
        empty_grid(self._grid)
        self.combos.clear()
        self._hints.clear()
        heads = (self.tr("Column in the file"), self.tr("First row"), "", self.tr("Becomes"), "")
        for column, head in enumerate(heads):
            label = plain_label(head, "small_strong", "ink2")
            label.setMinimumHeight(scaled(_ROW))
            self._grid.addWidget(label, 0, column)
        for number, place in enumerate(state.columns, 1):
            self._grid.addWidget(hairline(), 2 * number - 1, 0, 1, 5)
            self._add(state, place, 2 * number)

    def show_words(self, state: ImportState, words: Mapping[str, Words]) -> None:
        """Say beside each column what is to be known of it."""
        for place in self.combos:
            old = self._hints.pop(place, None)
            if old is not None:
                self._grid.removeWidget(old)
                old.hide()
                old.deleteLater()
            row = self._grid.getItemPosition(self._grid.indexOf(self.combos[place]))[0]  # type: ignore[index]
            hint = self._hint(state, place, words)
            if hint is not None:
                self._grid.addWidget(hint, row, 4)
                self._hints[place] = hint

    def _add(self, state: ImportState, place: int, row: int) -> None:
        head = state.table.header[place] or self.tr("(no name)")
        arrow = plain_label("")
        arrow.setPixmap(pixmap("arrow-right", scaled(14), tokens().ink2, self.devicePixelRatioF()))
        combo = Combo(self.tr("{column} becomes").format(column=head))
        combo.setProperty("small", "true")
        combo.setFixedWidth(scaled(190))
        combo.addItem(self.tr("Keep with the lead"), KEEP)
        combo.addItem(self.tr("Leave out"), DROP)
        if state.is_touches:
            combo.removeItem(0)
        for field in state.choices:
            combo.addItem(field.label, field.name)
        name = state.fields.get(place, DROP if place in state.dropped else KEEP)
        combo.setCurrentIndex(max(0, combo.findData(name)))
        combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        combo.activated.connect(lambda _at, place=place, combo=combo: self.chosen.emit(place, combo.currentData()))
        self.combos[place] = combo
        self._grid.addWidget(ElidedLabel(head), row, 0)
        self._grid.addWidget(ElidedLabel(" ".join(state.samples[place].split()), "body", "ink2"), row, 1)
        self._grid.addWidget(arrow, row, 2)
        self._grid.addWidget(combo, row, 3)
        self._grid.setRowMinimumHeight(row, scaled(_ROW + 5))

    def _hint(self, state: ImportState, place: int, words: Mapping[str, Words]) -> QWidget | None:
        name = state.fields.get(place, "")
        first, *others = state.places(name) if name else (place,)
        if place in others and state.is_touches and name == "note":
            return ElidedLabel(self.tr("added to the note"), "small", "ink2")
        if place in others:
            told = self.tr("where “{column}” is blank").format(column=state.table.header[first])
            return ElidedLabel(told, "small", "ink2")
        if name and name == state.key:
            return ElidedLabel(self.tr("finds leads again"), "small", "ink2")
        if place == first and name in words and words[name].words:
            return self._words_button(name, words[name])
        return ElidedLabel(self.tr("keeps the history"), "small", "ink2") if name in _HISTORY else None

    def _words_button(self, name: str, words: Words) -> Button:
        told = counted(len(words.words), "value")
        rest = self.tr("all known") if not words.unknown else self.tr("{n} new").format(n=words.unknown)
        button = Button(self.tr("{count}, {rest}").format(count=told, rest=rest), "link")
        button.setToolTip(self.tr("See them, and say what each becomes"))
        button.clicked.connect(lambda: self.words_wanted.emit(name))
        return button


_HISTORY = frozenset(
    {"arrived", "qualified_on", "sales_ready_on", "contacted_on", "conversation_on", "opportunity_on", "won_on"}
    | {"lost_on", "no_decision_on", "not_a_fit_on", "closed_on", "happened_on"}
)
