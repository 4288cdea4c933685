"""A past import is taken back lead by lead; what was worked on since stays; taking back is itself undone."""

import pytest

from bothhats.domain.problems import Refused
from bothhats.exchange.csv_reader import read_csv
from bothhats.exchange.import_options import ImportOptions
from bothhats.exchange.import_plan import plan_import
from bothhats.operations.taking_back import TakenBack
from bothhats.queries.past_imports import past_imports
from bothhats.workspace import Workspace
from builders import TODAY, a_lead, talked

TABLES = ("lead", "stage_change", "outcome_change", "touch", "follow_up", "parking", "judgement", "lead_tag")


def bring(workspace: Workspace, text: str, key: str | None = None) -> None:
    plan = plan_import(read_csv(text.encode()), ImportOptions(key=key), workspace.imports.existing(key), TODAY)
    workspace.imports.carry_out(plan, TODAY, "leads.csv")


def content(workspace: Workspace) -> list[tuple]:
    return [row for table in TABLES for row in workspace.reader.execute(f"SELECT * FROM {table} ORDER BY id")]


def test_an_import_is_taken_back_after_other_steps_and_its_updates_with_it(workspace):
    a_lead(workspace, "Anna", email="a@b.c", phone="1")
    bring(workspace, "email,phone,won_on,tags\na@b.c,2,2026-09-01,vip\nb@b.c,3,,\n", "email")
    bring(workspace, "email,phone\nc@b.c,9\n")
    other = a_lead(workspace, "Zoe")
    first = past_imports(workspace.reader)[1]
    assert (first.leads, first.label) == (2, "leads.csv: 1 added, 1 updated")
    assert workspace.taking_back.take_back(first.step_id) == TakenBack(2, 0)
    rows = workspace.reader.execute("SELECT name, phone, outcome FROM lead ORDER BY id").fetchall()
    assert rows == [("Anna", "1", None), ("", "9", None), ("Zoe", "", None)]
    assert workspace.reader.execute("SELECT count(*) FROM lead_tag").fetchone() == (0,)
    assert other


def test_leads_that_were_worked_on_since_stay_as_they_are(workspace):
    bring(workspace, "name,email\nAnna,a@b.c\nBo,b@b.c\nCy,c@b.c\n")
    step = past_imports(workspace.reader)[0].step_id
    anna, bo, _ = (row[0] for row in workspace.reader.execute("SELECT id FROM lead ORDER BY id").fetchall())
    workspace.leads.edit(anna, {"phone": "1"})
    talked(workspace, bo, heard="Too dear")
    assert workspace.taking_back.take_back(step) == TakenBack(1, 2)
    assert [row[0] for row in workspace.reader.execute("SELECT name FROM lead ORDER BY id")] == ["Anna", "Bo"]
    assert workspace.reader.execute("SELECT count(*) FROM hearing").fetchone() == (1,)


def test_taking_back_is_undone_and_done_again(workspace):
    a_lead(workspace, "Anna", email="a@b.c", phone="1")
    bring(workspace, "email,phone\na@b.c,2\nb@b.c,3\n", "email")
    before = content(workspace)
    workspace.taking_back.take_back(past_imports(workspace.reader)[0].step_id)
    after = content(workspace)
    assert after != before
    assert past_imports(workspace.reader) == []
    workspace.journal.undo()
    assert content(workspace) == before
    assert len(past_imports(workspace.reader)) == 1
    workspace.journal.redo()
    assert content(workspace) == after


def test_an_import_that_was_undone_is_none_any_more(workspace):
    bring(workspace, "name\nAnna\n")
    step = past_imports(workspace.reader)[0].step_id
    workspace.journal.undo()
    assert past_imports(workspace.reader) == []
    with pytest.raises(Refused):
        workspace.taking_back.take_back(step)
