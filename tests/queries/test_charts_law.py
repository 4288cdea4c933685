"""Whatever happened, every chart says what a naive reading of METRICS says."""

import shutil
import sqlite3
from contextlib import closing
from datetime import date, timedelta

import pytest
from histories import FIRST, days, goals, insert, leads, spends, write
from hypothesis import given, settings
from hypothesis import strategies as st
from naive_charts import NaiveCharts
from test_report_law import actions, carry_out

from bothhats.queries.claims_heard import read_claims_heard
from bothhats.queries.cohorts import read_cohorts
from bothhats.queries.costs import read_costs
from bothhats.queries.cycles import read_cycles
from bothhats.queries.evidence import read_evidence_of
from bothhats.queries.figures import Cycle, Period
from bothhats.queries.forecast import read_forecast
from bothhats.queries.funnel import read_funnel
from bothhats.queries.goals_met import read_goals_met
from bothhats.queries.home import read_home
from bothhats.queries.objections_heard import read_objections_heard
from bothhats.queries.rates import Rate, read_rates
from bothhats.queries.reasons import read_reasons
from bothhats.queries.revenue import read_revenue_by_campaign, read_revenue_by_source
from bothhats.queries.scope import Scope
from bothhats.queries.sourced import read_sourced
from bothhats.queries.speed import read_speed
from bothhats.queries.velocity import read_velocity
from bothhats.queries.waste import read_waste
from bothhats.workspace import Workspace
from charts.crowd import LAST, crowd

LONG = timedelta(days=400)
wide = st.tuples(st.just(FIRST + timedelta(days=3)), st.just(FIRST + timedelta(days=35)))
scopes = st.builds(
    lambda bounds, as_of, sources, campaigns: Scope(Period(*sorted(bounds), as_of), sources, campaigns),
    wide | st.tuples(days, days | days.map(lambda day: day - LONG)),
    st.just(FIRST + timedelta(days=36)) | days | days.map(lambda day: day + timedelta(days=360)),
    st.sampled_from([None, None, None, frozenset({1}), frozenset({2, None})]),
    st.sampled_from([None, None, None, None, frozenset({1, 3}), frozenset({None})]),
)


def cycle(found: Cycle):
    return found.n, found.median, found.q1, found.q3


def say_rates(connection, scope, promise):
    found = {
        rate: {
            line.source.id: ([*line.of], [*line.reached], line.still_open)
            for line in read_rates(connection, scope, rate).lines
        }
        for rate in Rate
    }
    naive = NaiveCharts(connection, scope)
    steps = (("lead", "conversation"), ("lead", "opportunity"), ("conversation", "won"), ("lead", "won"))
    return found, dict(zip(Rate, (naive.rates(*step) for step in steps), strict=True))


def say_home(connection, scope, promise):
    home, naive = read_home(connection, scope), NaiveCharts(connection, scope)
    talked, won = naive.rates("lead", "conversation"), naive.rates("lead", "won")
    found = {
        line.source_id: ([*line.leads], [*line.conversations], line.open_before_conversation, [*line.closes])
        for line in home.lines
    }
    expected = {source: (of, to, still_open, won[source][1]) for source, (of, to, still_open) in talked.items()}
    return (found, home.funnel), (expected, read_funnel(connection, scope))


def say_funnel(connection, scope, promise):
    funnel, naive = read_funnel(connection, scope), NaiveCharts(connection, scope)
    steps = (funnel.leads, funnel.conversations, funnel.opportunities, funnel.closes)
    gaps = (funnel.stopped_before_conversation, funnel.stopped_before_opportunity, funnel.stopped_before_close)
    stopped = [([*gap.ids], gap.open, gap.parked, dict(gap.endings)) for gap in gaps]
    beside = (
        *([*ids] for ids in (funnel.qualified, funnel.qualified_talked, funnel.talked_not_judged)),
        *(funnel.open, funnel.parked),
    )
    return (([[*ids] for ids in steps], stopped), beside), (naive.funnel(), naive.beside_the_funnel())


def say_cohorts(connection, scope, promise):
    found = {
        each.month: (
            [*each.leads], [*each.qualified], [*each.conversations], [*each.opportunities], [*each.closes],
            each.open, each.still_open,
        )
        for each in read_cohorts(connection, scope).months
    }  # fmt: skip
    return found, NaiveCharts(connection, scope).cohorts()


def say_speed(connection, scope, promise):
    speed = read_speed(connection, scope)
    months = {each.month: ([*each.kept], [*each.late], [*each.neither]) for each in speed.months}
    found = (months, {day: [*ids] for day, ids in speed.days}, [*speed.never], speed.median)
    return found, NaiveCharts(connection, scope, promise).speed()


def say_cycles(connection, scope, promise):
    cycles = read_cycles(connection, scope)
    found = (cycle(cycles.whole.cycle), {line.source.id: cycle(line.cycle) for line in cycles.lines})
    return found, NaiveCharts(connection, scope).cycles()


def say_velocity(connection, scope, promise):
    each = read_velocity(connection, scope)
    win = (each.win.k, each.win.n)
    found = ([*each.open], win, each.revenue.amount, each.revenue.n, cycle(each.cycle), each.per_day)
    return found, NaiveCharts(connection, scope).velocity()


def say_forecast(connection, scope, promise):
    found = {
        line.stage_id: ([*line.open], line.value, line.without_value, line.wins, line.ended, line.expected)
        for line in read_forecast(connection, scope).lines
    }
    return found, NaiveCharts(connection, scope).forecast()


def say_sourced(connection, scope, promise):
    found = {
        line.kind: ([*line.open], line.value, line.without_value) for line in read_sourced(connection, scope).lines
    }
    return found, NaiveCharts(connection, scope).sourced()


