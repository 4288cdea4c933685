"""Lists go out so that a spreadsheet opens them without harm and an import reads them back equal."""

import csv
import io
import json
import shutil
import subprocess
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import icalendar
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from bothhats.domain.export_form import Export, Form, form_of
from bothhats.domain.lead import Closing, Judging, NewLead, NextStep, TouchReport
from bothhats.domain.lead_fields import LEAD_FIELDS
from bothhats.domain.pipeline import Direction, Outcome, Step, TouchKind, Verdict
from bothhats.domain.problems import FileNotWritable, KnownProblem, Refused, WrongUsage
from bothhats.exchange.csv_reader import read_csv
from bothhats.exchange.import_options import ImportOptions, read_options
from bothhats.exchange.import_plan import plan_import
from bothhats.exchange.spreadsheet_cell import marked_cell, plain_cell, safe_cell
from bothhats.exchange.table import Reading
from bothhats.exchange.touch_plan import plan_touches
from bothhats.exchange.vcard_reader import read_cards
from bothhats.exchange.xlsx_reader import read_xlsx
from bothhats.operations.exporting import export
from bothhats.operations.exporting_person import export_person
from bothhats.workspace import Workspace
from builders import TODAY, a_lead, talked

FORMULAS = ["=1+1", "+49 30 1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''=1", "=cmd|'/c calc'!A1", "-5", "007",
            "\n=1", "\0=1", "＝1+1", "＋1", "－1", "＠A1", "-1,5"]  # fmt: skip


def bring(workspace: Workspace, table) -> None:
    """Import a table, which must have no problem row."""
    plan = plan_import(table, read_options([], None, [], [], None), workspace.imports.existing(), TODAY)
    assert plan.problems == ()
    workspace.imports.carry_out(plan, TODAY)


@pytest.fixture
def told(workspace: Workspace) -> Workspace:
    """Leads with something in every field."""
    first = workspace.leads.add(
        NewLead(
            name="Anna Berg", company="Berg & Söhne; Ltd", role="Owner",
            email="anna@berg.example", phone="+49 30 1", website="https://berg.example", address="Way 1\n10115 Berlin",
            notes='She said: "yes",\nthen =1+1', source="Website", tags=("vip", "fair"), value=240050,
        ),
        date(2026, 8, 1),
    )  # fmt: skip
    workspace.leads.judge(first, Judging(Step.MARKETING_QUALIFIED, Verdict.MET), date(2026, 8, 3))
    talked(workspace, first, date(2026, 8, 9))
    workspace.leads.close([first], Closing(Outcome.WON, reason="price"), date(2026, 9, 1))
    second = a_lead(workspace, "=HYPERLINK(1)", notes="'=1")
    workspace.follow_ups.set([second], NextStep(date(2026, 10, 9), "@call"), TODAY)
    third = a_lead(workspace, "Parked", "Proposal")
    workspace.leads.park([third], date(2026, 12, 1), TODAY, reason="timing")
    workspace.leads.bin([a_lead(workspace, "Binned")])
    return workspace


@pytest.mark.parametrize("is_lossless", [False, True])
def test_a_csv_comes_back_equal(told, tmp_path, is_lossless):
    first, again = tmp_path / "first.csv", tmp_path / "again.csv"
    what = Export(Form.CSV, is_lossless=is_lossless)
    assert export(told.path, first, what) == 3
    fresh = Workspace.create(tmp_path / "fresh.bothhats")
    bring(fresh, read_csv(first.read_bytes()))
    assert export(fresh.path, again, what) == 3
    assert again.read_bytes() == first.read_bytes()
    fresh.close()
    rows = list(csv.DictReader(io.StringIO(first.read_text(encoding="utf-8-sig"), newline="")))
    anna = {name: text for name, text in rows[0].items() if text}
    assert anna["value"] == "2400.50"
    assert (anna["arrived"], anna["qualified_on"], anna["closed_on"]) == ("2026-08-01", "2026-08-03", "2026-09-01")
    assert (anna["conversation_on"], anna["outcome"], anna["reason"]) == ("2026-08-09", "won", "price")
    assert rows[1]["name"] == ("=HYPERLINK(1)" if is_lossless else "'=HYPERLINK(1)")
    assert rows[2]["parked_until"] == "2026-12-01"


