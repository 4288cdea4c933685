"""Duplicates on demand: pairs with their reason, side by side, merged or kept apart; each one step."""

import pytest

from bothhats.queries.lead_rows import lead_rows
from bothhats.ui.lead_actions import LeadActions
from builders import TODAY, a_lead, talked


@pytest.fixture
def actions(context, window):
    return LeadActions(context, window)


@pytest.fixture
def leads(workspace):
    """Jo and Joanne share an address, Bo is nobody else."""
    jo = a_lead(workspace, "Jo Penrose", email="jo@penrose.example", value=500, arrived_on=TODAY.replace(day=1))
    joanne = a_lead(workspace, "Joanne Penrose", email="JO@penrose.example", phone="020 7946 0100", value=900)
    talked(workspace, joanne, TODAY, heard="Too dear?")
    return jo, joanne, a_lead(workspace, "Bo Ek")


def names(workspace) -> list[str]:
    return [row[0] for row in workspace.reader.execute("SELECT display_name FROM lead ORDER BY id")]


def texts(dialog) -> list[str]:
    """The pairs that are shown."""
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_a_pair_is_merged_field_by_field_and_undo_takes_it_apart(actions, workspace, leads, keyboard):
    jo, joanne, _bo = leads
    seen = []

    def merge(dialog):
        seen.append(texts(dialog))
        seen.append({name: choice.value for name, choice in dialog.fields.choices.items()})
        dialog.fields.choices["name"].button(1).setFocus()
        keyboard.press("Right")
        dialog.fields.choices["value"].button(1).click()
        seen.append(dialog.fields.from_other())
        seen.append([label.text() for label in dialog.fields._results.values()][:1])
        dialog.primary_button.click()
        seen.append(dialog.empty.isVisible())

    keyboard.answer(merge)
    actions.run("lead.duplicates", None)
    assert seen[0] == ["Jo Penrose\nJoanne Penrose: same email"]
    assert seen[1] == {"name": "kept", "email": "kept", "value": "kept", "stage": "kept"}
    assert seen[2:] == [["name", "value"], ["Joanne Penrose"], True]
    row = lead_rows(workspace.reader, [jo])[jo]
    assert (row.name, row.value, row.phone) == ("Joanne Penrose", 900, "020 7946 0100")
    assert workspace.journal.undo() == "Jo Penrose and Joanne Penrose merged"
    assert names(workspace) == ["Jo Penrose", "Joanne Penrose", "Bo Ek"]
    assert workspace.reader.execute("SELECT lead_id FROM touch").fetchall() == [(joanne,)]
    workspace.journal.redo()
    assert names(workspace) == ["Joanne Penrose", "Bo Ek"]
    assert workspace.reader.execute("SELECT lead_id FROM hearing").fetchall() == [(jo,)]


def test_what_is_not_the_same_is_not_asked_again_and_undo_asks(actions, workspace, leads, keyboard):
    seen = []

    def keep_apart(dialog):
        dialog.apart_button.click()
        seen.append((texts(dialog), dialog.primary_button.isEnabled()))

    keyboard.answer(keep_apart)
    actions.run("lead.duplicates", None)
    assert seen == [([], False)]
    workspace.journal.undo()
    keyboard.answer(lambda dialog: seen.append(len(texts(dialog))))
    actions.run("lead.duplicates", None)
    assert seen[1] == 1


def test_two_that_were_chosen_are_merged_whether_they_look_alike_or_not(actions, workspace, leads, keyboard):
    jo, _joanne, bo = leads
    keyboard.answer(lambda _dialog: keyboard.press("Ctrl+Return"))
    actions.run("lead.merge", [bo, jo])
    assert names(workspace) == ["Jo Penrose", "Joanne Penrose"]


def test_of_one_lead_its_like_are_shown_and_three_are_refused(actions, context, workspace, leads, keyboard, qtbot):
    seen = []
    keyboard.answer(lambda dialog: seen.append(len(texts(dialog))))
    actions.run("lead.merge", [leads[0]])
    keyboard.answer(lambda dialog: seen.append(dialog.empty.text()))
    actions.run("lead.merge", [leads[2]])
    assert seen == [1, "No two leads look alike."]
    with qtbot.waitSignal(context.navigation.problem_raised) as problem:
        actions.run("lead.merge", list(leads))
    assert problem.args[0].message == "Two leads are merged at a time."


def test_later_goes_on_to_the_next_pair(actions, workspace, leads, keyboard):
    a_lead(workspace, "Bo Ek")
    seen = []

    def look(dialog):
        seen.append(dialog.fields.kept_id)
        keyboard.press("Alt+L")
        seen.append(dialog.fields.kept_id)

    keyboard.answer(look)
    actions.run("lead.duplicates", None)
    assert seen == [leads[0], leads[2]]
