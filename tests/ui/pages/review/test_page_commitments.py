"""Commitments through their widgets: made, tied, carried over; in the next review they come back with their counts."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from bothhats.domain.lead import AssetUsed
from bothhats.domain.pipeline import Hat
from bothhats.domain.review import Commitment
from bothhats.queries.moves import Tie
from bothhats.queries.review_month import read_promised
from bothhats.queries.reviews import answers
from bothhats.queries.today_due import commitments
from bothhats.ui.pages.review.commitment_card import CommitmentCard
from bothhats.ui.pages.review.promise_card import PromiseCard
from bothhats.ui.widgets.buttons import SuggestionChip
from bothhats.ui.widgets.link import Link
from bothhats.ui.widgets.segments import Segments
from builders import a_lead, talked

MONTH = "2026-09"


def said(page):
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


def chips(page):
    QApplication.processEvents()  # what joined a layout is shown with the next event
    return [chip.accessibleName() for chip in page.findChildren(SuggestionChip) if chip.isVisibleTo(page)]


def press(page, words):
    QApplication.processEvents()
    next(c for c in page.findChildren(SuggestionChip) if c.accessibleName() == words and c.isVisibleTo(page)).click()


def cards(page):
    QApplication.processEvents()
    return [card for card in page.findChildren(CommitmentCard) if card.isVisibleTo(page)]


@pytest.fixture
def asked(workspace):
    """Two people asked in September for what nothing answers; one of them in August too."""
    for name in ("Anna", "Bo"):
        lead = a_lead(workspace, name, today=date(2026, 8, 1))
        talked(workspace, lead, date(2026, 9, 4), heard="Is it dear?")
    talked(workspace, 1, date(2026, 8, 4), heard="Is it dear?")


def test_what_the_pages_before_found_is_suggested_and_three_are_the_most(review, workspace, asked, qtbot):
    claim = workspace.claims.add("Done by the 5th.", date(2026, 8, 1))
    review.open_review(MONTH)
    draft = review.wizard.draft
    draft.save(f"landed.{claim}", "back_up")
    draft.save(f"landed.{claim}.plan", "a case")
    draft.save("alignment.closer", "read the ads aloud")
    review.wizard.open_page(9)
    page = review.wizard.page
    assert chips(page) == [
        "Write to the two who went silent", "Back up “Done by the 5th”: a case", "Answer “Is it dear?”",
        "Look at the definition of a good lead", "Read the ads aloud",
    ]  # fmt: skip
    for words in chips(page)[1:3]:
        press(page, words)
    page._add.click()
    QApplication.processEvents()
    assert [chip.why_off for chip in page.findChildren(SuggestionChip) if chip.isVisibleTo(page)] == [
        "Three is the most."
    ] * 3
    press(page, "Read the ads aloud")
    made = draft.commitments()
    assert [(each["text"], each.get("claim_id"), each.get("objection_id")) for each in made] == [
        ("Back up “Done by the 5th”: a case", claim, None), ("Answer “Is it dear?”", None, 1), ("", None, None),
    ]  # fmt: skip
    assert "2 people in September" in said(page)


def test_a_day_that_is_half_typed_is_kept_and_says_how_to_mend_it(review, workspace, qtbot):
    review.open_review(MONTH)
    review.wizard.open_page(9)
    review.wizard.page._add.click()
    (card,) = cards(review.wizard.page)
    card.due.line.selectAll()
    qtbot.keyClicks(card.due.line, "31 feb")
    review.wizard.open_page(8)
    review.wizard.open_page(9)
    (card,) = cards(review.wizard.page)
    assert card.due.line.text() == "31 feb"
    assert card.due.is_wrong
    card.due.line.selectAll()
    qtbot.keyClicks(card.due.line, "16 oct")
    assert review.wizard.draft.commitments()[0]["due_on"] == "2026-10-16"


def test_it_can_hang_on_a_figure_of_the_month_and_is_found_on_today(review, workspace, asked):
    review.open_review(MONTH)
    review.wizard.open_page(9)
    review.wizard.page._add.click()
    (card,) = cards(review.wizard.page)
    card.text.setText("Call sooner")
    card.text.textEdited.emit("Call sooner")
    card._hat.choose(1)
    place = next(n for n in range(card._tie.count()) if card._tie.itemData(n) == Tie(metric="promise"))
    card._tie.setCurrentIndex(place)
    card._tie.activated.emit(place)
    review.wizard.open_page(10)
    review.wizard.finish_button.click()
    (found,) = commitments(workspace.reader, Hat.SALES).open
    assert found.text == "Call sooner"
    rows = workspace.reader.execute("SELECT commitment_id, metric FROM commitment_metric").fetchall()
    assert rows == [(found.id, "promise")]
    workspace.journal.undo()
    assert workspace.reader.execute("SELECT count(*) FROM commitment_metric").fetchone() == (0,)


@pytest.fixture
def august(workspace, asked):
    """August's review promised to answer the question."""
    promise = Commitment("marketing", "Write the price page", date(2026, 9, 20), objection_id=1)
    done_on = date(2026, 9, 3)
    workspace.reviews.finish(workspace.reviews.start("2026-08", done_on), "Dear", "{}", [promise], done_on)


def test_a_commitment_comes_back_with_its_counts_and_is_carried_over_with_what_it_hangs_on(
    review, workspace, august, qtbot
):
    review.open_review(MONTH)
    review.wizard.open_page(2)
    page = review.wizard.page
    assert "due 20 Sep, not ticked off" in said(page)
    assert "One more person than in August; too few to tell. Nothing answers it yet." in said(page)
    shown = []
    review.context.navigation.leads_requested.connect(lambda ids, words: shown.append((list(ids), words)))
    page.findChild(Link).click()
    assert shown == [([1, 2], "Is it dear?, September")]
    page.findChild(PromiseCard).findChild(Segments).choose(2)
    qtbot.waitUntil(lambda: "due 20 Sep, carried over on 6 Oct" in said(review.wizard.page))
    review.wizard.open_page(9)
    (card,) = cards(review.wizard.page)
    assert card.text.text() == "Write the price page"
    assert card._tie.currentData() == Tie(objection_id=1)
    assert "carried over from August" in said(card)
    review.wizard.open_page(2)
    review.wizard.page.findChild(PromiseCard).findChild(Segments).choose(0)
    assert review.wizard.draft.commitments() == []


def test_a_month_that_was_skipped_is_no_gap_and_an_answer_that_helped_is_said(review, workspace, august):
    page_id = workspace.assets.add("page", "Prices", date(2026, 9, 10), "live", answers=[1])
    talked(workspace, 1, date(2026, 10, 4), assets=(AssetUsed(page_id, True),))
    (found,) = read_promised(workspace.reader, "2026-10")
    assert (found.made_in, found.before, found.after) == ("2026-08", ("2026-08", 1), ("2026-10", 0))
    assert found.move.sentence == (
        "One fewer person than in August; too few to tell. It is answered now: that helped one of one."
    )


def test_the_first_review_has_nothing_to_look_back_on(review, workspace):
    review.open_review(MONTH)
    review.wizard.open_page(2)
    assert "Nothing to look back on yet." in said(review.wizard.page)
    assert answers(workspace.reader, 1) == {}
