"""Tags and origins of several leads at once, the bin, erasing; through the real dialogs."""

from datetime import datetime

import pytest
from PySide6.QtWidgets import QLabel

from bothhats.domain.wording import short_date
from bothhats.queries.bin_list import binned_leads
from bothhats.queries.lead_rows import lead_rows
from bothhats.queries.lists import tags_of
from bothhats.queries.settings import remembered
from bothhats.storage.backups import listed
from bothhats.ui.lead_actions import LeadActions
from builders import TODAY, a_lead, closed, talked


@pytest.fixture
def actions(context, window):
    return LeadActions(context, window)


@pytest.fixture
def leads(workspace):
    """Anna is local and keen, Bo is local."""
    return [a_lead(workspace, "Anna", tags=("local", "keen")), a_lead(workspace, "Bo", tags=("local",))]


def press(keyboard, *pressed):
    """An act that presses these keys; what follows "type " is typed."""

    def act(_dialog):
        for key in pressed:
            if key.startswith("type "):
                keyboard.type(key.removeprefix("type "))
            else:
                keyboard.press(key)

    return act


def test_new_tags_are_added_to_what_each_has(actions, workspace, leads, keyboard):
    anna, bo = leads
    keyboard.answer(press(keyboard, "type vip, LOCAL", "Return"))
    actions.run("lead.tag", leads)
    assert tags_of(workspace.reader, leads) == {anna: ("keen", "local", "vip"), bo: ("local", "vip")}
    assert workspace.journal.undo() == "2 leads tagged"
    assert tags_of(workspace.reader, leads) == {anna: ("keen", "local"), bo: ("local",)}
    workspace.journal.redo()
    assert tags_of(workspace.reader, leads)[bo] == ("local", "vip")


def test_a_ticked_tag_is_shared_and_unticking_takes_it_from_all(actions, workspace, leads, keyboard):
    anna, bo = leads

    def untick(dialog):
        assert {tag: chip.isChecked() for tag, chip in dialog.chips.items()} == {"keen": False, "local": True}
        dialog.chips["local"].setFocus()
        keyboard.press("Space", "Return")

    keyboard.answer(untick)
    actions.run("lead.tag", leads)
    assert tags_of(workspace.reader, leads) == {anna: ("keen",)}
    workspace.journal.undo()
    assert tags_of(workspace.reader, leads) == {anna: ("keen", "local"), bo: ("local",)}


def test_leaving_the_question_changes_nothing(actions, workspace, leads, keyboard):
    before = workspace.journal.undo_label
    for command in ("lead.tag", "lead.source", "lead.campaign"):
        keyboard.answer(press(keyboard, "type x", "Escape"))
        actions.run(command, leads)
    assert workspace.journal.undo_label == before


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize(("command", "field"), [("lead.source", "source_name"), ("lead.campaign", "campaign_name")])
def test_all_get_the_same_origin_in_one_step(actions, workspace, leads, keyboard, command, field):
    keyboard.answer(press(keyboard, "type Fair in May", "Return"))
    actions.run(command, leads)
    assert [getattr(row, field) for row in lead_rows(workspace.reader, leads).values()] == ["Fair in May"] * 2
    keyboard.answer(press(keyboard, "Ctrl+A", "Delete", "Return"))
    actions.run(command, leads)
    assert [getattr(row, field) for row in lead_rows(workspace.reader, leads).values()] == [None] * 2
    workspace.journal.undo()
    assert [getattr(row, field) for row in lead_rows(workspace.reader, leads).values()] == ["Fair in May"] * 2


def test_several_are_woken_and_reopened_in_one_step(actions, workspace, leads):
    workspace.leads.park(leads, TODAY.replace(month=12), TODAY)
    actions.run("lead.wake", leads)
    assert workspace.journal.undo_label == "2 leads are back from parking"
    for lead_id in leads:
        closed(workspace, lead_id)
    actions.run("lead.reopen", leads)
    assert workspace.journal.undo() == "2 leads reopened"
    assert all(not row.is_open for row in lead_rows(workspace.reader, leads).values())


