"""Pipeline velocity: what the open opportunities bring in a day, and the four factors behind it."""

import sqlite3
from dataclasses import dataclass
from fractions import Fraction

from bothhats.domain.proportion import LEAST, Proportion
from bothhats.queries.figures import Cycle, Period, Revenue, cycle_of_year, revenue_of, win_rate
from bothhats.queries.months import year_up_to
from bothhats.queries.scope import Ids, Scope, ids_of, read_leads
from bothhats.queries.settings import read_settings


@dataclass(frozen=True, slots=True)
class Velocity:
    """Edge rule 8. `ended` and `won` are the leads behind the win rate and the two figures of closes."""

    open: Ids
    win: Proportion
    revenue: Revenue
    cycle: Cycle
    ended: Ids
    won: Ids
    currency: str

    @property
    def average_deal(self) -> int | None:
        """The mean value of the closes that have one, in minor units, rounded half up."""
        return _half_up(Fraction(self.revenue.amount, self.revenue.n)) if self.revenue.n else None

    @property
    def too_few(self) -> tuple[str, ...]:
        """The factors with n < 5, in their order: open, win, deal, cycle."""
        counts = (("open", len(self.open)), ("win", self.win.n), ("deal", self.revenue.n), ("cycle", self.cycle.n))
        return tuple(name for name, n in counts if n < LEAST)

    @property
    def per_day(self) -> int | None:
        """Minor units a day; None where a factor has n < 5 or the median is not above 0."""
        median = self.cycle.median
        if self.too_few or median is None or median <= 0:
            return None
        win = Fraction(self.win.k, self.win.n)
        mean = Fraction(self.revenue.amount, self.revenue.n)
        return _half_up(len(self.open) * win * mean / Fraction(median))


def read_velocity(connection: sqlite3.Connection, scope: Scope) -> Velocity:
    """As of the scope's day, over the twelve months up to it; the period itself plays no part."""
    leads = read_leads(connection, scope)
    start, end = year_up_to(scope.as_of)
    year = Period(start, end, scope.as_of)
    first, last = start.isoformat(), end.isoformat()
    ended = [lead for lead in leads if lead.outcome_on and first <= lead.outcome_on <= last]
    return Velocity(
        ids_of(lead for lead in leads if lead.is_open and lead.opportunity_on and lead.arrived_on <= last),
        win_rate(leads, year),
        revenue_of(leads, year),
        cycle_of_year(leads, scope.as_of),
        ids_of(lead for lead in ended if lead.outcome != "not_a_fit"),
        ids_of(lead for lead in leads if lead.won_on and first <= lead.won_on <= last),
        read_settings(connection).currency,
    )


def _half_up(amount: Fraction) -> int:
    return (2 * amount.numerator + amount.denominator) // (2 * amount.denominator)
