"""The command line, in processes of its own: what it prints, how it ends, what it leaves alone."""

import argparse
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from bothhats.cli_arguments import build_parser
from bothhats.domain.lead_filter import LeadFilter
from bothhats.workspace import Workspace
from builders import a_lead, closed, talked
from real_data import shared_data
from reports.pages_read import needs_poppler, text_of, words_of

DESKTOP = Path(__file__).resolve().parents[1] / "desktop"
LEADS = """Name,Company,Email,Arrived
Anna Berg,Berg Bakery,anna@berg.example,2026-09-01
Bo Tal,,bo@tal.example,2026-09-03
"""


def bothhats(*words: str, data: Path | None = None) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "bothhats", *(["--data", str(data)] if data else []), *words]
    environment = {**os.environ, "PYTHONPATH": str(DESKTOP), "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        command, capture_output=True, text=True, env=environment, stdin=subprocess.DEVNULL, check=False
    )


def document(*words: str, data: Path) -> dict:
    done = bothhats(*words, "--json", data=data)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def leads_file(tmp_path: Path) -> Path:
    file = tmp_path / "leads.csv"
    file.write_text(LEADS, encoding="utf-8")
    return file


def test_an_import_makes_the_file_and_the_other_calls_refuse_without_one(leads_file, tmp_path):
    data = tmp_path / "new.bothhats"
    for call in (["agenda"], ["report"], ["check"], ["backup"], ["review", "2026-10"], ["export", "x.csv"]):
        done = bothhats(*call, data=data)
        assert (done.returncode, done.stdout) == (1, "")
        assert "There is no file" in done.stderr
        assert not data.exists()
    answer = document("import", str(leads_file), data=data)
    assert answer == {
        "rows": 2, "added": 2, "updated": 0, "unchanged": 0, "skipped": 0, "problems": [], "warnings": [],
    }  # fmt: skip
    assert document("report", "--as-of", "2026-10-01", data=data)["arrived"]["leads"] == 2


@pytest.mark.parametrize("words", [["import", "{leads}"], ["report", "--json"]])
def test_a_reader_that_goes_away_early_is_no_failure(words, workspace, leads_file):
    workspace.close()
    command = [sys.executable, "-m", "bothhats", "--data", str(workspace.path), *words]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [word.format(leads=leads_file) for word in command],
        stdout=writing, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(DESKTOP)}, check=False,
    )  # fmt: skip
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", ["leads.csv", "all.json"])
def test_a_folder_or_a_pipe_is_refused_at_once(name, data_file, tmp_path):
    pipe, folder = tmp_path / name, tmp_path / f"folder of {name}"
    os.mkfifo(pipe)
    folder.mkdir()
    for path, sentence in ((pipe, "is not a file"), (folder, "is a folder")):
        done = subprocess.run(
            [sys.executable, "-m", "bothhats", "--data", str(data_file), "import", str(path)],
            capture_output=True, text=True, timeout=20, check=False, env={**os.environ, "PYTHONPATH": str(DESKTOP)},
        )  # fmt: skip
        assert (done.returncode, done.stdout) == (1, "")
        assert sentence in done.stderr


def test_a_console_without_all_letters_is_no_failure(workspace):
    a_lead(workspace, "Zoë 🎉")
    workspace.close()
    environment = {**os.environ, "PYTHONPATH": str(DESKTOP), "PYTHONIOENCODING": "ascii"}
    for words in (["agenda"], ["agenda", "--json"]):
        done = subprocess.run(
            [sys.executable, "-m", "bothhats", "--data", str(workspace.path), *words],
            capture_output=True, text=True, check=False, env=environment,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, "")
    assert "Zoë 🎉" in json.dumps(json.loads(done.stdout), ensure_ascii=False)


def test_a_pipeline_file_that_is_cut_off_or_a_pipe_is_refused_with_a_sentence(workspace, tmp_path):
    for name in ("Anna", "Bo"):
        a_lead(workspace, name)
    cut, pipe = tmp_path / "cut.bothhats", tmp_path / "pipe.bothhats"
    cut.write_bytes(workspace.path.read_bytes()[: 4096 * 3])
    os.mkfifo(pipe)
    for path, sentence in ((cut, "damaged"), (pipe, "cannot be read")):
        for call in (["agenda"], ["report"], ["restore", str(path)]):
            words = ["--data", str(workspace.path if call[0] == "restore" else path), *call]
            done = subprocess.run(
                [sys.executable, "-m", "bothhats", *words],
                capture_output=True, text=True, timeout=20, check=False, env={**os.environ, "PYTHONPATH": str(DESKTOP)},
            )  # fmt: skip
            assert (done.returncode, done.stdout) == (1, "")
            assert sentence in done.stderr
            assert "Traceback" not in done.stderr


