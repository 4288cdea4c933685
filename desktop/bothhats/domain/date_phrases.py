"""The grammar of typed dates: each phrase as a pattern and the day that it means."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

from bothhats.domain.calendar_days import (
    NoSuchDay,
    coming_day,
    coming_weekday,
    days_after,
    exact_day,
    last_day,
    last_weekday,
    months_after,
)
from bothhats.domain.date_words import MONTHS, NEAR_DAYS, NUMBERS, SHORT_WEEKDAYS, UNITS, WEEKDAYS, any_of

Meaning = date | NoSuchDay | None
Reading = Callable[[dict[str, str], date, bool], Meaning]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A way to write a date, in small letters; `is_plain` ones are sure enough to be found inside a longer line."""

    pattern: re.Pattern[str]
    meaning: Reading
    is_plain: bool


@cache
def phrases() -> tuple[Phrase, ...]:
    """All phrases; compiled when first needed, since the first picture comes before."""
    return tuple(
        Phrase(re.compile(pattern.replace(" ", r"\s+")), meaning, is_plain) for pattern, meaning, is_plain in _GRAMMAR
    )


def _near(found: dict[str, str], today: date, _day_first: bool) -> Meaning:
    return days_after(today, NEAR_DAYS[found["near"]])


def _weekday(found: dict[str, str], today: date, _day_first: bool) -> Meaning:
    weekday = (WEEKDAYS | SHORT_WEEKDAYS)[found["weekday"]]
    return last_weekday(today, weekday) if found["last"] else coming_weekday(today, weekday)


def _next_unit(found: dict[str, str], today: date, _day_first: bool) -> Meaning:
    if UNITS[found["unit"]] == "week":
        return coming_weekday(today, 0)
    first = months_after(today.replace(day=1), 1 if UNITS[found["unit"]] == "month" else 12)
    return first.replace(month=1) if first and UNITS[found["unit"]] == "year" else first


def _distance(found: dict[str, str], today: date, _day_first: bool) -> Meaning:
    written = found["count"]
    count = NUMBERS[written] if written in NUMBERS else int(written)
    if found.get("ago") or found.get("minus"):
        count = -count
    unit = UNITS[found["unit"]]
    if unit in ("day", "week"):
        return days_after(today, count * (7 if unit == "week" else 1))
    return months_after(today, count * (12 if unit == "year" else 1))


def _end_of_month(found: dict[str, str], today: date, _day_first: bool) -> Meaning:
    month = MONTHS[found["month"]] if found.get("month") else today.month
    year = int(found["year"]) if found.get("year") else today.year + (month < today.month)
    if not 1900 <= year <= 2199:
        return None
    return date(year, month, last_day(year, month))


def _middle_of_month(found: dict[str, str], today: date, _day_first: bool) -> Meaning:
    return coming_day(today, 15, MONTHS[found["month"]])


def _end_of_year(_found: dict[str, str], today: date, _day_first: bool) -> Meaning:
    return today.replace(month=12, day=31)


def _named_month(found: dict[str, str], today: date, _day_first: bool) -> Meaning:
    return _day_of(int(found["day"]), MONTHS[found["month"]], found["year"], today)


def _numbers(found: dict[str, str], today: date, day_first: bool) -> Meaning:
    first, second = int(found["first"]), int(found["second"])
    day, month = (first, second) if day_first or found["mark"] == "." else (second, first)
    return _day_of(day, month, found["year"], today)


def _year_first(found: dict[str, str], today: date, _day_first: bool) -> Meaning:
    return _day_of(int(found["day"]), int(found["month"]), found["year"], today)


def _day_of_month(found: dict[str, str], today: date, _day_first: bool) -> Meaning:
    day = int(found["day"])
    starts = (months_after(today.replace(day=1), ahead) for ahead in range(3))
    days = (days_after(start, day - 1) for start in starts if start and 1 <= day <= last_day(start.year, start.month))
    return next((found_day for found_day in days if found_day and found_day >= today), None)


def _day_of(day: int, month: int, year: str, today: date) -> Meaning:
    if not year:
        return coming_day(today, day, month)
    return exact_day(day, month, int(year) if len(year) == 4 else 2000 + int(year))


