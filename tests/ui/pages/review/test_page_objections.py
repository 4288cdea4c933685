"""Objections and questions, through their widgets: four choices, the one field, what was forgotten."""

from datetime import date

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QRadioButton

from bothhats.domain.lead import Heard
from bothhats.queries.heard import heard_phrases
from bothhats.queries.reviews import answers
from bothhats.ui.pages.review.decision import DecisionCombo
from bothhats.ui.pages.review.unlogged import UnloggedPhrase
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.combo import Combo
from builders import a_lead, talked

MONTH = "2026-09"
DAYS = (date(2026, 9, 1), date(2026, 9, 30), date(2026, 8, 1), date(2026, 8, 31))


@pytest.fixture
def heard(review, workspace):
    """The page; Anna and Bo asked for the price."""
    for name in ("Anna", "Bo"):
        lead = a_lead(workspace, name, today=DAYS[0])
        known = workspace.reader.execute("SELECT id FROM objection").fetchone()
        if known:
            touch = talked(workspace, lead, date(2026, 9, 5))
            workspace.objections.hear_in_touch(touch, Heard(known[0], words="Two hundred?"))
        else:
            talked(workspace, lead, date(2026, 9, 4), heard="Is it dear?", words="Hm & so")
    review.open_review(MONTH)
    review.wizard.open_page(5)
    return review


def said(page):
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


def field(page, name):
    return next(line for line in page.findChildren(QLineEdit) if line.accessibleName() == name)


def test_the_rings_and_the_combo_are_one_choice(heard, workspace, qtbot):
    page = heard.wizard.page
    assert {"“Two hundred?”", "“Hm & so”", "In their words, two hearings"} <= set(said(page))
    rings = {ring.text(): ring for ring in page.findChildren(QRadioButton)}
    rings["Make a new one"].click()
    assert page.findChild(DecisionCombo).currentText() == "Make a new one"
    page.findChild(DecisionCombo)._decision.choose("change")
    assert rings["Change the site or the ad"].isChecked()
    qtbot.keyClicks(field(page, "What will you change?"), "Put it up")
    page.findChild(QCheckBox).click()
    assert answers(workspace.reader, 1) == {
        "objections.1": "change", "objections.1.plan": "Put it up", "objections.1.out": "yes",
    }  # fmt: skip


def test_an_answer_that_is_live_is_set_right_there_beside_the_others(heard, workspace, qtbot):
    first = workspace.assets.add("page", "Prices", DAYS[0], "rework", answers=[1])
    second = workspace.assets.add("faq", "Why so dear", DAYS[0], "live")
    heard.wizard.refresh(is_soon=False)
    page = heard.wizard.page
    page.findChild(DecisionCombo)._decision.choose("answer")
    answer = next(combo for combo in page.findChildren(Combo) if combo.accessibleName() == "What answers it")
    assert [answer.itemText(n) for n in range(answer.count())] == ["Choose what answers it", "Why so dear"]
    answer.setCurrentIndex(1)
    answer.activated.emit(1)
    rows = workspace.reader.execute("SELECT asset_id FROM asset_answer ORDER BY asset_id").fetchall()
    assert rows == [(first,), (second,)]
    qtbot.waitUntil(lambda: "Why so dear" in said(heard.wizard.page))


def test_what_will_be_made_joins_the_content_as_an_idea(heard, workspace, qtbot):
    page = heard.wizard.page
    page.findChild(DecisionCombo)._decision.choose("make")
    qtbot.keyClicks(field(page, "What will you make?"), "What it costs")
    add = next(each for each in page.findChildren(Button) if each.text() == "Add it to the content")
    assert add.isVisibleTo(page)
    add.click()
    assert workspace.reader.execute("SELECT kind, title, status FROM asset").fetchall() == [
        ("page", "What it costs", "idea")
    ]
    assert heard_phrases(workspace.reader, *DAYS)[0].answers == ()


def test_a_hearing_that_was_forgotten_is_logged_known_or_new(heard, workspace, qtbot):
    line = heard.wizard.page.findChild(UnloggedPhrase)
    qtbot.keyClicks(line.words, "My brother does it")
    line.phrase.made.emit("Who does it now?")
    qtbot.waitUntil(lambda: "“Who does it now?”" in said(heard.wizard.page))
    assert workspace.reader.execute(
        "SELECT kind, text, lead_id, touch_id, heard_on, words FROM hearing JOIN objection o ON o.id = objection_id"
        " WHERE o.id = 2"
    ).fetchall() == [("question", "Who does it now?", 1, 1, "2026-09-04", "My brother does it")]
    line = heard.wizard.page.findChild(UnloggedPhrase)
    assert line.words.text() == ""
    line.person.setCurrentIndex(1)
    line.phrase.picked.emit(2)
    qtbot.waitUntil(lambda: len(heard_phrases(workspace.reader, *DAYS)[1].hearings) == 2)


def test_one_row_is_open_and_the_page_remembers_which(heard, workspace, qtbot):
    talked(workspace, 1, date(2026, 9, 9), heard="Who does it?")
    qtbot.waitUntil(lambda: len(heard.wizard.page.findChildren(DecisionCombo)) == 2)
    table = heard.wizard.page.findChild(DecisionCombo).parentWidget().parentWidget().parentWidget()
    table.open("2")
    assert [row.is_open for row in table._rows.values()] == [False, True]
    heard.wizard.open_page(6)
    heard.wizard.open_page(5)
    table = heard.wizard.page.findChild(DecisionCombo).parentWidget().parentWidget().parentWidget()
    assert [row.is_open for row in table._rows.values()] == [False, True]
