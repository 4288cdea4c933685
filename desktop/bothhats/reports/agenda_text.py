"""The agenda as text for people and as a document for programs."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from bothhats.domain.wording import capitalised, counted, long_date, month_name, near_date
from bothhats.queries.agenda import Agenda, FollowUp, Promised
from bothhats.queries.today_due import ReviewDue

_NOTHING = "Nothing is waiting."


def agenda_text(agenda: Agenda) -> str:
    """One heading for each part that has something, one line for each lead."""
    parts = [long_date(agenda.on)]
    parts += _part("Overdue", [_follow_up(agenda, each) for each in agenda.overdue])
    parts += _part("Today", [_follow_up(agenda, each) for each in agenda.today])
    parts += _part("New, not contacted yet", [_promised(agenda, each) for each in agenda.new])
    parts += _part(f"Next {counted(agenda.days, 'day')}", [_follow_up(agenda, each) for each in agenda.coming])
    if agenda.review:
        parts += _part("Review", [_review(agenda, agenda.review)])
    return "\n".join(parts if len(parts) > 1 else [*parts, _NOTHING])


def agenda_json(agenda: Agenda) -> dict[str, object]:
    """The document that `agenda --json` prints; dates are ISO, days are whole numbers."""
    return {
        "on": agenda.on.isoformat(),
        "days": agenda.days,
        "overdue": [_due_document(each, {"days_late": -each.days}) for each in agenda.overdue],
        "today": [_due_document(each) for each in agenda.today],
        "coming": [_due_document(each) for each in agenda.coming],
        "new": [_new_document(each) for each in agenda.new],
        "review": _review_document(agenda.review) if agenda.review else None,
    }


def _part(heading: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"\n{heading}"
        yield from (f"  {line}" for line in lines)


def _who(name: str, company: str) -> str:
    return f"{name}, {company}" if company and company != name else name


def _follow_up(agenda: Agenda, each: FollowUp) -> str:
    when = f"{counted(-each.days, 'day')} late" if each.days < 0 else near_date(each.due_on, agenda.on)
    what = f": {each.lead.next_step}" if each.lead.next_step else ""
    return f"{when}  {_who(each.lead.name, each.lead.company)} ({each.lead.stage_name}){what}"


def _promised(agenda: Agenda, each: Promised) -> str:
    arrived = f"arrived {near_date(each.lead.arrived_on, agenda.on)}"
    return f"{_left(each.days_left)}  {_who(each.lead.name, each.lead.company)}, {arrived}"


def _left(days_left: int) -> str:
    if days_left < 0:
        return f"promise ran out {counted(-days_left, 'day')} ago"
    return "last day" if days_left == 0 else f"{counted(days_left, 'day')} left"


def _review(agenda: Agenda, review: ReviewDue) -> str:
    state = f"draft, page {review.page} of 10" if review.page else "not begun yet"
    days = (review.on_time_until - agenda.on).days
    when = f"on time until {near_date(review.on_time_until, agenda.on)}"
    if days < 0:
        when = f"was on time until {long_date(review.on_time_until, agenda.on)}"
    return capitalised(f"{month_name(review.month)} review, {state}, {when}")


def _due_document(each: FollowUp, late: Mapping[str, int] = MappingProxyType({})) -> dict[str, object]:
    return {
        "lead": each.lead.name,
        "id": each.lead.id,
        "company": each.lead.company,
        "due": each.due_on.isoformat(),
        **late,
        "next_step": each.lead.next_step,
        "stage": each.lead.stage_name,
    }


def _new_document(each: Promised) -> dict[str, object]:
    return {
        "lead": each.lead.name,
        "id": each.lead.id,
        "company": each.lead.company,
        "arrived": each.lead.arrived_on.isoformat(),
        "promise_until": each.until.isoformat(),
        "days_left": each.days_left,
    }


def _review_document(review: ReviewDue) -> dict[str, object]:
    state = "draft" if review.page else "open"
    return {"month": review.month, "state": state, "due": review.on_time_until.isoformat()}
