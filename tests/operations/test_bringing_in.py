"""Everything goes out as JSON and comes back equal."""

import io
import json
import shutil
import sqlite3
import tempfile
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bothhats.domain.export_form import Export, Form
from bothhats.domain.lead import Closing, Judging, NewLead, NextStep
from bothhats.domain.pipeline import Outcome, Step, Verdict
from bothhats.domain.problems import FileTooNew, KnownProblem, Refused
from bothhats.exchange.csv_reader import read_csv
from bothhats.exchange.import_options import read_options
from bothhats.exchange.import_plan import plan_import
from bothhats.exchange.whole_file_json import read_json
from bothhats.operations.bringing_in import bring_in
from bothhats.operations.exporting import export
from bothhats.resource_files import resource
from bothhats.storage.backups import BEFORE_IMPORT, listed
from bothhats.storage.check import problems_of
from bothhats.storage.whole_file import build
from bothhats.workspace import Workspace
from builders import TODAY, a_lead, closed, stage_id, talked

NOW = datetime(2026, 10, 6, 9, 0)


def rows_of(path: Path) -> dict[str, list]:
    """Every table as it lies in the file, apart from what SQLite and the search keep for themselves."""
    connection = sqlite3.connect(path)
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    found = {
        name: connection.execute(f"SELECT * FROM {name} ORDER BY 1").fetchall()
        for name in names
        if not name.startswith(("sqlite_stat", "_sqlite", "lead_search"))
    }
    connection.close()
    return found


def out_and_in(path: Path, folder: Path) -> Path:
    """A new file from an export of the other."""
    export(path, folder / "out.json", Export(Form.JSON))
    fresh = folder / "fresh.bothhats"
    bring_in(fresh, folder / "out.json", NOW)
    return fresh


def test_the_sample_business_comes_back_with_every_row_its_undo_and_its_next_ids(workspace, tmp_path):
    workspace.load_sample(json.loads(resource("sample", "story.json").read_text()), TODAY)
    a_lead(workspace, "Undone later")
    workspace.erasing.erase(a_lead(workspace, "Gone"))
    fresh = out_and_in(workspace.path, tmp_path)
    assert rows_of(fresh) == rows_of(workspace.path)
    export(fresh, tmp_path / "again.json", Export(Form.JSON))
    assert (tmp_path / "again.json").read_bytes() == (tmp_path / "out.json").read_bytes()
    back = Workspace(fresh)
    assert problems_of(back.reader) == []
    assert back.journal.undo() == "Undone later added"
    assert a_lead(back, "Next") == a_lead(workspace, "Next")
    back.close()


def test_an_empty_file_is_filled_after_a_backup_and_one_with_leads_is_not(workspace, tmp_path):
    a_lead(workspace)
    export(workspace.path, tmp_path / "out.json", Export(Form.JSON))
    out = tmp_path / "out.json"
    empty = Workspace.create(tmp_path / "empty.bothhats", {"currency": "GBP"})
    empty.close()
    came = bring_in(empty.path, out, NOW)
    assert (came.leads, came.touches) == (1, 0)
    assert [each.why for each in listed(empty.path)] == [BEFORE_IMPORT]
    before = empty.path.read_bytes()
    with pytest.raises(Refused, match="only fills an empty file"):
        bring_in(empty.path, out, NOW)
    assert empty.path.read_bytes() == before


def test_a_dry_run_makes_nothing(workspace, tmp_path):
    a_lead(workspace)
    export(workspace.path, tmp_path / "out.json", Export(Form.JSON))
    fresh = tmp_path / "new" / "fresh.bothhats"
    assert bring_in(fresh, tmp_path / "out.json", NOW, is_dry_run=True).leads == 1
    assert not fresh.exists()


def changed(content: bytes, **what: object) -> bytes:
    """The document with other values at its top."""
    return json.dumps({**json.loads(content), **what}).encode()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda text: text[: len(text) // 2], "no JSON"),
        (lambda _text: b"\xff\xfe\x00", "no JSON"),
        (lambda _text: b"[" * 100_000, "no JSON"),
        (lambda _text: b"[]", "no export"),
        (lambda _text: b'{"leads": []}', "no export"),
        (lambda text: changed(text, tables=[]), "not whole"),
        (lambda text: changed(text, sequences={"lead": "x"}), "not whole"),
        (lambda text: changed(text, tables={"lead": {}}), "table lead of the export is none"),
        (lambda text: changed(text, tables={"lead": [[]]}), "Row 1 of the table lead is none"),
        (lambda text: changed(text, tables={"secret": []}), "does not know: secret"),
        (lambda text: changed(text, tables={"lead": [{"id": 1, "x; DROP TABLE lead": 2}]}), "columns"),
        (lambda text: changed(text, tables={"lead": [{"id": 1}]}), "Row 1 of the table lead does not fit"),
        (lambda text: text.replace(b'"value": null', b'"value": 2.5'), "no JSON"),
        (lambda text: text.replace(b'"stage_id": 1', b'"stage_id": 99'), "refers to one that is missing"),
        (lambda text: text.replace(b"Anna", b"\\ud800"), "does not fit"),
        (
            lambda text: text.replace(b'"arrived_on": "2', b'"arrived_on": "x2'),
            "lead.arrived_on has what is no day: x2",
        ),
        (lambda text: text.replace(b'"extra": "{}"', b'"extra": "[1]"'), "no extra fields"),
    ],
)
def test_what_is_not_whole_is_refused_with_a_sentence_and_makes_no_file(workspace, tmp_path, change, words):
    a_lead(workspace)
    export(workspace.path, tmp_path / "out.json", Export(Form.JSON))
    fresh = tmp_path / "fresh.bothhats"
    out = tmp_path / "out.json"
    out.write_bytes(change(out.read_bytes()))
    with pytest.raises(KnownProblem, match=words):
        bring_in(fresh, out, NOW)
    assert not fresh.exists()
    assert not [each for each in tmp_path.iterdir() if each.name.startswith(".bothhats")]


