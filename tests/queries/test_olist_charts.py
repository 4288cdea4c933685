"""The charts' figures on real data, beside SQL that was written from the two raw files alone."""

from datetime import date, timedelta

import pytest
from test_olist import AS_OF, counted, pipeline, raw

from bothhats.queries.cohorts import read_cohorts
from bothhats.queries.cycles import read_cycles
from bothhats.queries.figures import Period
from bothhats.queries.forecast import read_forecast
from bothhats.queries.home import read_home
from bothhats.queries.rates import Rate, read_rates
from bothhats.queries.reasons import read_reasons
from bothhats.queries.revenue import read_revenue_by_source
from bothhats.queries.scope import Scope
from bothhats.queries.speed import read_speed
from bothhats.queries.velocity import read_velocity
from bothhats.queries.waste import read_waste

__all__ = ("pipeline", "raw")

ALL = Scope(Period(date(2017, 6, 1), date(2018, 5, 31), AS_OF))
DAYS = "julianday(won) - julianday(arrived)"


def quantiles(raw, part, where="won IS NOT NULL"):
    """By part: n, quartiles and median of the days to the win, by window functions and linear interpolation."""

    def at(q):
        below = f"CAST((n - 1) * {q} AS INTEGER)"
        over = f"((n - 1) * {q} - {below})"
        return f"sum(CASE i WHEN {below} THEN days * (1 - {over}) WHEN {below} + 1 THEN days * {over} ELSE 0 END)"

    rows = raw.execute(
        f"WITH d AS (SELECT {part} AS part, {DAYS} AS days, count(*) OVER w AS n,"
        f" row_number() OVER (PARTITION BY {part} ORDER BY {DAYS}) - 1 AS i FROM raw WHERE {where}"
        f" WINDOW w AS (PARTITION BY {part})) SELECT part, max(n), {at(0.5)}, {at(0.25)}, {at(0.75)} FROM d"
        " GROUP BY part"
    ).fetchall()
    return {row[0]: row[1:] for row in rows}


def told(cycle):
    return (cycle.n, cycle.median, cycle.q1, cycle.q3)


def test_rates_and_home_by_source(raw, pipeline):
    leads, closes = counted(raw, "source", "*"), counted(raw, "source", "won", "won IS NOT NULL")
    rates = {(line.source.name or "").lower(): line for line in read_rates(pipeline, ALL, Rate.CLOSED).lines}
    assert {name: line.rate.n for name, line in rates.items()} == leads
    assert {name: line.rate.k for name, line in rates.items() if line.rate.k} == closes
    assert {name: line.still_open for name, line in rates.items()} == counted(raw, "source", "*", "won IS NULL")
    home = {(line.name or "").lower(): line for line in read_home(pipeline, ALL).lines}
    assert {name: (len(line.leads), len(line.closes)) for name, line in home.items()} == {
        name: (n, closes.get(name, 0)) for name, n in leads.items()
    }


def test_cohorts_by_month_and_which_are_still_open(raw, pipeline):
    cohorts = read_cohorts(pipeline, ALL)
    month = "substr(arrived, 1, 7)"
    assert {each.month: len(each.leads) for each in cohorts.months if each.leads} == counted(raw, month, "*")
    closes = counted(raw, month, "won", "won IS NOT NULL")
    assert {each.month: len(each.closes) for each in cohorts.months if each.closes} == closes
    assert {each.month: each.open for each in cohorts.months if each.open} == counted(raw, month, "*", "won IS NULL")
    year = AS_OF.replace(year=AS_OF.year - 1) + timedelta(days=1)
    n, median, *_ = quantiles(raw, "1", f"won BETWEEN '{year}' AND '{AS_OF}'")[1]
    assert (cohorts.cycle.n, cohorts.cycle.median) == (n, pytest.approx(median))
    assert not any(each.still_open for each in cohorts.months), "the last month ended 167 days ago"
    in_june = read_cohorts(pipeline, Scope(Period(date(2018, 4, 1), date(2018, 5, 31), date(2018, 6, 5))))
    _, median, *_ = quantiles(raw, "1", "won BETWEEN '2017-06-06' AND '2018-06-05'")[1]
    assert [each.still_open for each in in_june.months] == [median > 36, median > 5]


def test_cycle_lengths_with_their_quartiles(raw, pipeline):
    cycles, expected = read_cycles(pipeline, ALL), quantiles(raw, "source")
    assert len(cycles.lines) == len(expected)
    for line in cycles.lines:
        assert told(line.cycle) == pytest.approx(expected[(line.source.name or "").lower()])
    assert told(cycles.whole.cycle) == pytest.approx(quantiles(raw, "1")[1])


def test_the_first_contact_that_is_known_is_the_win(raw, pipeline):
    speed = read_speed(pipeline, ALL)
    in_time = counted(raw, "1", "*", f"{DAYS} BETWEEN 0 AND 2")[1]
    late = counted(raw, "1", "*", f"won IS NULL OR {DAYS} > 2")[1]  # won before it arrived: in neither number
    assert (speed.rate.k, speed.rate.n - speed.rate.k) == (in_time, late)
    waited = dict(raw.execute(f"SELECT CAST({DAYS} AS INTEGER), count(*) FROM raw WHERE {DAYS} >= 0 GROUP BY 1"))
    assert {days: len(ids) for days, ids in speed.days} == waited
    assert speed.median == pytest.approx(quantiles(raw, "1", f"{DAYS} >= 0")[1][1])


def test_what_the_data_has_not_is_not_recorded_and_not_zero(raw, pipeline):
    closes = counted(raw, "substr(won, 1, 7)", "won", "won BETWEEN '2017-06-01' AND '2018-05-31'")
    revenues = read_revenue_by_source(pipeline, ALL)
    assert (revenues.closes, revenues.without_value, revenues.amount) == (sum(closes.values()),) * 2 + (0,)
    reasons = read_reasons(pipeline, ALL)
    (line,) = reasons.won
    assert line.name is None
    assert {month: n for month, n in zip(reasons.months, line.by_month, strict=True) if n} == closes
    assert sum(len(line.not_recorded) for line in read_waste(pipeline, ALL)) == sum(closes.values())
    velocity = read_velocity(pipeline, ALL)
    assert (len(velocity.open), velocity.win.k, velocity.revenue.n, velocity.per_day) == (0, velocity.win.n, 0, None)
    forecast = read_forecast(pipeline, ALL)
    assert sum(len(line.open) for line in forecast.lines) == counted(raw, "1", "*", "won IS NULL")[1]
    assert forecast.expected == 0


def test_the_views_say_it_too(raw, pipeline):
    """As of today, after everything in the files has happened."""
    rows = pipeline.execute(
        "SELECT lower(coalesce(source, '')), leads, closes, open FROM v_arrived_by_source"
    ).fetchall()
    leads, closes = counted(raw, "source", "*"), counted(raw, "source", "won", "won IS NOT NULL")
    assert {row[0]: row[1:] for row in rows} == {
        name: (n, closes.get(name, 0), n - closes.get(name, 0)) for name, n in leads.items()
    }
    events = dict(pipeline.execute("SELECT month, closes FROM v_events_by_month WHERE closes").fetchall())
    assert events == counted(raw, "substr(won, 1, 7)", "won", "won IS NOT NULL")
