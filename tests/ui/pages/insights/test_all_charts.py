"""Each chart of the catalogue on its page, upon the made-up business; and what one can do with it on the overview."""

import json

import pytest
from asked_of_charts import cells, home, listed

from bothhats.charts.catalogue import BRIEF, CHARTS, HOME
from bothhats.resource_files import resource
from builders import TODAY


@pytest.fixture
def page(workspace, insights):
    """Insights of the made-up business."""
    workspace.load_sample(json.loads(resource("sample", "story.json").read_text()), TODAY)
    return insights()


def test_each_chart_says_shows_counts_and_leads_to_its_leads(page):
    for chart in CHARTS:
        if chart.id == HOME:
            continue
        page.show_part(chart.id)
        card = page.part.card
        assert card.chart is chart
        assert card.sentence.endswith("."), chart.id
        assert cells(card), chart.id
        assert card.view.accessibleDescription() == card.sentence
        mark = next((mark for mark in card.view.marks if mark.ids), None)
        if mark is not None:
            card.view._ask(mark)
            assert listed(page) == set(mark.ids), chart.id


def test_each_view_of_a_chart_is_asked_when_it_is_chosen(page):
    for chart in CHARTS:
        if len(chart.views) > 1:
            page.show_part(chart.id)
            said = set()
            for number in range(len(chart.views)):
                page.part.card.view_choice.setCurrentIndex(number)
                said.add((page.part.card.sentence, tuple(map(tuple, cells(page.part.card)))))
            assert len(said) == len(chart.views), chart.id


def test_the_overview_has_three_charts_in_brief_that_open(page):
    home(page)
    assert [card.chart.id for card in page.part.brief] == list(BRIEF)
    for card in list(page.part.brief):
        assert card.sentence.endswith(".")
        assert card.view.height() > 60
        menu = card.menu()
        next(action for action in menu.actions() if action.text() == "Open it").trigger()
        assert page.nav.here == card.chart.id
        home(page)


def test_the_menu_of_a_chart_turns_it_and_says_how_it_is_counted(page):
    card = home(page)
    by_words = {action.text().split("\t")[0]: action for action in card.menu().actions() if action.text()}
    by_words["Show the numbers"].trigger()
    by_words["How is this counted?"].trigger()
    assert card.table.isVisible()
    assert card._note.isVisible()
    assert card._note.text() == card.chart.note
    assert "Show the chart" in {action.text().split("\t")[0] for action in card.menu().actions()}


def test_the_header_says_how_each_chart_counts(page):
    said = {}
    for chart in CHARTS:
        if chart.id != HOME:
            page.show_part(chart.id)
            said[chart.counted] = page.header.sentence
    assert said == {
        "arrived": "July to September 2026, leads counted by the day they arrived, as of today",
        "happened": "July to September 2026, counted by the day it happened, as of today",
        "now": "As things stand, as of today",
    }
