"""The journal: undo and redo are exact, a write outside a step is refused, nothing half-done stays."""

import sqlite3
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bothhats.domain.lead import NextStep
from bothhats.domain.pipeline import Outcome
from bothhats.domain.problems import Refused
from bothhats.storage.journal import NestedStep
from bothhats.workspace import Workspace
from builders import TODAY, a_lead, closed, talked

Picture = dict[str, list[tuple]]


def picture(workspace: Workspace) -> Picture:
    """Every row of every journalled table, and what the search index says."""
    reader = workspace.reader
    tables = [
        row[0]
        for row in reader.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'lead_search_%'"
        )
        if not row[0].startswith(("journal_", "sqlite_", "_sqlite_", "app_state"))
    ]
    return {table: reader.execute(f"SELECT rowid, * FROM {table} ORDER BY 1").fetchall() for table in tables}


def act(workspace: Workspace, kind: int, which: int, number: int) -> None:
    """One of the things an owner does, to one of the leads there are."""
    ids = [row[0] for row in workspace.reader.execute("SELECT id FROM lead WHERE outcome IS NULL").fetchall()]
    if kind == 0 or not ids:
        a_lead(workspace, f"Lead {number}", tags=("a", f"b{number}"), source=f"S{number % 3}")
        return
    lead = ids[which % len(ids)]
    actions = (
        lambda: talked(workspace, lead, heard=f"Too dear {number % 2}?", words="ä\u200b😀", next_step=NextStep(TODAY)),
        lambda: workspace.leads.move([lead], 1 + number % 4, TODAY),
        lambda: workspace.leads.park(ids, TODAY + timedelta(days=1 + number), TODAY, "timing"),
        lambda: closed(workspace, lead, list(Outcome)[number % 4], reason=f"r{number % 2}", words="because"),
        lambda: workspace.leads.edit(lead, {"name": f"N{number}", "tags": (f"t{number}",)}),
        lambda: workspace.leads.bin([lead]),
        lambda: workspace.follow_ups.set([lead], NextStep(TODAY + timedelta(days=number), "call"), TODAY),
    )
    actions[kind % len(actions)]()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=12))
def test_undoing_everything_and_redoing_it_restores_each_state_exactly(workspace: Workspace, actions):
    while workspace.journal.undo():
        pass
    pictures = [picture(workspace)]
    for kind, which, number in actions:
        act(workspace, kind, which, number)
        pictures.append(picture(workspace))
    states = [state for n, state in enumerate(pictures) if n == 0 or state != pictures[n - 1]]
    for state in reversed(states[:-1]):
        assert workspace.journal.undo()
        assert picture(workspace) == state
    for state in states[1:]:
        assert workspace.journal.redo()
        assert picture(workspace) == state
    assert workspace.reader.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_write_outside_a_step_is_refused_by_the_database(workspace: Workspace):
    with pytest.raises(sqlite3.IntegrityError, match="outside a journal step"):
        workspace.journal.connection.execute("UPDATE stage SET name = 'x'")


def test_an_error_inside_a_step_leaves_nothing_of_it(workspace: Workspace):
    def half_done() -> None:
        with workspace.journal.step("Half done"):
            workspace.journal.connection.execute("INSERT INTO tag (name) VALUES ('half')")
            raise ZeroDivisionError

    before = picture(workspace)
    with pytest.raises(ZeroDivisionError):
        half_done()
    assert picture(workspace) == before
    assert workspace.journal.undo_label == ""


def test_a_step_inside_a_step_is_an_error_at_once(workspace: Workspace):
    with pytest.raises(NestedStep), workspace.journal.step("Outer"), workspace.journal.step("Inner"):
        pass


def test_a_step_that_changes_nothing_is_no_step_and_keeps_what_can_be_redone(workspace: Workspace):
    anna = a_lead(workspace)
    workspace.leads.edit(anna, {"company": "Berg"})
    workspace.journal.undo()
    workspace.leads.edit(anna, {"company": ""})
    assert workspace.journal.redo_label == "Anna Berg edited"
    workspace.leads.edit(anna, {"company": "Tal"})
    assert workspace.journal.redo_label == ""


def test_typing_in_one_field_joins_one_step(workspace: Workspace):
    anna = a_lead(workspace)
    for text in ("B", "Be", "Ber"):
        workspace.leads.edit(anna, {"company": text}, joins="company-1")
    workspace.journal.undo()
    assert workspace.reader.execute("SELECT company FROM lead").fetchall() == [("",)]
    assert workspace.journal.undo_label == "Anna Berg added"


def test_the_history_survives_closing_the_file(workspace: Workspace):
    a_lead(workspace)
    workspace.close()
    again = Workspace(workspace.path)
    assert again.journal.undo() == "Anna Berg added"
    assert again.reader.execute("SELECT count(*) FROM lead").fetchone() == (0,)
    again.close()


def test_undo_refuses_what_another_program_has_changed_since(workspace: Workspace):
    anna = a_lead(workspace)
    with sqlite3.connect(workspace.path) as other:
        other.execute("UPDATE lead SET name = 'Somebody' WHERE id = ?", (anna,))
    with pytest.raises(Refused, match="another program"):
        workspace.journal.undo()
    assert workspace.reader.execute("SELECT name FROM lead").fetchall() == [("Somebody",)]


def test_views_are_told_exactly_which_rows_and_leads_were_touched(workspace: Workspace):
    anna, _ = a_lead(workspace, "Anna"), a_lead(workspace, "Bo")
    told = []
    workspace.listen(told.append)
    talked(workspace, anna, heard="Dear?")
    workspace.journal.undo()
    done, undone = told
    assert done.lead_ids == undone.lead_ids == {anna}
    assert set(done.rows) == {"lead", "touch", "objection", "hearing", "stage_change"}
    assert (done.kind, undone.kind) == ("step", "undo")
    assert undone.deleted["touch"] == done.created["touch"]


def test_old_steps_are_forgotten_and_the_newest_five_hundred_stay(workspace: Workspace):
    anna = a_lead(workspace)
    for number in range(510):
        workspace.leads.edit(anna, {"company": f"C{number}"})
    workspace.journal.connection.execute("UPDATE journal_step SET made_at = '2020-01-01T00:00:00Z'")
    workspace.journal.prune()
    assert workspace.reader.execute("SELECT count(*) FROM journal_step").fetchone() == (500,)
    assert workspace.reader.execute("SELECT count(DISTINCT step_id) FROM journal_change").fetchone() == (500,)
