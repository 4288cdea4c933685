"""Adding by one line: what was understood, what is kept, who may be there already."""

from datetime import date

from PySide6.QtWidgets import QLabel

from bothhats.domain.pipeline import Outcome
from bothhats.ui.dialogs.drafts import Drafts
from bothhats.ui.dialogs.quick_add import QuickAddDialog, ask_quick_add
from bothhats.ui.widgets.combo import Combo
from builders import a_lead, closed, stage_id

LINE = "Jo Penrose, Penrose Kitchens, jo@penrose.example, from Website, 2400, call next tue"


def ask(keyboard, window, context, act, text="", drafts=None):
    """What is added when `act` is done with the dialog."""
    keyboard.answer(act)
    return ask_quick_add(window, context, text, drafts)


def typed(keyboard, line):
    """Types a line and presses Enter."""

    def act(dialog):
        keyboard.type(line)
        keyboard.press("Return")

    return act


def test_one_line_and_enter_add_a_lead(keyboard, window, context):
    added = ask(keyboard, window, context, typed(keyboard, LINE))
    lead = added.lead
    assert (lead.name, lead.company, lead.email) == ("Jo Penrose", "Penrose Kitchens", "jo@penrose.example")
    assert (lead.source, lead.value) == ("Website", 240000)
    assert (lead.follow_up_on, lead.next_step) == (date(2026, 10, 13), "call")
    assert (added.open_after, added.into_lead_id) == (False, None)


def test_ctrl_enter_adds_and_opens(keyboard, window, context):
    def act(dialog):
        keyboard.type("Jo Penrose")
        assert dialog.primary_button.text() == "Add Jo Penrose"
        keyboard.press("Ctrl+Return")

    assert ask(keyboard, window, context, act).open_after


def test_a_line_given_along_only_needs_enter(keyboard, window, context):
    added = ask(keyboard, window, context, lambda _dialog: keyboard.press("Return"), "Jo Penrose, Acme")
    assert added.lead.company == "Acme"


def test_words_not_understood_become_the_note_and_the_preview_says_so(keyboard, window, context):
    def act(dialog):
        keyboard.type("Jo Penrose, Acme, prefers letters")
        assert "prefers letters (not understood, kept as the note)" in shown(dialog)
        keyboard.press("Return")

    assert ask(keyboard, window, context, act).lead.notes == "prefers letters"


def shown(dialog):
    """The words of the preview."""
    return " ".join(label.text() for label in dialog.preview.findChildren(QLabel))


def test_the_parts_that_are_understood_are_underlined(window, context, qtbot):
    dialog = QuickAddDialog(window, context, "Jo Penrose, Acme, prefers letters")
    qtbot.addWidget(dialog)
    layout = dialog.line.document().firstBlock().layout()
    spans = [(each.start, each.start + each.length) for each in layout.formats()]
    assert spans == [(0, 10), (12, 16)]


def test_an_empty_line_is_explained(keyboard, window, context):
    def act(dialog):
        keyboard.press("Return")
        assert dialog.problem_label.isVisible()
        assert dialog.isVisible()

    assert ask(keyboard, window, context, act) is None


def test_a_running_campaign_of_the_source_is_offered_and_can_be_declined(window, context, workspace, qtbot):
    website = workspace.reader.execute("SELECT id FROM source WHERE name = 'Website'").fetchone()[0]
    with workspace.journal.step("Campaign added"):
        for name, ends in (("Books by the 5th", None), ("Long over", "2026-01-31")):
            row = {"name": name, "source_id": website, "starts_on": "2026-01-01", "ends_on": ends}
            workspace._db.table("campaign").insert(row)
    dialog = QuickAddDialog(window, context, "Jo Penrose, from Website")
    qtbot.addWidget(dialog)
    combo = dialog.preview.findChild(Combo)
    assert [combo.itemText(row) for row in range(combo.count())] == ["Books by the 5th", "none"]
    assert dialog.lead.campaign == "Books by the 5th"
    combo.textActivated.emit("none")
    assert dialog.lead.campaign == ""


def test_somebody_known_is_pointed_out_and_can_be_opened(keyboard, window, context, workspace, qtbot):
    joanne = a_lead(workspace, "Joanne Penrose")
    closed(workspace, joanne, Outcome.LOST, date(2026, 5, 4), reason="timing")

    def act(dialog):
        keyboard.type("Jo Penrose")
        assert dialog.known_note.isVisible()
        assert dialog.known_note._who.text() == "Joanne Penrose, lost on 4 May: timing."
        keyboard.press("Ctrl+D")

    with qtbot.waitSignal(context.navigation.lead_requested) as asked:
        assert ask(keyboard, window, context, act) is None
    assert asked.args == [joanne]


def test_what_was_typed_can_be_added_to_the_known_lead(keyboard, window, context, workspace):
    joanne = a_lead(workspace, "Joanne Penrose")

    def act(dialog):
        keyboard.type("Jo Penrose, jo@penrose.example")
        dialog.known_note.add_button.click()

    added = ask(keyboard, window, context, act)
    assert (added.into_lead_id, added.lead.email) == (joanne, "jo@penrose.example")


def test_a_follow_up_later_than_the_promise_can_be_moved_to_it(keyboard, window, context):
    def act(dialog):
        keyboard.type("Jo Penrose, Acme, next tue")
        assert dialog.promise_note._words.text() == "The promise: contact by Thu 8 Oct. Tue 13 Oct is later than that."
        dialog.promise_note.take_button.click()
        keyboard.press("Return")

    assert ask(keyboard, window, context, act).lead.follow_up_on == date(2026, 10, 8)


def test_more_fields_say_role_stage_and_arrival(keyboard, window, context, workspace):
    def act(dialog):
        keyboard.type("Jo Penrose")
        keyboard.press("Alt+M")
        keyboard.type("Owner")
        keyboard.press("Tab", "Down", "Tab")
        keyboard.type("yesterday")
        keyboard.press("Return")

    lead = ask(keyboard, window, context, act).lead
    assert (lead.role, lead.stage_id) == ("Owner", stage_id(workspace, "Qualified"))
    assert lead.arrived_on == date(2026, 10, 5)


def test_a_line_left_behind_is_back_the_next_time_and_gone_once_added(keyboard, window, context, qtbot):
    drafts = Drafts()

    def leave(dialog):
        keyboard.type("Jo Penrose, Acme")
        keyboard.press("Escape")

    with qtbot.waitSignal(context.navigation.told):
        assert ask(keyboard, window, context, leave, "", drafts) is None
    added = ask(keyboard, window, context, lambda _dialog: keyboard.press("Return"), "", drafts)
    assert added.lead.name == "Jo Penrose"
    assert drafts == Drafts()
