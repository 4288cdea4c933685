"""A long import: how much memory it takes, how it is stopped, and that undo gives back what was; in child processes."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bothhats.domain.export_form import Export, Form
from bothhats.exchange.csv_reader import read_csv
from bothhats.exchange.import_options import ImportOptions, Update
from bothhats.exchange.import_plan import plan_import
from bothhats.exchange.table import Table
from bothhats.operations.exporting import export
from bothhats.storage import journal
from bothhats.workspace import Workspace
from builders import TODAY, a_lead

DESKTOP = Path(__file__).resolve().parents[2] / "desktop"
MEASURE = """
import resource, sys
from datetime import date
from pathlib import Path
from bothhats.exchange.import_options import ImportOptions
from bothhats.exchange.import_plan import plan_import
from bothhats.exchange.list_reader import read_list
from bothhats.workspace import Workspace
workspace = Workspace(Path(sys.argv[2]))
existing = workspace.imports.existing("email")
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
table = read_list(Path(sys.argv[1]))
plan = plan_import(table, ImportOptions(key="email"), existing, date(2026, 10, 6))
after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(len(plan.creates), after - before)
workspace.close()
"""


def measured(script: str, *files: Path) -> list[int]:
    """What the script prints. Linux counts the peak of who starts a program as its own: the small shell between."""
    done = subprocess.run(
        ["/bin/sh", "-c", '"$@"; exit $?', "sh", sys.executable, "-c", script, *files],
        env={**os.environ, "PYTHONPATH": str(DESKTOP)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [int(word) for word in done.stdout.split()]


@pytest.mark.skipif(sys.platform == "win32", reason="resource is of Unix")
def test_a_file_of_32_mb_is_read_and_planned_in_a_fraction_of_its_size(data_file, tmp_path):
    file = tmp_path / "long.csv"
    with file.open("w", encoding="utf-8") as out:
        out.write("name,email,notes\n")
        for number in range(3200):
            out.write(f"Lead {number},l{number}@x.example,{'words ' * 1666}\n")
    assert file.stat().st_size > 31_000_000
    leads, kilobytes = measured(MEASURE, file, data_file)
    assert leads == 3200
    assert kilobytes < 24_000


MEASURE_WRITING = """
import resource, sys
from datetime import date
from pathlib import Path
from bothhats.exchange.import_options import ImportOptions
from bothhats.exchange.import_plan import plan_import
from bothhats.exchange.list_reader import read_list
from bothhats.workspace import Workspace
workspace = Workspace(Path(sys.argv[2]))
existing = workspace.imports.existing("email")
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
plan = plan_import(read_list(Path(sys.argv[1])), ImportOptions(key="email"), existing, date(2026, 10, 6))
workspace.imports.carry_out(plan, date(2026, 10, 6), "long", lambda done, of: None)
after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
workspace.journal.undo()
undone = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(len(plan.creates), after - before, undone - after)
workspace.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="resource is of Unix")
def test_a_list_that_makes_a_file_of_160_mb_is_written_and_undone_with_the_memory_of_a_part(data_file, tmp_path):
    file = tmp_path / "long.csv"
    with file.open("w", encoding="utf-8") as out:
        out.write("name,email,phone,stage,notes\n")
        for number in range(8000):
            out.write(f"Lead {number},l{number}@x.example,+49 30 {number:07d},New,{'words ' * 800}\n")
    leads, kilobytes, more = measured(MEASURE_WRITING, file, data_file)
    assert data_file.stat().st_size > 155_000_000
    assert leads == 8000
    assert kilobytes < 100_000
    assert more < 10_000


