"""The detail pane: facts edited in place, the next step, the stage, and how a lead ended."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from bothhats.domain.lead import Judging, NextStep
from bothhats.domain.pipeline import Outcome, Step, Verdict
from bothhats.queries.lead_detail import lead_detail
from bothhats.queries.lead_rows import lead_rows
from bothhats.ui.pages.pipeline.fact import Fact
from bothhats.ui.pages.pipeline.page import PipelinePage
from bothhats.ui.pages.pipeline.timeline import TimelineRow
from builders import TODAY, a_lead, board, closed, stage_id, talked


@pytest.fixture
def open_pane(make_page: Callable) -> Callable[[int], PipelinePage]:
    """The page with the pane open on a lead."""

    def make(lead_id: int) -> PipelinePage:
        page = make_page()
        page.show_lead(lead_id)
        return page

    return make


def fact(page: PipelinePage, name: str) -> Fact:
    """One fact of the pane, shown."""
    if not page.pane.facts.facts[name].isVisible():
        page.pane.facts.more.click()
    return page.pane.facts.facts[name]


def button(page: PipelinePage, words: str) -> QPushButton:
    """The button of the band that says this."""
    QApplication.processEvents()
    found = page.pane.band.findChildren(QPushButton)
    return next(each for each in found if words in (each.text(), each.accessibleName()) and not each.isHidden())


def test_f2_edits_a_fact_enter_saves_it_and_undo_takes_it_back(context, open_pane, keyboard) -> None:
    anna = a_lead(context.workspace, "Anna", email="old@anna.example")
    page = open_pane(anna)
    email = fact(page, "email")
    email.setFocus()
    keyboard.press("F2")
    keyboard.type("anna@berg.example")
    keyboard.press("Return")
    assert lead_rows(context.workspace.reader, [anna])[anna].email == "anna@berg.example"
    assert email.hasFocus()
    assert email.accessibleName() == "Email: anna@berg.example"
    context.workspace.journal.undo()
    assert email.accessibleName() == "Email: old@anna.example"


def test_escape_reverts_and_the_pane_stays(context, open_pane, keyboard) -> None:
    page = open_pane(a_lead(context.workspace, "Anna", phone="123"))
    QTest.mouseClick(fact(page, "phone"), Qt.MouseButton.LeftButton)
    keyboard.type("999")
    keyboard.press("Escape")
    assert fact(page, "phone").text == "123"
    assert context.workspace.journal.undo_label == "Anna added"
    assert page.pane.isVisible()


def test_two_edits_of_one_fact_are_one_step(context, open_pane, keyboard) -> None:
    page = open_pane(a_lead(context.workspace, "Anna"))
    for text in ("a@b.example", "c@d.example"):
        fact(page, "email").begin()
        fact(page, "email").editor.setText(text)
        keyboard.press("Return")
    context.workspace.journal.undo()
    assert fact(page, "email").text == ""


def test_a_value_is_read_as_money_and_what_is_none_stays_to_be_mended(context, open_pane, keyboard) -> None:
    anna = a_lead(context.workspace, "Anna")
    page = open_pane(anna)
    value = fact(page, "value")
    value.setFocus()
    keyboard.press("F2")
    keyboard.type("2,400.50")
    keyboard.press("Return")
    assert lead_rows(context.workspace.reader, [anna])[anna].value == 2400_50
    keyboard.press("F2")
    keyboard.type("a lot")
    keyboard.press("Return")
    assert value.is_editing
    assert "a lot" in value.editor.accessibleDescription()
    assert value.editor.typed == "a lot"
    keyboard.press("Escape")
    assert lead_rows(context.workspace.reader, [anna])[anna].value == 2400_50


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_source_is_chosen_from_those_there_are_or_typed_anew(context, open_pane, keyboard, qtbot) -> None:
    anna = a_lead(context.workspace, "Anna")
    page = open_pane(anna)
    fact(page, "source").begin()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    popup = QApplication.activePopupWidget()
    keys = (Qt.Key.Key_Down, Qt.Key.Key_Return)
    for key in keys:
        QTest.keyClick(popup, key)
    assert lead_rows(context.workspace.reader, [anna])[anna].source_name == "Ad"
    QApplication.processEvents()
    fact(page, "campaign").begin()
    fact(page, "campaign").editor.setText("Winter workshop")
    fact(page, "campaign").end(keeps=True)
    assert lead_rows(context.workspace.reader, [anna])[anna].campaign_name == "Winter workshop"


def test_notes_keep_their_lines_and_tags_are_told_by_commas(context, open_pane, keyboard) -> None:
    anna = a_lead(context.workspace, "Anna", notes="one\ntwo")
    page = open_pane(anna)
    notes = fact(page, "notes")
    notes.begin()
    keyboard.press("Return")
    keyboard.type("three")
    keyboard.press("Ctrl+Return")
    fact(page, "tags").begin()
    keyboard.type("studio, north")
    keyboard.press("Return")
    detail = lead_detail(context.workspace.reader, anna)
    assert detail.notes == "one\ntwo\nthree"
    assert sorted(detail.tags) == ["north", "studio"]


def test_what_is_being_typed_is_kept_when_something_else_changes_or_another_lead_comes(
    context, open_pane, keyboard
) -> None:
    anna, bo = a_lead(context.workspace, "Anna"), a_lead(context.workspace, "Bo")
    page = open_pane(anna)
    fact(page, "email").begin()
    keyboard.type("half")
    context.workspace.leads.edit(anna, {"phone": "123"})
    assert fact(page, "email").editor.typed == "half"
    page.show_lead(bo)
    assert lead_rows(context.workspace.reader, [anna])[anna].email == "half"
    assert lead_rows(context.workspace.reader, [bo])[bo].email == ""


def test_the_next_step_is_moved_to_tomorrow_or_monday(context, open_pane) -> None:
    anna = a_lead(context.workspace, "Anna", follow_up_on=TODAY, next_step="Call")
    page = open_pane(anna)
    for words, day in (("Tomorrow", TODAY + timedelta(days=1)), ("Next week", date(2026, 10, 12))):
        button(page, words).click()
        row = lead_rows(context.workspace.reader, [anna])[anna]
        assert (row.follow_up_on, row.next_step) == (day, "Call")
    context.workspace.journal.undo()
    context.workspace.journal.undo()
    assert lead_rows(context.workspace.reader, [anna])[anna].follow_up_on == TODAY


def test_the_band_asks_for_what_it_cannot_do_itself(context, open_pane, asked) -> None:
    anna = a_lead(context.workspace, "Anna")
    context.workspace.follow_ups.set([anna], NextStep(TODAY, "Call"), TODAY)
    page = open_pane(anna)
    button(page, "Done").click()
    button(page, "Another day").click()
    assert asked == [("lead.log", [anna]), ("lead.follow_up", [anna])]


def test_an_ended_lead_can_be_reopened_and_a_parked_one_woken(context, open_pane, asked) -> None:
    ended, parked = a_lead(context.workspace, "Ended"), a_lead(context.workspace, "Parked")
    closed(context.workspace, ended, Outcome.LOST, reason="price", words="Too dear", waste=True)
    context.workspace.leads.park([parked], date(2026, 11, 2), TODAY, "timing")
    page = open_pane(ended)
    assert "Lost: price, a waste of time" in [
        each.text() for each in page.pane.band.children() if hasattr(each, "text")
    ]
    button(page, "Reopen").click()
    page.show_lead(parked)
    button(page, "Wake now").click()
    assert asked == [("lead.reopen", [ended]), ("lead.wake", [parked])]


def test_the_menu_moves_to_a_stage_and_offers_closing_and_parking(context, open_pane, asked) -> None:
    anna = a_lead(context.workspace, "Anna")
    page = open_pane(anna)
    menu = page.pane.head.moves
    menu.aboutToShow.emit()
    acts = {action.text(): action for action in menu.actions() if not action.isSeparator()}
    assert not acts["New"].isEnabled()
    acts["Close…"].trigger()
    acts["Park…"].trigger()
    acts["Proposal"].trigger()
    assert board(context.workspace) == {"Proposal": ["Anna"]}
    proposal = stage_id(context.workspace, "Proposal")
    assert asked == [("lead.close", [anna]), ("lead.park", [anna]), ("lead.move", ([anna], proposal))]


def test_a_call_without_a_number_says_why_it_is_off(context, open_pane, asked) -> None:
    page = open_pane(a_lead(context.workspace, "Anna", email="a@b.example"))
    icons = {each.accessibleName(): each for each in page.pane.head.findChildren(type(page.pane.head.more_button))}
    assert icons["Call Anna"].why_off == "No phone number is recorded"
    QTest.mouseClick(icons["Call Anna"], Qt.MouseButton.LeftButton)
    QTest.mouseClick(icons["Email Anna"], Qt.MouseButton.LeftButton)
    assert [command for command, _ in asked] == ["lead.email"]


def test_the_timeline_tells_what_happened_and_can_be_cut_to_the_touches(context, open_pane) -> None:
    anna = a_lead(context.workspace, "Anna", today=date(2026, 9, 1))
    talked(context.workspace, anna, date(2026, 9, 4), heard="Is switching a hassle?", words="I would lose a weekend")
    page = open_pane(anna)

    def told() -> list[str]:
        QApplication.processEvents()
        return [row.accessibleName() for row in page.pane.timeline.findChildren(TimelineRow) if not row.isHidden()]

    call = "Call, a real conversation. 4 Sep. “I would lose a weekend”. Is switching a hassle?"
    assert told() == [call, "Moved to In conversation. 4 Sep", "Arrived. 1 Sep"]
    page.pane.timeline.choice.menu().actions()[1].trigger()
    assert told() == [call]


def test_a_judgement_stands_there_with_its_date(context, open_pane, asked) -> None:
    anna = a_lead(context.workspace, "Anna")
    page = open_pane(anna)
    context.workspace.leads.judge(anna, Judging(Step.SALES_READY, Verdict.NOT_MET, note="no budget"), TODAY)
    names = [each.accessibleName() for each in page.pane.judgements.children() if hasattr(each, "accessibleName")]
    assert "Sales-ready: not met, 6 Oct. no budget" in names


def test_the_pane_closes_when_its_lead_is_gone(context, open_pane) -> None:
    anna = a_lead(context.workspace, "Anna")
    page = open_pane(anna)
    context.workspace.journal.undo()
    assert not page.pane.isVisible()
    assert page.pane.lead_id is None


def test_words_of_the_owner_are_never_markup(context, open_pane) -> None:
    page = open_pane(a_lead(context.workspace, "<b>Anna</b>", company="<i>& Co</i>", notes="<img src=x>"))
    texts = [label.text() for label in page.pane.head.children() if hasattr(label, "textFormat")]
    formats = {label.textFormat() for label in page.pane.head.children() if hasattr(label, "textFormat")}
    assert "<b>Anna</b>" in texts
    assert formats == {Qt.TextFormat.PlainText}
