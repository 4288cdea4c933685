"""Arithmetic with calendar days that never leaves the calendar: where there is no such day, the answer is None."""

import calendar
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta


@dataclass(frozen=True, slots=True)
class NoSuchDay:
    """A day that was written and does not exist; `year` None: none was written."""

    day: int
    month: int
    year: int | None


def days_after(start: date, days: int) -> date | None:
    """`days` may be negative."""
    try:
        return start + timedelta(days=days)
    except OverflowError:
        return None


def months_after(start: date, months: int) -> date | None:
    """The same day of a later month, or its last day."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if not 1 <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(start.day, last_day(year, month + 1)))


def last_day(year: int, month: int) -> int:
    """28 to 31."""
    return calendar.monthrange(year, month)[1]


def coming_weekday(today: date, weekday: int) -> date | None:
    """The first one after today (Monday is 0)."""
    return days_after(today, (weekday - today.weekday() - 1) % 7 + 1)


def last_weekday(today: date, weekday: int) -> date | None:
    """The last one before today."""
    return days_after(today, -((today.weekday() - weekday - 1) % 7 + 1))


def coming_day(today: date, day: int, month: int) -> date | NoSuchDay | None:
    """The next such day, today included; a 29 February may be years away."""
    for year in range(today.year, min(today.year + 9, MAXYEAR + 1)):
        if 1 <= month <= 12 and 1 <= day <= last_day(year, month) and date(year, month, day) >= today:
            return date(year, month, day)
    return NoSuchDay(day, month, None)


def exact_day(day: int, month: int, year: int) -> date | NoSuchDay | None:
    """This very day; years outside 1900 to 2199 are slips of the hand."""
    if not 1900 <= year <= 2199:
        return None
    if 1 <= month <= 12 and 1 <= day <= last_day(year, month):
        return date(year, month, day)
    return NoSuchDay(day, month, year)
