"""Backups in a folder of the owner's choice: while it is there; else beside the file, and that is said."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bothhats.domain.problems import FileNotWritable, Refused
from bothhats.storage.backup_place import choose_folder, folder_of, folder_problem
from bothhats.storage.backups import BY_HAND, DAILY, is_sound, listed, make_backup
from bothhats.workspace import Workspace
from builders import a_lead

NOW = datetime(2026, 10, 6, 8, 31)


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    """A folder on what could be another disk."""
    folder = tmp_path / "disk" / "Sicherung é"
    folder.mkdir(parents=True)
    return folder


def test_backups_go_to_the_chosen_folder_and_the_earlier_ones_stay_listed(workspace: Workspace, disk: Path):
    first = make_backup(workspace.path, BY_HAND, NOW)
    choose_folder(workspace.path, disk)
    a_lead(workspace)
    second = make_backup(workspace.path, BY_HAND, NOW)
    assert second.path.parent == disk
    assert listed(workspace.path) == [second, first]
    choose_folder(workspace.path, None)
    assert folder_of(workspace.path) == first.path.parent


def test_while_it_is_not_there_they_lie_beside_the_file(workspace: Workspace, disk: Path):
    choose_folder(workspace.path, disk)
    make_backup(workspace.path, BY_HAND, NOW)
    assert folder_problem(workspace.path) is None
    away = shutil.move(disk.parent, disk.parent.with_name("unplugged"))
    made = make_backup(workspace.path, BY_HAND, NOW)
    assert (made.path.parent, disk.exists()) == (workspace.path.parent / "backups", False)
    assert "is not there" in folder_problem(workspace.path).message
    shutil.move(away, disk.parent)
    again = make_backup(workspace.path, BY_HAND, NOW)
    assert again.path.parent == disk
    assert all(is_sound(each) for each in listed(workspace.path))


def test_two_files_of_one_name_do_not_share_a_folder(workspace: Workspace, disk: Path, template: Path, tmp_path: Path):
    choose_folder(workspace.path, disk)
    other = tmp_path / "other" / workspace.path.name
    other.parent.mkdir()
    shutil.copy(template, other)
    with pytest.raises(Refused, match="another file called pipeline"):
        choose_folder(other, disk)
    choose_folder(workspace.path, None)
    choose_folder(workspace.path, disk)
    assert folder_of(other) == other.parent / "backups"


def test_a_folder_that_cannot_be_written_is_not_chosen(workspace: Workspace, disk: Path):
    with pytest.raises(FileNotWritable):
        choose_folder(workspace.path, disk / "none")
    assert folder_of(workspace.path) == workspace.path.parent / "backups"


def test_the_chosen_folder_is_thinned_like_the_other(workspace: Workspace, disk: Path):
    choose_folder(workspace.path, disk)
    for day in range(14):
        make_backup(workspace.path, DAILY, NOW + timedelta(days=day * 40, hours=day))
    assert len(list(disk.glob("*.bothhats"))) == len(listed(workspace.path)) < 15
