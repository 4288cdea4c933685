"""The week ahead: what slipped, what each day of this week holds, and one reminder for each hat."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bothhats.domain.follow_up import Standing
from bothhats.domain.lead import LeadRow
from bothhats.domain.pipeline import Hat
from bothhats.queries.lead_rows import lead_rows
from bothhats.queries.settings import Settings, read_settings, remembered
from bothhats.queries.today_due import Commitment, ReviewDue, commitments, review_due
from bothhats.queries.today_marketing import Unanswered, unanswered
from bothhats.queries.today_running import Running, running
from bothhats.queries.today_sales import week_of
from bothhats.queries.today_standing import Waiting, standings


@dataclass(frozen=True, slots=True)
class Item:
    """One thing with a day. `kind`: follow_up, promise, commitment, parked or review; `hat` None is both.

    `id` is the lead's, or the commitment's, 0 for the review; `since` the arrival of a lead under the promise.
    """

    kind: str
    id: int
    title: str
    beside: str
    what: str
    on: date
    hat: Hat | None
    since: date | None = None


@dataclass(frozen=True, slots=True)
class SlippedWeek:
    """What slipped in one calendar week."""

    start: date
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class WeekAhead:
    """The answer; `days` are the seven of the week."""

    today: date
    settings: Settings
    days: tuple[date, ...]
    slipped: tuple[SlippedWeek, ...]
    planned: tuple[Item, ...]
    claim: Running | None
    phrase: Unanswered | None

    @property
    def slipped_count(self) -> int:
        """How many things slipped, all weeks together."""
        return sum(len(week.items) for week in self.slipped)

    def on(self, day: date) -> tuple[Item, ...]:
        """What a day of this week holds."""
        return tuple(item for item in self.planned if item.on == day)


_WEEK = 7
_PLANNED = {
    Standing.TODAY: "follow_up",
    Standing.PLANNED: "follow_up",
    Standing.PROMISE: "promise",
    Standing.PARKED: "parked",
    Standing.BACK: "parked",
}


def should_show_week_ahead(last_shown: date | None, today: date, settings: Settings) -> bool:
    """Whether this is the first launch of the week on or after its day; never twice in a calendar week.

    A week without a launch from its day on is caught up with at the next launch. A clock that was set back by up
    to a week shows nothing twice; a date further ahead was a wrong clock, and is not waited for.
    """
    if not settings.week_ahead:
        return False
    if last_shown is None or (last_shown - today).days > _WEEK:
        return True
    its_day = week_of(today, settings.week_ahead_day)
    is_this_week = week_of(last_shown, settings.week_start) >= week_of(today, settings.week_start)
    return last_shown < its_day and not is_this_week


def week_ahead_shown(connection: sqlite3.Connection) -> date | None:
    """When the week ahead was last shown; None for never, or for what is no date."""
    try:
        return date.fromisoformat(remembered(connection, "week_ahead_shown"))
    except ValueError:
        return None


def week_ahead(connection: sqlite3.Connection, today: date) -> WeekAhead:
    """What slipped before today, and what this calendar week holds from today on."""
    settings = read_settings(connection)
    start = week_of(today, settings.week_start)
    days = tuple(start + timedelta(days=number) for number in range(_WEEK))
    waiting = standings(connection, today, settings.promise_days)
    late = [each for each in waiting if each.due.standing == Standing.SLIPPED]
    coming = [each for each in waiting if _is_planned(each, today, days)]
    rows = lead_rows(connection, [each.lead_id for each in (*late, *coming)])
    promised = [_promised(each) for hat in Hat for each in commitments(connection, hat).open]
    slipped = [*_items(late, rows, date.min), *(item for item in promised if item.on < today)]
    planned = [*_items(coming, rows, today), *(item for item in promised if today <= item.on <= days[-1])]
    review = review_due(connection, today, settings.review_by_day)
    if review:
        planned.append(_review(review, today, days))
    making = (each for each in running(connection, today) if each.claims)
    return WeekAhead(
        today,
        settings,
        days,
        _by_week(slipped, settings.week_start),
        tuple(planned),
        next(making, None),
        next(iter(unanswered(connection, today)), None),
    )


def _is_planned(each: Waiting, today: date, days: Sequence[date]) -> bool:
    if each.due.standing not in _PLANNED or each.due.on is None:
        return False
    return each.due.standing == Standing.BACK or today <= each.due.on <= days[-1]


def _items(waiting: Iterable[Waiting], rows: dict[int, LeadRow], earliest: date) -> list[Item]:
    return [_item(each, rows[each.lead_id], earliest) for each in waiting if each.lead_id in rows]


def _item(each: Waiting, lead: LeadRow, earliest: date) -> Item:
    kind = "promise" if each.due.is_promise else _PLANNED.get(each.due.standing, "follow_up")
    on = max(each.due.on or earliest, earliest)
    since = lead.arrived_on if each.due.is_promise else None
    return Item(kind, lead.id, lead.name, lead.company, lead.next_step, on, Hat.SALES, since)


def _promised(commitment: Commitment) -> Item:
    return Item("commitment", commitment.id, commitment.text, "", commitment.month, commitment.due_on, commitment.hat)


def _review(review: ReviewDue, today: date, days: Sequence[date]) -> Item:
    """On its last day on time, where this week has it; once that is over, today."""
    on = review.on_time_until if review.on_time_until in days and review.on_time_until >= today else today
    return Item("review", 0, "", "", review.month, on, None)


def _by_week(items: Iterable[Item], week_start: int) -> tuple[SlippedWeek, ...]:
    weeks: dict[date, list[Item]] = {}
    for item in sorted(items, key=lambda each: each.on, reverse=True):
        weeks.setdefault(week_of(item.on, week_start), []).append(item)
    return tuple(SlippedWeek(start, tuple(found)) for start, found in weeks.items())
