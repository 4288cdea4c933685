"""Leads of the month through their widgets: what was left open comes first, and is mended right there."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

from bothhats.domain.good_lead import Criterion, IdealCustomer
from bothhats.domain.lead import Closing
from bothhats.domain.pipeline import Outcome, Step
from bothhats.queries.definitions import definition_in_force
from bothhats.queries.review_month import read_ended
from bothhats.ui.pages.review.ended_row import EndedRow
from bothhats.ui.pages.review.sign_row import SignRow
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.combo import Combo
from bothhats.ui.widgets.segments import Segments
from builders import TODAY, a_lead, closed, talked

MONTH = "2026-09"


def in_september(day):
    return date(2026, 9, day)


@pytest.fixture
def ended(review, workspace):
    """Anna lost without a reason, Bo is to be asked about, Cy was won."""
    for name, outcome, what in (
        ("Anna", Outcome.LOST, {"words": "Not <now> & never"}),
        ("Bo", Outcome.NO_DECISION, {"reason": "timing", "ask_at_review": True}),
        ("Cy", Outcome.WON, {"reason": "price"}),
    ):
        closed(workspace, a_lead(workspace, name, today=in_september(1)), outcome, in_september(20), **what)
    review.open_review(MONTH)
    review.wizard.open_page(3)
    return review


def said(page):
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


def row_of(page, name):
    return next(row for row in page.findChildren(EndedRow) if row._lead.name == name)


def sign_of(page, name):
    lines = row_of(page, name).findChildren(QLineEdit)
    return next(line for line in lines if line.accessibleName().startswith("What could you have seen"))


def choose(combo, words):
    combo.setCurrentIndex(combo.findText(words))
    combo.activated.emit(combo.currentIndex())


def outcomes(workspace):
    return workspace.reader.execute(
        "SELECT lead_id, outcome, coalesce(name, ''), waste, words, happened_on FROM outcome_change o"
        " LEFT JOIN reason r ON r.id = reason_id ORDER BY lead_id"
    ).fetchall()


def test_what_was_to_be_asked_comes_first_then_what_has_no_reason(ended, workspace):
    assert [lead.name for lead in read_ended(workspace.reader, MONTH)] == ["Bo", "Anna", "Cy"]
    sentence = "Three leads ended in September, one won. One has no reason yet. You wanted to be asked about one."
    assert sentence in said(ended.wizard.page)
    assert "“Not <now> & never”" in said(ended.wizard.page)


def test_a_missing_reason_and_the_waste_are_filled_in_right_there(ended, workspace, qtbot):
    row = row_of(ended.wizard.page, "Anna")
    reason = next(combo for combo in row.findChildren(Combo) if combo.accessibleName() == "Reason for Anna")
    assert reason.currentText() == "reason missing"
    choose(reason, "price")
    row.findChild(Segments).choose(1)
    assert outcomes(workspace)[0] == (1, "lost", "price", 1, "Not <now> & never", "2026-09-20")
    qtbot.waitUntil(lambda: sign_of(ended.wizard.page, "Anna").isVisibleTo(ended.wizard.page))


def test_an_outcome_is_corrected_on_its_own_day_and_a_reason_of_the_other_side_goes(ended, workspace):
    row = row_of(ended.wizard.page, "Cy")
    outcome = next(combo for combo in row.findChildren(Combo) if combo.accessibleName() == "How it ended with Cy")
    choose(outcome, "lost")
    assert outcomes(workspace)[2] == (3, "lost", "", None, "", "2026-09-20")
    workspace.journal.undo()
    assert outcomes(workspace)[2] == (3, "won", "price", None, "", "2026-09-20")


def test_a_reason_of_ones_own_is_typed_right_there_and_joins_the_list(ended, workspace, qtbot):
    row = row_of(ended.wizard.page, "Anna")
    combo = next(combo for combo in row.findChildren(Combo) if combo.accessibleName() == "Reason for Anna")
    assert not row.another.isVisibleTo(ended.wizard.page)
    choose(combo, "Another reason…")
    assert row.another.isVisibleTo(ended.wizard.page)
    qtbot.keyClicks(row.another, "moved away")
    ended.wizard.open_page(2)
    ended.wizard.open_page(3)
    row = row_of(ended.wizard.page, "Anna")
    assert row.another.text() == "moved away"
    qtbot.keyClick(row.another, "\r")
    assert outcomes(workspace)[0] == (1, "lost", "moved away", None, "Not <now> & never", "2026-09-20")
    qtbot.waitUntil(lambda: not row_of(ended.wizard.page, "Anna").another.text())
    combos = row_of(ended.wizard.page, "Bo").findChildren(Combo)
    reasons = next(combo for combo in combos if combo.accessibleName() == "Reason for Bo")
    assert reasons.findText("moved away") > 0


def test_a_sign_of_day_one_becomes_a_criterion_of_a_new_version(ended, workspace, qtbot):
    workspace.definitions.write(IdealCustomer("Owner"), [Criterion(Step.SALES_READY, "Said so")], in_september(1))
    closed(workspace, 1, Outcome.LOST, in_september(20), waste=True)
    ended.wizard.refresh(is_soon=False)
    qtbot.keyClicks(sign_of(ended.wizard.page, "Anna"), "Asked only for the price")
    ended.wizard.open_page(7)
    row = ended.wizard.page.findChild(SignRow)
    row.text.setText("Says what the trouble is")
    row.weight.choose(0)
    row.add.click()
    version = definition_in_force(workspace.reader, TODAY)
    assert (version.number, version.why, version.customer.who) == (
        2,
        "Seen too late: Asked only for the price",
        "Owner",
    )
    assert [(each.text, each.must) for each in version.criteria] == [
        ("Said so", True), ("Says what the trouble is", True),
    ]  # fmt: skip


def test_a_long_month_shows_its_first_few_and_more_on_request(review, workspace, qtbot):
    ids = [a_lead(workspace, f"Lead {n}", today=in_september(1)) for n in range(40)]
    workspace.leads.close(ids, Closing(Outcome.LOST, "price"), in_september(9))
    review.open_review(MONTH)
    review.wizard.open_page(3)
    assert len(review.wizard.page.findChildren(EndedRow)) == 10
    next(each for each in review.wizard.page.findChildren(Button) if each.text() == "Show 20 more").click()
    qtbot.waitUntil(lambda: len(review.wizard.page.findChildren(EndedRow)) == 30)
    shown = []
    review.context.navigation.leads_requested.connect(lambda found, words: shown.append((len(found), words)))
    next(each for each in review.wizard.page.findChildren(Button) if each.text() == "Show in the Pipeline").click()
    assert shown == [(40, "Ended otherwise in September")]


def test_a_stuck_lead_has_its_three_ways_on(review, workspace):
    lead = a_lead(workspace, "Anna & Co", today=in_september(1))
    talked(workspace, lead, in_september(2))
    review.open_review(MONTH)
    review.wizard.open_page(3)
    asked = []
    review.context.navigation.command_requested.connect(lambda command, ids: asked.append((command, list(ids))))
    for words in ("Next step", "Park", "Close"):
        next(each for each in review.wizard.page.findChildren(Button) if each.text() == words).click()
    assert asked == [("lead.follow_up", [lead]), ("lead.park", [lead]), ("lead.close", [lead])]
