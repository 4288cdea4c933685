"""Opening files in the window: what cannot be opened is said, and what is open stays."""

import os
import shutil
import sqlite3
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from bothhats.app import Application
from bothhats.domain.problems import FileNotWritable
from bothhats.storage.backups import BY_HAND, DAILY, is_sound, listed, make_backup
from bothhats.storage.read_only import SCHEMA_VERSION
from bothhats.system.single_window import WindowLock
from bothhats.ui.main_window import MainWindow
from bothhats.ui.pages.first_run.page import FirstRunPage
from bothhats.ui.window_settings import WindowSettings
from bothhats.workspace import Workspace
from builders import a_lead

DESKTOP = Path(__file__).resolve().parents[1] / "desktop"


@pytest.fixture
def application(qapp, theme, tmp_path):
    """The application with a theme of its own; the one of the other tests comes back after it."""
    application = Application(qapp, WindowSettings(tmp_path / "window.ini"))
    yield application
    application.close()
    qapp.setProperty("theme", theme)
    theme.set_mode("light")


def told(keyboard) -> list[str]:
    """What the box that opens next says; it is closed."""
    said: list[str] = []

    def read(dialog) -> None:
        assert isinstance(dialog, QMessageBox)
        said.append(dialog.text())
        dialog.accept()

    keyboard.answer(read)
    return said


def newer(path):
    with sqlite3.connect(path) as file:
        file.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda path: path.write_bytes(b"name,company\n"), "not a Both Hats pipeline"),
        (newer, "newer version"),
    ],
    ids=["not ours", "from a newer version"],
)
def test_what_cannot_be_opened_is_said_and_left_as_it_is(application, data_file, keyboard, spoil, sentence):
    spoil(data_file)
    before = data_file.read_bytes()
    said = told(keyboard)
    assert not application.start(data_file)
    assert sentence in said[0]
    assert data_file.read_bytes() == before


def test_a_second_window_on_a_file_is_told_so(application, data_file, keyboard):
    lock = WindowLock(data_file)
    said = told(keyboard)
    assert not application.start(data_file)
    assert "another window" in said[0]
    lock.release()
    assert application.start(data_file)
    assert isinstance(application.window, MainWindow)


def test_a_file_that_cannot_be_opened_leaves_the_open_one(application, data_file, tmp_path, keyboard):
    application.start(data_file)
    window = application.window
    other = tmp_path / "other.bothhats"
    other.write_bytes(b"x" * 300)
    told(keyboard)
    application.start(other)
    assert application.window is window
    assert application.workspace.path == data_file


def test_the_window_of_the_file_before_hears_nothing_more(application, data_file, tmp_path):
    application.start(data_file)
    other = Path(shutil.copy(data_file, tmp_path / "other.bothhats"))
    application.start(other)
    application.navigation.told.emit("Anna Berg copied")
    assert application.window.toast.words == "Anna Berg copied"


def test_without_a_file_the_first_run_comes_up_and_makes_one_only_when_asked(application, tmp_path, qtbot):
    path = tmp_path / "new" / "pipeline.bothhats"
    assert application.start(path)
    first = application.window
    assert isinstance(first, FirstRunPage)
    assert not path.exists()
    first.business.setText("Holt Bookkeeping")
    first.currency.setText("gbp")
    first._make("")
    qtbot.waitUntil(lambda: isinstance(application.window, MainWindow))
    assert path.exists()
    assert application.window.windowTitle().startswith("Holt Bookkeeping")
    assert application.workspace.reader.execute("SELECT value FROM setting WHERE name = 'currency'").fetchone() == (
        "GBP",
    )


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX")
def test_a_file_without_permission_to_write_is_shown_and_a_change_is_refused_with_a_banner(
    application, workspace, monkeypatch
):
    a_lead(workspace, "Anna Berg")
    workspace.close()
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
    assert application.start(workspace.path)
    window = application.window
    window.run("lead.bin", [1])
    assert "cannot be written" in window.banner.words
    assert not window.banner.isHidden()
    again = Workspace(workspace.path)
    assert again.reader.execute("SELECT binned_at FROM lead").fetchall() == [(None,)]
    again.close()


def test_the_theme_that_was_chosen_comes_back(application, data_file, qapp, tmp_path):
    application.start(data_file)
    application.window.run("view.dark")
    assert application.theme.is_dark
    application.window.run("view.light")
    assert WindowSettings(tmp_path / "window.ini").theme == "light"
    assert QApplication.instance() is qapp


SECOND_START = """
import sys; sys.path.insert(0, {desktop!r})
from pathlib import Path
from PySide6.QtWidgets import QApplication
from bothhats.app import Application
from bothhats.ui.window_settings import WindowSettings
app = QApplication([])
print(Application(app, WindowSettings(Path({ini!r}))).start(Path({file!r})))
"""


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_second_start_brings_the_first_window_out_of_the_tray(application, data_file, tmp_path, qtbot):
    application.start(data_file)
    application.hide()
    script = SECOND_START.format(desktop=str(DESKTOP), ini=str(tmp_path / "second.ini"), file=str(data_file))
    second = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    qtbot.waitUntil(application.window.isVisible, timeout=20_000)
    assert second.communicate(timeout=20)[0] == "False\n"


def test_closing_keeps_a_backup_of_what_has_changed(application, data_file):
    application.start(data_file)
    a_lead(application.workspace, "Anna Berg")
    application.close()
    assert [(each.why, each.counts["lead"]) for each in listed(data_file)] == [(DAILY, 1)]
    application.start(data_file)
    application.close()
    assert len(listed(data_file)) == 1


