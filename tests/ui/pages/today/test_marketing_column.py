"""The marketing hat's column: what is heard, promised, to be judged, running."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from today_story import day, row_of

from bothhats.domain.good_lead import Criterion, IdealCustomer
from bothhats.domain.pipeline import Step
from builders import TODAY, a_lead

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def heard(workspace, text: str, people: int, on: int = -10) -> int:
    objection = workspace.objections.add("question", text, day(-200))
    for number in range(people):
        workspace.objections.hear(objection, a_lead(workspace, f"{text} {number}", arrived_on=day(-50)), day(on))
    return objection


def titles(shown) -> list[str]:
    return [row.title for row in shown.marketing.rows.rows]


def test_what_is_heard_twice_stands_there_until_a_live_asset_answers_it(workspace, show):
    phrase = heard(workspace, "Is switching a hassle?", 3)
    asset = workspace.assets.add("page", "Switching checklist", TODAY, "live")
    draft = workspace.assets.add("page", "A draft", TODAY, answers=[phrase])
    shown = show()
    row = shown.marketing.rows.rows[1]
    assert (row.title, row.what) == ("“Is switching a hassle?”", "question · 3 people, new in September")
    shown.choose("phrase", phrase, shown.marketing)
    shown.press(Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert [action.text() for action in menu.actions() if action.text()] == [
        "Switching checklist", "Finish “A draft”…", "Who said it…", "A new asset…",
    ]  # fmt: skip
    menu.actions()[0].trigger()
    menu.close()
    assert "“Is switching a hassle?”" not in titles(shown)
    answers = workspace.reader.execute("SELECT asset_id FROM asset_answer ORDER BY asset_id").fetchall()
    assert answers == [(asset,), (draft,)]
    workspace.journal.undo()
    assert "“Is switching a hassle?”" in titles(shown)


def test_what_is_in_the_making_and_who_said_it_are_opened_in_the_playbook(workspace, show):
    phrase = heard(workspace, "Is switching a hassle?", 2)
    draft = workspace.assets.add("page", "A draft", TODAY, answers=[phrase])
    workspace.assets.add("page", "Live & well", TODAY, "live")
    shown = show()
    for place in (-3, -2):
        shown.choose("phrase", phrase, shown.marketing)
        shown.press(Key.Key_Space)
        menu = QApplication.activePopupWidget()
        menu.actions()[place].trigger()
        menu.close()
    assert shown.parts == [("playbook", f"content:{draft}"), ("playbook", f"objections:{phrase}")]


def test_a_new_asset_is_made_in_the_playbook(workspace, show):
    phrase = heard(workspace, "Is switching a hassle?", 2)
    shown = show()
    index = shown.marketing.rows.index(shown.marketing.rows.place_of(("phrase", phrase)))
    rect = QRectF(shown.marketing.visualRect(index))
    parts = shown.marketing.itemDelegate().parts(index, rect, shown.marketing.width(), is_active=True)
    QTest.mouseClick(shown.marketing.viewport(), Qt.MouseButton.LeftButton, pos=parts.button.center().toPoint())
    menu = QApplication.activePopupWidget()
    menu.actions()[-1].trigger()
    menu.close()
    assert shown.parts == [("playbook", "content:answer 1")]


def test_the_five_most_heard_come_first_and_all_on_request(workspace, show):
    for number in range(6):
        heard(workspace, f"Question {number}?", 2 + number)
    shown = show()
    assert [row.title for row in shown.marketing.rows.rows if row.kind == "phrase"][:2] == [
        "“Question 5?”",
        "“Question 4?”",
    ]
    assert sum(row.kind == "phrase" for row in shown.marketing.rows.rows) == 5
    shown.choose("more", 0, shown.marketing)
    shown.press(Key.Key_Return)
    assert sum(row.kind == "phrase" for row in shown.marketing.rows.rows) == 6


def test_a_commitment_is_late_in_words_and_kept_by_its_ring(workspace, show):
    made = row_of(workspace, "commitment", hat="marketing", text="Draft the checklist", due_on="2026-09-30")
    shown = show()
    row = shown.marketing.rows.rows[1]
    assert (row.title, row.what, row.is_late) == ("Draft the checklist", "6 days late", True)
    shown.choose("commitment", made, shown.marketing)
    shown.press(Key.Key_Space)
    assert workspace.reader.execute("SELECT state, settled_on FROM commitment").fetchone() == ("kept", "2026-10-06")
    workspace.journal.undo()
    assert shown.marketing.rows.place_of(("commitment", made)) >= 0


def test_new_leads_are_one_row_and_judge_them_asks_for_all(workspace, show):
    workspace.definitions.write(IdealCustomer(), [Criterion(Step.MARKETING_QUALIFIED, "Owner-run")], day(-30), "")
    ids = [
        a_lead(workspace, name, arrived_on=day(on)) for name, on in (("Ben", -12), ("Kit", -8), ("Jo", -2), ("Al", -1))
    ]
    shown = show()
    row = shown.marketing.rows.rows[1]
    assert (row.title, row.beside, row.what) == ("Ben, Kit", "and two more", "arrived from 24 Sep to yesterday")
    shown.choose("judge", 0, shown.marketing)
    shown.press(Key.Key_Return)
    assert shown.commands == [("lead.judge", ids)]


def test_running_campaigns_show_claim_leads_and_spend(workspace, show):
    campaign = workspace.campaigns.add("Books by the 5th", 3, day(-30), day(25))
    workspace.campaigns.spend(30000, day(-5), campaign_id=campaign)
    a_lead(workspace, "Nadia", campaign="Books by the 5th", arrived_on=TODAY)
    row = show().marketing.rows.rows[-1]
    assert (row.title, row.beside, row.what, row.end, row.end_below) == (
        "Books by the 5th", "Social, until 31 Oct", "no claim yet", "1 lead", "€300 spent",
    )  # fmt: skip
