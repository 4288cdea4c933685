"""Logging by keyboard: a plain call in two keys, everything else where it belongs."""

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea

from bothhats.domain.lead import AssetUsed, ClaimHeard, Heard, NextStep
from bothhats.domain.pipeline import Direction, TouchKind
from bothhats.ui.dialogs.drafts import Drafts
from bothhats.ui.dialogs.log_touch import LogTouch, ask_touch
from builders import TODAY, a_lead, closed, stage_id


def ask(keyboard, window, context, act, lead_id, drafts=None):
    """What is reported when `act` is done with the dialog."""
    keyboard.answer(act)
    return ask_touch(window, context, lead_id, drafts)


def test_a_plain_call_is_one_key(keyboard, window, context, workspace):
    lead = a_lead(workspace)
    report = ask(keyboard, window, context, lambda _dialog: keyboard.press("Return"), lead)
    assert (report.lead_id, report.kind, report.happened_on, report.direction) == (
        lead,
        TouchKind.CALL,
        TODAY,
        Direction.OUT,
    )
    assert not report.two_way
    assert report.next_step is None
    assert report.stage_id == stage_id(workspace, "New")


@pytest.mark.parametrize(("number", "kind"), list(enumerate(TouchKind, 1)))
def test_the_kind_has_a_digit(keyboard, window, context, workspace, number, kind):
    report = ask(
        keyboard, window, context, lambda _dialog: keyboard.press(f"Alt+{number}", "Ctrl+Return"), a_lead(workspace)
    )
    assert report.kind == kind
    assert report.direction == (None if kind == TouchKind.NOTE else Direction.OUT)


def test_a_real_talk_moves_the_lead_to_the_first_conversation_stage(keyboard, window, context, workspace):
    lead = a_lead(workspace)

    def act(dialog):
        keyboard.press("Alt+R")
        assert dialog.next.stage_combo.currentText() == "Moves to In conversation"
        keyboard.press("Ctrl+Return")

    report = ask(keyboard, window, context, act, lead)
    assert (report.two_way, report.stage_id) == (True, stage_id(workspace, "In conversation"))


def test_the_chosen_stage_stays_when_the_talk_is_ticked_afterwards(keyboard, window, context, workspace):
    def act(dialog):
        keyboard.press("Alt+S", "End")
        dialog.next.stage_combo.activated.emit(dialog.next.stage_combo.currentIndex())
        keyboard.press("Alt+R", "Ctrl+Return")

    report = ask(keyboard, window, context, act, a_lead(workspace))
    assert report.stage_id == stage_id(workspace, "Proposal")


def test_a_known_phrase_is_picked_and_told_in_their_words(keyboard, window, context, workspace):
    switching = workspace.objections.add("question", "Is switching a hassle?", TODAY)

    def act(dialog):
        keyboard.press("Alt+Q")
        keyboard.type("swi")
        keyboard.press("Return")
        keyboard.type("I would lose a weekend")
        keyboard.press("Return")
        assert dialog.phrases.token_field.line.hasFocus()
        keyboard.press("Ctrl+Return")

    report = ask(keyboard, window, context, act, a_lead(workspace))
    assert report.heard == (Heard(switching, "question", "Is switching a hassle?", "I would lose a weekend"),)


def test_selected_words_of_the_note_become_a_hearing_with_one_key(keyboard, window, context, workspace):
    switching = workspace.objections.add("question", "Is switching a hassle?", TODAY)
    workspace.objections.add("objection", "Too dear", TODAY)

    def act(dialog):
        note = dialog.happened.note_field
        note.setFocus()
        keyboard.type("She fears switching her books in spring")
        for _ in range(5):
            keyboard.press("Ctrl+Shift+Left")
        keyboard.press("Alt+J")
        assert dialog.phrases.words_label.text() == "Their words: “switching her books in spring”"
        keyboard.press("Return")
        assert note.hasFocus(), "the next words can be selected at once"
        keyboard.press("Ctrl+Home", "Ctrl+Shift+Right", "Alt+J")
        keyboard.type("Who is she?")
        keyboard.press("Return", "Ctrl+Return")

    report = ask(keyboard, window, context, act, a_lead(workspace))
    assert report.note == "She fears switching her books in spring"
    assert report.heard == (
        Heard(switching, "question", "Is switching a hassle?", "switching her books in spring"),
        Heard(None, "question", "Who is she?", "She"),
    )


