"""How each chart is asked, drawn and told; its code is loaded when its form is first wanted."""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from bothhats.queries.scope import Scope

if TYPE_CHECKING:
    from bothhats.charts.alignment import Scores
    from bothhats.charts.drawing import ChartColours, ChartTable, Drawing
    from bothhats.charts.waste import Lines
    from bothhats.queries.claims_heard import ClaimsHeard
    from bothhats.queries.cohorts import Cohorts
    from bothhats.queries.costs import Costs
    from bothhats.queries.cycles import Cycles
    from bothhats.queries.evidence import Evidence
    from bothhats.queries.forecast import Forecast
    from bothhats.queries.funnel import Funnel
    from bothhats.queries.goals_met import GoalsMet
    from bothhats.queries.home import Home
    from bothhats.queries.objections_heard import ObjectionsHeard
    from bothhats.queries.rates import Rates
    from bothhats.queries.reasons import Reasons
    from bothhats.queries.revenue import Revenues
    from bothhats.queries.sourced import Sourced
    from bothhats.queries.speed import Speed
    from bothhats.queries.velocity import Velocity

Answer = TypeVar("Answer")
WIDE = 760  # a chart's words stand clear of each other from here on
BRIEF_WIDTH = 270


@dataclass(frozen=True, slots=True)
class Form(Generic[Answer]):
    """How one chart is asked, drawn, told and counted; narrower than `least_width` it is drawn smaller."""

    ask: Callable[[sqlite3.Connection, Scope], Answer]
    draw: "Callable[[Answer, int, ChartColours, Sequence[str]], Drawing]"
    height: Callable[[Answer], int]
    sentence: Callable[[Answer], str]
    table: "Callable[[Answer], ChartTable]"
    least_width: int = WIDE


def home_form() -> "Form[Home]":
    """The whole chart."""
    from bothhats.charts.home import draw_home, home_height, home_sentence, home_table
    from bothhats.queries.home import read_home

    return Form(read_home, draw_home, home_height, home_sentence, home_table)


def funnel_form() -> "Form[Funnel]":
    """The whole chart."""
    from bothhats.charts.funnel import draw_funnel, funnel_height, funnel_sentence, funnel_table
    from bothhats.queries.funnel import read_funnel

    return Form(read_funnel, draw_funnel, funnel_height, funnel_sentence, funnel_table)


def cohorts_form() -> "Form[Cohorts]":
    """The whole chart."""
    from bothhats.charts.cohorts import cohorts_height, cohorts_sentence, cohorts_table, draw_cohorts
    from bothhats.queries.cohorts import read_cohorts

    return Form(read_cohorts, draw_cohorts, cohorts_height, cohorts_sentence, cohorts_table)


def cycles_form() -> "Form[Cycles]":
    """The whole chart."""
    from bothhats.charts.cycles import cycles_height, cycles_sentence, cycles_table, draw_cycles
    from bothhats.queries.cycles import read_cycles

    return Form(read_cycles, draw_cycles, cycles_height, cycles_sentence, cycles_table)


def definition_form() -> "Form[Evidence]":
    """Met, did not meet, not judged."""
    from bothhats.charts.definition import definition_height, definition_sentence, definition_table, draw_definition
    from bothhats.queries.evidence import read_evidence_of

    return Form(read_evidence_of, draw_definition, definition_height, definition_sentence, definition_table)


def criteria_form() -> "Form[Evidence]":
    """Each criterion."""
    from bothhats.charts.definition import criteria_height, criteria_sentence, criteria_table, draw_criteria
    from bothhats.queries.evidence import read_evidence_of

    return Form(read_evidence_of, draw_criteria, criteria_height, criteria_sentence, criteria_table)


def promise_form() -> "Form[Speed]":
    """The whole chart."""
    from bothhats.charts.promise import draw_promise, promise_height, promise_sentence, promise_table
    from bothhats.queries.speed import read_speed

    return Form(read_speed, draw_promise, promise_height, promise_sentence, promise_table)


def promise_brief() -> "Form[Speed]":
    """In a third of the overview."""
    from bothhats.charts.promise import brief_height, brief_sentence, draw_brief, promise_table
    from bothhats.queries.speed import read_speed

    return Form(read_speed, draw_brief, brief_height, brief_sentence, promise_table, BRIEF_WIDTH)


def forecast_form() -> "Form[Forecast]":
    """The whole chart."""
    from bothhats.charts.forecast import draw_forecast, forecast_height, forecast_sentence, forecast_table
    from bothhats.queries.forecast import read_forecast

    return Form(read_forecast, draw_forecast, forecast_height, forecast_sentence, forecast_table)


