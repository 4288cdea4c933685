"""Every chart with no, one, three, twelve and forty sources, over one to thirty-six months: whole, clear, honest."""

import re
import sqlite3
from contextlib import closing
from datetime import date

import pytest
from crowd import LAST, ODD_NAMES, crowd
from drawn import COLOURS, FAMILIES, clipped, touching

from bothhats.charts.catalogue import CHARTS
from bothhats.queries.figures import Period
from bothhats.queries.scope import Scope

FORMS = [(chart.id, view.form) for chart in CHARTS for view in chart.views]
FORMS += [(f"{chart.id} in brief", chart.brief) for chart in CHARTS if chart.brief]
CROWDS = [(0, 1), (1, 1), (3, 12), (12, 3), (40, 36)]


@pytest.mark.parametrize(("sources", "months"), CROWDS, ids=[f"{n} sources, {m} months" for n, m in CROWDS])
def test_every_chart_is_whole_and_clear(template, sources, months):
    with closing(sqlite3.connect(template)) as connection:
        scope = Scope(Period(crowd(connection, sources, months), LAST, date(2026, 10, 6)))
        for name, make in FORMS:
            form = make()
            answer = form.ask(connection, scope)
            for width in (form.least_width, form.least_width + 240):
                check(name, form, answer, form.draw(answer, width, COLOURS, FAMILIES), width)
        connection.rollback()


def check(name, form, answer, drawing, width):
    height = form.height(answer)
    assert clipped(drawing) == [], name
    assert touching(drawing) == [], name
    assert not any(text.get_parse_math() for text in drawing.figure.axes[0].texts if text.get_text()), name
    drawing.figure.canvas.draw()
    for mark in drawing.marks:
        assert (mark.x >= -1, mark.y >= -1) == (True, True), (name, mark)
        assert mark.x + mark.width <= width + 5, (name, mark)
        assert mark.y + mark.height <= height + 5, (name, mark)
    sentence, table = form.sentence(answer), form.table(answer)
    assert sentence.endswith("."), name
    assert {len(row) for row in table.rows} <= {len(table.heads)}, name
    told = [sentence, *(mark.words for mark in drawing.marks), *(cell for row in table.rows for cell in row)]
    assert [words for words in told if few_with_percent(words)] == [], name


def few_with_percent(words):
    """A share of fewer than five that is told in percent."""
    return re.search(r"\bof [0-4] \(\d+ %", words)


def test_the_names_of_the_owner_are_in_the_marks_as_they_were_written(template):
    with closing(sqlite3.connect(template)) as connection:
        scope = Scope(Period(crowd(connection, 8, 2), LAST, date(2026, 10, 6)))
        for chart_id in ("source", "cost"):
            form = next(make for name, make in FORMS if name == chart_id)()
            told = [mark.words for mark in form.draw(form.ask(connection, scope), 900, COLOURS, FAMILIES).marks]
            assert all(any(words.startswith(name) for words in told) for name in ODD_NAMES), chart_id
            assert sum(words.startswith("Event") for words in told) >= 2, "equal names are two sources"
        connection.rollback()