MEASURE_JSON = """
import resource, sys
from datetime import datetime
from pathlib import Path
from bothhats.operations.bringing_in import bring_in
from bothhats.storage.database import create
create(Path(sys.argv[2] + ".warm"))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
came = bring_in(Path(sys.argv[2]), Path(sys.argv[1]), datetime(2026, 10, 6))
after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(came.leads, after - before)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="resource is of Unix")
def test_a_json_export_of_32_mb_is_brought_back_in_a_fraction_of_its_size(workspace, tmp_path):
    a_lead(workspace, "Anna", notes="words " * 1666)
    export(workspace.path, tmp_path / "one.json", Export(Form.JSON))
    told = json.loads((tmp_path / "one.json").read_text(encoding="utf-8"))
    told["tables"]["lead"] = [{**told["tables"]["lead"][0], "id": number + 1} for number in range(3200)]
    file = tmp_path / "long.json"
    file.write_text(json.dumps(told), encoding="utf-8")
    assert file.stat().st_size > 31_000_000
    leads, kilobytes = measured(MEASURE_JSON, file, tmp_path / "fresh.bothhats")
    assert leads == 3200
    assert kilobytes < 24_000


def digest(workspace: Workspace) -> str:
    """Of everything that is journalled."""
    names = workspace.reader.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'journal%'"
        " AND name NOT LIKE 'lead_search%' AND name NOT LIKE '%sqlite%' AND name <> 'app_state' ORDER BY name"
    ).fetchall()
    rows = {name: workspace.reader.execute(f"SELECT * FROM {name} ORDER BY 1").fetchall() for (name,) in names}
    return hashlib.sha256(json.dumps(rows, default=str).encode()).hexdigest()


def a_long_plan(workspace: Workspace, rows: int):
    a_lead(workspace, "Anna", email="l7@x.example", phone="1")
    header = "name,email,phone,source,stage,won_on,tags,arrived\n"
    text = header + "".join(
        f"Lead {n},l{n}@x.example,{n},Fair {n % 9},{'Proposal' if n % 3 else ''},{'2026-09-01' if n % 5 == 0 else ''}"
        f",t{n % 4},2026-08-{n % 28 + 1:02d}\n"
        for n in range(rows)
    )
    return plan_import(read_csv(text.encode()), ImportOptions(key="email"), workspace.imports.existing("email"), TODAY)


class Stopped(Exception):
    """What a test raises in the midst of an import."""


@pytest.mark.parametrize("after", [0, 1, 700, 1999, 2000])
def test_an_import_that_is_stopped_at_any_row_leaves_the_file_as_it_was(workspace, after):
    plan = a_long_plan(workspace, 2000)
    before = digest(workspace)

    def stop(done: int, _of: int) -> None:
        if done >= after:
            raise Stopped

    with pytest.raises(Stopped):
        workspace.imports.carry_out(plan, TODAY, "long.csv", stop)
    assert digest(workspace) == before
    assert workspace.journal.undo_label == "Anna added"


def test_an_import_that_is_stopped_within_the_last_statement_leaves_the_file_as_it_was(workspace):
    """While the search index is written all rows are told already; SQLite itself asks then."""
    plan = a_long_plan(workspace, 2000)
    before = digest(workspace)
    told = 0

    def stop(done: int, of: int) -> None:
        nonlocal told
        told += done == of
        if told > 2:
            raise Stopped

    with pytest.raises(Stopped):
        workspace.imports.carry_out(plan, TODAY, "long.csv", stop)
    assert digest(workspace) == before
    workspace.imports.carry_out(plan, TODAY, "long.csv", lambda _done, _of: None)
    assert workspace.reader.execute("SELECT count(*) FROM lead").fetchone() == (2000,)


@pytest.mark.parametrize("part", [7, 5000])
def test_undo_of_a_long_import_gives_the_former_content_back_exactly(workspace, monkeypatch, part):
    """Part by part, whatever the length of a part."""
    monkeypatch.setattr(journal, "_ROWS_AT_ONCE", part)
    plan = a_long_plan(workspace, 2000)
    before = digest(workspace)
    workspace.imports.carry_out(plan, TODAY, "long.csv")
    after = digest(workspace)
    workspace.journal.undo()
    assert digest(workspace) == before
    workspace.journal.redo()
    assert digest(workspace) == after


cells = {
    "name": st.sampled_from(["Anna", "Bo", "", "=1+1", "<b>x</b>"]),
    "email": st.sampled_from(["l7@x.example", "a@b.c", "a@b.c; d@e.f", "", "nobody"]),
    "stage": st.sampled_from(["", "New", "Proposal", "won", "Palaver"]),
    "won_on": st.sampled_from(["", "2026-09-01", "31/02/2026"]),
    "value": st.sampled_from(["", "1.234", "€5", "12,50"]),
    "follow_up_on": st.sampled_from(["", "2026-12-01"]),
    "parked_until": st.sampled_from(["", "2026-12-24"]),
    "tags": st.sampled_from(["", "vip", "a;b"]),
    "Hair": st.sampled_from(["", "red"]),
}


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.fixed_dictionaries(cells), min_size=1, max_size=5),
    st.sampled_from([None, "email"]),
    st.sampled_from(list(Update)),
)
def test_whatever_comes_in_is_counted_once_and_undo_gives_back_what_was(workspace, rows, key, update):
    if workspace.reader.execute("SELECT count(*) FROM lead").fetchone() == (0,):
        a_lead(workspace, "Anna", email="l7@x.example", phone="1")
    table = Table(tuple(cells), [list(row.values()) for row in rows])
    found = plan_import(table, ImportOptions(key=key, update=update), workspace.imports.existing(key), TODAY)
    assert found.rows == len(rows)
    before = digest(workspace)
    workspace.imports.carry_out(found, TODAY, "any.csv")
    after = digest(workspace)
    count = workspace.reader.execute("SELECT count(*) FROM lead").fetchone()[0]
    assert count == 1 + len(found.creates)
    if after != before:
        workspace.journal.undo()
    assert digest(workspace) == before
