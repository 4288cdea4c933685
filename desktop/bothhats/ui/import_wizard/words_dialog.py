"""The values of one column, and what each of them becomes here."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from bothhats.domain.lead_fields import FIELDS_BY_NAME
from bothhats.domain.name_matching import folded
from bothhats.exchange.value_words import Word, Words
from bothhats.ui.dialogs.dialog_frame import DialogFrame
from bothhats.ui.import_wizard.wizard_state import ImportState
from bothhats.ui.import_wizard.work import Outlook
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.combo import Combo
from bothhats.ui.widgets.labels import ElidedLabel, hairline, plain_label

_OUTCOMES = ["won", "lost", "no decision", "not a fit", "open"]
_KINDS = ["conversation", "call", "meeting", "email", "message", "note"]


def ask_words(parent: QWidget, state: ImportState, outlook: Outlook, name: str) -> ImportState:
    """The import with what the owner says that the values of a field mean; as it was where nothing is said."""
    if name not in outlook.words:
        return state
    choices = {
        "stage": [*(stage.name for stage in outlook.stages), *_OUTCOMES],
        "outcome": _OUTCOMES,
        "kind": _KINDS,
        "source": list(outlook.sources),
    }.get(name, [])
    label = next((each.label for each in state.choices if each.name == name), FIELDS_BY_NAME["stage"].label)
    dialog = WordsDialog(parent, label, outlook.words[name], choices, may_be_new=name in ("source", "campaign"))
    if dialog.exec():
        for old, new in dialog.answers.items():
            state = state.with_word(name, old, new)
    return state


class WordsDialog(DialogFrame):
    """`answers`: the words whose meaning was changed, from and to. `choices` are what the file has."""

    def __init__(self, parent: QWidget, label: str, words: Words, choices: list[str], *, may_be_new: bool) -> None:
        super().__init__(parent, self.tr("Values of {field}").format(field=label), 560)
        told = self.tr("Each value on the left becomes what stands on the right.")
        if may_be_new:
            told += " " + self.tr("A name that is not here yet is made.")
        self.add_heading(self.tr("What do the values of {field} mean?").format(field=label), told)
        self.combos: dict[str, Combo] = {}
        self._choices = choices
        self._may_be_new = may_be_new
        self.body.addWidget(self._list(words), 1)
        self.primary_button.setText(self.tr("Use these"))
        self.resize(scaled(580), scaled(520))

    @property
    def answers(self) -> dict[str, str]:
        """What each value becomes now."""
        return {old: str(combo.currentData()) for old, combo in self.combos.items()}

    def _list(self, words: Words) -> QScrollArea:
        inside = QWidget()
        inside.setObjectName("scrolled")
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setVerticalSpacing(0)
        grid.setHorizontalSpacing(14)
        grid.setColumnStretch(0, 1)
        for number, word in enumerate(words.words):
            count = plain_label(f"{word.count:,}", "body", "ink2")
            grid.addWidget(ElidedLabel(word.text), 2 * number, 0)
            grid.addWidget(count, 2 * number, 1, Qt.AlignmentFlag.AlignRight)
            self.combos[word.text] = self._combo(word)
            grid.addWidget(self.combos[word.text], 2 * number, 2)
            grid.addWidget(hairline(), 2 * number + 1, 0, 1, 3)
            grid.setRowMinimumHeight(2 * number, scaled(38))
        grid.setRowStretch(2 * len(words.words), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        return area

    def _combo(self, word: Word) -> Combo:
        combo = Combo(self.tr("What “{value}” becomes").format(value=word.text))
        combo.setFixedWidth(scaled(200))
        if self._may_be_new:
            combo.addItem(self.tr("New: {name}").format(name=word.text), word.text)
        elif not word.is_known:
            combo.addItem(self.tr("a problem row"), word.text)
        for choice in self._choices:
            combo.addItem(choice, choice)
        at = next((at for at in range(combo.count()) if folded(combo.itemData(at)) == folded(word.becomes)), -1)
        if self._may_be_new and any(folded(choice) == folded(word.text) for choice in self._choices):
            combo.removeItem(0)
            at -= 1 if at > 0 else 0
            at = next(n for n in range(combo.count()) if folded(combo.itemData(n)) == folded(word.becomes))
        if at < 0:
            combo.insertItem(0, word.becomes, word.becomes)
            at = 0
        combo.setCurrentIndex(at)
        return combo
