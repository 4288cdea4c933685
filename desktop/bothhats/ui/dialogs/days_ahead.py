"""A date field for what lies ahead: words in, the day that was understood beneath."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from bothhats.domain.wording import WEEKDAYS, short_date
from bothhats.ui.local_input import no_such_day, read_day
from bothhats.ui.widgets.date_field import DateField


def day_ahead_field(name: str, today: date, placeholder: str = "", *, from_today: bool = False) -> DateField:
    """Understands tomorrow and later; today as well where `from_today` says so."""
    first = today.toordinal() + (0 if from_today else 1)

    def read(text: str) -> date | None:
        day = read_day(text, today)
        return day if day and day.toordinal() >= first else None

    def tell(text: str, day: date | None) -> str:
        if day:
            return weekday_date(day, today)
        if read_day(text, today):
            return _tr("That day does not lie ahead.")
        return no_such_day(text, today) or _tr("No day yet. Try “fri”, “in 2 weeks” or “16 oct”.")

    return DateField(name, read, tell, placeholder)


def weekday_date(day: date, today: date) -> str:
    """ "Tue 13 Oct"."""
    return f"{WEEKDAYS[day.weekday()][:3]} {short_date(day, today)}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("DaysAhead", text)