def test_a_dry_run_says_the_same_and_writes_nothing(leads_file, tmp_path):
    data = tmp_path / "new.bothhats"
    assert document("import", str(leads_file), "--dry-run", data=data)["added"] == 2
    assert not data.exists()


def test_a_key_updates_and_the_import_says_what_it_could_not_use(leads_file, data_file):
    document("import", str(leads_file), data=data_file)
    second = leads_file.with_name("second.csv")
    second.write_text("Email,Value,Stage\nanna@berg.example,1200.50,Nowhere\nbo@tal.example,99,\n", encoding="utf-8")
    answer = document("import", str(second), "--key", "email", data=data_file)
    assert (answer["updated"], answer["skipped"]) == (1, 1)
    assert answer["problems"][0]["row"] == 1
    assert answer["problems"][0]["column"] == "Stage"
    told = bothhats("import", str(second), "--key", "email", data=data_file).stdout
    assert "problem: row 1, Stage “Nowhere”" in told


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        (["import", "{empty}"], 1, "empty"),
        (["import", "{binary}"], 1, "CSV"),
        (["import", "{gone}"], 1, "cannot be read"),
        (["import", "{leads}", "--map", "Nothing=name"], 2, "no column “Nothing”"),
        (["import", "{leads}", "--map", "Name=shoe_size"], 2, "no field “shoe_size”"),
        (["import", "{ambiguous}"], 1, "--date-format"),
        (["import", "{bare}"], 1, "--header-row 0"),
        (["report", "--from", "2026-02-01", "--to", "2026-01-01"], 2, "before it starts"),
        (["report", "--from", "someday"], 2, "not a date"),
        (["review", "October"], 1, "not a month"),
        (["agenda", "--days", "-1"], 2, "below zero"),
        (["export", "x.xlsx", "--touches"], 2, ".csv"),
        (["export", "x.json", "--gnucash"], 2, ".csv"),
        (["dance"], 2, "invalid choice"),
    ],
)
def test_bad_input_has_one_clear_sentence_and_changes_nothing(words, status, sentence, leads_file, data_file, tmp_path):
    files = {"leads": leads_file, "gone": tmp_path / "gone.csv"}
    for name, content in (
        ("empty", b""),
        ("binary", b"PK\x03\x04" + os.urandom(500)),
        ("bare", b"Anna Berg,anna@b.example\nBo Tal,bo@b.example\n"),
        ("ambiguous", b"Name,Arrived\nA,03/04/2026\nB,05/06/2026\n"),
    ):
        files[name] = tmp_path / f"{name}.csv"
        files[name].write_bytes(content)
    before = data_file.read_bytes()
    done = bothhats(*(word.format(**files) for word in words), data=data_file)
    assert (done.returncode, done.stdout) == (status, "")
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert data_file.read_bytes() == before


def test_a_workbook_and_vcards_come_in_as_a_csv_file_does(data_file, tmp_path):
    book = Workbook()
    for row in (["My leads"], ["Name", "E-mail", "Value"], ["Anna", "a@b.example", 1200.5], ["Bo", "b@b.example", 3]):
        book.active.append(row)
    book.save(tmp_path / "leads.xlsx")
    found = document("import", str(tmp_path / "leads.xlsx"), data=data_file)
    assert (found["added"], found["problems"]) == (2, [])
    (tmp_path / "cards.vcf").write_text("BEGIN:VCARD\nFN:Cy Dee\nTEL:123456\nTEL:99\nEND:VCARD\n", encoding="utf-8")
    assert document("import", str(tmp_path / "cards.vcf"), data=data_file)["added"] == 1
    workspace = Workspace(data_file)
    rows = workspace.reader.execute("SELECT name, email, value, phone, extra FROM lead ORDER BY id").fetchall()
    workspace.close()
    assert rows[0][:3] == ("Anna", "a@b.example", 120050)
    assert rows[2][0::3] == ("Cy Dee", "123456")
    assert json.loads(rows[2][4]) == {"Phone 2": "99"}


def test_conversations_of_another_tool_come_in_by_a_second_file(data_file, tmp_path, leads_file):
    document("import", str(leads_file), data=data_file)
    calls = tmp_path / "calls.csv"
    calls.write_text(
        "Email,Date,Type,Note\nanna@berg.example,2026-09-02,Meeting,Met\nx@y.z,2026-09-02,Call,\n", "utf-8"
    )
    found = document("import", str(calls), "--touches", data=data_file)
    assert (found["rows"], found["added"], found["skipped"], found["problems"][0]["row"]) == (2, 1, 1, 2)
    again = document("import", str(calls), "--touches", data=data_file)
    assert (again["added"], again["unchanged"]) == (0, 1)
    report = document("report", data=data_file)
    assert report["arrived"]["conversations"] == 1
    assert bothhats("import", str(calls), "--touches", "--key", "email", data=data_file).returncode == 2


