"""Every chart once: Insights, the reports and the command line are built around this table.

A chart's code is loaded when its form is first wanted: this module knows no matplotlib, so that a page can list the
charts before there is one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from bothhats.charts import forms
from bothhats.charts.forms import WIDE, Form

__all__ = ("WIDE", "Form")

LEADS = ("lead", "touch", "stage_change", "outcome_change", "judgement", "parking")


@dataclass(frozen=True, slots=True)
class View:
    """One way to look at a chart; the words name it beside the others."""

    words: str
    form: Callable[[], Form[Any]]


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart: where it stands, what it is called, how its figures are counted, and the tables they rest on.

    `counted` is "arrived" (by arrival), "happened" (by event) or "now" (as things stand). With several views the owner
    chooses one. `brief` is how it stands on the overview, in a third of its width.
    """

    id: str
    group: str
    title: str
    note: str
    tables: tuple[str, ...]
    views: tuple[View, ...]
    counted: str = "arrived"
    brief: Callable[[], Form[Any]] | None = None


OVERVIEW, CLOSE, MONEY, LEARNING = "", "From lead to close", "Money", "Learning"
GROUPS = (CLOSE, MONEY, LEARNING)
HOME = "home"
BRIEF = ("promise", "claims", "objections")  # what follows the home chart on the overview


CHARTS = (
    Chart(
        HOME,
        OVERVIEW,
        "Leads, conversations and closes, by source",
        "Leads counted by the day they arrived; each has gone as far as it had by then. Open leads stay in.",
        (*LEADS, "source"),
        (View("", forms.home_form),),
    ),
    Chart(
        "source",
        CLOSE,
        "By source",
        "Of the leads that arrived in the period, how many went on. The line is the 95 % interval, where the true share"
        " probably lies; fewer than five are too few to tell.",
        (*LEADS, "source"),
        (
            View("Lead to conversation", partial(forms.rates_form, "TALKED")),
            View("Lead to opportunity", partial(forms.rates_form, "OFFERED")),
            View("Conversation to close", partial(forms.rates_form, "CLOSED_OF_TALKED")),
            View("Lead to close", partial(forms.rates_form, "CLOSED")),
        ),
    ),
    Chart(
        "funnel",
        CLOSE,
        "Funnel",
        "Reaching a later step counts as reaching the earlier ones. Ranges are 95 % Wilson intervals.",
        LEADS,
        (View("", forms.funnel_form),),
    ),
    Chart(
        "cohorts",
        CLOSE,
        "By month of arrival",
        "A month is still open while it is younger than the median cycle of the last twelve months' closes.",
        LEADS,
        (View("", forms.cohorts_form),),
    ),
    Chart(
        "cycle",
        CLOSE,
        "Cycle length",
        "Days from arrival to close, of the leads that arrived in the period and are won. The box is the middle half.",
        (*LEADS, "source"),
        (View("", forms.cycles_form),),
    ),
    Chart(
        "promise",
        CLOSE,
        "Speed and promise",
        "Calendar days from arrival to the first contact. Counted are leads that were contacted or whose promise has"
        " run out; those that ended before are in neither number.",
        (*LEADS, "setting", "goal", "goal_end"),
        (View("", forms.promise_form),),
        brief=forms.promise_brief,
    ),
    Chart(
        "definition",
        CLOSE,
        "The definition",
        "Of the leads that arrived in the period: judged marketing-qualified or better, judged not to be, and not"
        " judged. Groups differ only where their 95 % intervals do not overlap.",
        (*LEADS, "definition", "criterion", "judgement_answer"),
        (View("As judged", forms.definition_form), View("By criterion", forms.criteria_form)),
    ),
    Chart(
        "forecast",
        MONEY,
        "Forecast",
        "Value of the open leads times the chance of their stage: wins of the leads that were ever in it and have"
        " ended, with the default chance counting as four leads.",
        (*LEADS, "stage", "setting"),
        (View("", forms.forecast_form),),
        counted="now",
    ),
    Chart(
        "pipeline",
        MONEY,
        "Marketing-sourced pipeline",
        "Value of the leads that are open now, by the kind of their source.",
        (*LEADS, "source", "setting"),
        (View("", forms.sourced_form),),
        counted="now",
    ),
    Chart(
        "velocity",
        MONEY,
        "Velocity",
        "Open opportunities times win rate times average deal, divided by the median cycle; the last three over the"
        " twelve months up to now. Not a fit is left out of the win rate.",
        (*LEADS, "setting"),
        (View("", forms.velocity_form),),
        counted="now",
    ),
    Chart(
        "cost",
        MONEY,
        "Cost",
        "Spend of the source in the period, divided by its leads that arrived in it and came so far. A source's spend"
        " includes its campaigns'.",
        (*LEADS, "source", "campaign", "spend", "setting"),
        (View("", forms.costs_form),),
    ),
    Chart(
        "revenue",
        MONEY,
        "Revenue",
        "Value of the closes whose date is in the period, whenever the leads arrived.",
        (*LEADS, "source", "campaign", "setting"),
        (
            View("By source", forms.revenue_by_source_form),
            View("By campaign", forms.revenue_by_campaign_form),
        ),
        counted="happened",
    ),
    Chart(
        "reasons",
        LEARNING,
        "Reasons",
        "Of the leads whose outcome fell in the period, whenever they arrived; lost, no decision and not a fit stand"
        " together at the right.",
        (*LEADS, "reason"),
        (View("", forms.reasons_form),),
        counted="happened",
    ),
    Chart(
        "waste",
        LEARNING,
        "Waste",
        "Of the leads that ended in the period, how many were marked as a waste of time.",
        (*LEADS, "source"),
        (View("", forms.waste_form),),
        counted="happened",
    ),
    Chart(
        "claims",
        LEARNING,
        "Claims",
        "One mark a person: with whom the claim landed, was doubted, was not wanted, and with whom there was a"
        " conversation in which it never came up.",
        ("lead", "touch", "claim", "claim_heard"),
        (View("", forms.claims_form),),
        counted="happened",
        brief=forms.claims_brief,
    ),
    Chart(
        "objections",
        LEARNING,
        "Objections",
        "Distinct leads from whom a phrase was heard, by month. A hat marks the month in which a commitment to move it"
        " was due.",
        ("lead", "objection", "hearing", "asset", "asset_answer", "commitment", "review"),
        (View("", forms.objections_form),),
        counted="happened",
        brief=forms.objections_brief,
    ),
    Chart(
        "goals",
        LEARNING,
        "Goals",
        "Whole months, by the day on which things happened; the promise by the day of arrival.",
        (*LEADS, "goal", "goal_end", "setting"),
        (View("", forms.goals_form),),
        counted="happened",
    ),
    Chart(
        "alignment",
        LEARNING,
        "Alignment",
        "How many of the eight checks of the month's review held; those that did not apply are left out. It is of the"
        " whole business, whatever source is chosen.",
        (*LEADS, "review", "review_answer", "definition", "definition_look", "hearing", "asset_answer", "commitment"),
        (View("", forms.alignment_form),),
        counted="happened",
    ),
)


def chart_of(chart_id: str) -> Chart | None:
    """The chart of that id."""
    return next((chart for chart in CHARTS if chart.id == chart_id), None)
