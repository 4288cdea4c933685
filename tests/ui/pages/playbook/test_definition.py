"""The definition of a good lead through its widgets: written, changed, compared, looked at, and what it is worth."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from bothhats.domain.good_lead import Criterion, IdealCustomer
from bothhats.domain.lead import Judging
from bothhats.domain.pipeline import Step, Verdict
from bothhats.queries.definitions import definition_in_force, definitions
from bothhats.queries.lead_detail import lead_detail
from bothhats.ui.background import JobRunner
from bothhats.ui.pages.playbook.criterion_field import CriterionField
from bothhats.ui.pages.playbook.definition_form import DefinitionForm
from bothhats.ui.pages.playbook.evidence_card import EvidenceRow
from bothhats.ui.pages.playbook.page import PlaybookPage
from bothhats.ui.pages.playbook.version_compare import VersionCompare
from bothhats.ui.widgets.buttons import Button
from builders import TODAY, a_lead, talked
from workers import ByHand

MARCH, MAY = date(2026, 3, 10), date(2026, 5, 4)
STAFF = Criterion(Step.MARKETING_QUALIFIED, "2 to 15 staff")
SOON = Criterion(Step.SALES_READY, "Wants to start soon", "timing")


@pytest.fixture
def part(playbook):
    return playbook.parts["definition"]


@pytest.fixture
def written(workspace):
    """The first version, of March."""
    return workspace.definitions.write(IdealCustomer(who="Shops"), [STAFF, SOON], MARCH, "First one")


def form(part) -> DefinitionForm:
    return part.body.findChildren(DefinitionForm)[-1]


def words_of(part, step):
    return [field.words.text() for field in form(part).fields[step]]


def said(widget):
    return [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]


def press(name, named):
    named(Button, name).click()


def test_the_first_definition_is_written_with_the_keyboard_alone(part, named, workspace, keyboard, playbook):
    assert playbook.header.sentence == "Not written yet. Who is a good lead for you?"
    assert not [each for each in part.body.findChildren(QLineEdit) if each.text()], "the example is no data"
    named(Button, "Write it").setFocus()
    keyboard.press("Return")
    keyboard.type("Owner-run")
    keyboard.press("Return")
    keyboard.type("Has a till")
    keyboard.press("Alt+Up", "Tab", "Down", "Tab", "Right", "Ctrl+Return")
    version = definition_in_force(workspace.reader, TODAY)
    assert [(each.text, each.kind, each.must) for each in version.of_step(Step.MARKETING_QUALIFIED)] == [
        ("Has a till", "behaviour", False),
        ("Owner-run", "fit", True),
    ]
    assert playbook.header.sentence.startswith("Version 1, in force since 6 October.")
    workspace.journal.undo()
    assert definitions(workspace.reader) == []
    assert named(Button, "Write it").isVisible()
    workspace.journal.redo()
    assert definition_in_force(workspace.reader, TODAY) == version


def test_a_definition_changed_in_may_never_changes_what_was_judged_in_march(part, named, written, workspace, keyboard):
    lead = a_lead(workspace, "Anna", today=MARCH)
    first = definition_in_force(workspace.reader, MARCH)
    answers = {first.criteria[0].id: "yes"}
    workspace.leads.judge(lead, Judging(Step.MARKETING_QUALIFIED, Verdict.MET, answers), MARCH)
    before = lead_detail(workspace.reader, lead).judgements
    rows = workspace.reader.execute("SELECT * FROM judgement, judgement_answer").fetchall()
    part.context = _on(part.context, MAY)
    press("Change it", named)
    field = form(part).fields[Step.MARKETING_QUALIFIED][0].words
    field.selectAll()
    QTest.keyClicks(field, "Any size")
    keyboard.press("Ctrl+Return")
    assert [each.number for each in definitions(workspace.reader)] == [2, 1]
    assert definition_in_force(workspace.reader, MARCH) == first
    assert lead_detail(workspace.reader, lead).judgements == before
    assert workspace.reader.execute("SELECT * FROM judgement, judgement_answer").fetchall() == rows
    assert before[0].version == 1


def _on(context, day):
    from dataclasses import replace

    return replace(context, today=lambda: day)


def test_a_version_of_today_is_amended_until_somebody_is_judged_by_it(part, named, workspace, keyboard):
    workspace.definitions.write(IdealCustomer(), [STAFF], TODAY, "First one")
    press("Change it", named)
    assert part.keep_button.text() == "Change version 1"
    keyboard.type(", owner-run")
    keyboard.press("Ctrl+Return")
    (version,) = definitions(workspace.reader)
    assert (version.number, version.criteria[0].text) == (1, "2 to 15 staff, owner-run")
    lead = a_lead(workspace, "Anna")
    workspace.leads.judge(lead, Judging(Step.MARKETING_QUALIFIED, Verdict.MET), TODAY)
    press("Change it", named)
    assert part.keep_button.text() == "Keep as version 2"
    keyboard.type("!")
    keyboard.press("Ctrl+Return")
    assert [each.number for each in definitions(workspace.reader)] == [2, 1]


def test_what_was_typed_is_a_draft_that_outlives_the_window(part, named, written, context, qtbot):
    press("Change it", named)
    form(part).why.setFocus()
    QTest.keyClicks(form(part).why, "Less is more")
    QTest.keyClick(form(part).why, Qt.Key.Key_Escape)
    assert len(definitions(context.workspace.reader)) == 1
    assert context.workspace.journal.undo_label == "Definition of a good lead: version 1", "a draft is no step"
    other = PlaybookPage(context)
    qtbot.addWidget(other)
    other.show()
    again = other.parts["definition"]
    next(each for each in again.body.findChildren(Button) if each.text() == "Go on with your draft").click()
    assert form(again).why.text() == "Less is more"
    again.again_button.click()
    assert "Change it" in [each.text() for each in again.body.findChildren(Button)]


def test_what_is_typed_stays_while_other_things_are_committed(part, named, written, workspace):
    press("Change it", named)
    field = form(part).fields[Step.MARKETING_QUALIFIED][0].words
    QTest.keyClicks(field, ", o")
    a_lead(workspace, "Anna")
    assert QApplication.focusWidget() is field
    QTest.keyClicks(field, "wner-run")
    assert words_of(part, Step.MARKETING_QUALIFIED) == ["2 to 15 staff, owner-run"]


def test_criteria_move_over_the_hand_off_and_a_removed_one_is_put_back(part, named, written, keyboard):
    press("Change it", named)
    keyboard.press("Alt+Down")
    assert words_of(part, Step.SALES_READY) == ["2 to 15 staff", "Wants to start soon"]
    assert isinstance(QApplication.focusWidget().parent(), CriterionField)
    keyboard.press("Alt+Down", "Alt+Down")
    assert words_of(part, Step.SALES_READY) == ["Wants to start soon", "2 to 15 staff"], "the end is the end"
    form(part).fields[Step.SALES_READY][0].away.click()
    assert words_of(part, Step.SALES_READY) == ["2 to 15 staff"]
    press("Put “Wants to start soon” back", named)
    assert words_of(part, Step.SALES_READY) == ["2 to 15 staff", "Wants to start soon"]
    assert form(part).fields[Step.SALES_READY][1].criterion(Step.SALES_READY) == SOON


def test_a_criterion_twice_is_refused_and_nothing_typed_is_lost(part, named, written, keyboard, context):
    told = []
    context.navigation.problem_raised.connect(told.append)
    press("Change it", named)
    keyboard.press("Return")
    keyboard.type("2 TO 15 STAFF")
    keyboard.press("Ctrl+Return")
    assert "stands twice" in str(told[0])
    assert words_of(part, Step.MARKETING_QUALIFIED) == ["2 to 15 staff", "2 TO 15 STAFF"]
    assert form(part).isVisible()


def test_two_versions_stand_side_by_side_with_their_changes_in_words(part, named, written, workspace, context):
    lead = a_lead(workspace, "Anna", today=MARCH)
    workspace.leads.judge(lead, Judging(Step.MARKETING_QUALIFIED, Verdict.MET), MARCH)
    talked(workspace, lead, MARCH)
    now = [Criterion(Step.MARKETING_QUALIFIED, "2 to 50 staff"), Criterion(Step.SALES_READY, "Can decide alone")]
    workspace.definitions.write(IdealCustomer(who="Shops", trust="A fixed price"), now, MAY, "Larger ones too")
    press("Compare versions", named)
    view = part.body.findChild(VersionCompare)
    words = said(view)
    assert [word for word in words if word in ("reworded", "added", "dropped")] == [
        *("reworded", "added", "dropped"),
        "added",
    ]
    assert "Nobody was judged by it yet." in words
    asked = []
    context.navigation.leads_requested.connect(lambda ids, which: asked.append((tuple(ids), which)))
    named(Button, "Met it: 1 of 1 talked").click()
    assert asked == [((lead,), "Version 1: met it")]
    QTest.keyClick(view.list, Qt.Key.Key_Down)
    assert [each.number for each in view.pair] == [1, 1]
    QTest.keyClick(view.list, Qt.Key.Key_Escape)
    assert part.body.findChild(EvidenceRow).isVisible()


def test_the_evidence_says_how_many_and_leads_to_them(part, playbook, named, written, workspace, context):
    arrived = date(2026, 8, 3)
    first = definition_in_force(workspace.reader, arrived)
    ids = [a_lead(workspace, f"Lead {n}", today=arrived) for n in range(7)]
    for place, lead in enumerate(ids[:6]):
        verdict, answer = (Verdict.MET, "yes") if place < 5 else (Verdict.NOT_MET, "no")
        workspace.leads.judge(lead, Judging(STAFF.step, verdict, {first.criteria[0].id: answer}), arrived)
    talked(workspace, ids[0], arrived)
    rows = [each for each in part.body.findChildren(EvidenceRow) if not each.window().isHidden()][-3:]
    assert [each.accessibleName() for each in rows] == [
        "Met it: 1 of 5 talked, none closed",
        "Did not: 0 of 1 talked, none closed",
        "Not judged: 0 of 1 talked, none closed",
    ]
    assert "1 of 5 (20 %, between 4 % and 62 %) talked. Show these leads" in [each.toolTip() for each in rows]
    assert "Too few to tell: only one lead did not meet it." in said(part.body)
    asked = []
    context.navigation.leads_requested.connect(lambda found, which: asked.append((tuple(found), which)))
    rows[0].click()
    press("Each criterion", named)
    named(Button, "No: 0 of 1 talked").click()
    assert asked == [(tuple(ids[:5]), "Definition: met it"), ((ids[5],), "2 to 15 staff: no")]


def test_no_key_of_a_field_is_one_of_the_menu_bar(part, named, written):
    press("Change it", named)
    keys = [word.split("&")[1][0].upper() for word in said(part.body) if "&" in word]
    assert sorted(keys) == sorted(set(keys))
    assert not set(keys) & set("FEVLGH")


def test_the_quarterly_look_is_kept_with_its_sentence(part, playbook, named, written, workspace):
    assert playbook.header.sentence == "Version 1, in force since 10 March. Its quarterly look is due since 10 June."
    part.look_button.click()
    press("It still holds", named)
    assert workspace.reader.execute("SELECT count(*) FROM definition_look").fetchone() == (0,), "it needs a sentence"
    assert "Once a quarter it needs a sentence: what did you see?" in said(part.body)
    QTest.keyClicks(named(QLineEdit, "What makes you sure?"), "All closes met it")
    press("It still holds", named)
    assert playbook.header.sentence.endswith("Its quarterly look is due on 6 January 2027.")
    looks = workspace.reader.execute("SELECT looked_on, holds, why FROM definition_look").fetchall()
    assert looks == [(TODAY.isoformat(), 1, "All closes met it")]
    workspace.journal.undo()
    assert playbook.header.sentence.endswith("due since 10 June.")


def test_the_look_and_the_writing_are_asked_for_from_elsewhere(part, playbook, named, written, keyboard):
    playbook.show_part("definition:look")
    assert QApplication.focusWidget() is named(QLineEdit, "What makes you sure?")
    keyboard.press("Esc")
    assert part.look_button.isVisible()
    playbook.show_part("definition:write")
    assert QApplication.focusWidget() is form(part).first


def test_a_look_before_anything_is_written_offers_to_write_it(part, playbook, named):
    playbook.show_part("definition:look")
    assert QApplication.focusWidget() is named(Button, "Write it")


def test_a_word_without_end_goes_on_in_the_next_line(part, workspace):
    workspace.definitions.write(IdealCustomer(who="y" * 200), [Criterion(STAFF.step, "x" * 200)], MARCH)
    assert part.body.minimumSizeHint().width() <= part.viewport().width()


def test_the_evidence_is_counted_elsewhere_and_the_old_words_stay_until_the_new_ones_come(context, window, workspace):
    hand = ByHand()
    arrived = date(2026, 8, 3)
    workspace.definitions.write(IdealCustomer(), [STAFF], MARCH, "")
    page = PlaybookPage(replace(context, jobs=JobRunner(hand)))
    page.setParent(window)
    page.show()
    part = page.parts["definition"]

    def shown() -> list[str]:
        return [each.accessibleName() for each in part.body.findChildren(EvidenceRow)][-1:]

    assert (shown(), "Counting…" in said(part.body)) == ([], True)
    hand.turn()
    assert shown() == ["Not judged: 0 of 0 talked, none closed"]
    a_lead(workspace, "Anna", today=arrived)
    assert shown() == ["Not judged: 0 of 0 talked, none closed"]
    a_lead(workspace, "Bo", today=arrived)
    hand.turn(1)
    assert shown() == ["Not judged: 0 of 0 talked, none closed"], "what was asked before is dropped"
    hand.turn()
    assert shown() == ["Not judged: 0 of 2 talked, none closed"]
    part.refresh()
    assert not hand.waiting, "nothing was committed since"


def test_versions_are_compared_at_once_and_how_their_leads_went_on_follows(context, window, workspace, qtbot):
    hand = ByHand()
    workspace.definitions.write(IdealCustomer(), [STAFF], MARCH, "")
    workspace.definitions.write(IdealCustomer(), [SOON], MAY, "Sooner")
    lead = a_lead(workspace, "Anna", today=MAY)
    workspace.leads.judge(lead, Judging(SOON.step, Verdict.MET), MAY)
    page = PlaybookPage(replace(context, jobs=JobRunner(hand)))
    page.setParent(window)
    page.show()
    page.show_part("definition:compare")
    part = page.parts["definition"]

    def met():
        view = part.body.findChildren(VersionCompare)[-1]
        return [each.text() for each in view.findChildren(Button) if each.isVisibleTo(view) and "Met" in each.text()]

    assert (met(), "Counting…" in said(part.body)) == ([], True)
    hand.turn()
    qtbot.waitUntil(lambda: met() == ["Met it: 0 of 1 talked"])
    talked(workspace, lead, MAY)
    qtbot.waitUntil(lambda: met() == ["Met it: 0 of 1 talked"])
    hand.turn()
    qtbot.waitUntil(lambda: met() == ["Met it: 1 of 1 talked"])
