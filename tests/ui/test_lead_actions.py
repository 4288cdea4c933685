"""The commands about leads, through the real dialogs, down to the file; every one can be undone."""

import pytest
from PySide6.QtGui import QGuiApplication

from bothhats.domain.good_lead import Criterion, IdealCustomer
from bothhats.domain.pipeline import Outcome, Step
from bothhats.ui.dialogs.questions import Questions
from bothhats.ui.lead_actions import LeadActions
from builders import TODAY, a_lead, board, closed, stage_id


class Opener:
    """Stands where links are handed to the desktop; keeps them."""

    def __init__(self) -> None:
        self.links = []
        self.is_willing = True

    def __call__(self, url) -> bool:
        self.links.append(url.toString())
        return self.is_willing


@pytest.fixture
def opener():
    return Opener()


@pytest.fixture
def actions(context, window, opener):
    return LeadActions(context, window, open_url=opener)


def rows(workspace, sql):
    return workspace.reader.execute(sql).fetchall()


def undone(workspace):
    """Take back all that was done; what the board shows then."""
    while workspace.journal.undo_label:
        workspace.journal.undo()
    return board(workspace)


def keys(keyboard, *pressed):
    """An act that presses these keys; what follows "type " is typed."""

    def act(_dialog):
        for key in pressed:
            if key.startswith("type "):
                keyboard.type(key.removeprefix("type "))
            else:
                keyboard.press(key)

    return act


def test_adding_and_opening(actions, keyboard, context, workspace, qtbot):
    keyboard.answer(keys(keyboard, "type Jo Penrose, Acme", "Ctrl+Return"))
    with qtbot.waitSignal(context.navigation.lead_requested) as asked:
        actions.run("lead.add", None)
    assert board(workspace) == {"New": ["Jo Penrose"]}
    assert asked.args == [1]
    assert undone(workspace) == {}


def test_adding_to_a_known_lead(actions, keyboard, workspace):
    joanne = a_lead(workspace, "Joanne Penrose")

    def act(dialog):
        keyboard.type("Jo Penrose, jo@penrose.example")
        dialog.known_note.add_button.click()

    keyboard.answer(act)
    actions.run("lead.add", "")
    assert rows(workspace, "SELECT id, email FROM lead") == [(joanne, "jo@penrose.example")]


def test_logging_a_conversation_with_an_objection(actions, keyboard, workspace):
    lead = a_lead(workspace)
    keyboard.answer(keys(keyboard, "Alt+R", "Alt+O", "type Too dear", "Alt+O", "type for us", "Ctrl+Return"))
    actions.run("lead.log", [lead])
    assert board(workspace) == {"In conversation": ["Anna Berg"]}
    assert rows(workspace, "SELECT text, words FROM hearing JOIN objection ON objection.id = objection_id") == [
        ("Too dear", "for us")
    ]
    workspace.journal.undo()
    assert board(workspace) == {"New": ["Anna Berg"]}
    assert rows(workspace, "SELECT count(*) FROM objection") == [(0,)]


def test_closing_several_at_once_is_one_step(actions, keyboard, workspace):
    leads = [a_lead(workspace), a_lead(workspace, "Bo")]
    keyboard.answer(keys(keyboard, "Alt+2", "Alt+R", "1", "Return"))
    actions.run("lead.close", leads)
    assert rows(workspace, "SELECT outcome FROM lead") == [("lost",), ("lost",)]
    workspace.journal.undo()
    assert board(workspace) == {"New": ["Anna Berg", "Bo"]}


def test_a_drop_on_an_outcome_has_it_chosen(actions, keyboard, workspace):
    lead = a_lead(workspace)
    keyboard.answer(keys(keyboard, "Return"))
    actions.run("lead.close", ([lead], "no_decision"))
    assert rows(workspace, "SELECT outcome FROM lead") == [("no_decision",)]


def test_parking_out_of_the_close_dialog_and_waking(actions, keyboard, workspace):
    lead = a_lead(workspace)
    keyboard.answer(keys(keyboard, "Alt+P"), keys(keyboard, "type 2 nov", "Return"))
    actions.run("lead.close", [lead])
    assert rows(workspace, "SELECT parked_until, outcome FROM lead") == [("2026-11-02", None)]
    actions.run("lead.wake", [lead])
    assert rows(workspace, "SELECT parked_until FROM lead") == [(None,)]
    workspace.journal.undo()
    workspace.journal.undo()
    assert rows(workspace, "SELECT parked_until FROM lead") == [(None,)]


def test_parking(actions, keyboard, workspace):
    keyboard.answer(keys(keyboard, "type in 1 month", "Alt+Y", "1", "Return"))
    actions.run("lead.park", [a_lead(workspace)])
    assert rows(workspace, "SELECT until, name FROM parking JOIN reason ON reason.id = reason_id") == [
        ("2026-11-06", "timing")
    ]


