"""What a campaign cost, or a source without one: on a day or spread over a range; entries are corrected, taken away."""

import json
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from bothhats.domain.money import Currency, NotAnAmount, currency_of, format_for_people
from bothhats.domain.problems import Refused
from bothhats.domain.wording import counted, short_date
from bothhats.queries.campaign_ledger import SpendEntry
from bothhats.queries.settings import read_settings, remembered
from bothhats.ui.context import Context
from bothhats.ui.local_input import read_amount
from bothhats.ui.pages.playbook.day_line import DayLine
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.buttons import Button, IconButton
from bothhats.ui.widgets.labels import ElidedLabel, hairline, plain_label


class SpendForm(QWidget):
    """Amount, from, until, what for; empty for a new entry, filled for one that is corrected, which Esc has `left`."""

    left = Signal()

    def __init__(self, context: Context, words: str) -> None:
        super().__init__()
        self._context = context
        self._before: tuple[str, ...] | None = None
        today = context.today()
        self.amount = QLineEdit()
        self.amount.setPlaceholderText(self.tr("400"))
        self.amount.setAccessibleName(self.tr("Amount"))
        self.amount.setFixedWidth(scaled(96))
        self.starts = DayLine(self.tr("On, or from"), today, self.tr("today"))
        self.ends = DayLine(self.tr("Until"), today, self.tr("one day"))
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("what for"))
        self.note.setAccessibleName(self.tr("What for"))
        self.button = Button(words, icon_name="coins")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for place, widget in enumerate((self.amount, self.starts, self.ends)):
            grid.addWidget(widget, 0, place, Qt.AlignmentFlag.AlignTop)
        last = QHBoxLayout()
        last.setSpacing(8)
        last.addWidget(self.note, 1)
        last.addWidget(self.button)
        grid.addLayout(last, 1, 0, 1, 3)
        for line in (self.amount, self.starts.line, self.ends.line, self.note):
            line.returnPressed.connect(self.button.click)

    @property
    def words(self) -> tuple[str, ...]:
        """What stands in the fields."""
        return self.amount.text(), self.starts.line.text(), self.ends.line.text(), self.note.text()

    @property
    def is_other(self) -> bool:
        """Whether something else than the entry stands there, or in a new one anything."""
        return self.words != self._before if self._before else any(self.words)

    def put(self, words: Sequence[str]) -> None:
        """Words that stood there once."""
        for line, text in ((self.amount, words[0]), (self.note, words[3])):
            line.setText(text)
        for day, text in ((self.starts, words[1]), (self.ends, words[2])):
            day.field.set_words(text)

    def fill(self, entry: SpendEntry, currency: Currency) -> None:
        """An entry that is there."""
        self.amount.setText(format_for_people(entry.amount, currency))
        self.starts.show_day(entry.starts_on, is_forced=True)
        self.ends.show_day(entry.ends_on if entry.ends_on != entry.starts_on else None, is_forced=True)
        self.note.setText(entry.note)
        self._before = self.words

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._before:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def clear(self) -> None:
        """Ready for the next one."""
        self.amount.clear()
        self.note.clear()
        for day in (self.starts, self.ends):
            day.show_day(None, is_forced=True)

    def read(self) -> SpendEntry:
        """What is meant; without a day it is today. Raises Refused for what is no amount or no day."""
        amount = read_amount(self.amount.text(), currency_of(read_settings(self._context.workspace.reader).currency))
        if isinstance(amount, NotAnAmount):
            raise Refused(amount.reason, self.tr("Nothing was changed."))
        if self.starts.is_wrong or self.ends.is_wrong:
            raise Refused(self.tr("That is not a day."), self.tr("Try “1 oct” or “monday”."))
        first = self.starts.day or self._context.today()
        return SpendEntry(0, amount, first, self.ends.day or first, self.note.text())


