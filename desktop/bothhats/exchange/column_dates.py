"""The dates of a column: one order for the whole column, decided by all of its rows, and never guessed."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from bothhats.domain.calendar_days import exact_day
from bothhats.domain.date_words import ENGLISH_MONTH_NAMES
from bothhats.domain.problems import KnownProblem
from bothhats.exchange.date_format import TIME_OF_DAY, DateFormat
from bothhats.exchange.month_words import MONTHS_AROUND

_YEAR_FIRST = re.compile(rf"([0-9]{{4}})([-/.])([0-9]{{1,2}})\2([0-9]{{1,2}}){TIME_OF_DAY}")
_WEEKDAY = r"(?:[^\W\d_]+[.,]*\s+)?"
_DAY = "([0-9]{1,2})(?:st|nd|rd|th|er|º)?"
_NUMBERS = re.compile(
    rf"(?:[^\W\d_]+[.,]+\s*)?([0-9]{{1,2}})([-/.])([0-9]{{1,2}})\2([0-9]{{4}}|[0-9]{{2}}){TIME_OF_DAY}"
)
_DAY_WORD = re.compile(rf"{_WEEKDAY}{_DAY}[.\s-]+(?:de\s+)?([^\W\d_]+)(?:\s+del?\b)?[.,\s-]+([0-9]{{4}}){TIME_OF_DAY}")
_WORD_DAY = re.compile(rf"{_WEEKDAY}([^\W\d_]+)[.\s]+{_DAY}[,\s]+([0-9]{{4}}){TIME_OF_DAY}")
_EIGHT_DIGITS = re.compile(r"((?:19|20|21)[0-9]{2})([0-9]{2})([0-9]{2})")
_SERIAL = re.compile(r"([2-7][0-9]{4})(?:\.[0-9]+)?")
_FIRST_SERIAL = date(1899, 12, 30)
_WAY_OUT = "Say which comes first with --date-format dmy or --date-format mdy."


class AmbiguousDates(KnownProblem):
    """A column of dates that fits day/month and month/day; `samples` are three of its cells."""

    def __init__(self, column: str, samples: Sequence[str], what: str) -> None:
        super().__init__(f"The dates in “{column}” {what}: {', '.join(samples)}.", _WAY_OUT)
        self.column = column
        self.samples = tuple(samples)


@dataclass(frozen=True, slots=True)
class NotADate:
    """Why a cell is no date; a sentence for the owner."""

    reason: str


@dataclass(slots=True)
class DateColumn:
    """Reads the cells of one column; remembers them, since dates repeat."""

    is_day_first: bool
    stated: DateFormat | None
    today: date
    _read: dict[str, date | NotADate] = field(default_factory=dict)

    def read(self, cell: str) -> date | NotADate:
        """The day of a cell that is not blank; its time of day is cut off."""
        known = self._read.get(cell)
        if known is None:
            known = self._read[cell] = self._day(cell)
        return known

    def _day(self, cell: str) -> date | NotADate:
        stated = self.stated.read(cell, self.today) if self.stated else None
        parts = stated or _unmistakable(cell) or (None if self.stated else self._by_order(cell))
        if parts is None:
            return NotADate(f"“{cell}” is not a date{'' if self.stated is None else ' in the given format'}.")
        day = exact_day(parts[2], parts[1], parts[0])
        return day if isinstance(day, date) else NotADate(_no_such_day(parts))

    def _by_order(self, cell: str) -> tuple[int, int, int] | None:
        match = _NUMBERS.fullmatch(cell)
        if match is None or len(match[4]) == 2:
            return None
        first, second = int(match[1]), int(match[3])
        return (int(match[4]), second, first) if self.is_day_first else (int(match[4]), first, second)


def is_serial(cell: str) -> bool:
    """Whether a cell is a date as a spreadsheet keeps it, a number of days; between 1954 and 2119."""
    return _SERIAL.fullmatch(cell) is not None


def decide_dates(column: str, cells: Iterable[str], stated: DateFormat | None, today: date) -> DateColumn:
    """How to read this column; raises AmbiguousDates where its cells do not tell."""
    if stated is not None:
        return DateColumn(True, stated, today)
    day_first: list[str] = []
    month_first: list[str] = []
    either: list[str] = []
    short: list[str] = []
    is_certain = False
    for cell in dict.fromkeys(cells):
        match = _NUMBERS.fullmatch(cell)
        if match is None:
            is_certain = is_certain or _unmistakable(cell) is not None
        elif len(match[4]) == 2:
            short.append(cell)
        else:
            _sort_by_order(match, day_first, month_first, either)
    if day_first and month_first:
        raise AmbiguousDates(column, [day_first[0], month_first[0]], "mix day/month and month/day")
    if either and not day_first and not month_first:
        raise AmbiguousDates(column, either[:3], "fit both day/month and month/day")
    if short and not (day_first or month_first or is_certain):
        raise AmbiguousDates(column, short[:3], "have years of two digits, so day, month and year could be any of them")
    return DateColumn(not month_first, None, today)


def _sort_by_order(match: re.Match[str], day_first: list[str], month_first: list[str], either: list[str]) -> None:
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    fits_day_first = isinstance(exact_day(first, second, year), date)
    fits_month_first = isinstance(exact_day(second, first, year), date)
    if fits_day_first and fits_month_first:
        if first != second:
            either.append(match[0])
    elif fits_day_first:
        day_first.append(match[0])
    elif fits_month_first:
        month_first.append(match[0])


def _unmistakable(cell: str) -> tuple[int, int, int] | None:
    """(year, month, day) of a date that can be read in one way only: the year in front, or the month as a word."""
    if match := _YEAR_FIRST.fullmatch(cell):
        return int(match[1]), int(match[3]), int(match[4])
    if match := _EIGHT_DIGITS.fullmatch(cell):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _SERIAL.fullmatch(cell):
        on = _FIRST_SERIAL + timedelta(int(match[1]))
        return on.year, on.month, on.day
    match = _DAY_WORD.fullmatch(cell)
    day, word = (match[1], match[2]) if match else ("", "")
    if match is None and (match := _WORD_DAY.fullmatch(cell)):
        day, word = match[2], match[1]
    month = MONTHS_AROUND.get(word.lower())
    return (int(match[3]), month, int(day)) if match and month else None


def _no_such_day(parts: tuple[int, int, int]) -> str:
    year, month, day = parts
    if not 1 <= month <= 12:
        return f"There is no month {month}."
    if not 1900 <= year <= 2199:
        return f"The year {year} is hardly meant."
    return f"There is no {day} {ENGLISH_MONTH_NAMES[month - 1]} {year}."
