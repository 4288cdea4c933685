"""The leads of each month of arrival, and how far they have come by the as-of date."""

import sqlite3
from dataclasses import dataclass
from datetime import date

from bothhats.queries.figures import Cycle, Period, cohort_of, cycle_of_year
from bothhats.queries.months import first_day, last_day
from bothhats.queries.progress import read_progress
from bothhats.queries.scope import Ids, Scope, ids_of


@dataclass(frozen=True, slots=True)
class Cohort:
    """A month's leads; `still_open` where it is younger than the median cycle (edge rule 9)."""

    month: str
    leads: Ids
    qualified: Ids
    conversations: Ids
    opportunities: Ids
    closes: Ids
    open: int
    still_open: bool


@dataclass(frozen=True, slots=True)
class Cohorts:
    """The months of the period, cut at its edges; `cycle` is that of the twelve months up to as-of."""

    months: tuple[Cohort, ...]
    cycle: Cycle


def read_cohorts(connection: sqlite3.Connection, scope: Scope) -> Cohorts:
    """By month of arrival; the cycle that tells which are still open is that of the whole file."""
    everyone = read_progress(connection, scope.as_of)
    chosen = [lead for lead in everyone if scope.holds(lead)]
    cycle = cycle_of_year(everyone, scope.as_of)
    months = []
    for month, cut in month_periods(scope):
        cohort = cohort_of(chosen, cut)
        months.append(
            Cohort(
                month,
                ids_of(cohort),
                ids_of(lead for lead in cohort if lead.qualified_on),
                ids_of(lead for lead in cohort if lead.conversation_on),
                ids_of(lead for lead in cohort if lead.opportunity_on),
                ids_of(lead for lead in cohort if lead.won_on),
                sum(lead.is_open for lead in cohort),
                _is_young(cut.end, scope.as_of, cycle.median),
            )
        )
    return Cohorts(tuple(months), cycle)


def month_periods(scope: Scope) -> list[tuple[str, Period]]:
    """The months that have begun, each cut at the period's edges, as of the same day."""
    period = scope.period
    return [
        (month, Period(max(period.start, first_day(month)), min(period.end, last_day(month)), period.as_of))
        for month in scope.months
    ]


def _is_young(last: date, as_of: date, median: float | None) -> bool:
    """Without a close in twelve months there is no cycle to go by: then only a month that still runs is open."""
    age = (as_of - last).days
    return age < 0 if median is None else age < median