def sourced_form() -> "Form[Sourced]":
    """The whole chart."""
    from bothhats.charts.sourced import draw_sourced, sourced_height, sourced_sentence, sourced_table
    from bothhats.queries.sourced import read_sourced

    return Form(read_sourced, draw_sourced, sourced_height, sourced_sentence, sourced_table)


def velocity_form() -> "Form[Velocity]":
    """The whole chart."""
    from bothhats.charts.velocity import draw_velocity, velocity_height, velocity_sentence, velocity_table
    from bothhats.queries.velocity import read_velocity

    return Form(read_velocity, draw_velocity, velocity_height, velocity_sentence, velocity_table)


def costs_form() -> "Form[Costs]":
    """The whole chart."""
    from bothhats.charts.costs import costs_height, costs_sentence, costs_table, draw_costs
    from bothhats.queries.costs import read_costs

    return Form(read_costs, draw_costs, costs_height, costs_sentence, costs_table)


def revenue_by_source_form() -> "Form[Revenues]":
    """The whole chart."""
    from bothhats.charts.revenue import draw_revenue, revenue_height, revenue_sentence, revenue_table
    from bothhats.queries.revenue import read_revenue_by_source

    return Form(read_revenue_by_source, draw_revenue, revenue_height, revenue_sentence, revenue_table)


def revenue_by_campaign_form() -> "Form[Revenues]":
    """The whole chart."""
    from bothhats.charts.revenue import draw_revenue, revenue_height, revenue_sentence, revenue_table
    from bothhats.queries.revenue import read_revenue_by_campaign

    return Form(read_revenue_by_campaign, draw_revenue, revenue_height, revenue_sentence, revenue_table)


def reasons_form() -> "Form[Reasons]":
    """The whole chart."""
    from bothhats.charts.reasons import draw_reasons, reasons_height, reasons_sentence, reasons_table
    from bothhats.queries.reasons import read_reasons

    return Form(read_reasons, draw_reasons, reasons_height, reasons_sentence, reasons_table)


def waste_form() -> "Form[Lines]":
    """The whole chart."""
    from bothhats.charts.waste import draw_waste, waste_height, waste_sentence, waste_table
    from bothhats.queries.waste import read_waste

    return Form(read_waste, draw_waste, waste_height, waste_sentence, waste_table)


def claims_form() -> "Form[ClaimsHeard]":
    """The whole chart."""
    from bothhats.charts.claims import claims_height, claims_sentence, claims_table, draw_claims
    from bothhats.queries.claims_heard import read_claims_heard

    return Form(read_claims_heard, draw_claims, claims_height, claims_sentence, claims_table)


def claims_brief() -> "Form[ClaimsHeard]":
    """In a third of the overview."""
    from bothhats.charts.claims import brief_height, brief_sentence, claims_table, draw_brief
    from bothhats.queries.claims_heard import read_claims_heard

    return Form(read_claims_heard, draw_brief, brief_height, brief_sentence, claims_table, BRIEF_WIDTH)


def objections_form() -> "Form[ObjectionsHeard]":
    """The whole chart."""
    from bothhats.charts.objections import draw_objections, objections_height, objections_sentence, objections_table
    from bothhats.queries.objections_heard import read_objections_heard

    return Form(read_objections_heard, draw_objections, objections_height, objections_sentence, objections_table)


def objections_brief() -> "Form[ObjectionsHeard]":
    """In a third of the overview."""
    from bothhats.charts.objections import brief_height, brief_sentence, draw_brief, objections_table
    from bothhats.queries.objections_heard import read_objections_heard

    return Form(read_objections_heard, draw_brief, brief_height, brief_sentence, objections_table, BRIEF_WIDTH)


def goals_form() -> "Form[GoalsMet]":
    """The whole chart."""
    from bothhats.charts.goals import draw_goals, goals_height, goals_sentence, goals_table
    from bothhats.queries.goals_met import read_goals_met

    return Form(read_goals_met, draw_goals, goals_height, goals_sentence, goals_table)


def alignment_form() -> "Form[Scores]":
    """The whole chart."""
    from bothhats.charts.alignment import alignment_height, alignment_sentence, alignment_table, draw_alignment
    from bothhats.queries.alignment_months import read_alignment_months

    return Form(read_alignment_months, draw_alignment, alignment_height, alignment_sentence, alignment_table)


def rates_form(which: str) -> "Form[Rates]":
    """One of the rates by source; `which` is a name of Rate."""
    from bothhats.charts.rates import draw_rates, rates_height, rates_sentence, rates_table
    from bothhats.queries.rates import Rate, read_rates

    rate = Rate[which]
    return Form(partial(read_rates, rate=rate), draw_rates, rates_height, rates_sentence, rates_table)
