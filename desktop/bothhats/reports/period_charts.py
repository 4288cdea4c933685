"""Every chart about a scope, as a document shows it: sentence, picture, numbers, and how it is counted."""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bothhats.queries.progress import KeptProgress, keeping
from bothhats.queries.scope import Scope

if TYPE_CHECKING:
    from bothhats.charts.catalogue import Chart, Form
    from bothhats.charts.drawing import ChartTable

NARROWEST = 760  # pixels across: the words come out as large as the text
Told = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class PrintedChart:
    """One chart; the picture is PNG, or nothing where there is nothing to draw."""

    id: str
    title: str
    sentence: str
    note: str
    table: "ChartTable"
    picture: bytes


def printed_charts(
    connection: sqlite3.Connection, scope: Scope, told: Told = lambda _done, _of: None
) -> Iterator[PrintedChart]:
    """All of the catalogue, in its order; `told` hears how many are done, of how many."""
    from bothhats.charts.catalogue import CHARTS

    kept = KeptProgress()
    for number, chart in enumerate(CHARTS, 1):
        with keeping(kept):
            printed = printed_chart(connection, scope, chart, chart.views[0].form)
        yield printed
        told(number, len(CHARTS))


def printed_chart(
    connection: sqlite3.Connection, scope: Scope, chart: "Chart", make_form: "Callable[[], Form[Any]]"
) -> PrintedChart:
    """One form of a chart, in the colours of paper."""
    from bothhats.charts.on_paper import PAPER_COLOURS, PAPER_FAMILIES, png_of

    form = make_form()
    answer = form.ask(connection, scope)
    drawing = form.draw(answer, max(form.least_width, NARROWEST), PAPER_COLOURS, PAPER_FAMILIES)
    picture = png_of(drawing.figure) if drawing.marks else b""
    return PrintedChart(chart.id, chart.title, form.sentence(answer), chart.note, form.table(answer), picture)