class _Unplugged(io.StringIO):
    """A file on a stick that is pulled out after its first piece."""

    def read(self, size: int | None = -1) -> str:
        if self.tell():
            raise OSError("Input/output error")
        return super().read(size)


def test_an_export_that_cannot_be_read_to_its_end_is_to_blame_itself(workspace, tmp_path):
    a_lead(workspace)
    export(workspace.path, tmp_path / "out.json", Export(Form.JSON))
    text = (tmp_path / "out.json").read_text("utf-8").replace("Anna", "A" * 300_000)
    whole = read_json(_Unplugged(text), 10**6)
    with pytest.raises(KnownProblem, match="cannot be read to its end"):
        build(tmp_path / "fresh.bothhats", whole)


def test_an_export_of_a_newer_version_is_refused(workspace, tmp_path):
    out = tmp_path / "out.json"
    export(workspace.path, out, Export(Form.JSON))
    out.write_bytes(changed(out.read_bytes(), schema=99))
    with pytest.raises(FileTooNew):
        bring_in(tmp_path / "x.bothhats", out, NOW)


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
PLAIN = st.text(st.sampled_from("ab Ä\"',;\n=+-@1#é中\U0001f600"), max_size=12).map(
    str.strip
)  # an import cuts outer blanks
DAYS = st.dates(date(2020, 1, 1), date(2026, 10, 6))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_file_goes_out_and_comes_back_equal(template, data):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "any.bothhats"
        path.write_bytes(template.read_bytes())
        workspace = Workspace(path)
        for _ in range(data.draw(st.integers(1, 4))):
            tell(workspace, data)
        workspace.close()
        fresh = out_and_in(path, folder)
        assert rows_of(fresh) == rows_of(path)
        export(fresh, folder / "again.json", Export(Form.JSON))
        assert (folder / "again.json").read_bytes() == (folder / "out.json").read_bytes()


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_the_list_of_any_file_goes_out_as_csv_and_comes_back_equal(template, data):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        contents = []
        for number in range(2):
            path = Path(shutil.copy(template, folder / f"{number}.bothhats"))
            workspace = Workspace(path)
            if number:
                options = read_options([], None, [], [], None)
                plan = plan_import(read_csv(contents[0]), options, workspace.imports.existing(), TODAY)
                assert plan.problems == ()
                workspace.imports.carry_out(plan, TODAY)
            else:
                a_lead(workspace)
                for _ in range(data.draw(st.integers(1, 4))):
                    tell(workspace, data, PLAIN)
            workspace.close()
            export(path, folder / "out.csv", Export(Form.CSV, is_lossless=True))
            contents.append((folder / "out.csv").read_bytes())
        assert contents[1] == contents[0]


def tell(workspace: Workspace, data, texts=TEXTS) -> None:
    """Something that an owner does with a lead."""
    on = data.draw(DAYS)
    lead = NewLead(name=f"N{data.draw(texts)}", notes=data.draw(texts), tags=("vip",), source=data.draw(texts))
    lead_id = workspace.leads.add(lead, on)
    what = data.draw(st.sampled_from(["talk", "close", "judge", "park", "move", "plan", "bin", "erase", "undo"]))
    acts = {
        "talk": lambda: talked(workspace, lead_id, on, heard=data.draw(texts), words=data.draw(texts)),
        "close": lambda: workspace.leads.close([lead_id], Closing(Outcome.LOST, words=data.draw(texts)), on),
        "judge": lambda: workspace.leads.judge(lead_id, Judging(Step.MARKETING_QUALIFIED, Verdict.MET), on),
        "park": lambda: workspace.leads.park([lead_id], date(2027, 1, 1), on, note=data.draw(texts)),
        "move": lambda: workspace.leads.move([lead_id], stage_id(workspace, "Proposal"), on),
        "plan": lambda: workspace.follow_ups.set([lead_id], NextStep(on, data.draw(texts)), on),
        "bin": lambda: workspace.leads.bin([lead_id]),
        "erase": lambda: workspace.erasing.erase(lead_id),
        "undo": lambda: (closed(workspace, lead_id), workspace.journal.undo()),
    }
    acts[what]()
