"""Opening, making and keeping the file: what is not ours is never touched, and nothing is made by mistake."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from bothhats.domain.problems import FileLocked, FileMissing, FileNotWritable, FileTooNew, KnownProblem, NotALeadFile
from bothhats.storage.backup import back_up
from bothhats.storage.backups import listed
from bothhats.storage.check import problems_of, repair
from bothhats.storage.database import create
from bothhats.storage.journal import Journal
from bothhats.storage.migrations import v001_first_tables_and_search
from bothhats.storage.read_only import APPLICATION_ID, SCHEMA_VERSION, open_read_only, read_header
from bothhats.system.single_window import WindowLock
from bothhats.workspace import Workspace
from builders import a_lead

DESKTOP = Path(__file__).resolve().parents[2] / "desktop"


def test_the_settled_pragmas_hold(workspace: Workspace):
    connection = workspace.journal.connection
    settled = {
        "journal_mode": "delete",
        "synchronous": 3,
        "foreign_keys": 1,
        "busy_timeout": 5000,
        "trusted_schema": 0,
        "secure_delete": 1,
        "user_version": SCHEMA_VERSION,
    }
    assert {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in settled} == settled


def test_every_table_is_strict_and_keeps_neither_real_nor_blob(workspace: Workspace):
    tables = workspace.reader.execute(
        "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_sqlite_%' AND name NOT LIKE 'lead_search%'"
    ).fetchall()
    assert tables
    assert all(strict for _, strict in tables), tables
    for name, _ in tables:
        types = {row[2] for row in workspace.reader.execute(f"PRAGMA table_info({name})")}
        assert types <= {"INTEGER", "TEXT"}, name


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_a_new_file_and_a_backup_are_for_their_owner_alone(data_file: Path, tmp_path: Path):
    new = tmp_path / "new.bothhats"
    create(new)
    copy = back_up(data_file, tmp_path / "backups" / "copy.bothhats")
    assert [path.stat().st_mode & 0o777 for path in (new, copy)] == [0o600, 0o600]


def test_the_reading_door_cannot_write(workspace: Workspace):
    with pytest.raises(sqlite3.OperationalError):
        workspace.reader.execute("DELETE FROM lead")


def test_a_missing_file_is_said_and_not_made(tmp_path: Path):
    with pytest.raises(FileMissing):
        Workspace(tmp_path / "gone.bothhats")
    assert list(tmp_path.glob("*.bothhats*")) == []


@pytest.mark.parametrize("content", [b"", b"name,company\nAnna,Berg\n", os.urandom(4096), b"SQLite format 3\0"])
def test_what_is_no_database_is_refused_and_stays_as_it_was(tmp_path: Path, content: bytes):
    path = tmp_path / "other.bothhats"
    path.write_bytes(content)
    with pytest.raises(NotALeadFile):
        Workspace(path)
    assert path.read_bytes() == content


def test_another_programs_database_and_a_folder_are_refused(tmp_path: Path):
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE lead (id INTEGER)")
    before = path.read_bytes()
    with pytest.raises(NotALeadFile, match="another program"):
        Workspace(path)
    assert path.read_bytes() == before
    with pytest.raises(KnownProblem):
        Workspace(tmp_path)


def test_a_file_from_a_newer_version_is_not_touched(data_file: Path):
    with sqlite3.connect(data_file) as newer:
        newer.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    before = data_file.read_bytes()
    with pytest.raises(FileTooNew):
        Workspace(data_file)
    assert data_file.read_bytes() == before


def test_a_file_of_the_first_version_is_brought_up_to_date_after_a_copy_and_keeps_its_undo(tmp_path: Path):
    path = tmp_path / "old.bothhats"
    with closing(sqlite3.connect(path)) as old:
        old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        steps = Migrations("bothhats")
        steps(name="v001_first_tables_and_search")(v001_first_tables_and_search)
        steps.apply(Database(old, execute_plugins=False))
        old.commit()
        journal = Journal(old)
        with journal.step("Anna added"):
            old.execute("INSERT INTO lead (name, arrived_on, stage_id) VALUES ('Anna', '2026-10-01', 1)")
    workspace = Workspace(path)
    assert workspace.reader.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    assert workspace.reader.execute("SELECT name FROM lead").fetchall() == [("Anna",)]
    assert workspace.journal.undo() == "Anna added"
    assert workspace.reader.execute("SELECT count(*) FROM lead").fetchone() == (0,)
    assert [each.why for each in listed(path)] == ["before-upgrade"]
    workspace.close()


def test_a_file_is_never_made_over_another(data_file: Path):
    before = data_file.read_bytes()
    with pytest.raises(FileNotWritable):
        create(data_file)
    assert data_file.read_bytes() == before
    assert not list(data_file.parent.glob("*.new"))


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="needs another user to lose permission to")
def test_without_permission_to_write_the_file_reads_and_says_so(workspace: Workspace):
    workspace.close()
    script = (
        f"import os, sys; sys.path.insert(0, {str(DESKTOP)!r})\n"
        "from pathlib import Path; from bothhats.workspace import Workspace\n"
        "import bothhats.storage.database, bothhats.storage.journal; os.setuid(65534)\n"
        f"w = Workspace(Path({str(workspace.path)!r}))\n"
        "print(w.reader.execute('select count(*) from stage').fetchone())\n"
        "from bothhats.domain.problems import FileNotWritable\n"
        "try: w.journal\nexcept FileNotWritable as problem: print(problem.message)\n"
    )
    for folder in [workspace.path.parent, *workspace.path.parents]:
        if folder.stat().st_uid == 0 and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o755)
    workspace.path.chmod(0o644)
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert "(4,)" in told
    assert "cannot be written" in told


def test_a_second_window_on_the_same_file_is_told_so_also_through_a_link(data_file: Path, tmp_path: Path):
    lock = WindowLock(data_file)
    link = tmp_path / "link.bothhats"
    link.symlink_to(data_file)
    for path in (data_file, link):
        with pytest.raises(FileLocked, match="another window"):
            WindowLock(path)
    lock.release()
    WindowLock(link).release()


def test_a_lock_dies_with_its_process(data_file: Path):
    script = (
        f"import sys; sys.path.insert(0, {str(DESKTOP)!r})\n"
        "from pathlib import Path; from bothhats.system.single_window import WindowLock\n"
        f"lock = WindowLock(Path({str(data_file)!r})); print('held', flush=True); sys.stdin.read()"
    )
    child = subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert child.stdout.readline() == "held\n"
    with pytest.raises(FileLocked):
        WindowLock(data_file)
    child.send_signal(signal.SIGKILL)
    child.communicate()
    WindowLock(data_file).release()


def test_a_busy_file_is_said_and_the_change_is_not_kept(workspace: Workspace):
    a_lead(workspace, "Anna")
    workspace.journal.connection.execute("PRAGMA busy_timeout = 0")
    other = sqlite3.connect(workspace.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(FileLocked):
        a_lead(workspace, "Bo")
    other.execute("ROLLBACK")
    other.close()
    assert workspace.reader.execute("SELECT name FROM lead").fetchall() == [("Anna",)]


def test_a_full_disk_keeps_what_was_there_and_says_so(workspace: Workspace):
    a_lead(workspace, "Anna")
    connection = workspace.journal.connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(KnownProblem, match="disk is full"):
        a_lead(workspace, "Bo", notes="x" * 100_000)
    connection.execute("PRAGMA max_page_count = 1073741823")
    assert workspace.reader.execute("SELECT name FROM lead").fetchall() == [("Anna",)]
    a_lead(workspace, "Bo")


def test_a_backup_taken_while_the_file_is_open_has_everything(workspace: Workspace, tmp_path: Path):
    a_lead(workspace)
    copy = back_up(workspace.path, tmp_path / "copy.bothhats")
    with pytest.raises(FileNotWritable, match="exists already"):
        back_up(workspace.path, copy)
    reader = open_read_only(copy)
    assert reader.execute("SELECT name FROM lead").fetchall() == [("Anna Berg",)]
    reader.close()
    assert not list(tmp_path.glob("*.part"))


def test_check_finds_a_broken_reference_and_a_stale_index_and_repairs_the_index(workspace: Workspace):
    anna = a_lead(workspace)
    assert problems_of(workspace.reader) == []
    with sqlite3.connect(workspace.path) as other:
        other.execute("DELETE FROM lead_search")
        other.execute("UPDATE lead SET campaign_id = 99, outcome = 'won' WHERE id = ?", (anna,))
    found = " ".join(problems_of(workspace.reader))
    assert "campaign" in found
    assert "search index" in found
    assert "newest one" in found
    repair(workspace.journal.connection)
    assert "search index" not in " ".join(problems_of(workspace.reader))


def kill_while_it_writes(path: Path) -> None:
    """Another program writes to the file and is killed with half of it on the disk."""
    script = (
        f"import os, sys; sys.path.insert(0, {str(DESKTOP)!r})\n"
        "from pathlib import Path; from bothhats.workspace import Workspace\n"
        f"w = Workspace(Path({str(path)!r})); j = w.journal\n"
        "j.connection.execute('PRAGMA cache_size = 1')\n"
        "with j.step('Big'):\n"
        "    for n in range(3000): j.connection.execute(\"INSERT INTO tag (name) VALUES ('x')\")\n"
        "    os.kill(os.getpid(), 9)\n"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == -signal.SIGKILL
    assert Path(f"{path}-journal").exists()


def test_an_interrupted_change_is_taken_back_at_the_next_opening(workspace: Workspace):
    a_lead(workspace)
    workspace.close()
    kill_while_it_writes(workspace.path)
    again = Workspace(workspace.path)
    assert again.journal.undo_label == "Anna Berg added"
    assert again.reader.execute("SELECT count(*) FROM tag").fetchone() == (0,)
    again.close()


def test_a_window_that_only_reads_goes_on_when_another_program_is_killed_while_it_writes(workspace: Workspace):
    a_lead(workspace)
    kill_while_it_writes(workspace.path)
    assert workspace.reader.execute("SELECT name FROM lead").fetchall() == [("Anna Berg",)]


@pytest.mark.parametrize("write", ["DELETE FROM lead", "INSERT INTO tag (name) VALUES ('x')", "DROP TABLE tag"])
def test_the_reading_connection_cannot_write(workspace: Workspace, write: str):
    a_lead(workspace)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        workspace.reader.execute(write)


TRIES_TO_WRITE = """
import sqlite3, sys
try:
    sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None).execute("BEGIN IMMEDIATE")
except sqlite3.OperationalError:
    sys.exit(3)
"""


def test_a_look_at_the_header_does_not_open_a_file_that_is_being_written_to_another_program(workspace: Workspace):
    with workspace.journal.step("Something"):
        workspace.journal.connection.execute("UPDATE stage SET name = 'x' WHERE id = 1")
        open_read_only(workspace.path).close()
        other = subprocess.run([sys.executable, "-c", TRIES_TO_WRITE, str(workspace.path)], check=False)
    assert other.returncode == 3


@pytest.mark.skipif(sys.platform != "linux", reason="what is open is read from /proc")
def test_headers_of_many_files_and_of_deleted_ones_are_not_kept_open(template: Path, tmp_path: Path):
    def opened() -> list[str]:
        return [
            name
            for each in Path("/proc/self/fd").iterdir()
            if (name := os.path.realpath(each)).startswith(str(tmp_path))
        ]

    for number in range(40):
        path = tmp_path / f"{number}.bothhats"
        path.write_bytes(template.read_bytes())
        read_header(path)
    assert 10 < len(opened()) <= 16
    for path in tmp_path.glob("*.bothhats"):
        path.unlink()
    read_header(template)
    assert opened() == []