class SpendRows(QFrame):
    """The newest entries first; a new one is typed on top.

    What is left half typed is kept as spend; what is none stays a draft in the file, until it is or Esc gives it up.
    """

    def __init__(self, context: Context, do: Callable[..., bool]) -> None:
        super().__init__()
        self.setObjectName("card")
        self._context, self._do = context, do
        self.campaign_id: int | None = None
        self.source_id: int | None = None
        self._entries: tuple[SpendEntry, ...] = ()
        self._currency: Currency | None = None
        self.form = SpendForm(context, self.tr("Add spend"))
        self.form.button.clicked.connect(self._add)
        self.editing: SpendForm | None = None
        self._edited: SpendEntry | None = None
        self._drafted = ""
        self.rows: list[QWidget] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(plain_label(self.tr("Spend"), "strong"))
        column.addWidget(self.form)
        column.addLayout(self._column)

    def show_entries(self, entries: Sequence[SpendEntry], currency: Currency) -> None:
        """Show them, anew where they are others; what is being corrected stays open."""
        if (tuple(entries), currency) == (self._entries, self._currency):
            return
        is_first = self._currency is None
        self._entries, self._currency = tuple(entries), currency
        focus = QApplication.focusWidget()
        had_focus = focus is not None and any(row.isAncestorOf(focus) for row in self.rows)
        self._show_words(self._words())
        if is_first:
            self._drafted = remembered(self._context.workspace.reader, self._draft_name)
            self._show_words(json.loads(self._drafted or "{}"))
        if had_focus:
            (self.editing or self.form).amount.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _draft_name(self) -> str:
        return f"spend_draft_{self.campaign_id or f'source_{self.source_id}'}"

    @property
    def _forms(self) -> dict[str, SpendForm]:
        """The forms by the id of the entry that they correct; "0" for a new one."""
        forms = {"0": self.form}
        if self.editing is not None and self._edited is not None:
            forms[str(self._edited.id)] = self.editing
        return forms

    def _words(self) -> dict[str, Sequence[str]]:
        """What is half typed."""
        return {key: form.words for key, form in self._forms.items() if form.is_other or form is self.editing}

    def _show_words(self, words: dict[str, Sequence[str]]) -> None:
        """The rows, with the forms as they were."""
        self._show(next((each for each in self._entries if str(each.id) in words), None))
        for key, form in self._forms.items():
            if key in words:
                form.put(words[key])

    def _remember(self) -> None:
        words = self._words()
        draft = json.dumps(words, ensure_ascii=False) if words else ""
        if draft != self._drafted:
            self._drafted = draft
            self._context.workspace.settings.remember(self._draft_name, draft)

    def _show(self, edited: SpendEntry | None) -> None:
        while item := self._column.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows, self.editing, self._edited = [], None, edited
        for entry in self._entries:
            self._column.addWidget(hairline())
            row = self._editor(entry) if entry == edited else self._row(entry)
            self.rows.append(row)
            self._column.addWidget(row)
            row.show()

    def _row(self, entry: SpendEntry) -> QWidget:
        assert self._currency is not None
        today = self._context.today()
        money = format_for_people(entry.amount, self._currency)
        first, last = short_date(entry.starts_on, today), short_date(entry.ends_on, today)
        days = (entry.ends_on - entry.starts_on).days + 1
        when = first
        if days > 1:
            spread = self.tr("{first} to {last}, spread evenly over {days}")
            when = spread.format(first=first, last=last, days=counted(days, self.tr("day")))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        amount = plain_label(money, "strong")
        amount.setFixedWidth(scaled(96))
        row.addWidget(amount)
        row.addWidget(ElidedLabel(", ".join(filter(None, (when, entry.note))), "body", "ink2"), 1)
        change = IconButton(
            "pencil", self.tr("Change {money} of {day}").format(money=money, day=first), "quiet", is_small=True
        )
        change.clicked.connect(lambda: self._edit(entry))
        delete = IconButton(
            "x", self.tr("Take away {money} of {day}").format(money=money, day=first), "quiet", is_small=True
        )
        delete.clicked.connect(lambda: self._do(lambda: self._context.workspace.campaigns.delete_spend(entry.id)))
        row.addWidget(change)
        row.addWidget(delete)
        return holder

    def _editor(self, entry: SpendEntry) -> SpendForm:
        assert self._currency is not None
        form = self.editing = SpendForm(self._context, self.tr("Keep it"))
        form.fill(entry, self._currency)
        form.button.clicked.connect(self._change)
        form.left.connect(self._stop)
        return form

    def _edit(self, entry: SpendEntry) -> None:
        if self._keep_correction():
            self._show(entry)
        if self.editing is not None:
            self.editing.amount.setFocus(Qt.FocusReason.TabFocusReason)

    def keep_what_is_typed(self) -> None:
        """What was typed or corrected is spend, also without Enter; what is none is said, and stays a draft."""
        self._keep_correction()
        if self.form.amount.text().strip():
            self._add()
        self._remember()

    def _keep_correction(self) -> bool:
        """Whether nothing is left to be kept of it."""
        if self.editing is not None and self.editing.is_other:
            return self._change()
        if self.editing is not None:
            self._show(None)
        return True

    def _stop(self) -> None:
        self._show(None)
        self._remember()
        self.form.amount.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        def add() -> None:
            entry = self.form.read()
            self._context.workspace.campaigns.spend(
                entry.amount, entry.starts_on, entry.ends_on, self.campaign_id, self.source_id, entry.note
            )

        if self._do(add):
            self.form.clear()
            self._remember()
            self.form.amount.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change(self) -> bool:
        entry, form = self._edited, self.editing
        assert entry is not None
        assert form is not None

        def change() -> None:
            new = form.read()
            self._context.workspace.campaigns.change_spend(entry.id, new.amount, new.starts_on, new.ends_on, new.note)

        is_kept = self._do(change)
        if is_kept:
            self._stop()
        return is_kept
