"""The words in which dates are written, English and German; our own table, since the system's locale may change."""

from collections.abc import Iterable

_ENGLISH_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_GERMAN_MONTHS = [
    "januar",
    "februar",
    "märz",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "dezember",
]
_OTHER_MONTHS = {"sept": 9, "mrz": 3, "maerz": 3, "jänner": 1, "okt": 10, "dez": 12}
_ENGLISH_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_GERMAN_DAYS = ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"]
_OTHER_DAYS = {"tues": 1, "thur": 3, "thurs": 3, "sonnabend": 5}

MONTHS: dict[str, int] = {
    **{name[:3]: number for names in (_ENGLISH_MONTHS, _GERMAN_MONTHS) for number, name in enumerate(names, 1)},
    **{name: number for names in (_ENGLISH_MONTHS, _GERMAN_MONTHS) for number, name in enumerate(names, 1)},
    **_OTHER_MONTHS,
}

WEEKDAYS: dict[str, int] = {
    **{name[:3]: number for number, name in enumerate(_ENGLISH_DAYS)},
    **{name: number for names in (_ENGLISH_DAYS, _GERMAN_DAYS) for number, name in enumerate(names)},
    **_OTHER_DAYS,
}

# Words of everyday text as well: dates only where they stand alone.
SHORT_WEEKDAYS: dict[str, int] = {name[:2]: number for number, name in enumerate(_GERMAN_DAYS)}

NEAR_DAYS: dict[str, int] = {
    "today": 0, "tod": 0, "heute": 0, "tomorrow": 1, "tom": 1, "tmr": 1, "morgen": 1, "day after tomorrow": 2,
    "the day after tomorrow": 2, "übermorgen": 2, "uebermorgen": 2, "yesterday": -1, "gestern": -1,
    "day before yesterday": -2, "the day before yesterday": -2, "vorgestern": -2,
}  # fmt: skip

NUMBERS: dict[str, int] = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "ein": 1, "eine": 1, "einem": 1, "einer": 1, "einen": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5,
    "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10,
}  # fmt: skip

UNITS: dict[str, str] = {
    **dict.fromkeys(("d", "day", "days", "t", "tag", "tage", "tagen"), "day"),
    **dict.fromkeys(("w", "wk", "wks", "week", "weeks", "woche", "wochen"), "week"),
    **dict.fromkeys(("m", "month", "months", "monat", "monate", "monaten"), "month"),
    **dict.fromkeys(("y", "year", "years", "j", "jahr", "jahre", "jahren"), "year"),
}

ENGLISH_MONTH_NAMES = tuple(name.capitalize() for name in _ENGLISH_MONTHS)


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of these words, the longest first."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))
