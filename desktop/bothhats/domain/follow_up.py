"""Where an open lead stands in time: slipped, due, promised, silent, parked. One rule for every screen."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol


class Standing(StrEnum):
    """What is to do about an open lead, most pressing first."""

    SLIPPED = "slipped"
    TODAY = "today"
    PROMISE = "promise"
    PLANNED = "planned"
    NO_STEP = "no_step"
    BACK = "back"
    SILENT = "silent"
    PARKED = "parked"
    ENDED = "ended"


class Timed(Protocol):
    """What the rule needs to know of a lead; LeadRow has it, and so have leaner rows for counting."""

    @property
    def is_open(self) -> bool: ...
    @property
    def arrived_on(self) -> date: ...
    @property
    def contacted_on(self) -> date | None: ...
    @property
    def last_touch_on(self) -> date | None: ...
    @property
    def rhythm_days(self) -> int | None: ...
    @property
    def follow_up_on(self) -> date | None: ...
    @property
    def parked_until(self) -> date | None: ...
    @property
    def closed_on(self) -> date | None: ...


@dataclass(frozen=True, slots=True)
class Due:
    """The standing of a lead and the date that decides it (None for no step).

    `days` counts from today to that date: negative is late; for `silent` the days since the last touch.
    """

    standing: Standing
    on: date | None
    days: int = 0
    is_promise: bool = False


def promise_until(lead: Timed, promise_days: int) -> date | None:
    """The last day of the promise for a lead not contacted yet, else None."""
    return None if lead.contacted_on else lead.arrived_on + timedelta(days=promise_days)


def due(lead: Timed, today: date, promise_days: int) -> Due:
    """The one standing of a lead today; a promise and a follow-up show at the earlier of the two."""
    if not lead.is_open:
        return Due(Standing.ENDED, lead.closed_on)
    if lead.parked_until and lead.parked_until > today:
        return Due(Standing.PARKED, lead.parked_until, (lead.parked_until - today).days)
    promise = promise_until(lead, promise_days)
    if lead.follow_up_on and not (promise and promise < lead.follow_up_on):
        return _dated(lead.follow_up_on, today, is_promise=False)
    if promise:
        return _dated(promise, today, is_promise=True)
    return _undated(lead, today, promise_days)


def _dated(on: date, today: date, *, is_promise: bool) -> Due:
    days = (on - today).days
    if days < 0:
        return Due(Standing.SLIPPED, on, days, is_promise)
    if is_promise:
        return Due(Standing.PROMISE, on, days, is_promise)
    return Due(Standing.TODAY if days == 0 else Standing.PLANNED, on, days)


def _undated(lead: Timed, today: date, promise_days: int) -> Due:
    if lead.parked_until:
        return Due(Standing.BACK, lead.parked_until, (lead.parked_until - today).days)
    last = max(lead.last_touch_on or lead.arrived_on, lead.arrived_on)
    quiet = (today - last).days
    if quiet > (lead.rhythm_days if lead.rhythm_days is not None else promise_days):
        return Due(Standing.SILENT, last, quiet)
    return Due(Standing.NO_STEP, None)
