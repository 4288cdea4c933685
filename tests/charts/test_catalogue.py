"""The table of charts: each is once in it, in a group, with words, and its form answers for an empty file too."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from drawn import COLOURS, FAMILIES, clipped

from bothhats.charts.catalogue import BRIEF, CHARTS, GROUPS, HOME, OVERVIEW, chart_of
from bothhats.queries.figures import Period
from bothhats.queries.scope import Scope
from bothhats.storage.journal_triggers import journalled_columns
from builders import TODAY, a_lead, talked

DESKTOP = Path(__file__).resolve().parents[2] / "desktop"
SCOPE = Scope(Period(date(2026, 7, 1), date(2026, 10, 31), TODAY))
FORMS = [(chart, view.form) for chart in CHARTS for view in chart.views]
FORMS += [(chart, chart.brief) for chart in CHARTS if chart.brief]
NAMES = [f"{chart.id}-{number}" for number, (chart, _) in enumerate(FORMS)]


def test_each_chart_is_once_in_the_table_with_words_and_a_place():
    assert len({chart.id for chart in CHARTS}) == len({chart.title for chart in CHARTS}) == len(CHARTS)
    for chart in CHARTS:
        assert chart.group in GROUPS or (chart.group, chart.id) == (OVERVIEW, HOME)
        assert chart.title
        assert chart.note.endswith(".")
        assert chart.counted in {"arrived", "happened", "now"}
        assert len({view.words for view in chart.views}) == len(chart.views)
        assert len(chart.views) == 1 or all(view.words for view in chart.views)
        assert chart_of(chart.id) is chart
    assert all((chart_of(each) or CHARTS[0]).brief for each in BRIEF if chart_of(each))


def test_the_tables_of_a_chart_are_tables_of_the_file(workspace):
    known = set(journalled_columns(workspace.journal.connection))
    assert {table for chart in CHARTS for table in chart.tables} <= known


@pytest.mark.parametrize(("chart", "form"), FORMS, ids=NAMES)
def test_a_chart_of_nothing_and_of_one_lead_is_drawn_and_told(workspace, chart, form):
    made = form()
    for _ in range(2):
        answer = made.ask(workspace.reader, SCOPE)
        assert made.sentence(answer).endswith(".")
        heads = len(made.table(answer).heads)
        assert all(len(row) == heads for row in made.table(answer).rows)
        for width in (made.least_width, made.least_width + 300):
            drawing = made.draw(answer, width, COLOURS, FAMILIES)
            assert drawing.figure.get_size_inches()[1] * 96 == pytest.approx(made.height(answer))
            assert clipped(drawing) == []
        talked(workspace, a_lead(workspace, "Anna", source="Ad", today=date(2026, 8, 1)), date(2026, 8, 2))


def test_the_table_of_charts_is_there_before_matplotlib():
    code = "import sys, bothhats.charts.catalogue as c; print(len(c.CHARTS), 'matplotlib' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": str(DESKTOP)}, capture_output=True, text=True, check=True
    )
    assert done.stdout == f"{len(CHARTS)} False\n"