def test_moving_where_nothing_is_judged_asks_nothing(actions, workspace):
    lead = a_lead(workspace)
    actions.run("lead.move", ([lead], stage_id(workspace, "Proposal")))
    assert board(workspace) == {"Proposal": ["Anna Berg"]}


def test_without_a_definition_entering_qualified_asks_nothing(actions, workspace):
    actions.run("lead.move", ([a_lead(workspace)], stage_id(workspace, "Qualified")))
    assert rows(workspace, "SELECT step, verdict FROM judgement") == [("marketing_qualified", "met")]


def test_the_hand_off_is_asked_once_and_kept_with_the_move(actions, keyboard, workspace):
    lead = a_lead(workspace)
    talking = stage_id(workspace, "In conversation")
    keyboard.answer(keys(keyboard, "Right", "Return"))
    actions.run("lead.move", ([lead], talking))
    assert rows(workspace, "SELECT step, verdict FROM judgement") == [("sales_ready", "met")]
    actions.run("lead.move", ([lead], stage_id(workspace, "Proposal")))
    actions.run("lead.move", ([lead], talking))
    assert board(workspace) == {"In conversation": ["Anna Berg"]}
    assert undone(workspace) == {}


def test_escape_in_the_hand_off_leaves_the_lead_where_it_was(actions, keyboard, workspace):
    keyboard.answer(keys(keyboard, "Escape"))
    actions.run("lead.move", ([a_lead(workspace)], stage_id(workspace, "In conversation")))
    assert board(workspace) == {"New": ["Anna Berg"]}


def test_not_yet_at_the_hand_off_parks_and_does_not_move(actions, keyboard, workspace):
    keyboard.answer(keys(keyboard, "Alt+Y"), keys(keyboard, "type 2 nov", "Return"))
    actions.run("lead.move", ([a_lead(workspace)], stage_id(workspace, "In conversation")))
    assert board(workspace) == {"New": ["Anna Berg"]}
    assert rows(workspace, "SELECT parked_until FROM lead") == [("2026-11-02",)]


def test_who_does_not_meet_the_definition_is_judged_and_stays(actions, keyboard, workspace):
    workspace.definitions.write(IdealCustomer(), [Criterion(Step.MARKETING_QUALIFIED, "Owner-run")], TODAY)
    keyboard.answer(keys(keyboard, "N", "Return"))
    actions.run("lead.move", ([a_lead(workspace)], stage_id(workspace, "Qualified")))
    assert board(workspace) == {"New": ["Anna Berg"]}
    assert rows(workspace, "SELECT verdict FROM judgement") == [("not_met",)]


def test_judging_walks_through_several_until_one_is_cancelled(actions, keyboard, workspace):
    workspace.definitions.write(IdealCustomer(), [Criterion(Step.MARKETING_QUALIFIED, "Owner-run")], TODAY)
    leads = [a_lead(workspace, name) for name in ("Anna", "Bo", "Cy")]
    acts = [keys(keyboard, "Y", "Return"), keys(keyboard, "N", "Return"), keys(keyboard, "Escape")]
    keyboard.walk(*acts)
    actions.run("lead.judge", leads)
    assert rows(workspace, "SELECT lead_id, verdict FROM judgement") == [(leads[0], "met"), (leads[1], "not_met")]


def test_a_walk_that_is_cancelled_asks_no_further(context, window, workspace):
    asked = []

    def judging(_window, _context, lead_id, _step):
        asked.append(lead_id)

    leads = [a_lead(workspace, name) for name in ("Anna", "Bo")]
    LeadActions(context, window, Questions(judging=judging)).run("lead.judge", leads)
    assert asked == leads[:1]


def test_a_lead_judged_once_is_asked_for_the_second_step(actions, keyboard, workspace):
    lead = a_lead(workspace, stage="Qualified")
    keyboard.answer(keys(keyboard, "Right", "Return"))
    actions.run("lead.judge", [lead])
    assert rows(workspace, "SELECT step FROM judgement ORDER BY id") == [("marketing_qualified",), ("sales_ready",)]


def test_the_next_step_of_several(actions, keyboard, workspace):
    leads = [a_lead(workspace), a_lead(workspace, "Bo")]
    keyboard.answer(keys(keyboard, "type fri", "Alt+T", "type Call", "Return"))
    actions.run("lead.follow_up", leads)
    assert rows(workspace, "SELECT follow_up_on, next_step FROM lead") == [("2026-10-09", "Call")] * 2


def test_reopening_and_the_bin(actions, workspace):
    lead = a_lead(workspace)
    closed(workspace, lead, Outcome.LOST)
    actions.run("lead.reopen", [lead])
    assert board(workspace) == {"New": ["Anna Berg"]}
    actions.run("lead.bin", [lead])
    assert board(workspace) == {}
    workspace.journal.undo()
    assert board(workspace) == {"New": ["Anna Berg"]}


