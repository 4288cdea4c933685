"""The monthly review: its ten pages, which hat wears each, and the eight checks of alignment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

MOST_COMMITMENTS = 3
PROMISE_SHARE = 0.9
COMMITMENT_SHARE = 2 / 3
HEARD_DAYS = 90
HEARD_PEOPLE = 2


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
    """What the owner promises at the end of a review, and what it should move, if anything."""

    hat: str
    text: str
    due_on: date
    objection_id: int | None = None
    claim_id: int | None = None
    source_id: int | None = None
    carried_from: int | None = None


def score(checks: Sequence[Check]) -> tuple[int, int]:
    """How many checks hold, of how many; not applicable ones leave the denominator."""
    measured = [check for check in checks if check.holds is not None]
    return sum(bool(check.holds) for check in measured), len(measured)


def promise_check(kept: int, of: int) -> Check:
    """Nine of ten new leads of the month were contacted within the promise."""
    holds = kept >= PROMISE_SHARE * of if of else None
    return Check("Promise kept for new leads", holds, f"{kept} of {of}" if of else "no new leads", "9 of 10")


def look_check(looked_on: date | None, on: date, within_days: int) -> Check:
    """The definition is written, and was looked at this quarter."""
    if looked_on is None:
        return Check("Definition written and looked at", False, "not written yet", f"within {within_days} days")
    days = max((on - looked_on).days, 0)
    told = "looked at today" if days == 0 else f"looked at {days} days ago"
    return Check("Definition written and looked at", days <= within_days, told, f"within {within_days} days")


def answered_check(answered: int, heard: int) -> Check:
    """Everything heard from two or more leads in 90 days is answered by a live asset."""
    evidence = f"{answered} of {heard} answered" if heard else "nothing was heard twice"
    return Check("Frequent objections answered", answered == heard if heard else None, evidence, "all of them")


def traceable_check(with_source: int, wins: int) -> Check:
    """Every win of the month has a source."""
    evidence = f"{with_source} of {wins} have a source" if wins else "no wins"
    return Check("Wins traceable to a source", with_source == wins if wins else None, evidence, "all of them")


def kept_check(kept: int, made: int) -> Check:
    """Two thirds of last month's commitments were kept."""
    evidence = f"{kept} of {made} kept" if made else "none were made"
    return Check("Last commitments kept", kept >= COMMITMENT_SHARE * made if made else None, evidence, "two thirds")


def on_time_check(today: date, on_time_until: date) -> Check:
    """The review is finished by its day."""
    is_on_time = today <= on_time_until
    told = f"until {on_time_until.day}.{on_time_until.month}."
    return Check("The review done on time", is_on_time, told if is_on_time else f"it was due {told}", "by its day")


def own_check(name: str, answer: str) -> Check:
    """A question that only the owner can answer: yes, no, or not answered yet."""
    holds = {"yes": True, "no": False}.get(answer)
    return Check(name, holds, answer or "not answered yet")