def test_an_import_that_is_refused_makes_no_file(tmp_path):
    file = tmp_path / "leads.csv"
    file.write_text("Name,Arrived\nA,03/04/2026\n", "utf-8")
    assert bothhats("import", str(file), data=tmp_path / "new.bothhats").returncode == 1
    assert not (tmp_path / "new.bothhats").exists()


def test_the_agenda_and_the_report_speak_to_people_too(workspace):
    a_lead(workspace, "Anna Berg", source="Referral")
    workspace.close()
    agenda = bothhats("agenda", "--on", "2026-10-06", data=workspace.path).stdout
    assert "Anna Berg" in agenda
    told = bothhats("report", "--as-of", "2026-10-06", "--by", "source", data=workspace.path).stdout
    assert "0 of 1" in told
    assert "%" not in told
    assert document("agenda", "--on", "2026-10-06", data=workspace.path)["new"][0]["days_left"] == 2


def test_backup_and_check(workspace, tmp_path):
    a_lead(workspace)
    workspace.close()
    copy = tmp_path / "copy.bothhats"
    assert bothhats("backup", str(copy), data=workspace.path).stdout.strip() == str(copy)
    assert bothhats("backup", str(copy), data=workspace.path).returncode == 1
    assert document("check", data=copy) == {"file": str(copy), "ok": True, "problems": []}
    again = Workspace(copy)
    assert again.reader.execute("SELECT count(*) FROM lead").fetchone() == (1,)
    again.close()


def test_the_sample_shows_itself_without_a_window():
    for words in (["agenda"], ["report", "--by", "source"]):
        done = bothhats("--demo", *words)
        assert done.returncode == 0, done.stderr
        assert len(done.stdout.splitlines()) > 5


def test_the_real_funnel_comes_in_by_two_files_and_by_key(tmp_path):
    data = tmp_path / "olist.bothhats"
    first = shared_data("olist-funnel", "olist_marketing_qualified_leads_dataset.csv")
    second = shared_data("olist-funnel", "olist_closed_deals_dataset.csv")
    maps = ["--map", "mql_id=key", "--map", "first_contact_date=arrived", "--map", "origin=source"]
    assert document("import", str(first), *maps, data=data)["added"] == 8000
    won = ["--key", "key", "--map", "mql_id=key", "--map", "won_date=won_on"]
    answer = document("import", str(second), *won, data=data)
    assert (answer["updated"], answer["skipped"]) == (842, 0)
    arrived = document("report", "--as-of", "2018-11-14", data=data)["arrived"]
    assert (arrived["leads"], arrived["closes"], arrived["open"]) == (8000, 842, 7158)


def test_everything_goes_out_and_comes_back_into_an_empty_file(workspace, tmp_path):
    a_lead(workspace, "Anna Berg")
    first, again, data = tmp_path / "first.json", tmp_path / "again.json", tmp_path / "new.bothhats"
    assert document("export", str(first), data=workspace.path) == {"file": str(first), "form": "json", "count": 1}
    assert document("import", str(first), "--dry-run", data=data)["added"] == 1
    assert not data.exists()
    assert bothhats("import", str(first), data=data).stdout == "Everything came back: 1 lead, 0 touches.\n"
    assert bothhats("export", str(again), data=data).returncode == 0
    assert again.read_bytes() == first.read_bytes()
    refused = bothhats("import", str(first), data=data)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "only fills an empty file" in refused.stderr


@pytest.mark.parametrize("ending", ["csv", "xlsx", "vcf", "ics"])
def test_an_export_goes_by_its_ending(workspace, tmp_path, ending):
    a_lead(workspace, "Anna Berg")
    target = tmp_path / f"out.{ending}"
    things = "0 entries" if ending == "ics" else "1 lead"
    assert bothhats("export", str(target), data=workspace.path).stdout == f"{target}: {things}.\n"
    assert target.stat().st_size
    wrong = bothhats("export", str(tmp_path / "out.doc"), data=workspace.path)
    assert (wrong.returncode, wrong.stdout) == (2, "")


def test_what_happened_goes_out_and_is_known_by_the_import(workspace, tmp_path):
    talked(workspace, a_lead(workspace, "Anna Berg"), note="on the phone")
    target = tmp_path / "touches.csv"
    assert bothhats("export", str(target), "--touches", data=workspace.path).stdout == f"{target}: 1 touch.\n"
    done = document("import", str(target), data=workspace.path)
    assert (done["added"], done["unchanged"], done["touches"]) == (0, 1, True)


