"""The monthly review: its ten pages, which hat wears each, and the eight checks of alignment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bothhats.domain.wording import counted, long_date

MOST_COMMITMENTS = 3
HEARD_DAYS = 90
HEARD_PEOPLE = 2
METRICS = {
    "leads": "leads",
    "conversations": "conversations",
    "closes": "closes",
    "revenue": "revenue",
    "promise": "promise kept",
}


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """One page; `hats` in the order in which they speak, none where both wear it."""

    id: str
    title: str
    hats: tuple[str, ...] = ()


PAGES = (
    ReviewPage("numbers", "Numbers"),
    ReviewPage("promised", "What you promised"),
    ReviewPage("leads", "Leads", ("sales",)),
    ReviewPage("landed", "What landed", ("sales", "marketing")),
    ReviewPage("objections", "Objections and questions", ("sales", "marketing")),
    ReviewPage("content", "Content", ("marketing",)),
    ReviewPage("definition", "Definition"),
    ReviewPage("alignment", "Alignment check"),
    ReviewPage("commitments", "Commitments"),
    ReviewPage("summary", "Summary"),
)


@dataclass(frozen=True, slots=True)
class Check:
    """One check of alignment: whether it holds (None: nothing to measure), and what it rests on."""

    name: str
    holds: bool | None
    evidence: str
    threshold: str = ""


@dataclass(frozen=True, slots=True)
class Commitment:
    """What the owner promises at the end of a review, and what it should move, if anything.

    A `metric` alone is that figure of the month; beside a source it is that figure of the source.
    """

    hat: str
    text: str
    due_on: date
    objection_id: int | None = None
    claim_id: int | None = None
    source_id: int | None = None
    carried_from: int | None = None
    metric: str = ""


def score(checks: Sequence[Check]) -> tuple[int, int]:
    """How many checks hold, of how many; not applicable ones leave the denominator."""
    measured = [check for check in checks if check.holds is not None]
    return sum(bool(check.holds) for check in measured), len(measured)


def promise_check(kept: int, of: int, days: int = 2) -> Check:
    """Nine of ten new leads of the month were contacted within the promise."""
    holds = 10 * kept >= 9 * of if of else None
    evidence = f"{kept} of {of} within {counted(days, 'day')}" if of else "no new leads"
    return Check("New leads are contacted within the promise", holds, evidence, "Holds from 9 in 10.")


def look_check(looked_on: date | None, on: date, within_days: int, version: int = 0) -> Check:
    """The definition is written, and was looked at this quarter."""
    name = "The definition is written, and was looked at this quarter"
    threshold = f"Holds for {counted(within_days, 'day')}."
    if looked_on is None:
        return Check(name, False, "not written yet", threshold)
    days = max((on - looked_on).days, 0)
    ago = "today" if days == 0 else f"on {long_date(looked_on, on)}, {counted(days, 'day')} ago"
    told = f"looked at {ago}"
    return Check(name, days <= within_days, f"version {version}, {told}" if version else told, threshold)


def answered_check(answered: int, heard: int) -> Check:
    """Everything heard from two or more leads in 90 days is answered by a live asset."""
    evidence = f"{answered} of {heard} heard from two or more people have a live answer"
    evidence = evidence if heard else "nothing was heard from two or more people in 90 days"
    return Check("What people keep asking is answered", answered == heard if heard else None, evidence)


def traceable_check(with_source: int, wins: int) -> Check:
    """Every win of the month has a source."""
    evidence = f"{with_source} of {wins}" if wins else "no wins"
    return Check("Every win can be traced to a source", with_source == wins if wins else None, evidence)


def kept_check(kept: int, made: int) -> Check:
    """Two thirds of last month's commitments were kept."""
    evidence = f"{kept} of {made}" if made else "none were made"
    holds = 3 * kept >= 2 * made if made else None
    return Check("The last commitments were kept", holds, evidence, "Holds from 2 in 3.")


def on_time_check(done_on: date, on_time_until: date, *, is_done: bool = False) -> Check:
    """The review is finished by its day."""
    day = long_date(done_on, on_time_until)
    began = f"done on {day}" if is_done else f"it is {day}"
    is_on_time = done_on <= on_time_until
    until = "on time until" if is_on_time else "it was due on"
    return Check("The review is done on time", is_on_time, f"{began}; {until} {long_date(on_time_until, done_on)}")


def own_check(name: str, answer: str) -> Check:
    """A question that only the owner can answer: yes, no, or not answered yet."""
    holds = {"yes": True, "no": False}.get(answer)
    return Check(name, holds, answer or "not answered yet")
