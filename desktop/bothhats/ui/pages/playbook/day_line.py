"""A date in words that is kept when it is left: a campaign's first and last day, the days of a spend."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bothhats.domain.wording import short_date
from bothhats.ui.local_input import no_such_day, read_near_day
from bothhats.ui.widgets.date_field import DateField


class DayLine(QWidget):
    """`kept` when another day, or none, stands there; words that are no day are told beneath and kept from nothing."""

    kept = Signal()

    def __init__(self, name: str, today: date, placeholder: str) -> None:
        super().__init__()
        self._today = today
        self._shown: date | None = None
        self._words = ""
        self.field = DateField(name, self._read, self._tell, placeholder)
        self.line = self.field.line
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        self.line.editingFinished.connect(self._keep)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.field)

    @property
    def day(self) -> date | None:
        """What is meant; the day that was shown as long as the words are none."""
        return self._shown if self.field.is_wrong else self.field.day

    @property
    def is_wrong(self) -> bool:
        """Whether something stands there that is no date."""
        return self.field.is_wrong

    def show_day(self, day: date | None, *, is_forced: bool = False) -> None:
        """What the file says, unless other words are being typed."""
        words = short_date(day, self._today) if day else ""
        is_other = is_forced or self.line.text() == self._words
        self._shown = day
        if is_other:
            self._words = words
            self.field.set_words(words)

    def _read(self, text: str) -> date | None:
        """The words that were put there mean the day that they were made from."""
        return self._shown if self._shown and text == self._words else read_near_day(text, self._today)

    def _keep(self) -> None:
        if not self.field.is_wrong and self.field.day != self._shown:
            self._words = self.line.text()
            self.kept.emit()

    def _tell(self, text: str, day: date | None) -> str:
        if day:
            words = short_date(day, self._today)
            return words if words.casefold() != text.strip().casefold() else ""
        return no_such_day(text, self._today) or self.tr("No day yet. Try “1 oct” or “monday”.")
