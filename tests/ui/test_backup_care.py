"""Backups by themselves: once a day when something has changed, at the end too; what hinders one is seen on Today."""

import shutil
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton

from bothhats.storage.backup_place import choose_folder, folder_of
from bothhats.storage.backups import DAILY, listed, make_backup
from bothhats.storage.daily_backup import keep_at_end, keep_daily
from bothhats.ui.backup_care import close_with_backup
from bothhats.ui.backup_trouble import last_backup_words, trouble_of
from bothhats.ui.pages.settings.backup_rows import FolderControl, KeptBackups
from bothhats.ui.pages.settings.page import SettingsPage
from bothhats.ui.pages.today.page import TodayPage
from builders import TODAY, a_lead

MORNING = datetime(2026, 10, 6, 8, 31)


def test_once_a_day_and_only_when_something_has_changed(workspace):
    a_lead(workspace, "Anna")
    assert keep_daily(workspace.path, MORNING).why == DAILY
    a_lead(workspace, "Bo")
    assert keep_daily(workspace.path, MORNING + timedelta(hours=9)) is None
    assert keep_daily(workspace.path, MORNING + timedelta(days=1))
    assert keep_daily(workspace.path, MORNING + timedelta(days=2)) is None
    a_lead(workspace, "Cy")
    assert keep_daily(workspace.path, MORNING + timedelta(days=3))
    assert [each.counts["lead"] for each in listed(workspace.path)] == [3, 2, 1]


def test_at_the_end_whatever_has_changed_is_kept(workspace):
    a_lead(workspace, "Anna")
    assert keep_at_end(workspace.path, MORNING)
    assert keep_at_end(workspace.path, MORNING) is None
    a_lead(workspace, "Bo")
    assert keep_at_end(workspace.path, MORNING)


def spoil(workspace):
    """A file where the folder should be."""
    folder = folder_of(workspace.path)
    shutil.rmtree(folder, ignore_errors=True)
    folder.write_bytes(b"")


def test_what_hindered_the_last_one_is_remembered_until_one_works(workspace, context):
    a_lead(workspace, "Anna")
    spoil(workspace)
    close_with_backup(workspace.path, context.kept)
    assert "cannot be written" in trouble_of(context.kept, workspace.path)
    assert last_backup_words(context.kept, workspace.path, TODAY) == "none could be made yet"
    assert trouble_of(context.kept, workspace.path.with_name("other.bothhats")) == ""
    folder_of(workspace.path).unlink()
    close_with_backup(workspace.path, context.kept)
    assert trouble_of(context.kept, workspace.path) == ""
    assert last_backup_words(context.kept, workspace.path, TODAY) is None


def test_a_chosen_folder_that_is_not_there_is_told_and_the_backup_made_beside_the_file(workspace, context, tmp_path):
    a_lead(workspace, "Anna")
    disk = tmp_path / "disk"
    disk.mkdir()
    choose_folder(workspace.path, disk)
    close_with_backup(workspace.path, context.kept)
    assert trouble_of(context.kept, workspace.path) == ""
    shutil.rmtree(disk)
    a_lead(workspace, "Bo")
    close_with_backup(workspace.path, context.kept)
    assert trouble_of(context.kept, workspace.path) == f"The backup folder {disk} is not there."
    assert listed(workspace.path)[0].path.parent == workspace.path.parent / "backups"


def test_the_folder_is_chosen_in_the_settings_and_left_again(workspace, context, qtbot, tmp_path, monkeypatch):
    page = SettingsPage(context)
    qtbot.addWidget(page)
    page.show()
    control = page.findChild(FolderControl)
    assert control.hint.text().endswith("A folder on another disk is safer.")
    disk = tmp_path / "disk"
    disk.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(disk))
    asked = []
    context.navigation.command_requested.connect(lambda wanted, _about: asked.append(wanted))
    control.choose_button.click()
    assert (control.hint.text(), folder_of(workspace.path), asked) == (str(disk), disk, ["file.backup"])
    control.beside_button.click()
    assert folder_of(workspace.path) == workspace.path.parent / "backups"
    assert control.beside_button.isHidden()
    problems = []
    context.navigation.problem_raised.connect(problems.append)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "gone"))
    control.choose_button.click()
    assert [each.way_out for each in problems] == ["Choose another folder."]


def test_today_says_so_only_then_and_leads_to_the_settings(workspace, context, qtbot):
    a_lead(workspace, "Anna")
    make_backup(workspace.path, DAILY, datetime(2026, 10, 4, 8, 0))
    page = TodayPage(context)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    assert not page.day_view.due.kept_button.isVisible()
    a_lead(workspace, "Bo")
    context.kept.backup_trouble = f"{workspace.path}\nThe folder cannot be written."
    page.refresh()
    assert page.day_view.due.kept_button.isVisible()
    assert page.day_view.due.kept_button.accessibleName().endswith("Backups, last good one: 4 Oct")
    asked = []
    context.navigation.part_requested.connect(lambda place, part: asked.append((place, part)))
    page.day_view.due.kept_button.click()
    assert asked == [("settings", "file")]


def test_the_settings_list_what_is_there_and_show_a_new_one_at_once(workspace, context, qtbot):
    a_lead(workspace, "Anna")
    page = SettingsPage(context)
    qtbot.addWidget(page)
    page.show_part("file")
    page.show()
    kept = page.findChild(KeptBackups)
    assert kept.words.text().startswith("No backup yet.")
    made = make_backup(workspace.path, DAILY, datetime.combine(date(2026, 10, 5), datetime.min.time()))
    context.navigation.backed_up.emit()
    row = [kept.table.item(0, column).text() for column in range(5)]
    assert row[:3] == ["yesterday, 00:00", "daily", "1 lead, 0 touches"]
    assert row[4] == "checked"
    made.path.write_bytes(b"x" * 3000)
    kept.fill()
    assert kept.table.item(0, 4).text() == "damaged: cannot be used"


@pytest.mark.parametrize("command", ["file.restore", "file.backup", "export.open", "import.open", "import.past"])
def test_the_settings_offer_the_ways_in_and_out(workspace, context, qtbot, command):
    page = SettingsPage(context)
    qtbot.addWidget(page)
    page.show()
    asked = []
    context.navigation.command_requested.connect(lambda wanted, _about: asked.append(wanted))
    page.findChild(QPushButton, command).click()
    assert asked == [command]