def test_a_workbook_comes_back_equal_and_nothing_in_it_is_a_formula(told, tmp_path):
    book, csv_file, again = tmp_path / "leads.xlsx", tmp_path / "a.csv", tmp_path / "b.csv"
    assert export(told.path, book, Export(Form.XLSX)) == 3
    cells = [cell for row in load_workbook(book)["Leads"].iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    value = next(cell for cell in cells if cell.value == 2400.5)
    assert value.number_format == "#,##0.00"
    fresh = Workspace.create(tmp_path / "fresh.bothhats")
    bring(fresh, read_xlsx(book.read_bytes()))
    export(told.path, csv_file, Export(Form.CSV))
    export(fresh.path, again, Export(Form.CSV))
    assert again.read_bytes() == csv_file.read_bytes()
    fresh.close()


def test_a_workbook_has_what_happened_in_a_second_sheet_and_an_import_finds_both(told, tmp_path):
    book = tmp_path / "leads.xlsx"
    export(told.path, book, Export(Form.XLSX))
    assert load_workbook(book).sheetnames == ["Leads", "What happened"]
    table = read_xlsx(book.read_bytes(), Reading(sheet="What happened"))
    incoming = told.touch_imports
    plan = plan_touches(table, ImportOptions(), incoming.known_leads(), incoming.present(), TODAY)
    assert (len(plan.touches), plan.unchanged, plan.problems) == (0, 1, ())
    assert read_xlsx(book.read_bytes()).header[:2] == ("key", "name")
    export(told.path, book, Export(Form.XLSX, columns=("name", "value")))
    assert load_workbook(book).sheetnames == ["Leads"]


def test_a_link_stays_a_link(told, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    link, there = tmp_path / "leads.csv", tmp_path / "elsewhere" / "leads.csv"
    link.symlink_to(there)
    export(told.path, link, Export(Form.CSV))
    assert link.is_symlink()
    assert read_csv(there).rows


def test_a_workbook_opens_in_libreoffice_and_reads_back_equal(told, tmp_path):
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed; this test opens our workbook in it")
    a_lead(told, "Control \x0b end", notes="\n".join(text for text in FORMULAS if "\r" not in text))
    book = tmp_path / "leads.xlsx"
    export(told.path, book, Export(Form.XLSX))
    turned = tmp_path / "turned"
    for ending in ("xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false"):
        subprocess.run(
            [office, f"-env:UserInstallation=file://{tmp_path}/office", "--headless", "--convert-to", ending,
             "--outdir", str(turned), str(book)],
            check=True, capture_output=True, timeout=100,
        )  # fmt: skip
    ours, theirs = read_xlsx(book.read_bytes()), read_xlsx((turned / "leads.xlsx").read_bytes())
    assert theirs.header == ours.header
    assert list(theirs.rows) == list(ours.rows)
    shown = list(csv.reader(io.StringIO((turned / "leads.csv").read_text(encoding="utf-8"), newline="")))
    assert shown[2][1] == "=HYPERLINK(1)"


def test_only_the_leads_that_were_asked_for_in_their_order(told, tmp_path):
    ids = [row[0] for row in told.reader.execute("SELECT id FROM lead WHERE binned_at IS NULL ORDER BY id DESC")]
    assert export(told.path, tmp_path / "v.csv", Export(Form.CSV, ids[:2])) == 2
    assert [row[1] for row in read_csv((tmp_path / "v.csv").read_bytes()).rows] == ["Parked", "=HYPERLINK(1)"]


@pytest.mark.parametrize("form", [Form.CSV, Form.XLSX])
def test_a_view_goes_out_with_its_columns_in_their_order_and_the_names_that_it_shows(told, tmp_path, form):
    workspace_leads = told.leads.add(NewLead(company="Nameless Ltd"), TODAY)
    target = tmp_path / f"view{form}"
    columns = ("company", "name", "qualified", "value", "last_touch_on", "follow_up_on")
    ids = [row[0] for row in told.reader.execute("SELECT id FROM lead WHERE binned_at IS NULL ORDER BY id LIMIT 2")]
    assert export(told.path, target, Export(form, [*ids, workspace_leads], columns=columns)) == 3
    table = (read_csv if form is Form.CSV else read_xlsx)(target.read_bytes())
    assert tuple(table.header) == columns
    first, second, third = ([str(cell) for cell in row] for row in table.rows)
    assert first[:3] == ["Berg & Söhne; Ltd", "Anna Berg", "marketing"]
    assert [float(first[3]), first[4], first[5]] == [2400.5, "2026-08-09", ""]
    assert (second[1].lstrip("'"), second[5]) == ("=HYPERLINK(1)", "2026-10-09")
    assert third[:3] == ["Nameless Ltd", "Nameless Ltd", "not yet"]


@pytest.mark.parametrize("form", [Form.CSV, Form.XLSX, Form.JSON, Form.VCARD])
def test_an_export_says_how_far_it_is_and_one_that_is_ended_leaves_nothing(told, tmp_path, form):
    heard = []
    export(told.path, tmp_path / "whole", Export(form), lambda done, of: heard.append((done, of)))
    assert heard
    assert all(0 <= done <= of for done, of in heard)

    def end(_done, _of):
        raise InterruptedError

    before = sorted(tmp_path.iterdir())
    with pytest.raises((InterruptedError, KnownProblem)):
        export(told.path, tmp_path / "half", Export(form), end)
    assert sorted(tmp_path.iterdir()) == before


def test_one_person_goes_out_as_json(told, tmp_path):
    lead_id = told.reader.execute("SELECT id FROM lead WHERE company <> ''").fetchone()[0]
    export_person(told.path, tmp_path / "anna.json", lead_id)
    tables = json.loads((tmp_path / "anna.json").read_text(encoding="utf-8"))["tables"]
    assert tables["lead"][0]["company"] == "Berg & Söhne; Ltd"
    assert [row["happened_on"] for row in tables["touch"]] == ["2026-08-09"]
    with pytest.raises(Refused, match="gone"):
        export_person(told.path, tmp_path / "nobody.json", 999)
    assert not (tmp_path / "nobody.json").exists()


def test_cards_come_back_with_what_matters(told, tmp_path):
    assert export(told.path, tmp_path / "leads.vcf", Export(Form.VCARD)) == 3
    text = (tmp_path / "leads.vcf").read_bytes().decode()
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    anna, formula, _parked = read_cards(text)
    assert (anna.name, anna.company, anna.emails, anna.phones) == (
        "Anna Berg", "Berg & Söhne; Ltd", ("anna@berg.example",), ("+49 30 1",),
    )  # fmt: skip
    assert formula.name == "=HYPERLINK(1)"


def test_the_calendar_is_read_by_another_program(told, tmp_path):
    assert export(told.path, tmp_path / "days.ics", Export(Form.CALENDAR)) == 1
    calendar = icalendar.Calendar.from_ical((tmp_path / "days.ics").read_bytes())
    (event,) = calendar.walk("VEVENT")
    assert (str(event["SUMMARY"]), event.decoded("DTSTART")) == ("=HYPERLINK(1): @call", date(2026, 10, 9))


def test_won_leads_become_customers_in_the_order_of_gnucash(told, tmp_path):
    assert export(told.path, tmp_path / "customers.csv", Export(Form.CUSTOMERS)) == 1
    (row,) = csv.reader(io.StringIO((tmp_path / "customers.csv").read_text(encoding="utf-8"), newline=""))
    assert len(row) == 19
    assert row[:11] == [
        "", "Berg & Söhne; Ltd", "Anna Berg", "Way 1", "10115 Berlin", "", "", "+49 30 1", "",
        "anna@berg.example", 'She said: "yes", then =1+1',
    ]  # fmt: skip


def test_an_export_is_whole_or_not_there(told, tmp_path):
    target = tmp_path / "leads.csv"
    target.write_text("what was there", encoding="utf-8")
    a_lead(told, "Long", notes="x" * 40_000)
    with pytest.raises(KnownProblem, match="longer than a workbook's cell"):
        export(told.path, tmp_path / "leads.xlsx", Export(Form.XLSX))
    with pytest.raises(FileNotWritable):
        export(told.path, tmp_path / "nowhere" / "leads.csv", Export(Form.CSV))
    with pytest.raises(Refused):
        export(told.path, told.path, Export(Form.JSON))
    with pytest.raises(WrongUsage):
        form_of(tmp_path / "leads.doc")
    assert [each.name for each in tmp_path.iterdir() if ".part" in each.name] == []
    assert not (tmp_path / "leads.xlsx").exists()
    assert target.read_text(encoding="utf-8") == "what was there"


@pytest.mark.parametrize("text", FORMULAS)
def test_a_cell_comes_back_as_it_was(text):
    assert plain_cell(safe_cell(text)) == text
    assert plain_cell(marked_cell(text)) == text


@given(st.text("='+-@\t\r1 a", max_size=6))
def test_any_cell_comes_back_as_it_was(text):
    assert plain_cell(safe_cell(text)) == text
    assert plain_cell(marked_cell(text)) == text
    assert not safe_cell(text).startswith(("=", "@", "\t", "\r", "\n", "＝"))


WORDS = st.text(st.sampled_from("ab Ä\"',;\n=+-@1#é中"), max_size=8).map(str.strip)
PAST = st.dates(date(2025, 1, 1), date(2026, 9, 1)).map(date.isoformat)
VALUES = {
    **dict.fromkeys(("key", "name", "first_name", "company", "role", "website", "address", "notes"), WORDS),
    **dict.fromkeys(("source", "campaign"), WORDS),
    "stage": st.sampled_from(["New", "In conversation", "Proposal", ""]),
    "value": st.sampled_from(["", "0", "12.50", "-3", "2400"]),
    "arrived": PAST,
    "qualified_on": PAST,
    "conversation_on": PAST,
    "opportunity_on": PAST,
    "won_on": st.one_of(st.just(""), PAST),
    "Shoe size": WORDS,
    "=sum": WORDS,
}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.fixed_dictionaries(VALUES), min_size=1, max_size=4), st.sampled_from([Form.CSV, Form.XLSX]))
def test_any_list_goes_out_and_comes_back_equal(template, rows, form):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        text = io.StringIO(newline="")
        writer = csv.DictWriter(text, list(VALUES))
        writer.writeheader()
        writer.writerows({**row, "name": f"N{row['name']}"} for row in rows)
        sheets = [text.getvalue().encode()]
        for number in range(2):
            path = Path(shutil.copy(template, folder / f"{number}.bothhats"))
            workspace = Workspace(path)
            bring(workspace, read_xlsx(sheets[-1]) if form is Form.XLSX and number else read_csv(sheets[-1]))
            workspace.close()
            export(path, folder / f"out{form}", Export(form))
            export(path, folder / f"{number}.csv", Export(Form.CSV))
            sheets.append((folder / f"out{form}").read_bytes())
        assert (folder / "1.csv").read_bytes() == (folder / "0.csv").read_bytes()