def test_without_a_lead_nothing_is_asked(actions, context, qtbot):
    with qtbot.waitSignal(context.navigation.told) as told:
        actions.run("lead.tag", [])
    assert told.args == ["Choose a lead first."]


def binned(workspace) -> list[str]:
    """Who lies in the bin."""
    return [lead.name for lead in binned_leads(workspace.reader)]


def test_the_bin_gives_leads_back_and_undo_puts_them_there_again(actions, workspace, leads, keyboard):
    actions.run("lead.bin", leads)

    def restore(dialog):
        assert dialog.list.count() == 2
        keyboard.type("bo")
        assert [dialog.list.item(row).text() for row in range(dialog.list.count())] == [
            "Bo. Stood in New, put here on " + short_date(binned_leads(workspace.reader)[0].on, TODAY)
        ]
        keyboard.press("Return", "Return")
        assert binned(workspace) == ["Anna"]
        assert dialog.empty.text() == "Nobody in the bin is called that."

    keyboard.answer(restore)
    actions.run("lead.bin_open", None)
    workspace.journal.undo()
    assert sorted(binned(workspace)) == ["Anna", "Bo"]
    workspace.journal.redo()
    assert binned(workspace) == ["Anna"]


def test_an_empty_bin_says_so(actions, keyboard):
    said = []
    keyboard.answer(lambda dialog: said.append((dialog.empty.text(), dialog.primary_button.isEnabled())))
    actions.run("lead.bin_open", None)
    assert said == [("The bin is empty.", False)]


def test_erasing_asks_first_and_enter_on_the_way_back_keeps_the_person(actions, workspace, leads, keyboard):
    anna, bo = leads
    talked(workspace, anna, TODAY, heard="Too dear?")
    review = workspace.reviews.start("2026-09", TODAY)
    workspace.reviews.finish(review, f"{{lead:{anna}}} asked.", "{}", [], TODAY)
    workspace.settings.remember("typed_tag", "friend of Anna")
    said = []

    def leave(dialog):
        said.extend(label.text() for label in dialog.findChildren(QLabel))
        keyboard.press("Return", "Ctrl+Return")
        keyboard.type("Ann")
        keyboard.press("Return", "Ctrl+Return")
        assert not dialog.primary_button.isEnabled()
        assert dialog.isVisible()
        keyboard.press("Esc")

    keyboard.answer(leave)
    actions.run("lead.erase", [anna])
    assert lead_rows(workspace.reader, [anna])
    assert {"•  1 touch", "•  1 hearing", "•  mentions in 1 letter, which then say “somebody”"} <= set(said)

    def erase(dialog):
        assert not dialog.renews.isVisible()
        assert dialog.primary_button.text() == "Erase Anna"
        keyboard.type("anna ")
        keyboard.press("Return")

    keyboard.answer(erase)
    actions.run("lead.erase", [anna])
    assert list(lead_rows(workspace.reader, leads)) == [bo]
    assert "Anna" not in workspace.journal.undo_label
    assert remembered(workspace.reader, "typed_tag") == "friend of somebody"


def test_erasing_out_of_the_bin_renews_the_backups(actions, workspace, leads, keyboard, context):
    told = []
    context.navigation.told.connect(told.append)
    workspace.erasing.renew_backups(workspace.path, datetime(2026, 10, 1))
    actions.run("lead.bin", leads[:1])

    def erase(dialog):
        assert dialog.renews.isChecked()
        keyboard.type("Anna")
        keyboard.press("Return")

    keyboard.answer(lambda dialog: dialog.erase_button.click(), erase)
    actions.run("lead.bin_open", None)
    assert binned(workspace) == []
    assert told == ["Anna is erased, and 1 old backup with it."]
    (left,) = listed(workspace.path)
    assert b"Anna" not in left.path.read_bytes()
