"""Counts and dates in words, as DESIGN's copy voice asks; English."""

from collections.abc import Sequence
from datetime import date

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def number(n: int) -> str:
    """Under ten in words, else digits with a comma at thousands: for inside sentences."""
    return _WORDS[n] if 0 <= n < len(_WORDS) else f"{n:,}"


def counted(n: int, one: str, many: str = "") -> str:
    """ "3 leads", "1 lead": for beside things."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def told(n: int, one: str, many: str = "") -> str:
    """ "three leads", "one lead", "no leads": for inside sentences."""
    return f"{number(n)} {one if n == 1 else many or one + 's'}"


def listed(words: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    return " and ".join(each for each in (", ".join(words[:-1]), words[-1]) if each) if words else ""


def sentence(text: str) -> str:
    """The owner's words as a sentence of a letter: one mark at its end, no blanks around."""
    words = text.strip()
    return words if not words or words[-1] in ".!?…:”" else f"{words}."


def capitalised(text: str) -> str:
    """The first letter large, the others as they are."""
    return text[:1].upper() + text[1:]


def short_date(day: date, today: date) -> str:
    """ "16 Oct", with the year when it is not this one."""
    text = f"{day.day} {MONTHS[day.month - 1][:3]}"
    return text if day.year == today.year else f"{text} {day.year}"


def long_date(day: date, today: date | None = None) -> str:
    """ "6 October", with the year unless it is today's."""
    text = f"{day.day} {MONTHS[day.month - 1]}"
    return text if today and day.year == today.year else f"{text} {day.year}"


def near_date(day: date, today: date) -> str:
    """ "today", "tomorrow", "yesterday", the weekday within six days ahead, else "16 Oct"."""
    days = (day - today).days
    if days in (-1, 0, 1):
        return ("yesterday", "today", "tomorrow")[days + 1]
    return WEEKDAYS[day.weekday()] if 1 < days <= 6 else short_date(day, today)


def month_name(month: str) -> str:
    """ "2026-10" as "October"."""
    return MONTHS[int(month[5:7]) - 1]