def test_all_fields_stand_in_the_header_once_also_beside_extra_ones_of_the_same_name(workspace, tmp_path):
    bring(workspace, read_csv(b"name,Email,email,Closed on (2)\nJo,a@x.org,other,7\n"))
    export(workspace.path, tmp_path / "x.csv", Export(Form.CSV))
    header = read_csv((tmp_path / "x.csv").read_bytes()).header
    assert len(set(header)) == len(header)
    assert header[: len(LEAD_FIELDS)] == tuple(field.name for field in LEAD_FIELDS)


@pytest.mark.parametrize("is_lossless", [False, True])
def test_what_happened_goes_out_and_comes_back_onto_the_leads_that_came_back(told, tmp_path, is_lossless):
    lead_id = told.reader.execute("SELECT id FROM lead WHERE name = 'Parked'").fetchone()[0]
    report = TouchReport(lead_id, TouchKind.EMAIL, date(2026, 9, 7), Direction.OUT, note="=1+1;\n“sent”", two_way=False)
    told.touches.log(report, TODAY)
    leads, touches = tmp_path / "leads.csv", tmp_path / "touches.csv"
    export(told.path, leads, Export(Form.CSV))
    assert export(told.path, touches, Export(Form.TOUCHES, is_lossless=is_lossless)) == 2
    assert export(told.path, tmp_path / "one.csv", Export(Form.TOUCHES, [lead_id])) == 1
    fresh = Workspace.create(tmp_path / "fresh.bothhats")
    table = read_csv(leads.read_bytes())
    contacted = table.header.index("contacted_on")
    table = replace(table, rows=[[*row[:contacted], "", *row[contacted + 1 :]] for row in table.rows])
    bring(fresh, table)
    incoming = fresh.touch_imports
    plan = plan_touches(
        read_csv(touches.read_bytes()), ImportOptions(), incoming.known_leads(), incoming.present(), TODAY
    )
    assert plan.problems == ()
    incoming.carry_out(plan)
    what = (
        "SELECT display_name, happened_on, kind, direction, two_way, note FROM touch JOIN lead ON lead.id = lead_id"
        " ORDER BY happened_on"
    )
    assert fresh.reader.execute(what).fetchall() == told.reader.execute(what).fetchall()
    fresh.close()


