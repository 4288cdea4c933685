"""What the first page of the review says of a month in words; pure."""

from dataclasses import dataclass

from bothhats.domain.wording import capitalised, number, told
from bothhats.queries.review_month import Numbers


@dataclass(frozen=True, slots=True)
class Figure:
    """One of the five figures in words; `share` is how much of the goal is reached, None where there is no goal."""

    key: str
    name: str
    value: str
    before: str
    goal: str
    share: float | None = None
    has_leads: bool = True

    @property
    def is_reached(self) -> bool:
        """Whether the goal is reached."""
        return self.share is not None and self.share >= 1


def month_sentence(numbers: Numbers, before: str) -> str:
    """Conversations against the month before, then closes against it and against their goal.

    `before` is blank in the first month: there is nothing to set it against.
    """
    now, was = numbers.month.events, numbers.before.events
    began = capitalised(told(now.conversations, "conversation"))
    if not before:
        came, closes = capitalised(told(now.leads, "lead")), told(now.closes, "close")
        return f"Your first month here. {came} came, {told(now.conversations, 'conversation')} began, {closes}."
    first = f"{began} began, {_against(now.conversations, was.conversations, before)}."
    return f"{first} {_closes(now.closes, was.closes, numbers.goals.get('closes'))}"


def earlier_closes(closes: int, earlier: int, month: str) -> str:
    """How many of the month's closes came from leads of the months before; blank where none did."""
    if not earlier:
        return ""
    if earlier < closes:
        return f"{capitalised(number(earlier))} of the {number(closes)} closes came in before {month}."
    which = {1: "The close", 2: "Both closes"}.get(closes, f"All {number(closes)} closes")
    return f"{which} came in before {month}."


def _against(now: int, was: int, month: str) -> str:
    if now == was:
        return f"as many as in {month}"
    return f"{number(abs(now - was))} {'more' if now > was else 'fewer'} than in {month}"


def _closes(now: int, was: int, goal: int | None) -> str:
    verb = "stayed at" if now == was else "rose to" if now > was else "fell to"
    words = f"Closes {verb} {number(now) if now else 'none'}"
    if not goal:
        return f"{words}."
    if now >= goal:
        return f"{words}: the goal is reached."
    return f"{words}, {number(goal - now)} short of the goal."