def test_without_selected_words_the_key_goes_to_the_phrases(keyboard, window, context, workspace):
    def act(dialog):
        dialog.happened.note_field.setFocus()
        keyboard.press("Alt+J")
        assert dialog.phrases.token_field.line.hasFocus()

    ask(keyboard, window, context, act, a_lead(workspace))


def test_the_text_of_what_is_sent_is_copied_with_their_name(keyboard, window, context, workspace):
    workspace.assets.add("page", "Prices", TODAY, "live")
    reply = workspace.assets.add("email_template", "First reply", TODAY, "live", text="Hello {first name}")

    def act(dialog):
        row = dialog.assets._rows[0]
        row.asset_combo.setCurrentIndex(row.asset_combo.findText("Prices"))
        assert not row.copy_button.isVisible()
        row.asset_combo.setCurrentIndex(row.asset_combo.findText("First reply"))
        row.copy_button.click()
        assert QApplication.clipboard().text() == "Hello Anna"
        assert dialog.hint_label.text() == "Copied for Anna Berg."
        keyboard.press("Ctrl+Return")

    report = ask(keyboard, window, context, act, a_lead(workspace))
    assert [used.asset_id for used in report.assets] == [reply]


@pytest.mark.parametrize(("key", "kind"), [("Alt+O", "objection"), ("Alt+Q", "question")])
def test_a_new_phrase_is_made_as_objection_or_question(keyboard, window, context, workspace, key, kind):
    def act(dialog):
        keyboard.press(key)
        keyboard.type("Too far away")
        keyboard.press(key)
        keyboard.type("an hour by car")
        keyboard.press("Ctrl+Return")

    report = ask(keyboard, window, context, act, a_lead(workspace))
    assert report.heard == (Heard(None, kind, "Too far away", "an hour by car"),)


def test_the_row_for_a_new_phrase_tells_a_question_by_its_mark(keyboard, window, context, workspace):
    def act(dialog):
        keyboard.press("Alt+O")
        keyboard.type("Who does the work?")
        keyboard.press("Return", "Ctrl+Return")

    report = ask(keyboard, window, context, act, a_lead(workspace))
    assert report.heard == (Heard(None, "question", "Who does the work?"),)


def test_a_claim_is_taken_and_judged_by_a_digit(keyboard, window, context, workspace):
    price = workspace.claims.add("A fixed price", TODAY)

    def act(dialog):
        keyboard.press("Alt+L", "2", "Ctrl+Return")

    report = ask(keyboard, window, context, act, a_lead(workspace))
    assert report.claims == (ClaimHeard("doubted", price, "A fixed price"),)


def test_a_claim_without_a_verdict_did_not_come_up(keyboard, window, context, workspace):
    workspace.claims.add("A fixed price", TODAY)
    report = ask(keyboard, window, context, lambda _dialog: keyboard.press("Alt+L", "Ctrl+Return"), a_lead(workspace))
    assert report.claims == ()


def test_another_claim_is_made_by_typing(keyboard, window, context, workspace):
    def act(dialog):
        keyboard.press("Alt+L")
        keyboard.type("I pick up the phone")
        keyboard.press("Return", "1", "Ctrl+Return")

    report = ask(keyboard, window, context, act, a_lead(workspace))
    assert report.claims == (ClaimHeard("landed", None, "I pick up the phone"),)


def test_what_was_sent_and_whether_it_helped(keyboard, window, context, workspace):
    with workspace.journal.step("Pricing added"):
        row = {"kind": "pricing", "title": "Pricing page", "status": "live"}
        asset = workspace._db.table("asset").insert(row).last_pk

    def act(dialog):
        keyboard.press("Alt+T", "Down", "Tab", "Left", "Ctrl+Return")

    report = ask(keyboard, window, context, act, a_lead(workspace))
    assert report.assets == (AssetUsed(asset, helped=False),)


def test_the_next_step_is_a_segment_or_typed(keyboard, window, context, workspace):
    def by_segment(dialog):
        keyboard.press("Alt+F", "Right", "Right", "Tab", "Tab")
        keyboard.type("Send the letter")
        keyboard.press("Return")

    report = ask(keyboard, window, context, by_segment, a_lead(workspace))
    assert report.next_step == NextStep(TODAY + timedelta(days=3), "Send the letter")

    def typed(dialog):
        keyboard.press("Alt+F", "Tab")
        keyboard.type("16 oct")
        keyboard.press("Return")

    report = ask(keyboard, window, context, typed, a_lead(workspace))
    assert report.next_step == NextStep(date(2026, 10, 16))