@pytest.mark.parametrize("form", [Form.CSV, Form.XLSX])
def test_a_list_that_went_out_comes_back_onto_the_same_leads(told, tmp_path, form):
    target = tmp_path / f"out{form}"
    export(told.path, target, Export(form))
    table = (read_csv if form is Form.CSV else read_xlsx)(target.read_bytes())
    plan = plan_import(table, read_options([], "key", [], [], None), told.imports.existing("key"), TODAY)
    assert (len(plan.creates), len(plan.updates), plan.unchanged, plan.problems) == (0, 0, 3, ())


def test_what_was_edited_in_the_list_is_changed_and_nothing_else(told, tmp_path):
    export(told.path, tmp_path / "out.csv", Export(Form.CSV))
    before = told.reader.execute("SELECT id, key, company, phone FROM lead ORDER BY id").fetchall()
    content = (tmp_path / "out.csv").read_bytes().replace(b"+49 30 1", b"+49 30 2")
    plan = plan_import(read_csv(content), read_options([], "key", [], [], None), told.imports.existing("key"), TODAY)
    told.imports.carry_out(plan, TODAY)
    assert (len(plan.creates), len(plan.updates), plan.unchanged) == (0, 1, 2)
    after = told.reader.execute("SELECT id, key, company, phone FROM lead ORDER BY id").fetchall()
    assert after == [(i, key, company, phone.replace("30 1", "30 2")) for i, key, company, phone in before]
    assert told.reader.execute("SELECT count(*) FROM touch").fetchone() == (1,)
    keys = {row[0] for row in read_csv(content).rows}
    assert keys == {each.key for each in told.touch_imports.known_leads()}