def say_costs(connection, scope, promise):
    costs = read_costs(connection, scope)
    found = {}
    for line in costs.lines:
        groups = (line.leads, line.qualified, line.conversations, line.closes)
        found[line.source.id] = (line.spent, [len(ids) for ids in groups], [line.cost(ids) for ids in groups])
    return (found, costs.unplaced), NaiveCharts(connection, scope).costs_by_source()


def say_revenue(connection, scope, promise):
    found = [
        {
            line.id: ([*line.closes], line.amount, line.without_value, [*line.by_month])
            for line in read(connection, scope).lines
        }
        for read in (read_revenue_by_source, read_revenue_by_campaign)
    ]
    naive = NaiveCharts(connection, scope)
    return found, [naive.revenues("source_id"), naive.revenues("campaign_id")]


def say_reasons(connection, scope, promise):
    reasons, naive = read_reasons(connection, scope), NaiveCharts(connection, scope)
    found = [
        {line.reason_id: ([*line.ids], [*line.by_month]) for line in lines} for lines in (reasons.won, reasons.lost)
    ]
    return found, [naive.reasons(is_won=True), naive.reasons(is_won=False)]


def say_waste(connection, scope, promise):
    lines = read_waste(connection, scope)
    found = {line.source.id: ([*line.ended], [*line.wasted], [*line.not_recorded]) for line in lines}
    return found, NaiveCharts(connection, scope).waste()


def say_claims(connection, scope, promise):
    found = {
        line.claim_id: ([*line.landed], [*line.doubted], [*line.not_wanted], [*line.never])
        for line in read_claims_heard(connection, scope).lines
    }
    return found, NaiveCharts(connection, scope).claims()


def say_objections(connection, scope, promise):
    found = {
        line.objection_id: ([*line.ids], [[*ids] for ids in line.by_month], line.is_answered)
        for line in read_objections_heard(connection, scope).lines
    }
    return found, NaiveCharts(connection, scope).objections()


def say_goals(connection, scope, promise):
    found = {
        (line.month, line.figure): (
            line.goal,
            (line.actual.amount, line.actual.n),
            (line.before.amount, line.before.n),
        )
        for line in read_goals_met(connection, scope).lines
    }
    return found, NaiveCharts(connection, scope, promise).goals()


def say_evidence(connection, scope, promise):
    evidence = read_evidence_of(connection, scope)
    found = {
        name: ([*went.lead_ids], went.talked.k, went.closed.k)
        for name in ("met", "not_met", "not_judged")
        for went in [getattr(evidence, name)]
    }
    return found, NaiveCharts(connection, scope).evidence()


CHARTS = [
    say_rates, say_home, say_funnel, say_cohorts, say_speed, say_cycles, say_velocity, say_forecast, say_sourced,
    say_costs, say_revenue, say_reasons, say_waste, say_claims, say_objections, say_goals, say_evidence,
]  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(
    people=st.lists(leads(), min_size=2, max_size=8) | st.just([]),
    entries=st.lists(spends(), max_size=3),
    aims=st.lists(goals, max_size=4),
    scope=scopes,
    promise=st.integers(0, 4),
)
def test_random_rows_are_counted_as_the_naive_charts_count_them(template, people, entries, aims, scope, promise):
    with closing(sqlite3.connect(template)) as connection:
        write(connection, people, entries, {"promise_days": promise})
        for aim in aims:
            insert(connection, *aim)
        told = {say.__name__: say(connection, scope, promise) for say in CHARTS}
        connection.rollback()
    for name, (found, expected) in told.items():
        assert found == expected, name


@settings(max_examples=15, deadline=None)
@given(actions=actions, scope=scopes)
def test_what_the_owner_does_is_counted_as_the_naive_charts_count_it(template, tmp_path_factory, actions, scope):
    path = shutil.copy(template, tmp_path_factory.mktemp("history") / "pipeline.bothhats")
    with closing(Workspace(path)) as workspace:
        carry_out(workspace, actions)
        for say in CHARTS:
            found, expected = say(workspace.reader, scope, 2)
            assert found == expected, say.__name__


def test_velocity_is_reached_by_the_law(template):
    """Random rows seldom have five of everything: here they do, and both implementations say the same amount."""
    first = date(2026, 1, 1)
    with closing(sqlite3.connect(template)) as connection:
        for number in range(13):
            row = {"name": "Anna", "stage_id": 4, "arrived_on": first, "value": 1000 + 37 * number}
            lead = insert(connection, "lead", row)
            change = {"lead_id": lead, "milestone": "opportunity", "stage_id": 4, "entered_on": first}
            insert(connection, "stage_change", change)
            if number < 8:
                ended = {"outcome": "won" if number < 6 else "lost", "happened_on": first + timedelta(days=7 + number)}
                insert(connection, "outcome_change", {"lead_id": lead, **ended})
        found, expected = say_velocity(connection, Scope(Period(first, first, first + timedelta(days=90))), 2)
        connection.rollback()
    assert found == expected
    assert found[-1] == round(5 * 6 / 8 * (1000 + 37 * 2.5) / 9.5)


@pytest.mark.parametrize(
    ("sources", "campaigns"), [(None, None), (frozenset({1, None}), None), (None, frozenset({2, None}))]
)
def test_a_crowd_is_counted_as_the_naive_charts_count_it(template, sources, campaigns):
    """Four dozen leads to whom much happened, where random rows are sparse."""
    with closing(sqlite3.connect(template)) as connection:
        period = Period(crowd(connection, 3, 5) + timedelta(days=20), LAST, LAST + timedelta(days=30))
        told = {say.__name__: say(connection, Scope(period, sources, campaigns), 2) for say in CHARTS}
        connection.rollback()
    for name, (found, expected) in told.items():
        assert found == expected, name
