"""The periods one can choose; pure."""

from datetime import date, timedelta

from bothhats.queries.figures import Period
from bothhats.queries.months import first_day, last_day, month_of, months_between, shifted

CHOICES = ("this_month", "last_month", "this_quarter", "last_quarter", "this_year", "last_12_months", "everything")


def period_of(choice: str, today: date, first: date | None) -> Period:
    """The period of a choice, as of today; `first` is the first arrival in the file."""
    month = month_of(today)
    quarter = shifted(month, -((today.month - 1) % 3))
    ranges = {
        "this_month": (first_day(month), last_day(month)),
        "last_month": (first_day(shifted(month, -1)), last_day(shifted(month, -1))),
        "this_quarter": (first_day(quarter), last_day(shifted(quarter, 2))),
        "last_quarter": (first_day(shifted(quarter, -3)), last_day(shifted(quarter, -1))),
        "this_year": (date(today.year, 1, 1), date(today.year, 12, 31)),
        "last_12_months": (first_day(shifted(month, -12)), first_day(month) - timedelta(days=1)),
        "everything": (min(first or today, today), today),
    }
    return Period(*ranges[choice], as_of=today)


def first_choice(today: date, first: date) -> str:
    """What a file shows first: the last quarter, or this one when nothing had arrived by then."""
    return "last_quarter" if first <= period_of("last_quarter", today, first).end else "this_quarter"


def period_before(period: Period) -> Period:
    """The period just before, as long as this one: in months where it is of whole months, else in days."""
    start, end = period.start, period.end
    first, last = month_of(start), month_of(end)
    if start == first_day(first) and end == last_day(last):
        months = len(months_between(start, end))
        return Period(first_day(shifted(first, -months)), start - timedelta(days=1), period.as_of)
    return Period(start - (end - start) - timedelta(days=1), start - timedelta(days=1), period.as_of)