def test_what_cannot_be_backed_up_at_the_end_is_seen_the_next_time(application, data_file):
    (data_file.parent / "backups").write_bytes(b"a file where the folder should be")
    application.start(data_file)
    a_lead(application.workspace, "Anna Berg")
    application.close()
    application.start(data_file)
    today = application.window.pages["today"]
    today.show_day()  # the week ahead may have come first
    assert today.day_view.due.kept_button.isVisible()
    application.close()


def test_a_throw_away_file_has_no_backups(application, data_file):
    application.is_throw_away = True
    application.start(data_file)
    a_lead(application.workspace, "Anna Berg")
    application.close()
    assert listed(data_file) == []


def test_after_a_restore_the_window_shows_the_file_as_it_is_now_with_its_undo(application, data_file, keyboard, qtbot):
    application.start(data_file)
    anna = a_lead(application.workspace, "Anna Berg")
    made = make_backup(data_file, BY_HAND, datetime(2026, 10, 5, 8, 31))
    application.workspace.leads.edit(anna, {"name": "Bo Tal"})
    window = application.window

    keyboard.answer(lambda dialog: dialog.primary_button.click())  # busy then, so it cannot be left
    window.run("file.restore")
    qtbot.waitUntil(lambda: application.window is not window, timeout=20_000)
    new = application.window
    assert new.toast.words.startswith("Your file is as it was ")
    assert application.workspace.reader.execute("SELECT name FROM lead").fetchall() == [("Anna Berg",)]
    assert new.menus.actions["edit.undo"].text() == "Undo: Anna Berg added"
    new.run("edit.undo")
    assert application.workspace.reader.execute("SELECT count(*) FROM lead").fetchone() == (0,)
    assert is_sound(made)


def test_a_copy_of_a_backup_can_be_looked_at_and_not_changed(application, data_file, tmp_path):
    workspace = Workspace(data_file)
    a_lead(workspace, "Anna Berg")
    workspace.close()
    made = make_backup(data_file, BY_HAND, datetime(2026, 10, 5, 8, 31))
    before = made.path.read_bytes()
    application.is_look = application.is_throw_away = True
    (tmp_path / "look").mkdir()
    assert application.take_copy(made.path, tmp_path / "look")
    assert application.start(tmp_path / "look" / made.path.name)
    assert "Nothing in it can be changed" in application.window.banner.words
    with pytest.raises(FileNotWritable, match="Nothing in this copy can be changed"):
        a_lead(application.workspace, "Bo")
    application.close()
    assert made.path.read_bytes() == before
    assert sorted(each.name for each in (tmp_path / "look").iterdir()) == [made.path.name]


def test_a_damaged_backup_is_not_shown(application, data_file, tmp_path, keyboard):
    made = make_backup(data_file, BY_HAND, datetime(2026, 10, 5, 8, 31))
    made.path.write_bytes(made.path.read_bytes()[:-1] + b"x")
    said = told(keyboard)
    assert not application.take_copy(made.path, tmp_path)
    assert "damaged" in said[0]


def half(path):
    path.write_bytes(path.read_bytes()[:40_000])


def rotten(path):
    content = bytearray(path.read_bytes())
    content[4096:] = bytes(len(content) - 4096)
    path.write_bytes(content)


@pytest.mark.parametrize(
    "spoil",
    [half, rotten, lambda path: path.write_bytes(b"x" * 5000), Path.unlink],
    ids=["half", "zeros", "text", "gone"],
)
def test_a_file_that_cannot_be_opened_can_be_brought_back_from_its_backups(
    application, data_file, keyboard, qtbot, spoil
):
    workspace = Workspace(data_file)
    a_lead(workspace, "Anna Berg")
    workspace.close()
    make_backup(data_file, BY_HAND, datetime(2026, 10, 5, 8, 31))
    spoil(data_file)

    def restore(dialog):
        assert dialog.primary_button.isEnabled()
        dialog.primary_button.click()

    keyboard.walk(lambda box: box.defaultButton().click(), restore)
    assert application.start(data_file)
    assert isinstance(application.window, MainWindow)
    assert application.workspace.reader.execute("SELECT name FROM lead").fetchall() == [("Anna Berg",)]
    aside = [each for each in data_file.parent.iterdir() if "-damaged-" in each.name]
    assert len(aside) == (spoil is not Path.unlink)


def test_a_damaged_file_without_backups_is_said(application, data_file, keyboard):
    rotten(data_file)
    before = data_file.read_bytes()
    said = told(keyboard)
    assert not application.start(data_file)
    assert "damaged" in said[0]
    assert data_file.read_bytes() == before


REOPENS = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from bothhats.app import Application
from bothhats.ui.window_settings import WindowSettings
app = QApplication([])
application = Application(app, WindowSettings(Path(sys.argv[1]).with_name("w.ini")))
application.start(Path(sys.argv[1]))
QTimer.singleShot(300, lambda: application.reopen("as it was"))
QTimer.singleShot(1500, lambda: app.exit(7 if application.window.isVisible() else 8))
status = app.exec()
application.close()
sys.exit(status)
"""


def test_the_program_lives_on_while_its_window_is_changed_for_another(data_file):
    environment = {**os.environ, "PYTHONPATH": str(DESKTOP)}
    done = subprocess.run([sys.executable, "-c", REOPENS, str(data_file)], env=environment, check=False)
    assert done.returncode == 7