def test_something_to_do_without_a_day_asks_when(keyboard, window, context, workspace):
    def act(dialog):
        dialog.next.what_field.setFocus()
        keyboard.type("Send the letter")
        keyboard.press("Return")
        assert dialog.next.problem_label.isVisible()
        assert dialog.isVisible()

    assert ask(keyboard, window, context, act, a_lead(workspace)) is None


def test_the_lead_is_found_when_none_was_given(keyboard, window, context, workspace):
    priya = a_lead(workspace, "Priya Nair", company="Nair Ceramics")
    a_lead(workspace, "Sam Okoro")

    def act(dialog):
        keyboard.press("Ctrl+Return")
        assert dialog.problem_label.isVisible()
        keyboard.type("cera")
        keyboard.press("Return")
        assert dialog.happened.person_field.line.text() == "Priya Nair, Nair Ceramics"
        keyboard.press("Ctrl+Return")

    assert ask(keyboard, window, context, act, None).lead_id == priya


def test_when_is_told_in_words_and_lies_behind(keyboard, window, context, workspace):
    def act(dialog):
        keyboard.press("Alt+N", "Ctrl+A")
        keyboard.type("tomorrow")
        keyboard.press("Return")
        assert dialog.isVisible()
        keyboard.press("Ctrl+A")
        keyboard.type("yesterday 9:40")
        keyboard.press("Return")

    report = ask(keyboard, window, context, act, a_lead(workspace))
    assert (report.happened_on, report.at_time) == (TODAY - timedelta(days=1), "09:40")


def test_enter_in_the_note_is_a_new_line(keyboard, window, context, workspace):
    def act(dialog):
        dialog.happened.note_field.setFocus()
        keyboard.type("One")
        keyboard.press("Return")
        keyboard.type("Two")
        keyboard.press("Ctrl+Return")

    assert ask(keyboard, window, context, act, a_lead(workspace)).note == "One\nTwo"


def test_escape_with_typed_words_keeps_them_and_says_so(keyboard, window, context, workspace, qtbot):
    lead, drafts = a_lead(workspace), Drafts()

    def leave(dialog):
        keyboard.press("Alt+O")
        keyboard.type("Too dear")
        keyboard.press("Alt+O")
        dialog.happened.note_field.setFocus()
        keyboard.type("She liked it")
        keyboard.press("Escape")

    with qtbot.waitSignal(context.navigation.told):
        assert ask(keyboard, window, context, leave, lead, drafts) is None
    report = ask(keyboard, window, context, lambda _dialog: keyboard.press("Ctrl+Return"), lead, drafts)
    assert report.note == "She liked it"
    assert [heard.text for heard in report.heard] == ["Too dear"]
    assert drafts == Drafts()


def test_an_ended_lead_keeps_its_stage(keyboard, window, context, workspace):
    lead = a_lead(workspace)
    closed(workspace, lead)

    def act(dialog):
        assert not dialog.next.stage_combo.isEnabled()
        keyboard.press("Alt+R", "Ctrl+Return")

    assert ask(keyboard, window, context, act, lead).stage_id == stage_id(workspace, "New")


def test_at_680_high_the_dialog_fits_and_scrolls(window, context, workspace, qtbot):
    window.resize(1024, 680)
    dialog = LogTouch(window, context, a_lead(workspace), None)
    qtbot.addWidget(dialog)
    for text in ("One", "Two", "Three", "Four"):
        dialog.phrases.add(Heard(text=text))
    dialog.show()
    qtbot.waitExposed(dialog)
    assert dialog.height() <= 680
    assert dialog.width() <= 888
    assert dialog.findChild(QScrollArea).horizontalScrollBar().maximum() == 0


def test_a_key_brings_what_it_jumps_to_into_view(keyboard, window, context, workspace):
    window.resize(1024, 480)

    def act(dialog):
        assert dialog.scroll_area.verticalScrollBar().maximum() > 0
        keyboard.press("Alt+F")
        seen = dialog.next.days.visibleRegion().boundingRect()
        assert seen.height() == dialog.next.days.height()

    assert ask(keyboard, window, context, act, a_lead(workspace)) is None
