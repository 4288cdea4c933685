"""A stated date format becomes a pattern: `%d/%m/%Y`, `DD.MM.YYYY`, or only the order, `dmy`; free of any locale."""

import re
from dataclasses import dataclass
from datetime import date

from bothhats.domain.date_words import MONTHS, any_of
from bothhats.domain.problems import WrongUsage

TIME_OF_DAY = r"(?:[T\s,]+(?:(?:um|at|à)\s+)?[0-9]{1,2}[:.][0-9]{2}.*)?"

_DIRECTIVES = {
    "d": r"(?P<day>[0-9]{1,2})",
    "m": r"(?P<month>[0-9]{1,2})",
    "Y": r"(?P<year>[0-9]{4})",
    "y": r"(?P<year>[0-9]{2})",
    "b": rf"(?P<word>{any_of(MONTHS)})\.?",
    "B": rf"(?P<word>{any_of(MONTHS)})\.?",
    "H": "[0-9]{1,2}",
    "I": "[0-9]{1,2}",
    "M": "[0-9]{2}",
    "S": "[0-9]{2}",
    "f": "[0-9]+",
    "p": "[ap]\\.?m\\.?",
    "z": "[-+][0-9:]+|z",
    "%": "%",
}
_MONTH = rf"(?:{_DIRECTIVES['m']}|{_DIRECTIVES['b']})"
_YEAR = "(?P<year>[0-9]{4}|[0-9]{2})"
_ORDERS = {
    "dmy": rf"{_DIRECTIVES['d']}[-/. ]{_MONTH}[-/. ]{_YEAR}",
    "mdy": rf"{_MONTH}[-/. ]{_DIRECTIVES['d']}[-/. ]{_YEAR}",
    "ymd": rf"{_YEAR}[-/. ]{_MONTH}[-/. ]{_DIRECTIVES['d']}",
}
_LETTERS = (("yyyy", "%Y"), ("yy", "%y"), ("mmmm", "%B"), ("mmm", "%b"), ("mm", "%m"), ("dd", "%d"))
_WAY_OUT = "Write dmy, mdy or ymd, or a pattern such as %d/%m/%Y."


@dataclass(frozen=True, slots=True)
class DateFormat:
    """The format that the owner stated for a file."""

    pattern: re.Pattern[str]

    def read(self, cell: str, today: date) -> tuple[int, int, int] | None:
        """(year, month, day) as written, possible or not; two digits mean a year up to 20 years from now."""
        match = self.pattern.fullmatch(cell.lower())
        if match is None:
            return None
        found = match.groupdict()
        month = MONTHS[found["word"]] if found.get("word") else int(found["month"])
        year = int(found["year"])
        if len(found["year"]) == 2:
            year += 2000 if year + 2000 <= today.year + 20 else 1900
        return year, month, int(found["day"])


def read_date_format(text: str) -> DateFormat:
    """Raises WrongUsage for what names no day, month and year."""
    stated = text.strip()
    order = _ORDERS.get(stated.lower().replace("/", "").replace("-", ""))
    pattern = order + TIME_OF_DAY.lower() if order else _pattern(stated)
    return DateFormat(re.compile(pattern))


def _pattern(stated: str) -> str:
    if "%" not in stated:
        stated = stated.lower()
        for letters, directive in _LETTERS:
            stated = stated.replace(letters, directive)
    directives = re.findall(r"%(.?)", stated)
    counts = [sum(directives.count(letter) for letter in letters) for letters in ("d", "mbB", "Yy")]
    if counts != [1, 1, 1] or any(letter not in _DIRECTIVES for letter in directives):
        raise WrongUsage(f"“{stated}” is no date format: it names a day, a month and a year, each once.", _WAY_OUT)
    has_time = any(letter in directives for letter in "HI")
    return re.sub(r"%.|\s+|[^%]", _piece, stated) + ("" if has_time else TIME_OF_DAY.lower())


def _piece(match: re.Match[str]) -> str:
    written = match.group()
    if written[0] == "%":
        return f"(?:{_DIRECTIVES[written[1:]]})"
    return r"\s+" if written.isspace() else re.escape(written.lower())
