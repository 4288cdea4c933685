"""How soon new leads hear from the owner: the promise by month of arrival, and the days to the first contact."""

import sqlite3
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from bothhats.domain.proportion import Proportion
from bothhats.queries.cohorts import month_periods
from bothhats.queries.figures import cohort_of, is_promise_kept
from bothhats.queries.goals import read_goals
from bothhats.queries.progress import Progress
from bothhats.queries.scope import Ids, Scope, ids_of, read_cohort
from bothhats.queries.settings import read_settings


@dataclass(frozen=True, slots=True)
class PromiseMonth:
    """The leads of a month of arrival: contacted in time, not in time, and those in neither number."""

    month: str
    kept: Ids
    late: Ids
    neither: Ids

    @property
    def rate(self) -> Proportion:
        """The follow-up rate."""
        return Proportion(len(self.kept), len(self.kept) + len(self.late))


@dataclass(frozen=True, slots=True)
class Speed:
    """`days` to the first contact with the leads that waited so long; `median` of those that were contacted."""

    months: tuple[PromiseMonth, ...]
    days: tuple[tuple[int, Ids], ...]
    never: Ids
    median: float | None
    promise_days: int
    goal: int | None

    @property
    def rate(self) -> Proportion:
        """The follow-up rate of the period."""
        kept = sum(len(month.kept) for month in self.months)
        return Proportion(kept, kept + sum(len(month.late) for month in self.months))

    @property
    def contacted(self) -> int:
        """How many were contacted at all."""
        return sum(len(ids) for _, ids in self.days)


def read_speed(connection: sqlite3.Connection, scope: Scope) -> Speed:
    """Of the leads that arrived in the period; the goal (in percent) is the one in force at its end, if there is."""
    promise = read_settings(connection).promise_days
    cohort = read_cohort(connection, scope)
    waited: dict[int, list[int]] = defaultdict(list)
    for lead in cohort:
        if lead.contacted_on:
            waited[days_waited(lead)].append(lead.id)
    months = []
    for month, cut in month_periods(scope):
        found: dict[bool | None, list[int]] = defaultdict(list)
        for lead in cohort_of(cohort, cut):
            found[is_promise_kept(lead, scope.as_of, promise)].append(lead.id)
        months.append(PromiseMonth(month, tuple(found[True]), tuple(found[False]), tuple(found[None])))
    return Speed(
        tuple(months),
        tuple((days, tuple(waited[days])) for days in sorted(waited)),
        ids_of(lead for lead in cohort if not lead.contacted_on),
        _median([days for days, ids in waited.items() for _ in ids]),
        promise,
        read_goals(connection, months[-1].month).get("promise"),
    )


def days_waited(lead: Progress) -> int:
    """Calendar days from arrival to first contact, of a lead that was contacted."""
    return (date.fromisoformat(str(lead.contacted_on)) - date.fromisoformat(lead.arrived_on)).days


def _median(days: list[int]) -> float | None:
    ordered = sorted(days)
    middle = len(ordered) // 2
    if not ordered:
        return None
    return float(ordered[middle]) if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
