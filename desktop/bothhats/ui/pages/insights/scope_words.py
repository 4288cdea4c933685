"""What is counted, in words."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from bothhats.domain.wording import MONTHS, long_date
from bothhats.queries.figures import Period
from bothhats.queries.months import first_day, last_day, month_of
from bothhats.queries.scope import Scope


def period_words(period: Period) -> str:
    """ "July to September 2026", "September 2026"; days where it is no whole months: "1 July to 6 October 2026"."""
    start = period.start
    end = period.last if period.last >= start else period.end
    is_whole = start == first_day(month_of(start)) and end == last_day(month_of(end))
    if not is_whole:
        return f"{long_date(start, end)} to {long_date(end)}" if start != end else long_date(end)
    last = f"{MONTHS[end.month - 1]} {end.year}"
    if month_of(start) == month_of(end):
        return last
    first = MONTHS[start.month - 1] if start.year == end.year else f"{MONTHS[start.month - 1]} {start.year}"
    return f"{first} to {last}"


def header_words(scope: Scope, today: date, counted: str, *, is_short: bool) -> str:
    """What a chart counts: its days, how, and as of when; the middle is dropped where there is little room."""
    as_of = _tr("as of today") if scope.as_of == today else _tr("as of {day}").format(day=long_date(scope.as_of, today))
    days = period_words(scope.period)
    if counted == "now":
        return _tr("As things stand, {as_of}").format(as_of=as_of)
    if is_short:
        return f"{days}, {as_of}"
    how = (
        _tr("counted by the day it happened") if counted == "happened" else _tr("leads counted by the day they arrived")
    )
    return f"{days}, {how}, {as_of}"


def _tr(words: str) -> str:
    return QCoreApplication.translate("Insights", words)
