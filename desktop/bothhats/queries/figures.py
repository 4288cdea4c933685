"""The figures of METRICS for a group of leads and a period: by arrival and by event, never mixed in one rate."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bothhats.domain.proportion import Proportion
from bothhats.queries.months import year_up_to
from bothhats.queries.progress import Progress


@dataclass(frozen=True, slots=True)
class Period:
    """A closed range of dates, looked at as of the end of a day."""

    start: date
    end: date
    as_of: date

    @property
    def last(self) -> date:
        """The last day of it that has happened."""
        return min(self.end, self.as_of)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many leads; by arrival all of them, by event without the last two."""

    leads: int = 0
    qualified: int = 0
    sales_ready: int = 0
    conversations: int = 0
    opportunities: int = 0
    closes: int = 0
    lost: int = 0
    no_decision: int = 0
    not_a_fit: int = 0
    open: int = 0
    parked: int = 0


@dataclass(frozen=True, slots=True)
class Cycle:
    """Days from arrival to close; the quartiles are inclusive with linear interpolation, None where n is 0."""

    n: int = 0
    median: float | None = None
    q1: float | None = None
    q3: float | None = None


@dataclass(frozen=True, slots=True)
class Revenue:
    """Value of the closes of the period in minor units, with how many had a value and how many had none."""

    amount: int = 0
    n: int = 0
    without_value: int = 0


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything that a report says of one group."""

    arrived: Counts
    events: Counts
    lead_to_conversation: Proportion
    lead_to_opportunity: Proportion
    conversation_to_close: Proportion
    lead_to_close: Proportion
    follow_up: Proportion
    win: Proportion
    cycle: Cycle
    revenue: Revenue


def figures(leads: Iterable[Progress], period: Period, promise_days: int) -> Figures:
    """The figures of these leads in this period."""
    everyone = list(leads)
    cohort = cohort_of(everyone, period)
    arrived = count_arrived(cohort)
    events = count_events(everyone, period)
    return Figures(
        arrived=arrived,
        events=events,
        lead_to_conversation=Proportion(arrived.conversations, arrived.leads),
        lead_to_opportunity=Proportion(arrived.opportunities, arrived.leads),
        conversation_to_close=Proportion(arrived.closes, arrived.conversations),
        lead_to_close=Proportion(arrived.closes, arrived.leads),
        follow_up=promise_kept(cohort, period.as_of, promise_days),
        win=win_rate(everyone, period),
        cycle=cycle_of(cohort),
        revenue=revenue_of(everyone, period),
    )


def cohort_of(leads: Iterable[Progress], period: Period) -> list[Progress]:
    """The leads that arrived in the period and by the as-of date."""
    start, end = period.start.isoformat(), period.last.isoformat()
    return [lead for lead in leads if start <= lead.arrived_on <= end]


def count_arrived(cohort: Sequence[Progress]) -> Counts:
    """How far the leads of a cohort have come."""
    outcomes = [lead.outcome for lead in cohort]
    return Counts(
        leads=len(cohort),
        qualified=sum(lead.qualified_on is not None for lead in cohort),
        sales_ready=sum(lead.sales_ready_on is not None for lead in cohort),
        conversations=sum(lead.conversation_on is not None for lead in cohort),
        opportunities=sum(lead.opportunity_on is not None for lead in cohort),
        closes=sum(lead.won_on is not None for lead in cohort),
        lost=outcomes.count("lost"),
        no_decision=outcomes.count("no_decision"),
        not_a_fit=outcomes.count("not_a_fit"),
        open=outcomes.count(None),
        parked=sum(lead.is_parked for lead in cohort),
    )


def count_events(leads: Iterable[Progress], period: Period) -> Counts:
    """How many leads reached each point within the period, whenever they arrived."""
    start, end = period.start.isoformat(), period.last.isoformat()
    everyone = list(leads)

    def within(days: Iterable[str | None]) -> int:
        return sum(day is not None and start <= day <= end for day in days)

    def ended(outcome: str) -> int:
        return within(lead.outcome_on for lead in everyone if lead.outcome == outcome)

    return Counts(
        leads=within(lead.arrived_on for lead in everyone),
        qualified=within(lead.qualified_on for lead in everyone),
        sales_ready=within(lead.sales_ready_on for lead in everyone),
        conversations=within(lead.conversation_on for lead in everyone),
        opportunities=within(lead.opportunity_on for lead in everyone),
        closes=within(lead.won_on for lead in everyone),
        lost=ended("lost"),
        no_decision=ended("no_decision"),
        not_a_fit=ended("not_a_fit"),
    )


def promise_kept(cohort: Iterable[Progress], as_of: date, promise_days: int) -> Proportion:
    """Follow-up rate: contacted within the promise, of those contacted or whose promise has run out (edge rule 5)."""
    found = [is_promise_kept(lead, as_of, promise_days) for lead in cohort]
    return Proportion(found.count(True), len(found) - found.count(None))


def is_promise_kept(lead: Progress, as_of: date, promise_days: int) -> bool | None:
    """Whether a lead was contacted in time; None as long as its promise runs, or where it ended before."""
    last_day = (date.fromisoformat(lead.arrived_on) + timedelta(days=promise_days)).isoformat()
    if lead.contacted_on is not None:
        return lead.contacted_on <= last_day
    ended_in_time = lead.outcome_on is not None and lead.outcome_on <= last_day
    return False if as_of.isoformat() > last_day and not ended_in_time else None


def win_rate(leads: Iterable[Progress], period: Period) -> Proportion:
    """Won of the outcomes that fell in the period; not a fit is left out."""
    start, end = period.start.isoformat(), period.last.isoformat()
    fell = [
        lead.outcome
        for lead in leads
        if lead.outcome_on and start <= lead.outcome_on <= end and lead.outcome != "not_a_fit"
    ]
    return Proportion(fell.count("won"), len(fell))


def cycle_of(cohort: Iterable[Progress]) -> Cycle:
    """Cycle length of the won leads of a cohort; negative days count as given (edge rule 6)."""
    return cycle_of_days(lead.cycle_days for lead in cohort if lead.cycle_days is not None)


def cycle_of_days(lengths: Iterable[int]) -> Cycle:
    """Median and quartiles of some lengths in days."""
    days = sorted(lengths)
    if not days:
        return Cycle()
    if len(days) == 1:
        return Cycle(1, *(float(days[0]),) * 3)
    import statistics  # late: it costs a tenth of the start

    q1, median, q3 = statistics.quantiles(days, n=4, method="inclusive")
    return Cycle(len(days), median, q1, q3)


def cycle_of_year(leads: Iterable[Progress], day: date) -> Cycle:
    """Cycle length of the closes of the twelve months up to a day, whenever their leads arrived (edge rule 8)."""
    start, end = (each.isoformat() for each in year_up_to(day))
    return cycle_of(lead for lead in leads if lead.won_on and start <= lead.won_on <= end)


def revenue_of(leads: Iterable[Progress], period: Period) -> Revenue:
    """Value of the closes whose date is in the period."""
    start, end = period.start.isoformat(), period.last.isoformat()
    values = [lead.value for lead in leads if lead.won_on and start <= lead.won_on <= end]
    known = [value for value in values if value is not None]
    return Revenue(sum(known), len(known), len(values) - len(known))
