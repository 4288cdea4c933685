"""The stretch of time that a ledger counts."""

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from bothhats.queries.months import first_day, month_of, shifted
from bothhats.ui.widgets.segments import Segments

QUARTER, YEAR, EVER = "quarter", "year", "ever"
DAYS = 90
MONTHS_SHOWN = 12


class SpanChoice(Segments):
    """The last 90 days, the last twelve months, or everything."""

    def __init__(self) -> None:
        choices: list[tuple[object, str]] = [
            (QUARTER, _tr("90 days")),
            (YEAR, _tr("12 months")),
            (EVER, _tr("All")),
        ]
        super().__init__(_tr("Heard in"), choices, QUARTER)

    def start(self, today: date) -> date:
        """The first day that counts."""
        if self.value == YEAR:
            return first_shown(today)
        return today - timedelta(days=DAYS - 1) if self.value == QUARTER else date.min

    @property
    def words(self) -> str:
        """ "in 90 days"."""
        return {QUARTER: _tr("in 90 days"), YEAR: _tr("in 12 months")}.get(str(self.value), _tr("so far"))


def first_shown(today: date) -> date:
    """The first day of the first of the twelve months that charts show."""
    return first_day(shifted(month_of(today), 1 - MONTHS_SHOWN))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Span", text)
