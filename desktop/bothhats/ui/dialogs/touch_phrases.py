"""Objections and questions of a touch, each in the prospect's own words; one row is one hearing."""

import sqlite3
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from bothhats.domain.lead import Heard
from bothhats.queries.phrases import likely, matching, phrases
from bothhats.ui.dialogs.dialog_frame import field_label, small_label
from bothhats.ui.dialogs.phrase_delegate import ICONS, PhraseDelegate
from bothhats.ui.widgets.buttons import Button, IconButton
from bothhats.ui.widgets.labels import tooltip
from bothhats.ui.widgets.token_field import Suggestion, TokenField

_LONGEST_SHOWN = 34


class HearingRow(QWidget):
    """The phrase, a field for their words, and the way out."""

    removed = Signal()
    entered = Signal()

    def __init__(self, heard: Heard) -> None:
        super().__init__()
        self._heard = heard
        shown = heard.text if len(heard.text) <= _LONGEST_SHOWN else heard.text[: _LONGEST_SHOWN - 1] + "…"
        phrase = Button(shown.replace("&", "&&"), icon_name=ICONS[heard.kind])
        phrase.setProperty("chip", "filter")
        phrase.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        phrase.setToolTip(tooltip(heard.text))
        self.words_field = _Words(heard.words)
        self.words_field.setPlaceholderText(self.tr("In their words"))
        self.words_field.setAccessibleName(self.tr("Their words on “{}”").format(heard.text))
        self.words_field.entered.connect(self.entered)
        remove = IconButton("x", self.tr("Take out “{}”").format(heard.text), "quiet", is_small=True)
        remove.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(phrase)
        row.addWidget(self.words_field, 1)
        row.addWidget(remove)

    @property
    def heard(self) -> Heard:
        """What was heard, with the words typed by now."""
        known = self._heard
        return Heard(known.objection_id, known.kind, known.text, self.words_field.text().strip())


class TouchPhrases(QWidget):
    """A field that finds phrases as one types; a chosen one becomes a row, and the focus goes to their words.

    Words of a note are their words already: `heard_from_note` when a phrase was chosen for them.
    """

    heard_from_note = Signal()

    def __init__(self, reader: sqlite3.Connection, today: date) -> None:
        super().__init__()
        self._offered = {phrase.id: phrase for phrase in phrases(reader)}
        self._rows: list[HearingRow] = []
        self._words = ""
        self.token_field = TokenField(
            self.tr("Objections and questions, in their words"),
            self.tr("What did they ask, or say against it?"),
            self._find,
            self.tr("New: “{}”"),
        )
        self.words_label = small_label("")
        self.words_label.hide()
        delegate = PhraseDelegate(self.token_field.list, self.token_field.line, today)
        delegate.offered = self._offered
        self.token_field.list.setItemDelegate(delegate)
        self._row_column = QVBoxLayout()
        self._row_column.setSpacing(6)
        self._assemble()
        self.token_field.picked.connect(lambda picked: self._take(int(str(picked))))
        self.token_field.made.connect(self._make_fitting)
        for key, kind in (("Alt+O", "objection"), ("Alt+Q", "question")):
            QShortcut(QKeySequence(key), self).activated.connect(lambda kind=kind: self._make_typed(kind))

    @property
    def heard(self) -> tuple[Heard, ...]:
        """One hearing for each row."""
        return tuple(row.heard for row in self._rows)

    def hear(self, words: str) -> None:
        """Somebody said this: offer what it may mean; what is chosen next is heard in these words."""
        self._words = words
        self.words_label.setText(self.tr("Their words: “{words}”").format(words=words))
        self.words_label.show()
        self.token_field.begin_with(words)

    def add(self, heard: Heard) -> None:
        """A row more; its field takes the focus."""
        row = HearingRow(heard)
        row.removed.connect(lambda: self._remove(row))
        row.entered.connect(self.token_field.setFocus)
        self._rows.append(row)
        self._row_column.addWidget(row)
        self.setTabOrder(row, self.token_field)
        row.words_field.setFocus()

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(field_label(self.tr("Ob&jections and questions, in their words"), self.token_field))
        column.addLayout(self._row_column)
        column.addWidget(self.token_field)
        column.addWidget(self.words_label)

    def _find(self, typed: str) -> list[Suggestion]:
        taken = {row.heard.objection_id for row in self._rows}
        offered = [phrase for phrase in self._offered.values() if phrase.id not in taken]
        found = likely(offered, typed) if self._words and typed == self._words else matching(offered, typed)
        return [Suggestion(phrase.id, phrase.text) for phrase in found]

    def _take(self, phrase_id: int) -> None:
        phrase = self._offered[phrase_id]
        self._hear(Heard(phrase.id, phrase.kind, phrase.text, self._words))

    def _make_fitting(self, text: str) -> None:
        self._hear(Heard(None, "question" if text.endswith("?") else "objection", text, self._words))

    def _hear(self, heard: Heard) -> None:
        """Take what was chosen, in the words of the note where there are some."""
        is_from_note, self._words = bool(self._words), ""
        self.words_label.hide()
        self.add(heard)
        if is_from_note:
            self.heard_from_note.emit()

    def _make_typed(self, kind: str) -> None:
        """A new phrase of this kind from what is typed; with nothing typed, the field takes the focus."""
        text = self.token_field.line.text().strip()
        if not text:
            self.token_field.setFocus()
            return
        self.token_field.line.clear()
        self.token_field.list.hide()
        self._hear(Heard(None, kind, text, self._words))

    def _remove(self, row: HearingRow) -> None:
        self._rows.remove(row)
        row.hide()
        row.deleteLater()
        self.token_field.setFocus()


class _Words(QLineEdit):
    """Enter goes on to the next phrase instead of logging half of what was heard."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.entered.emit()
        else:
            super().keyPressEvent(event)