_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th|\.)?"
_MONTH = rf"(?P<month>{any_of(MONTHS)})\.?"
_YEAR = r"(?P<year>[0-9]{4})"
_UNIT = rf"(?P<unit>{any_of(UNITS)})"
_COUNT = rf"(?P<count>[0-9]{{1,4}}|{any_of(NUMBERS)})"
_NEXT = r"next|nächsten|nächste|nächster|nächstes|naechste|naechsten|kommende|kommenden"
_LAST = r"last|letzten|letzte|vergangenen"
_BEFORE_WEEKDAY = rf"(?:(?:on|am|this|diesen|coming|{_NEXT}) )?(?:(?P<last>{_LAST}) )?"
_WEEKDAY_BEFORE = rf"(?:(?:on|am) )?(?:(?:{any_of(WEEKDAYS)}|{any_of(SHORT_WEEKDAYS)})[.,]? )?"

_GRAMMAR: tuple[tuple[str, Reading, bool], ...] = (
    (rf"(?P<near>{any_of(NEAR_DAYS)})", _near, True),
    (rf"{_BEFORE_WEEKDAY}(?P<weekday>{any_of(WEEKDAYS)})", _weekday, True),
    (rf"{_BEFORE_WEEKDAY}(?P<weekday>{any_of(SHORT_WEEKDAYS)})\.?", _weekday, False),
    (rf"(?:{_NEXT}) (?P<unit>week|month|year|woche|monat|jahr)", _next_unit, True),
    (rf"in {_COUNT}\s*{_UNIT}", _distance, True),
    (rf"\+\s*{_COUNT}\s*{_UNIT}", _distance, True),
    (rf"(?P<minus>-)\s*{_COUNT}\s*{_UNIT}", _distance, False),
    (rf"{_COUNT}\s*{_UNIT}", _distance, False),
    (rf"{_COUNT} {_UNIT} (?P<ago>ago)", _distance, True),
    (rf"(?P<ago>vor) {_COUNT} {_UNIT}", _distance, True),
    (r"eom|(?:the )?end of (?:the |this )?month|month[-\s]end|monatsende|ende des monats", _end_of_month, True),
    (rf"(?:(?:the )?end of|ende) {_MONTH}(?: {_YEAR})?", _end_of_month, True),
    (rf"(?:mid|mitte|the middle of)[-\s]{_MONTH}", _middle_of_month, True),
    (r"eoy|(?:the )?end of (?:the |this )?year|jahresende", _end_of_year, True),
    (rf"{_WEEKDAY_BEFORE}{_DAY}(?: of)?[-\s]?{_MONTH}(?:[-,\s]+{_YEAR})?", _named_month, True),
    (rf"{_WEEKDAY_BEFORE}{_MONTH} {_DAY}(?:,? {_YEAR})?", _named_month, True),
    (
        rf"{_WEEKDAY_BEFORE}(?P<first>[0-9]{{1,2}})(?P<mark>[/.])(?P<second>[0-9]{{1,2}})(?:(?P=mark)(?P<year>[0-9]{{4}}|[0-9]{{2}}))",
        _numbers,
        True,
    ),
    (rf"{_WEEKDAY_BEFORE}(?P<first>[0-9]{{1,2}})(?P<mark>-)(?P<second>[0-9]{{1,2}})-{_YEAR}", _numbers, True),
    (rf"{_WEEKDAY_BEFORE}(?P<first>[0-9]{{1,2}})(?P<mark>/)(?P<second>[0-9]{{1,2}})(?P<year>)", _numbers, True),
    (rf"{_WEEKDAY_BEFORE}(?P<first>[0-9]{{1,2}})(?P<mark>\.)(?P<second>[0-9]{{1,2}})\.(?P<year>)", _numbers, True),
    (r"(?P<first>[0-9]{1,2})(?P<mark>\.)(?P<second>[0-9]{1,2})(?P<year>)", _numbers, False),
    (rf"{_YEAR}[-/.](?P<month>[0-9]{{1,2}})[-/.](?P<day>[0-9]{{1,2}})", _year_first, True),
    (r"(?:on |am )?(?:the )?(?P<day>[0-9]{1,2})(?:st|nd|rd|th)", _day_of_month, True),
    (r"(?:am )?(?P<day>[0-9]{1,2})\.", _day_of_month, False),
)
