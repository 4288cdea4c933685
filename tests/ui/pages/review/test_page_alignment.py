"""The alignment check through its widgets: answers, the score that follows, the ways to mend."""

from datetime import date

from PySide6.QtWidgets import QLabel

from bothhats.domain.pipeline import Outcome
from bothhats.queries.alignment import month_scores
from bothhats.queries.reviews import answers, review_of
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.month_bars import MonthBars
from bothhats.ui.widgets.segments import Segments
from builders import TODAY, a_lead, closed, talked

MONTH = "2026-09"


def said(page):
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


def press(page, words):
    next(button for button in page.findChildren(Button) if button.text() == words).click()


def test_the_score_follows_the_answers_and_undo_takes_them_back(review, workspace, keyboard, qtbot):
    a_lead(workspace, today=date(2026, 9, 2))
    review.open_review(MONTH)
    review.wizard.open_page(8)
    page = review.wizard.page
    assert "1 of 3 hold" in said(page)
    assert "Not applicable in this month" in said(page)
    first = page.findChild(Segments)
    first.button(0).setFocus()
    keyboard.press("Space")
    assert answers(workspace.reader, 1) == {"alignment.calls": "yes"}
    qtbot.waitUntil(lambda: "2 of 4 hold" in said(page))
    workspace.journal.undo()
    qtbot.waitUntil(lambda: "1 of 3 hold" in said(review.wizard.page))
    workspace.journal.redo()
    qtbot.waitUntil(lambda: "2 of 4 hold" in said(review.wizard.page))


def test_each_check_that_does_not_hold_leads_to_what_it_rests_on(review, workspace, qtbot):
    late = a_lead(workspace, "Late", today=date(2026, 9, 2))
    won = a_lead(workspace, "Won", today=date(2026, 9, 3))
    talked(workspace, won, date(2026, 9, 4))
    closed(workspace, won, Outcome.WON, date(2026, 9, 20))
    review.open_review(MONTH)
    review.wizard.open_page(8)
    asked = []
    review.context.navigation.leads_requested.connect(lambda ids, words: asked.append((list(ids), words)))
    buttons = [each for each in review.wizard.page.findChildren(Button) if each.text() == "See the one"]
    for button in buttons:
        button.click()
    assert asked == [([late], "Leads that waited longer than the promise"), ([won], "Wins without a source")]
    press(review.wizard.page, "Look at it")
    qtbot.waitUntil(lambda: review.wizard.page_number == 7)


def test_the_line_over_the_months_keeps_the_score_of_the_day_it_was_finished(review, workspace):
    a_lead(workspace, today=date(2026, 7, 2), source="Referral")
    for month, on in (("2026-07", date(2026, 8, 3)), ("2026-08", date(2026, 9, 3))):
        review.context.workspace.reviews.start(month, on)
    review.open_review("2026-08")
    review.wizard.open_page(10)
    review.wizard.finish_button.click()
    kept = review_of(workspace.reader, "2026-08").figures
    assert (kept["alignment_holds"], kept["alignment_of"]) == (0, 2)
    workspace.definitions.look(True, date(2026, 9, 1))
    review.open_review(MONTH)
    review.wizard.open_page(8)
    assert review.wizard.page.findChild(MonthBars) is not None
    scores = {each.month: (each.holds, each.of) for each in month_scores(workspace.reader, MONTH, TODAY)}
    assert scores["2026-07"] == (0, 0)
    assert scores["2026-08"] == (0, 2)
