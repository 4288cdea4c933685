"""Content through its widgets: the answer sets the asset, and what was retired here stays on its page."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel

from bothhats.domain.lead import AssetUsed
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.segments import Segments
from builders import a_lead, talked

MONTH = "2026-09"


@pytest.fixture
def content(review, workspace):
    """Prices went to two people, the deck to nobody, the checklist is being drafted."""
    page = workspace.assets.add("page", "Prices", date(2026, 8, 1), "live")
    workspace.assets.add("deck", "Deck", date(2026, 8, 1), "live")
    workspace.assets.add("page", "Checklist", date(2026, 8, 1), "drafting")
    for name, helped in (("Anna", True), ("Bo", None)):
        lead = a_lead(workspace, name, today=date(2026, 9, 1))
        talked(workspace, lead, date(2026, 9, 4), assets=(AssetUsed(page, helped),))
    review.open_review(MONTH)
    review.wizard.open_page(6)
    return review


def said(page):
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


def test_each_answer_sets_the_asset_and_undo_takes_it_back(content, workspace, qtbot):
    page = content.wizard.page
    assert "One of your two pieces of content went out in September." in said(page)
    assert "Still being made: Checklist" in said(page)
    prices, deck = page.findChildren(Segments)
    assert (prices.value, deck.value) == (None, None)
    prices.choose(0)
    deck.choose(2)
    assert workspace.reader.execute("SELECT status FROM asset ORDER BY id").fetchall() == [
        ("live",), ("retired",), ("drafting",),
    ]  # fmt: skip
    qtbot.waitUntil(lambda: "deck, retired" in said(content.wizard.page))
    assert [each.value for each in content.wizard.page.findChildren(Segments)] == ["yes", "retire"]
    qtbot.waitUntil(lambda: content.wizard._open.text() == "2 of 2 decided")
    workspace.journal.undo()
    qtbot.waitUntil(lambda: [s.value for s in content.wizard.page.findChildren(Segments)] == ["yes", None])


def test_the_people_who_got_it_are_one_click_away(content):
    asked = []
    content.context.navigation.leads_requested.connect(lambda ids, words: asked.append((sorted(ids), words)))
    next(each for each in content.wizard.page.findChildren(Button) if each.text() == "sent to 2 people").click()
    assert asked == [([1, 2], "Got “Prices”")]