def test_calling_and_writing_open_only_links_of_our_own(actions, opener, workspace):
    lead = a_lead(workspace, phone="+44 (0)20 7946 0991", email="jo@penrose.example")
    actions.run("lead.call", [lead])
    actions.run("lead.email", lead)
    assert opener.links == ["tel:+442079460991", "mailto:jo@penrose.example"]


@pytest.mark.parametrize("command", ["lead.call", "lead.email"])
@pytest.mark.parametrize(
    "text", ["", "javascript:alert(1)", "file:///etc/passwd", "smb://server/share", "https://user@host.example/"]
)
def test_what_is_no_number_and_no_address_is_never_opened(actions, opener, context, workspace, qtbot, command, text):
    lead = a_lead(workspace, phone=text, email=text)
    with qtbot.waitSignal(context.navigation.problem_raised) as raised:
        actions.run(command, [lead])
    assert raised.args[0].way_out
    assert opener.links == []


def test_where_no_program_takes_the_link_it_is_copied(actions, opener, context, workspace, qtbot):
    opener.is_willing = False
    with qtbot.waitSignal(context.navigation.told):
        actions.run("lead.call", [a_lead(workspace, phone="020 7946 0991")])
    assert QGuiApplication.clipboard().text() == "020 7946 0991"


def test_copying_takes_who_and_how_to_reach_them(actions, context, workspace, qtbot):
    lead = a_lead(workspace, company="Berg Bakery", email="anna@berg.example")
    with qtbot.waitSignal(context.navigation.told) as told:
        actions.run("lead.copy", [lead])
    assert QGuiApplication.clipboard().text() == "Anna Berg\nBerg Bakery\nanna@berg.example"
    assert told.args == ["Anna Berg copied"]


def test_what_the_rules_forbid_is_raised_as_a_problem(actions, context, workspace, qtbot):
    lead = a_lead(workspace)
    closed(workspace, lead)
    with qtbot.waitSignal(context.navigation.problem_raised) as raised:
        actions.run("lead.move", ([lead], stage_id(workspace, "Proposal")))
    assert "has ended" in raised.args[0].message


def test_without_a_lead_the_owner_is_told_to_choose_one(actions, context, qtbot):
    for command in ("lead.close", "lead.park", "lead.bin", "lead.follow_up", "lead.judge", "lead.wake", "lead.reopen"):
        with qtbot.waitSignal(context.navigation.told):
            actions.run(command, None)


def test_a_line_left_behind_is_back_when_the_window_asks_again(actions, keyboard, workspace):
    keyboard.answer(keys(keyboard, "type Jo Penrose", "Escape"))
    actions.run("lead.add", None)
    keyboard.answer(keys(keyboard, "Return"))
    actions.run("lead.add", None)
    assert board(workspace) == {"New": ["Jo Penrose"]}


def test_a_request_over_the_navigation_keeps_its_ids_and_outcome(actions, keyboard, context, workspace):
    context.navigation.command_requested.connect(actions.run)
    lead = a_lead(workspace)
    keyboard.answer(keys(keyboard, "Return"))
    context.navigation.command_requested.emit("lead.close", ((lead,), Outcome.WON))
    assert rows(workspace, "SELECT outcome FROM lead") == [("won",)]


@pytest.mark.parametrize("key", ["Shift+Return", "Alt+N"])
def test_adding_one_after_the_other(actions, keyboard, workspace, key):
    keyboard.walk(
        keys(keyboard, "type Jo Penrose", key),
        keys(keyboard, "type Bo Ek", key),
        keys(keyboard, "Escape"),
    )
    actions.run("lead.add", None)
    assert board(workspace) == {"New": ["Jo Penrose", "Bo Ek"]}
    workspace.journal.undo()
    assert board(workspace) == {"New": ["Jo Penrose"]}


def test_a_template_is_copied_with_the_name_put_in(actions, keyboard, context, workspace):
    told = []
    context.navigation.told.connect(told.append)
    lead = a_lead(workspace, "Dr. Jo Penrose", company="Acme")
    workspace.assets.add("email_template", "First reply", TODAY, "live", text="Hello {First name} of { company }")
    keyboard.answer(keys(keyboard, "Ctrl+Return"))
    actions.run("lead.template", [lead])
    assert QGuiApplication.clipboard().text() == "Hello Jo of Acme"
    assert told == ["Copied for Dr. Jo Penrose."]


def test_without_a_template_the_dialog_says_where_to_write_one(actions, keyboard, workspace):
    seen = []
    keyboard.answer(lambda dialog: seen.append(dialog.primary_button.isVisible()))
    QGuiApplication.clipboard().setText("before")
    actions.run("lead.template", [a_lead(workspace)])
    assert (seen, QGuiApplication.clipboard().text()) == ([False], "before")
