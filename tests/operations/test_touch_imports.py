"""Touches of another program arrive as what they were, once, and are taken back in one step."""

from datetime import date
from pathlib import Path

import pytest

from bothhats.domain.export_form import Export, Form
from bothhats.domain.lead import TouchReport
from bothhats.domain.pipeline import Direction, TouchKind
from bothhats.exchange.csv_reader import read_csv
from bothhats.exchange.import_options import ImportOptions
from bothhats.exchange.import_plan import plan_import
from bothhats.exchange.touch_plan import TouchPlan, plan_touches
from bothhats.operations.exporting import export
from bothhats.workspace import Workspace
from builders import TODAY, a_lead, board, closed

FILE = (
    "email,happened_on,kind,two_way,note\nanna@berg.example,2026-09-01,call,no,Left a message\n"
    "anna@berg.example,2026-09-03,call,yes,Wants books closed early\nbo@tal.example,2026-09-05,meeting,,Met\n"
)


def bring(workspace: Workspace, text: str = FILE) -> TouchPlan:
    incoming = workspace.touch_imports
    plan = plan_touches(read_csv(text.encode()), ImportOptions(), incoming.known_leads(), incoming.present(), TODAY)
    incoming.carry_out(plan, "calls.csv")
    return plan


def content(workspace: Workspace) -> list[tuple]:
    tables = ("lead", "touch", "stage_change", "outcome_change")
    return [row for table in tables for row in workspace.reader.execute(f"SELECT * FROM {table} ORDER BY id")]


def test_conversations_arrive_as_conversations_and_undo_takes_all_back(workspace):
    a_lead(workspace, "Anna", email="anna@berg.example")
    bo = a_lead(workspace, "Bo", email="bo@tal.example")
    closed(workspace, bo)
    before = content(workspace)
    bring(workspace)
    rows = workspace.reader.execute("SELECT happened_on, two_way, origin FROM touch ORDER BY happened_on").fetchall()
    assert rows == [("2026-09-01", 0, "logged"), ("2026-09-03", 1, "logged"), ("2026-09-05", 1, "logged")]
    assert board(workspace) == {"In conversation": ["Anna"]}
    entered = workspace.reader.execute(
        "SELECT entered_on FROM stage_change WHERE milestone = 'conversation'"
    ).fetchall()
    assert entered == [("2026-09-03",)]
    assert workspace.journal.undo() == "calls.csv: 3 touches"
    assert content(workspace) == before


def test_the_same_file_again_changes_nothing(workspace):
    a_lead(workspace, "Anna", email="anna@berg.example")
    a_lead(workspace, "Bo", email="bo@tal.example")
    bring(workspace)
    before = content(workspace)
    again = bring(workspace)
    assert (len(again.touches), again.unchanged) == (0, 3)
    assert content(workspace) == before


def test_a_later_import_of_leads_takes_no_touch_away(workspace):
    a_lead(workspace, "Anna", email="anna@berg.example")
    a_lead(workspace, "Bo", email="bo@tal.example")
    bring(workspace)
    table = read_csv(b"email,contacted_on,notes\nanna@berg.example,2026-08-01,\nanna@berg.example,2026-08-02,New\n")
    plan = plan_import(table, ImportOptions(key="email"), workspace.imports.existing("email"), date(2026, 10, 6))
    workspace.imports.carry_out(plan, TODAY)
    notes = workspace.reader.execute("SELECT note FROM touch WHERE origin = 'logged' ORDER BY id").fetchall()
    assert notes == [("Left a message",), ("Wants books closed early",), ("Met",)]


def bring_leads(workspace: Workspace, text: bytes, key: str | None = None) -> None:
    plan = plan_import(read_csv(text), ImportOptions(key=key), workspace.imports.existing(key), TODAY)
    assert plan.problems == ()
    workspace.imports.carry_out(plan, TODAY)


def lists_of(workspace: Workspace, folder: Path) -> tuple[bytes, bytes]:
    """The leads and the touches, as they are exported."""
    for form in (Form.CSV, Form.TOUCHES):
        export(workspace.path, folder / form.name, Export(form, is_lossless=True))
    return (folder / "CSV").read_bytes(), (folder / "TOUCHES").read_bytes()


@pytest.fixture
def told(workspace, tmp_path) -> tuple[bytes, bytes]:
    """Both lists of three leads, of whom two were contacted, twice on one day."""
    ways = [(TouchKind.CALL, Direction.OUT, True), (TouchKind.EMAIL, Direction.OUT, False)]
    ways.append((TouchKind.EMAIL, Direction.IN, False))
    for kind, direction, two_way in ways:
        lead = a_lead(workspace, f"Lead {kind} {direction}", today=date(2026, 9, 1))
        for note in ("", "Again"):
            workspace.touches.log(TouchReport(lead, kind, date(2026, 9, 3), direction, two_way, note=note), TODAY)
    return lists_of(workspace, tmp_path)


def test_both_lists_that_were_exported_come_back_without_a_second_first_contact(told, tmp_path):
    leads, touches = told
    fresh = Workspace.create(tmp_path / "fresh.bothhats", {"currency": "EUR"})
    bring_leads(fresh, leads)
    only_leads = content(fresh)
    bring(fresh, touches.decode())
    assert lists_of(fresh, tmp_path) == told
    fresh.journal.undo()
    assert content(fresh) == only_leads
    fresh.journal.redo()
    bring_leads(fresh, leads, "key")
    bring(fresh, touches.decode())
    assert lists_of(fresh, tmp_path) == told
    fresh.close()


def test_a_first_contact_of_another_day_and_one_with_words_stay(workspace):
    bring_leads(
        workspace, b"name,email,contacted_on\nAnna,anna@berg.example,2026-09-02\nBo,bo@tal.example,2026-09-05\n"
    )
    touch = workspace.reader.execute("SELECT max(id) FROM touch").fetchone()[0]
    workspace.touches.edit_note(touch, "By post")
    bring(workspace)
    stayed = workspace.reader.execute("SELECT happened_on FROM touch WHERE origin = 'import'").fetchall()
    assert stayed == [("2026-09-02",), ("2026-09-05",)]
