"""Putting a backup back: the old state or the new, also when the program is killed in the middle of it."""

import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from bothhats.domain.problems import FileLocked, FileTooNew, KnownProblem, NotALeadFile
from bothhats.storage.backups import BEFORE_RESTORE, BY_HAND, back_up_as, listed, make_backup
from bothhats.storage.check import problems_of
from bothhats.storage.read_only import open_read_only
from bothhats.storage.restore import restore
from bothhats.storage.schema.v005_figure_views import VIEWS
from bothhats.workspace import Workspace
from builders import a_lead, board

DESKTOP = Path(__file__).resolve().parents[2] / "desktop"
NOW = datetime(2026, 10, 6, 8, 31, 5)


@pytest.fixture
def backup(workspace: Workspace) -> Path:
    """A backup with Anna, of a file that has gone on to Bo."""
    anna = a_lead(workspace, "Anna")
    made = make_backup(workspace.path, BY_HAND, NOW).path
    workspace.leads.edit(anna, {"name": "Bo"})
    return made


def test_a_restore_brings_the_old_content_and_keeps_the_present_one(workspace: Workspace, backup: Path):
    kept = restore(workspace.path, backup, NOW)
    assert board(workspace) == {"New": ["Anna"]}
    assert workspace.journal.undo() == "Anna added"
    assert kept == listed(workspace.path)[0].path
    assert listed(workspace.path)[0].why == BEFORE_RESTORE
    restore(workspace.path, kept, NOW)
    assert board(workspace) == {"New": ["Bo"]}
    assert problems_of(workspace.reader) == []
    assert [each for each in workspace.path.parent.iterdir() if each.name.startswith(".bothhats")] == []


def test_a_missing_file_comes_back(workspace: Workspace, backup: Path):
    workspace.close()
    workspace.path.unlink()
    assert restore(workspace.path, backup, NOW) is None
    assert board(Workspace(workspace.path)) == {"New": ["Anna"]}


def test_a_damaged_file_keeps_a_name_of_its_own(workspace: Workspace, backup: Path):
    workspace.close()
    damaged = workspace.path.read_bytes()[:20_000]
    workspace.path.write_bytes(damaged)
    journal = workspace.path.with_name(workspace.path.name + "-journal")
    journal.write_bytes(b"left over")
    kept = restore(workspace.path, backup, NOW)
    assert board(Workspace(workspace.path)) == {"New": ["Anna"]}
    assert kept.read_bytes() == damaged
    assert not journal.exists()


def test_what_is_no_backup_changes_nothing(workspace: Workspace, backup: Path, tmp_path: Path):
    before = workspace.path.read_bytes()
    foreign = tmp_path / "foreign.bothhats"
    foreign.write_bytes(b"x" * 5000)
    with pytest.raises(NotALeadFile):
        restore(workspace.path, foreign, NOW)
    newer = Path(shutil.copy(workspace.path, tmp_path / "newer.bothhats"))
    connection = sqlite3.connect(newer)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(FileTooNew):
        restore(workspace.path, newer, NOW)
    with pytest.raises(KnownProblem, match="itself"):
        restore(workspace.path, workspace.path, NOW)
    assert workspace.path.read_bytes() == before
    assert backup.exists()


def test_a_backup_with_a_trigger_of_a_stranger_is_refused(workspace: Workspace, tmp_path: Path):
    evil = back_up_as(workspace.path, tmp_path / "evil.bothhats")
    (tmp_path / "evil.bothhats.json").unlink()
    connection = sqlite3.connect(evil)
    connection.execute("CREATE TRIGGER gone AFTER INSERT ON lead BEGIN DELETE FROM lead; END")
    connection.commit()
    connection.close()
    with pytest.raises(KnownProblem, match="something that Both Hats did not put there"):
        restore(workspace.path, evil, NOW)


@pytest.mark.parametrize(
    "stranger",
    [
        "CREATE VIEW v_lead AS SELECT * FROM lead",
        "CREATE VIEW v_other AS SELECT 1",
        "CREATE TRIGGER v_lead AFTER INSERT ON lead BEGIN DELETE FROM lead; END",
    ],
    ids=["another view under our name", "a view of another name", "a trigger under the name of a view"],
)
def test_our_own_views_are_restored_and_those_of_a_stranger_refused(
    workspace: Workspace, tmp_path: Path, stranger: str
):
    ours = back_up_as(workspace.path, tmp_path / "ours.bothhats")
    evil = back_up_as(workspace.path, tmp_path / "evil.bothhats")
    (tmp_path / "evil.bothhats.json").unlink()
    with closing(sqlite3.connect(evil)) as connection:
        connection.execute("DROP VIEW v_lead")
        connection.execute(stranger)
        connection.commit()
    with pytest.raises(KnownProblem, match="something that Both Hats did not put there: v_"):
        restore(workspace.path, evil, NOW)
    restore(workspace.path, ours, NOW)
    with closing(sqlite3.connect(workspace.path)) as connection:
        assert dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'view'").fetchall()) == VIEWS


def test_a_file_that_another_program_is_writing_to_is_not_waited_for_without_end(workspace: Workspace, backup: Path):
    other = sqlite3.connect(workspace.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(FileLocked):
        restore(workspace.path, backup, NOW)
    other.close()
    assert board(workspace) == {"New": ["Bo"]}
    restore(workspace.path, backup, NOW)
    assert board(workspace) == {"New": ["Anna"]}


RESTORE = """
import sys
sys.path.insert(0, {desktop!r})
from datetime import datetime
from pathlib import Path
from bothhats.storage.restore import restore
print("begins", flush=True)
restore(Path({path!r}), Path({backup!r}), datetime(2026, 10, 6))
print("done", flush=True)
"""


def test_a_restore_that_is_killed_at_any_moment_leaves_the_old_state_or_the_new(workspace: Workspace):
    ids = [a_lead(workspace, f"Old {number}", notes="o" * 2000) for number in range(150)]
    backup = make_backup(workspace.path, BY_HAND, NOW).path
    for lead_id in ids:
        workspace.leads.edit(lead_id, {"name": "New", "notes": "n" * 2500})
    path = workspace.path
    workspace.close()
    now = path.read_bytes()
    code = RESTORE.format(desktop=str(DESKTOP), path=str(path), backup=str(backup))
    clock = random.Random(8)
    seen = set()
    for run in range(24):
        path.write_bytes(now)
        child = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
        assert child.stdout.readline() == "begins\n"
        wait_a_little(clock.uniform(0, 0.16) if run else 5, child)
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
        reader = open_read_only(path)
        names = {name.split()[0] for (name,) in reader.execute("SELECT display_name FROM lead")}
        found = problems_of(reader)
        reader.close()
        assert names in ({"Old"}, {"New"}), names
        assert found == []
        seen |= names
    assert seen == {"Old", "New"}
    restore(path, backup, NOW)
    assert not [each for each in path.parent.iterdir() if each.name.startswith(".bothhats")]


def wait_a_little(seconds: float, child: subprocess.Popen) -> None:
    """Until then, or until the child has done its work."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and child.poll() is None:
        pass
