"""What landed, through its widgets: the decision and its field, who said so, what was forgotten."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

from bothhats.domain.lead import ClaimHeard
from bothhats.queries.heard import heard_claims
from bothhats.queries.reviews import answers
from bothhats.ui.pages.review.decision import DecisionCombo
from bothhats.ui.pages.review.unlogged import UnloggedClaim
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.link import Link
from builders import a_lead, talked

MONTH = "2026-09"
DAYS = (date(2026, 9, 1), date(2026, 9, 30))


@pytest.fixture
def landed(review, workspace):
    """The page; the fifth landed with Anna, Bo only talked."""
    claim = workspace.claims.add("Done by the 5th.", date(2026, 8, 1))
    anna, bo = a_lead(workspace, "Anna & Co", today=DAYS[0]), a_lead(workspace, "Bo", today=DAYS[0])
    talked(workspace, anna, date(2026, 9, 4), claims=(ClaimHeard("landed", claim),), note="Signed <b>that</b>.")
    talked(workspace, bo, date(2026, 9, 5))
    review.open_review(MONTH)
    review.wizard.open_page(4)
    return review


def said(page):
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


def press(page, words):
    found = next(b for b in page.findChildren(Button) if b.text() == words and b.isVisibleTo(page))
    found.click()


def test_a_digit_decides_and_the_field_that_follows_is_kept(landed, workspace, keyboard, qtbot):
    page = landed.wizard.page
    combo = page.findChild(DecisionCombo)
    combo.setFocus()
    keyboard.press("2")
    assert combo.currentText() == "Back it up"
    field = next(line for line in page.findChildren(QLineEdit) if line.accessibleName() == "What would back it up?")
    assert field.isVisibleTo(page)
    qtbot.keyClicks(field, "A case")
    assert answers(workspace.reader, 1) == {"landed.1": "back_up", "landed.1.plan": "A case"}
    qtbot.waitUntil(lambda: landed.wizard._open.text() == "1 of 1 decided")
    workspace.journal.undo()
    workspace.journal.undo()
    qtbot.waitUntil(lambda: landed.wizard.page.findChild(DecisionCombo).currentText() == "Decide")


def test_the_open_row_says_who_and_when_as_plain_text_and_leads_there(landed, workspace):
    page = landed.wizard.page
    assert "Signed <b>that</b>." in said(page)
    asked = []
    landed.context.navigation.lead_requested.connect(asked.append)
    next(each for each in page.findChildren(Link) if each.words == "Anna & Co, landed, 4 Sep").click()
    assert asked == [1]


def test_what_was_not_logged_joins_the_conversation_of_its_month(landed, workspace, qtbot):
    line = landed.wizard.page.findChild(UnloggedClaim)
    assert [line.person.itemText(n) for n in range(line.person.count())] == ["Anna & Co", "Bo"]
    line.person.setCurrentIndex(1)
    line.verdict.choose(1)
    line.add.click()
    qtbot.waitUntil(lambda: "1 landed, 1 doubted" in said(landed.wizard.page))
    rows = workspace.reader.execute("SELECT lead_id, touch_id, heard_on, verdict FROM claim_heard WHERE id = 2")
    assert rows.fetchall() == [(2, 2, "2026-09-05", "doubted")]


def test_a_claim_can_be_retired_or_said_differently_from_its_row(landed, workspace, qtbot):
    page = landed.wizard.page
    page.findChild(DecisionCombo)._decision.choose("reword")
    field = next(line for line in page.findChildren(QLineEdit) if line.accessibleName() == "How will you say it?")
    qtbot.keyClicks(field, "Closed by the 5th.")
    press(page, "Say it so in the Playbook")
    qtbot.waitUntil(lambda: "“Closed by the 5th.”" in said(landed.wizard.page))
    landed.wizard.page.findChild(DecisionCombo)._decision.choose("stop")
    press(landed.wizard.page, "Retire the claim")
    assert workspace.reader.execute("SELECT text, retired_on FROM claim").fetchall() == [
        ("Closed by the 5th.", "2026-10-06")
    ]


def test_what_landed_although_nothing_says_it_becomes_a_claim(landed, workspace, qtbot):
    talked(workspace, 2, date(2026, 9, 8), claims=(ClaimHeard("landed", text="You pick up the phone."),))
    qtbot.waitUntil(lambda: "Landed with 1 person, and nothing you publish says it" in said(landed.wizard.page))
    assert len(landed.wizard.page.findChildren(DecisionCombo)) == 1
    press(landed.wizard.page, "Make it a claim")
    qtbot.waitUntil(lambda: "a claim since 6 October" in said(landed.wizard.page))
    (phone,) = (each for each in heard_claims(workspace.reader, *DAYS, 2) if each.id == 2)
    assert phone.is_unsaid
    (october,) = (
        each for each in heard_claims(workspace.reader, date(2026, 10, 1), date(2026, 10, 31), 0) if each.id == 2
    )
    assert not october.is_unsaid


def test_what_came_up_in_a_month_without_a_claim_is_still_shown(review, workspace):
    anna = a_lead(workspace, today=DAYS[0])
    talked(workspace, anna, date(2026, 9, 4), claims=(ClaimHeard("landed", text="You pick up the phone."),))
    review.open_review(MONTH)
    review.wizard.open_page(4)
    assert "“You pick up the phone.”" in said(review.wizard.page)
    assert "Write it in the Playbook" in [b.text() for b in review.wizard.page.findChildren(Button)]


def test_in_a_month_without_a_conversation_the_claims_wait(review, workspace):
    workspace.claims.add("Done by the 5th.", date(2026, 8, 1))
    review.open_review(MONTH)
    review.wizard.open_page(4)
    words = said(review.wizard.page)
    assert "You talked with nobody in September, so nothing could land." in words
    assert "One claim waits for a conversation." in words
    assert not review.wizard.page.findChildren(DecisionCombo)
