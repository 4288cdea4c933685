"""The month's figures through their widgets: each opens the very leads that it counts; a first month says so."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel

from bothhats.domain.pipeline import Outcome
from bothhats.queries.groups import Group
from bothhats.queries.month_leads import ANY_SOURCE, FIGURES, leads_behind
from bothhats.queries.review_month import read_numbers
from bothhats.sample import make_sample
from bothhats.ui.widgets.buttons import Button
from bothhats.workspace import Workspace
from builders import TODAY, a_lead, closed, talked

MONTH = "2026-09"


def said(page):
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


def told(figure: str, group: Group) -> int:
    """How many leads a figure counts."""
    figures = group.figures
    counts = {
        "leads": figures.events.leads, "conversations": figures.events.conversations,
        "closes": figures.events.closes, "revenue": figures.revenue.n, "promise": figures.follow_up.n,
    }  # fmt: skip
    return counts[figure]


@pytest.mark.parametrize("month", ["2026-09", "2026-03"])
def test_behind_each_figure_stand_as_many_leads_as_it_says(tmp_path, month):
    workspace = Workspace(make_sample(tmp_path, TODAY))
    numbers = read_numbers(workspace.reader, month)
    for figure in FIGURES:
        found = leads_behind(workspace.reader, month, figure)
        assert len(set(found)) == told(figure, numbers.in_all)
        by_source = [leads_behind(workspace.reader, month, figure, group.id) for group in numbers.by_source]
        assert [len(ids) for ids in by_source] == [told(figure, group) for group in numbers.by_source]
        assert sorted(each for ids in by_source for each in ids) == sorted(found)
    assert ANY_SOURCE not in [group.id for group in numbers.by_source]
    workspace.close()


def test_a_figure_and_a_cell_open_their_leads(review, workspace):
    anna = a_lead(workspace, "Anna", today=date(2026, 9, 2), source="Referral")
    a_lead(workspace, "Bo", today=date(2026, 9, 3))
    a_lead(workspace, "Old", today=date(2026, 8, 3))
    closed(workspace, anna, Outcome.WON, date(2026, 9, 20), value=120000)
    review.open_review(MONTH)
    asked = []
    review.context.navigation.leads_requested.connect(lambda ids, words: asked.append((list(ids), words)))
    buttons = {each.accessibleName(): each for each in review.wizard.page.findChildren(Button)}
    buttons["Leads: 2. Show the leads"].click()
    buttons["Leads, Referral: 1"].click()
    buttons["Leads, not recorded: 1"].click()
    buttons["Closes, All: 1"].click()
    assert asked == [
        ([1, 2], "Came in September"), ([1], "Came in September, Referral"),
        ([2], "Came in September, not recorded"), ([1], "Won in September"),
    ]  # fmt: skip


def test_a_first_month_is_set_against_nothing_and_asks_for_no_goal(review, workspace):
    talked(workspace, a_lead(workspace, today=date(2026, 9, 2)), date(2026, 9, 3))
    review.open_review(MONTH)
    words = said(review.wizard.page)
    assert "Your first month here. One lead came, one conversation began, no closes." in words
    assert words.count("no month before") == 5
    assert "no goal" not in words
    parts = []
    review.context.navigation.part_requested.connect(lambda *part: parts.append(part))
    next(b for b in review.wizard.page.findChildren(Button) if b.text() == "Set goals in the Playbook").click()
    assert parts == [("playbook", "goals")]


def test_a_share_is_said_from_five_leads_on(review, workspace):
    workspace.goals.set("2026-07", "promise", 90)
    for day in range(1, 5):
        talked(workspace, a_lead(workspace, today=date(2026, 9, day)), date(2026, 9, day))
    review.open_review(MONTH)
    assert "✓ goal 90%" in said(review.wizard.page)
    talked(workspace, a_lead(workspace, today=date(2026, 9, 5)), date(2026, 9, 6))
    review.wizard.refresh(is_soon=False)
    assert "✓ 100%, goal 90%" in said(review.wizard.page)
