"""Words become a date: `tomorrow`, `next tue`, `+3d`, `27 jan`; English and German, never a guess behind the back."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bothhats.domain.calendar_days import NoSuchDay, coming_day, last_day
from bothhats.domain.date_phrases import Meaning, Phrase, phrases
from bothhats.domain.date_words import ENGLISH_MONTH_NAMES

_LONGEST = 400


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date phrase inside a line, from `start` up to `end`."""

    on: date
    start: int
    end: int


def parse_date(text: str, today: date, *, day_first: bool = True) -> date | None:
    """The day that the whole text names; without a year, and for weekdays, the next one."""
    meaning = _meaning(text, today, day_first)
    return meaning if isinstance(meaning, date) else None


def parse_past_date(text: str, today: date, *, day_first: bool = True) -> date | None:
    """The same for what lies behind: a weekday or a day without a year is the last one; `tomorrow` stays ahead."""
    day = parse_date(text, today, day_first=day_first)
    if day is None or day <= today or parse_date(text, today - timedelta(days=1), day_first=day_first) != day:
        return day
    earlier = (parse_date(text, today - timedelta(days=days), day_first=day_first) for days in (7, 31, 366))
    return next((found for found in earlier if found and found <= today), day)


def find_date(text: str, today: date, *, day_first: bool = True) -> FoundDate | None:
    """The longest date phrase in a line, the last of equals."""
    best: FoundDate | None = None
    lowered = _lowered(text[:_LONGEST])
    for phrase in phrases():
        if not phrase.is_plain:
            continue
        for match in phrase.pattern.finditer(lowered):
            on = _read(phrase, match, today, day_first)
            if isinstance(on, date) and _stands_alone(text, match.start(), match.end()):
                best = _better(best, FoundDate(on, match.start(), match.end()))
    return best


def explain_no_such_day(text: str, today: date, *, day_first: bool = True) -> str | None:
    """A sentence for a day that does not exist (`31 feb`); None when the text is a date, or none at all."""
    meaning = _meaning(text, today, day_first)
    if not isinstance(meaning, NoSuchDay):
        return None
    if not 1 <= meaning.month <= 12:
        return f"There is no month {meaning.month}."
    written = f"{meaning.day} {ENGLISH_MONTH_NAMES[meaning.month - 1]}"
    if meaning.day == 29 and meaning.year is not None:
        written += f" {meaning.year}"
    return f"There is no {written}. Did you mean {_written(_nearest(meaning, today), day_first)}?"


def _meaning(text: str, today: date, day_first: bool) -> Meaning:
    impossible: NoSuchDay | None = None
    stripped = _lowered(text.strip())
    if len(stripped) > _LONGEST:
        return None
    for phrase in phrases():
        match = phrase.pattern.fullmatch(stripped)
        meaning = _read(phrase, match, today, day_first) if match else None
        if isinstance(meaning, date):
            return meaning
        impossible = impossible or meaning
    return impossible


def _lowered(text: str) -> str:
    """Small letters, character by character, so that every place stays where it is."""
    return "".join(small if len(small := char.lower()) == 1 else char for char in text)


def _read(phrase: Phrase, match: re.Match[str], today: date, day_first: bool) -> Meaning:
    found = {name: " ".join((text or "").split()) for name, text in match.groupdict().items()}
    return phrase.meaning(found, today, day_first)


def _better(best: FoundDate | None, other: FoundDate) -> FoundDate:
    if best is None:
        return other
    return max(best, other, key=lambda found: (found.end - found.start, found.start))


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no letter or digit touches the phrase, so that `tomato` is not `tom` and 1/2/34567 no date."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum() or after.isalnum() or before in ("@", "-", "/", "+", "_"):
        return False
    following = text[end : end + 2]
    return not (len(following) == 2 and following[0] in "./-@_" and following[1].isalnum())


def _nearest(wrong: NoSuchDay, today: date) -> date:
    if wrong.year is not None:
        return date(wrong.year, wrong.month, min(max(wrong.day, 1), last_day(wrong.year, wrong.month)))
    coming = coming_day(today, 28, wrong.month)
    year = coming.year if isinstance(coming, date) else today.year
    return date(year, wrong.month, min(max(wrong.day, 1), last_day(year, wrong.month)))


def _written(day: date, day_first: bool) -> str:
    first, second = (day.day, day.month) if day_first else (day.month, day.day)
    return f"{first:02d}/{second:02d}/{day.year}"
