"""When a touch was, typed in words: a day, a time, or both; pure."""

import re
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from bothhats.ui.local_input import no_such_day, read_past_day

_TIME = re.compile(r"(?:^|\s)(?:at\s+)?(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|h)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, and the time of it as "09:40" where it was given."""

    on: date
    at: str | None = None


def read_moment(text: str, today: date) -> Moment | str:
    """The moment that the text names, no later than today; a blank is today. Else a sentence on what is wrong."""
    day, at = _split_time(text.strip())
    on = read_past_day(day, today) if day else today
    if on is None:
        return no_such_day(day, today) or _tr("That is no day. Try “today”, “mon” or “3 oct”.")
    if on > today:
        return _tr("That day lies ahead. Log what has happened; plan the rest as a next step.")
    return Moment(on, at)


def _split_time(text: str) -> tuple[str, str | None]:
    found = _TIME.search(text)
    if not found or not (found[2] or found[3]):
        return text, None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half in ("am", "pm"):
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59:
        return text, None
    return text[: found.start()].strip(), f"{hour:02d}:{minute:02d}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("TouchMoment", text)
