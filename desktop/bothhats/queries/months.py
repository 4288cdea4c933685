"""Calendar months as texts, "2026-10"."""

from calendar import monthrange
from datetime import date, timedelta


def month_of(day: date) -> str:
    """The month of a day."""
    return f"{day:%Y-%m}"


def first_day(month: str) -> date:
    """The first day of a month."""
    return date(int(month[:4]), int(month[5:7]), 1)


def last_day(month: str) -> date:
    """The last day of a month."""
    first = first_day(month)
    return first.replace(day=monthrange(first.year, first.month)[1])


def shifted(month: str, by: int) -> str:
    """The month so many months later; earlier for a negative number."""
    number = int(month[:4]) * 12 + int(month[5:7]) - 1 + by
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def months_between(start: date, end: date) -> list[str]:
    """Every month that the range touches, in order."""
    months = [month_of(start)]
    while months[-1] < month_of(end):
        months.append(shifted(months[-1], 1))
    return months


def year_up_to(day: date) -> tuple[date, date]:
    """The first and the last day of the twelve months up to a day."""
    month = shifted(month_of(day), -12)
    same_day = min(day.day, last_day(month).day)
    return first_day(month).replace(day=same_day) + timedelta(days=1), day