def test_an_export_of_a_view_has_its_leads_alone(workspace, tmp_path):
    a_lead(workspace, "Anna Berg")
    closed(workspace, a_lead(workspace, "Bo Tal"))
    workspace.views.save("Kept Ones", LeadFilter(text="anna"), "table")
    for view, names in (("ended", ["Bo Tal"]), ("kept ones", ["Anna Berg"]), ("ALL", ["Anna Berg", "Bo Tal"])):
        target = tmp_path / "view.csv"
        assert bothhats("export", str(target), "--view", view, data=workspace.path).returncode == 0
        lines = target.read_text(encoding="utf-8-sig").splitlines()[1:]
        assert sorted(line.split(",")[1] for line in lines) == names
    wrong = bothhats("export", str(tmp_path / "x.csv"), "--view", "nobody's", data=workspace.path)
    assert (wrong.returncode, "no view called" in wrong.stderr) == (2, True)


def test_a_backup_is_put_back_and_a_damaged_one_is_not(workspace, tmp_path):
    anna = a_lead(workspace, "Anna Berg")
    copy = tmp_path / "copy.bothhats"
    assert bothhats("backup", str(copy), data=workspace.path).returncode == 0
    workspace.leads.edit(anna, {"name": "Bo"})
    done = bothhats("restore", str(copy), data=workspace.path)
    assert done.returncode == 0, done.stderr
    assert "is kept as" in done.stdout
    assert workspace.reader.execute("SELECT name FROM lead").fetchone() == ("Anna Berg",)
    content = bytearray(copy.read_bytes())
    content[len(content) // 2] ^= 1
    copy.write_bytes(content)
    refused = bothhats("restore", str(copy), data=workspace.path)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "damaged" in refused.stderr


def test_a_report_with_its_charts_needs_no_window_system(workspace, tmp_path, monkeypatch):
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    a_lead(workspace, "Anna Berg", source="Referral", today=date(2026, 9, 1))
    for ending, begins in (("pdf", b"%PDF"), ("md", b"# Leads, conversations, closes")):
        target = tmp_path / f"report.{ending}"
        form = {"pdf": "--pdf", "md": "--markdown"}[ending]
        done = bothhats("report", "--from", "2026-09-01", form, str(target), data=workspace.path)
        assert (done.returncode, done.stdout) == (0, ""), done.stderr
        assert target.read_bytes().startswith(begins)
    assert (tmp_path / "report-charts" / "home.png").read_bytes().startswith(b"\x89PNG")
    gone = bothhats("report", "--pdf", str(tmp_path / "gone" / "r.pdf"), data=workspace.path)
    assert gone.returncode == 1
    assert "cannot be written" in gone.stderr


@pytest.fixture
def reviewed(workspace, data_file):
    """A file with the draft of a month in which one came."""
    a_lead(workspace, "Anna Berg", today=date(2026, 9, 2))
    workspace.reviews.start("2026-09", date(2026, 10, 6))
    return data_file


def test_a_review_is_told_in_plain_words_and_as_a_document(reviewed):
    told = bothhats("review", "2026-09", data=reviewed).stdout
    assert told.startswith("September 2026\n\nDear marketing hat,\n\nOne person came to us in September.")
    assert told.endswith("A draft, page 1 of 10.\n")
    answer = document("review", "2026-09", data=reviewed)
    assert (answer["state"], answer["figures"]["leads"], answer["earlier_versions"]) == ("draft", 1, [])
    assert answer["letter"].startswith("# September 2026\n")


@needs_poppler
def test_a_review_goes_into_a_file_without_a_display(reviewed, tmp_path, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    pdf, markdown = tmp_path / "letter.pdf", tmp_path / "letter.md"
    done = bothhats("review", "2026-09", "--pdf", str(pdf), data=reviewed)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert bothhats("review", "2026-09", "--markdown", str(markdown), data=reviewed).returncode == 0
    words = markdown.read_text(encoding="utf-8").replace("# ", "").replace("**", "")
    assert text_of(pdf).startswith(words_of(words))


def test_a_review_that_cannot_be_written_or_is_none_is_refused(reviewed, tmp_path):
    for call, sentence in (
        (["review", "2026-08"], "no review of 2026-08"),
        (["review", "2026-09", "--markdown", str(tmp_path / "no" / "x.md")], "cannot be written"),
    ):
        done = bothhats(*call, data=reviewed)
        assert (done.returncode, done.stdout) == (1, "")
        assert sentence in done.stderr
    assert bothhats("review", "2026-09", "--pdf", "x", "--json", data=reviewed).returncode == 2


def test_every_option_says_what_it_is_for():
    parsers = [build_parser()]
    for parser in parsers:
        for action in parser._actions:
            if isinstance(action, argparse._SubParsersAction):
                parsers += action.choices.values()
            elif action.option_strings:
                assert action.help, (parser.prog, action.option_strings)
    assert len(parsers) == 9
