"""The review through its widgets: every page opens, the draft waits, undo reaches into it."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QPushButton

from bothhats.domain.pipeline import Outcome
from bothhats.domain.problems import Refused
from bothhats.queries.reviews import answers
from bothhats.ui.commands import MENUS
from bothhats.ui.pages.review.draft import AnswerText
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.combo import Combo
from bothhats.ui.widgets.foot import Foot
from builders import TODAY, a_lead, closed, talked

MONTH = "2026-09"


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
    qtbot.waitUntil(lambda: review.wizard.page.findChild(AnswerText).toPlainText() == "")


def test_finishing_shows_the_letter_and_reopening_goes_back_to_the_pages(review, workspace):
    a_month(workspace)
    review.open_review(MONTH)
    review.wizard.open_page(10)
    review.wizard.finish_button.click()
    assert review.wizard is None
    assert "Is it dear?" in review.letter.text.toPlainText()
    assert "<img src=x> Hm & so" in review.letter.text.toPlainText()
    a_lead(workspace, "Late", today=date(2026, 9, 9))
    review.letter.show_letter(MONTH)
    assert "Now 2 leads" in review.letter.text.toPlainText()
    review.letter._reopen()
    assert review.wizard.draft.month == MONTH
    assert workspace.reader.execute("SELECT count(*) FROM review_version").fetchone() == (1,)


def test_the_start_page_offers_this_month_and_the_missing_ones(review, workspace):
    a_lead(workspace, today=date(2026, 7, 20))
    review.start.show_reviews()
    words = [label.text() for label in review.start.findChildren(QLabel)]
    assert "September review" in words
    assert "August 2026" in words
    assert TODAY.month == 10


def test_a_fix_on_the_page_shows_at_once_and_the_focus_stays_where_it_was(review, workspace, qtbot):
    a_month(workspace)
    bo = a_lead(workspace, "Bo Reed", today=date(2026, 9, 3))
    talked(workspace, bo, date(2026, 9, 5))
    review.open_review(MONTH)
    review.wizard.open_page(3)
    names = [button.text() for button in review.wizard.page.findChildren(Button)]
    assert "Park" in names
    reason = next(combo for combo in review.wizard.page.findChildren(Combo) if "Reason" in combo.accessibleName())
    reason.setFocus()
    workspace.leads.park([bo], date(2026, 12, 1), TODAY, "timing")
    qtbot.waitUntil(lambda: "Park" not in [each.text() for each in review.wizard.page.findChildren(Button)])
    focused = next(combo for combo in review.wizard.page.findChildren(Combo) if combo.hasFocus())
    assert focused.accessibleName() == "Reason for Anna Berg"


def test_the_steps_say_what_is_done_what_is_open_and_what_the_month_has_nothing_for(review, workspace):
    a_month(workspace)
    review.open_review(MONTH)
    for number in (5, 2, 1):
        review.wizard.open_page(number)

    def said(row):
        return review.wizard.steps.item(row - 1).data(Qt.ItemDataRole.AccessibleTextRole)

    assert said(2) == "2. What you promised, nothing in this month"
    assert said(5) == "5. Objections and questions, 1 still open"
    assert said(8) == "8. Alignment check, not seen yet"


def test_what_could_not_be_saved_is_kept_and_saved_with_the_next_letter(review, workspace, qtbot, monkeypatch):
    review.open_review(MONTH)
    field = review.wizard.page.findChild(AnswerText)
    problems = []
    review.context.navigation.problem_raised.connect(problems.append)
    save = workspace.reviews.save

    def full(*_args):
        raise Refused("The disk is full.", "Make room.")

    monkeypatch.setattr(workspace.reviews, "save", full)
    qtbot.keyClicks(field, "A")
    assert [problem.message for problem in problems] == ["The disk is full."]
    review.wizard.open_page(2)
    review.wizard.open_page(1)
    assert review.wizard.page.findChild(AnswerText).toPlainText() == "A"
    monkeypatch.setattr(workspace.reviews, "save", save)
    qtbot.keyClicks(review.wizard.page.findChild(AnswerText), "B")
    assert answers(workspace.reader, 1)["numbers.surprise"] in ("AB", "BA")


def test_a_month_that_was_skipped_is_done_late_with_its_own_figures(review, workspace):
    """Its data are those of its end: what came in September is not in it."""
    anna = a_lead(workspace, "Anna", today=date(2026, 8, 2))
    talked(workspace, anna, date(2026, 9, 4), heard="Is it dear?")
    a_lead(workspace, "Bo", today=date(2026, 9, 2))
    review.start.show_reviews()
    next(each for each in review.start.findChildren(Button) if each.text() == "Do it late").click()
    assert review.wizard.draft.month == "2026-08"
    words = [label.text() for label in review.wizard.findChildren(QLabel)]
    assert "August, done in October" in words
    assert "Your first month here. One lead came, no conversations began, no closes." in words
    review.wizard.open_page(5)
    assert "Nothing was heard in August, or nothing was logged." in [
        label.text() for label in review.wizard.page.findChildren(QLabel)
    ]


def test_the_ways_on_and_back_take_no_key_from_a_menu(review):
    review.open_review(MONTH)
    taken = {QKeySequence.mnemonic(words) for _, words in MENUS}
    foot = review.wizard.findChild(Foot)
    keys = [QKeySequence.mnemonic(button.text()) for button in foot.findChildren(QPushButton)]
    assert not taken & {key for key in keys if not key.isEmpty()}
