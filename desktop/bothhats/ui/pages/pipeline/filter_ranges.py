"""The ranges of the filter: what a lead is worth, and when it arrived, with dates in words."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from bothhats.domain.lead_filter import LeadFilter
from bothhats.domain.money import NotAnAmount, currency_of, format_plain
from bothhats.domain.wording import short_date
from bothhats.ui.local_input import no_such_day, read_amount, read_past_day
from bothhats.ui.widgets.date_field import DateField
from bothhats.ui.widgets.field import FieldNote, mark_wrong
from bothhats.ui.widgets.group import Group
from bothhats.ui.widgets.labels import plain_label


class ValueRange(Group):
    """Two amounts; what is no amount is said to be, and the filter stays as it was."""

    changed = Signal()

    def __init__(self, currency: str) -> None:
        super().__init__(self.tr("Value"))
        self._currency = currency_of(currency)
        self.low = self._line(self.tr("Value from"), self.tr("from"))
        self.high = self._line(self.tr("Value up to"), self.tr("up to"))
        self._note = FieldNote()
        column = _column(self, self.tr("Value"), self.low, self.high)
        column.addWidget(self._note)

    @property
    def ends(self) -> tuple[int | None, int | None]:
        """From and up to, in minor units; None where nothing is asked for."""
        low, high = self._read(self.low), self._read(self.high)
        return (low if isinstance(low, int) else None), (high if isinstance(high, int) else None)

    def show_ends(self, lead_filter: LeadFilter) -> None:
        """Show these, without telling."""
        for line, amount in ((self.low, lead_filter.value_from), (self.high, lead_filter.value_to)):
            _show_text(line, format_plain(amount, self._currency) if amount is not None else "")
        self._judge()

    def _line(self, name: str, placeholder: str) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(name)
        line.setPlaceholderText(f"{placeholder} {self._currency.symbol}")
        line.textEdited.connect(self._on_edited)
        return line

    def _on_edited(self) -> None:
        self._judge()
        self.changed.emit()

    def _read(self, line: QLineEdit) -> int | NotAnAmount | None:
        return read_amount(line.text(), self._currency) if line.text().strip() else None

    def _judge(self) -> None:
        wrong = ""
        for line in (self.low, self.high):
            read = self._read(line)
            reason = read.reason if isinstance(read, NotAnAmount) else ""
            mark_wrong(line, reason)
            wrong = wrong or reason
        self._note.say(wrong, is_wrong=bool(wrong))


class ArrivalRange(Group):
    """Two days in words; a weekday or a day without a year is the last one."""

    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__(self.tr("Arrived"))
        self._today = today
        self.first = DateField(self.tr("Arrived from"), self._read, self._tell, self.tr("from: 1 sep, mon"))
        self.last = DateField(self.tr("Arrived up to"), self._read, self._tell, self.tr("up to: yesterday"))
        _column(self, self.tr("Arrived"), self.first, self.last)
        for field in (self.first, self.last):
            field.changed.connect(self._on_changed)
        self._is_showing = False

    @property
    def ends(self) -> tuple[date | None, date | None]:
        """The first and the last day; None where nothing is asked for."""
        return self.first.day, self.last.day

    def show_ends(self, lead_filter: LeadFilter) -> None:
        """Show these, without telling."""
        self._is_showing = True
        for field, day in ((self.first, lead_filter.arrived_from), (self.last, lead_filter.arrived_to)):
            field.set_words(day.isoformat() if day else "")
        self._is_showing = False

    def _on_changed(self) -> None:
        if not self._is_showing:
            self.changed.emit()

    def _read(self, words: str) -> date | None:
        return read_past_day(words, self._today)

    def _tell(self, words: str, day: date | None) -> str:
        if day:
            return short_date(day, self._today)
        return no_such_day(words, self._today) or self.tr("No day yet. Try “mon”, “1 sep” or “yesterday”.")


def _show_text(line: QLineEdit, text: str) -> None:
    line.blockSignals(True)
    line.setText(text.removesuffix(".00"))
    line.blockSignals(False)


def _column(group: QWidget, title: str, first: QWidget, last: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(group)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    column.addWidget(plain_label(title, "small_strong", "ink2"))
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(first, 1)
    row.addWidget(last, 1)
    column.addLayout(row)
    return column
