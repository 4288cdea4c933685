"""Which days shall be counted, as of which day, and beside the period before?"""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bothhats.domain.wording import long_date
from bothhats.ui.dialogs.dialog_frame import DialogFrame, error_label, field_label, small_label
from bothhats.ui.local_input import no_such_day, read_past_day
from bothhats.ui.widgets.date_field import DateField
from bothhats.ui.widgets.segments import Segments

_WIDTH = 460


@dataclass(frozen=True, slots=True)
class Dates:
    """A range of days, the day at whose end the history is read (None: always today), and whether it is compared."""

    start: date
    end: date
    as_of: date | None
    is_compared: bool


def ask_dates(parent: QWidget, begun: Dates, today: date) -> Dates | None:
    """Other dates than `begun`; None where nothing should change."""
    dialog = ChoosePeriod(parent, begun, today)
    return dialog.answer if dialog.exec() else None


class ChoosePeriod(DialogFrame):
    """Dates in words; a period that ends before it starts is said to."""

    def __init__(self, parent: QWidget, begun: Dates, today: date) -> None:
        super().__init__(parent, "", _WIDTH)
        self.setWindowTitle(self.tr("Dates"))
        self._today = today
        self.answer: Dates | None = None
        self.add_heading(self.tr("Which days shall be counted?"))
        self.from_field = self._day_field(self.tr("From"), begun.start.isoformat())
        self.to_field = self._day_field(self.tr("To"), begun.end.isoformat())
        as_of = begun.as_of.isoformat() if begun.as_of else ""
        self.as_of_field = self._day_field(self.tr("As of"), as_of, self.tr("today"))
        choices = [(False, self.tr("No")), (True, self.tr("Yes"))]
        self.compare_choice = Segments(self.tr("Compare with the period before"), choices, begun.is_compared)
        self.error = error_label()
        self._add_fields()
        self.primary_button.setText(self.tr("Count these days"))
        self.from_field.line.selectAll()
        self.from_field.setFocus()

    def _add_fields(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        for words, field in ((self.tr("&From"), self.from_field), (self.tr("&To"), self.to_field)):
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(field_label(words, field))
            column.addWidget(field)
            column.addStretch(1)
            row.addLayout(column, 1)
        self.body.addLayout(row)
        self.add_field(field_label(self.tr("&As of"), self.as_of_field), self.as_of_field)
        self.body.addWidget(small_label(self.tr("What the history says at the end of that day. Blank: always today.")))
        self.add_field(
            field_label(self.tr("&Compare with the period before"), self.compare_choice), self.compare_choice
        )
        self.body.addWidget(self.error)

    def _day_field(self, name: str, words: str, placeholder: str = "") -> DateField:
        field = DateField(name, lambda text: read_past_day(text, self._today), self._tell, placeholder)
        field.set_words(words)
        field.changed.connect(lambda: self.explain(self.error, ""))
        return field

    def _tell(self, text: str, day: date | None) -> str:
        if day:
            return long_date(day)
        return no_such_day(text, self._today) or self.tr("No day yet. Try “1 july”, “last monday” or “2026-09-30”.")

    def _try(self) -> None:
        start, end, as_of = self.from_field.day, self.to_field.day, self.as_of_field.day
        if start is None:
            self.explain(self.error, self.tr("The period needs a first day."), self.from_field.line)
        elif end is None:
            self.explain(self.error, self.tr("The period needs a last day."), self.to_field.line)
        elif end < start:
            words = self.tr("The last day lies before the first. Choose a later one.")
            self.explain(self.error, words, self.to_field.line)
        elif self.as_of_field.is_wrong or (as_of and as_of > self._today):
            words = self.tr("The history goes as far as today. Choose an earlier day, or leave it blank.")
            self.explain(self.error, words, self.as_of_field.line)
        else:
            self.answer = Dates(start, end, as_of, bool(self.compare_choice.value))
            self.accept()
