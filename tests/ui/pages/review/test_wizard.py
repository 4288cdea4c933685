"""The review through its widgets: every page opens, the draft waits, undo reaches into it."""

from datetime import date

import pytest

from bothhats.domain.pipeline import Outcome
from bothhats.queries.reviews import answers
from bothhats.ui.pages.review.draft import AnswerText
from bothhats.ui.pages.review.page import ReviewPage
from bothhats.ui.widgets.combo import Combo
from bothhats.ui.widgets.segments import Segments
from builders import TODAY, a_lead, closed, talked

MONTH = "2026-09"


@pytest.fixture
def review(context, qtbot):
    """The review of September, open in the wizard."""
    page = ReviewPage(context)
    qtbot.addWidget(page)
    page.resize(1100, 760)
    page.show()
    return page


def a_month(workspace):
    anna = a_lead(workspace, "Anna Berg", today=date(2026, 9, 2), source="Referral")
    talked(workspace, anna, date(2026, 9, 4), heard="Is it dear?", words="<img src=x> Hm & so")
    closed(workspace, anna, Outcome.LOST, date(2026, 9, 20))
    workspace.claims.add("Done by the 5th.", date(2026, 8, 1))
    workspace.assets.add("page", "Prices", date(2026, 8, 1), "live")


@pytest.mark.parametrize("is_full", [True, False], ids=["a month with leads", "an empty first month"])
def test_every_page_opens_in_any_order(review, workspace, is_full):
    if is_full:
        a_month(workspace)
    review.open_review(MONTH)
    for number in (10, 1, 5, 4, 3, 2, 9, 8, 7, 6):
        review.wizard.open_page(number)
        assert review.wizard.page_number == number
        assert review.wizard.steps.currentRow() == number - 1


def test_what_is_typed_is_saved_at_each_key_and_waits_where_it_was_left(review, workspace, qtbot):
    a_month(workspace)
    review.open_review(MONTH)
    field = review.wizard.page.findChild(AnswerText)
    qtbot.keyClicks(field, "Ads")
    assert answers(workspace.reader, 1) == {"numbers.surprise": "Ads"}
    review.wizard.open_page(4)
    review.wizard.left.emit()
    assert review.wizard is None
    review.open_review(MONTH)
    assert review.wizard.page_number == 4
    review.wizard.open_page(1)
    assert review.wizard.page.findChild(AnswerText).toPlainText() == "Ads"


def test_undo_reaches_into_the_draft(review, workspace, qtbot):
    review.open_review(MONTH)
    qtbot.keyClicks(review.wizard.page.findChild(AnswerText), "Ads")
    workspace.journal.undo()
    assert review.wizard.page.findChild(AnswerText).toPlainText() == ""


def test_a_missing_reason_and_the_waste_are_filled_in_right_there(review, workspace):
    a_month(workspace)
    review.open_review(MONTH)
    review.wizard.open_page(3)
    reason = review.wizard.page.findChild(Combo)
    assert reason.currentText() == "reason missing"
    reason.setCurrentIndex(reason.findText("price"))
    reason.activated.emit(reason.currentIndex())
    review.wizard.page.findChild(Segments).choose(1)
    found = workspace.reader.execute(
        "SELECT outcome, name, waste, happened_on FROM outcome_change JOIN reason r ON r.id = reason_id"
    ).fetchall()
    assert found == [("lost", "price", 1, "2026-09-20")]


def test_at_most_three_commitments(review, workspace):
    review.open_review(MONTH)
    review.wizard.open_page(9)
    page = review.wizard.page
    for _ in range(3):
        page._add.click()
    assert len(review.wizard.draft.commitments()) == 3
    page._add.click()
    assert len(review.wizard.draft.commitments()) == 3


def test_finishing_shows_the_letter_and_reopening_goes_back_to_the_pages(review, workspace):
    a_month(workspace)
    review.open_review(MONTH)
    review.wizard.open_page(10)
    review.wizard.page.finish_button.click()
    assert review.wizard is None
    assert "Is it dear?" in review.letter.text.toPlainText()
    assert "<img src=x> Hm & so" in review.letter.text.toPlainText()
    a_lead(workspace, "Late", today=date(2026, 9, 9))
    review.letter.show_letter(MONTH)
    assert "leads 1, now 2" in review.letter._since.text()
    review.letter._reopen()
    assert review.wizard.draft.month == MONTH
    assert workspace.reader.execute("SELECT count(*) FROM review_version").fetchone() == (1,)


def test_the_start_page_offers_this_month_and_the_missing_ones(review, workspace):
    a_lead(workspace, today=date(2026, 7, 20))
    review.start.show_reviews()
    words = [label.text() for label in review.start.findChildren(type(review.wizard or review.letter._since))]
    assert "September review" in words
    assert "August 2026" in words
    assert TODAY.month == 10
