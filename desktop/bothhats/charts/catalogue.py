"""Every chart once: Insights, the reports and the command line are built around this table.

A chart's code is loaded when its form is first wanted: this module knows no matplotlib, so that a page can list the
charts before there is one.
"""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from bothhats.queries.scope import Scope

if TYPE_CHECKING:
    from bothhats.charts.drawing import ChartColours, ChartTable, Drawing
    from bothhats.queries.funnel import Funnel
    from bothhats.queries.home import Home

Answer = TypeVar("Answer")
WIDE = 760  # a chart's words stand clear of each other from here on

LEADS = ("lead", "touch", "stage_change", "outcome_change", "judgement", "parking")


@dataclass(frozen=True, slots=True)
class Form(Generic[Answer]):
    """How one chart is asked, drawn, told and counted; narrower than `least_width` it is drawn smaller."""

    ask: Callable[[sqlite3.Connection, Scope], Answer]
    draw: "Callable[[Answer, int, ChartColours, Sequence[str]], Drawing]"
    height: Callable[[Answer], int]
    sentence: Callable[[Answer], str]
    table: "Callable[[Answer], ChartTable]"
    least_width: int = WIDE


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


def _home() -> "Form[Home]":
    from bothhats.charts.home import draw_home, home_height, home_sentence, home_table
    from bothhats.queries.home import read_home

    return Form(read_home, draw_home, home_height, home_sentence, home_table)


def _funnel() -> "Form[Funnel]":
    from bothhats.charts.funnel import draw_funnel, funnel_height, funnel_sentence, funnel_table
    from bothhats.queries.funnel import read_funnel

    return Form(read_funnel, draw_funnel, funnel_height, funnel_sentence, funnel_table)


CHARTS = (
    Chart(
        HOME,
        OVERVIEW,
        "Leads, conversations and closes, by source",
        "Leads counted by the day they arrived; each has gone as far as it had by then. Open leads stay in.",
        (*LEADS, "source"),
        (View("", _home),),
    ),
    Chart(
        "funnel",
        CLOSE,
        "Funnel",
        "Reaching a later step counts as reaching the earlier ones. Ranges are 95 % Wilson intervals.",
        LEADS,
        (View("", _funnel),),
    ),
)


def chart_of(chart_id: str) -> Chart | None:
    """The chart of that id."""
    return next((chart for chart in CHARTS if chart.id == chart_id), None)
