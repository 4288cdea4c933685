"""Backups and exports that are killed, or for which there is no room: what stands in its place is whole, old or new."""

import json
import random
import resource
import signal
import subprocess
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bothhats.domain.export_form import Export, Form
from bothhats.operations.exporting import export
from bothhats.storage.backup_place import folder_of
from bothhats.storage.backups import DAILY, is_sound, listed, make_backup
from bothhats.storage.check import problems_of
from bothhats.storage.read_only import open_read_only
from bothhats.storage.restore import restore
from bothhats.workspace import Workspace
from builders import a_lead

DESKTOP = Path(__file__).resolve().parents[2] / "desktop"
NOW = datetime(2026, 10, 6, 8, 31)
CHILD = """
import sys
sys.path.insert(0, {desktop!r})
from datetime import datetime
from pathlib import Path
from bothhats.domain.export_form import Export, Form
from bothhats.domain.problems import KnownProblem
from bothhats.operations.exporting import export
from bothhats.storage.backups import DAILY, make_backup
from bothhats.storage.restore import restore
path = Path({path!r})
print("begins", flush=True)
try:
    {act}
except KnownProblem as problem:
    print(problem.message)
    sys.exit(3)
"""
BACKUP = "make_backup(path, DAILY, datetime(2026, 10, 7))"
RESTORE = "restore(path, sorted(path.parent.glob('backups/*.bothhats'))[0], datetime(2026, 10, 7))"
EXPORT = "export(path, path.with_name('out.json'), Export(Form.JSON))"


def child(workspace: Workspace, act: str, room: int | None = None) -> subprocess.Popen:
    """A process that does it; `room` is how large a file may become there."""
    limit = (lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))) if room else None
    code = CHILD.format(desktop=str(DESKTOP), path=str(workspace.path), act=act)
    begun = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, preexec_fn=limit)  # noqa: PLW1509
    assert begun.stdout.readline() == "begins\n"
    return begun


def kill_after(begun: subprocess.Popen, seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end and begun.poll() is None:
        time.sleep(0.0005)
    begun.send_signal(signal.SIGKILL)
    begun.wait()
    begun.stdout.close()


def full(workspace: Workspace) -> None:
    for number in range(120):
        a_lead(workspace, f"Lead {number}", notes="n" * 3000)


def test_a_backup_that_is_killed_at_any_moment_leaves_only_whole_ones_in_the_list(workspace: Workspace, tmp_path: Path):
    full(workspace)
    make_backup(workspace.path, DAILY, NOW)
    rows = workspace.reader.execute("SELECT name, notes FROM lead ORDER BY id").fetchall()
    clock = random.Random(8)
    for run in range(14):
        kill_after(child(workspace, BACKUP), clock.uniform(0, 0.12) if run else 5)
    backups = listed(workspace.path)
    assert 2 <= len(backups) <= 15
    for number, each in enumerate(backups):
        assert is_sound(each), each
        back = tmp_path / f"back-{number}.bothhats"
        restore(back, each.path, NOW)
        reader = open_read_only(back)
        assert reader.execute("SELECT name, notes FROM lead ORDER BY id").fetchall() == rows
        assert problems_of(reader) == []
        reader.close()
    make_backup(workspace.path, DAILY, NOW + timedelta(days=1))
    assert is_sound(listed(workspace.path)[0])


def test_an_export_that_is_killed_at_any_moment_leaves_the_old_file_or_the_new(workspace: Workspace):
    full(workspace)
    target = workspace.path.with_name("out.json")
    export(workspace.path, target, Export(Form.JSON))
    old = target.read_bytes()
    a_lead(workspace, "New one")
    export(workspace.path, target, Export(Form.JSON))
    new = target.read_bytes()
    clock, seen = random.Random(8), set()
    for run in range(14):
        target.write_bytes(old)
        kill_after(child(workspace, EXPORT), clock.uniform(0, 0.06) if run else 5)
        content = target.read_bytes()
        assert content in (old, new)
        json.loads(content)
        seen.add(content == new)
    assert True in seen


@pytest.mark.skipif(sys.platform == "win32", reason="the limit is POSIX")
@pytest.mark.parametrize("act", [BACKUP, EXPORT, RESTORE])
@pytest.mark.parametrize("room", [5_000, 150_000])
def test_without_room_it_is_one_sentence_and_what_was_there_stays(workspace: Workspace, act: str, room: int):
    full(workspace)
    make_backup(workspace.path, DAILY, NOW)
    before = sorted(folder_of(workspace.path).iterdir())
    content = workspace.path.read_bytes()
    begun = child(workspace, act, room)
    told = begun.stdout.read()
    begun.stdout.close()
    assert (begun.wait(), len(told.strip().splitlines())) == (3, 1), told
    assert sorted(folder_of(workspace.path).iterdir()) == before
    assert workspace.path.read_bytes() == content
    assert not [each for each in workspace.path.parent.iterdir() if "part" in each.name or "restoring" in each.name]
