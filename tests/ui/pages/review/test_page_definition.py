"""The definition through its widgets: the look, its one sentence each quarter, and the evidence."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

from bothhats.domain.good_lead import Criterion, IdealCustomer
from bothhats.domain.lead import Judging
from bothhats.domain.pipeline import Step, Verdict
from bothhats.queries.definitions import definition_in_force
from bothhats.ui.background import JobRunner
from bothhats.ui.pages.review.definition_evidence import EvidenceCard
from bothhats.ui.pages.review.page import ReviewPage
from bothhats.ui.widgets.buttons import Button
from builders import TODAY, a_lead, talked
from workers import ByHand

MONTH = "2026-09"


def said(page):
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


def button(page, words):
    return next(each for each in page.findChildren(Button) if each.text() == words)


@pytest.fixture
def written(review, workspace):
    """Version 1 of last spring; Anna met it and talked, Bo did not meet it, Cy was not judged."""
    criteria = [Criterion(Step.MARKETING_QUALIFIED, "Owner-run")]
    workspace.definitions.write(IdealCustomer(), criteria, date(2026, 4, 1))
    (criterion,) = definition_in_force(workspace.reader, TODAY).criteria
    for name, verdict, answer in (("Anna", Verdict.MET, "yes"), ("Bo", Verdict.NOT_MET, "no"), ("Cy", None, "")):
        lead = a_lead(workspace, name, today=date(2026, 9, 2))
        if verdict:
            judging = Judging(Step.MARKETING_QUALIFIED, verdict, {criterion.id: answer})
            workspace.leads.judge(lead, judging, date(2026, 9, 3))
    talked(workspace, 1, date(2026, 9, 4))
    review.open_review(MONTH)
    review.wizard.open_page(7)
    return review


def test_the_quarterly_look_wants_one_sentence(written, workspace, keyboard, qtbot):
    page = written.wizard.page
    assert "Version 1, in force since 1 April. The quarterly look is due." in said(page)
    holds = button(page, "It still holds")
    assert holds.why_off == "The quarterly look wants one sentence: why does it hold?"
    holds.click()
    assert workspace.reader.execute("SELECT count(*) FROM definition_look").fetchone() == (0,)
    qtbot.keyClicks(page.findChild(QLineEdit), "Anna fits")
    assert not holds.why_off
    holds.click()
    assert workspace.reader.execute("SELECT looked_on, holds, why FROM definition_look").fetchall() == [
        ("2026-10-06", 1, "Anna fits")
    ]
    qtbot.waitUntil(lambda: "Looked at today." in said(written.wizard.page))
    assert not button(written.wizard.page, "It still holds").why_off


def test_the_evidence_opens_its_leads_and_each_criterion_on_request(written, workspace, qtbot):
    asked = []
    written.context.navigation.leads_requested.connect(lambda ids, words: asked.append((list(ids), words)))
    button(written.wizard.page, "Met it: 1 of 1 talked, 0 closed").click()
    button(written.wizard.page, "Did not: 0 of 1 talked, 0 closed").click()
    assert asked == [
        ([1], "Met it: the definition of a good lead"), ([2], "Did not: the definition of a good lead"),
    ]  # fmt: skip
    assert "Too few to tell: 1 met it, 1 did not." in said(written.wizard.page)
    button(written.wizard.page, "Each criterion").click()
    told = "Yes: 1 of 1 talked, 0 closed\nNo: 0 of 1 talked, 0 closed\nnot answered: 1"
    qtbot.waitUntil(lambda: told in said(written.wizard.page))


def test_the_evidence_is_counted_elsewhere_and_the_old_figures_stand_meanwhile(written, context, workspace, qtbot):
    hand = ByHand()
    page = ReviewPage(replace(context, jobs=JobRunner(hand)))
    qtbot.addWidget(page)
    page.show()
    page.open_review(MONTH)
    page.wizard.open_page(7)

    def lines():
        card = page.wizard.page.findChild(EvidenceCard)
        return [each.text() for each in card.findChildren(Button) if each.isVisibleTo(card) and ":" in each.text()]

    assert lines() == []
    assert "Counting…" in said(page.wizard.page)
    hand.turn()
    counted = ["Met it: 1 of 1 talked, 0 closed", "Did not: 0 of 1 talked, 0 closed"]
    qtbot.waitUntil(lambda: lines() == [*counted, "Not judged: 0 of 1 talked, 0 closed"])
    a_lead(workspace, "Dan", today=date(2026, 9, 2))
    page.wizard.refresh(is_soon=False)
    assert lines() == [*counted, "Not judged: 0 of 1 talked, 0 closed"]
    hand.turn()
    qtbot.waitUntil(lambda: lines() == [*counted, "Not judged: 0 of 2 talked, 0 closed"])
