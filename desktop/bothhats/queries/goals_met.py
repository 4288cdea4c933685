"""The goals of each month against what came."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from bothhats.domain.proportion import Proportion
from bothhats.queries.figures import Period, cohort_of, is_promise_kept
from bothhats.queries.goals import read_goals
from bothhats.queries.months import first_day, last_day, shifted
from bothhats.queries.progress import Progress
from bothhats.queries.scope import Ids, Scope, ids_of, read_leads
from bothhats.queries.settings import read_settings

FIGURES = ("leads", "conversations", "closes", "revenue", "promise")


@dataclass(frozen=True, slots=True)
class Actual:
    """What came in a month: leads, or minor units for revenue; `promise` is a share, of which `amount` is the k."""

    amount: int
    n: int
    ids: Ids

    @property
    def rate(self) -> Proportion:
        """Of the promise."""
        return Proportion(self.amount, self.n)


@dataclass(frozen=True, slots=True)
class GoalLine:
    """One goal in one month, with the month before; goals in leads, minor units or percent."""

    month: str
    figure: str
    goal: int
    actual: Actual
    before: Actual


@dataclass(frozen=True, slots=True)
class GoalsMet:
    """The goals in force in each month of the period, oldest first; `is_running` where its last month goes on."""

    month: str
    lines: tuple[GoalLine, ...]
    is_running: bool
    is_part: bool
    currency: str

    @property
    def last(self) -> tuple[GoalLine, ...]:
        """Those of the period's last month that has begun."""
        return tuple(line for line in self.lines if line.month == self.month)


def read_goals_met(connection: sqlite3.Connection, scope: Scope) -> GoalsMet:
    """Whole months by event, as of the day; the promise by arrival. `is_part`: not all sources and campaigns."""
    leads = read_leads(connection, scope)
    business = read_settings(connection)
    lines = []
    for month in scope.months:
        goals = read_goals(connection, month)
        for figure in FIGURES:
            if figure in goals:
                now, before = (
                    _actual(leads, figure, _whole(each, scope), business.promise_days)
                    for each in (month, shifted(month, -1))
                )
                lines.append(GoalLine(month, figure, goals[figure], now, before))
    month = scope.months[-1]
    is_part = scope.source_ids is not None or scope.campaign_ids is not None
    return GoalsMet(month, tuple(lines), scope.as_of < last_day(month), is_part, business.currency)


def _whole(month: str, scope: Scope) -> Period:
    return Period(first_day(month), last_day(month), scope.as_of)


def _actual(leads: Sequence[Progress], figure: str, month: Period, promise: int) -> Actual:
    start, end = month.start.isoformat(), month.last.isoformat()
    if figure == "promise":
        found = [(lead.id, is_promise_kept(lead, month.as_of, promise)) for lead in cohort_of(leads, month)]
        kept = tuple(lead for lead, is_kept in found if is_kept)
        return Actual(len(kept), sum(is_kept is not None for _, is_kept in found), kept)
    reached = {"leads": "arrived_on", "conversations": "conversation_on"}.get(figure, "won_on")
    came = [lead for lead in leads if start <= (getattr(lead, reached) or "") <= end]
    amount = sum(lead.value or 0 for lead in came) if figure == "revenue" else len(came)
    return Actual(amount, len(came), ids_of(came))
