"""Putting a backup back from the window: what it would change is said, a damaged one cannot be chosen."""

from datetime import datetime, timedelta

import pytest

from bothhats.domain.problems import KnownProblem
from bothhats.storage.backups import BEFORE_RESTORE, BY_HAND, DAILY, listed, make_backup
from bothhats.ui.backup_words import size_words, when_words, why_words
from bothhats.ui.restoring import Restoring
from builders import TODAY, a_lead, board

NOW = datetime(2026, 10, 6, 8, 31)


def restoring(context, window, *start) -> Restoring:
    """Of the open file."""
    return Restoring(context.workspace.path, context.jobs, context.today, window, *start)


@pytest.fixture
def backups(workspace):
    """Two: with Anna, then with Anna and Bo; now there is Cy too."""
    a_lead(workspace, "Anna")
    make_backup(workspace.path, DAILY, NOW - timedelta(days=1))
    a_lead(workspace, "Bo")
    make_backup(workspace.path, BY_HAND, NOW)
    a_lead(workspace, "Cy")
    return listed(workspace.path)


def test_the_one_chosen_comes_back_after_what_it_would_change_was_said(context, window, workspace, backups, keyboard):
    putting = restoring(context, window)
    said = []

    def act(dialog):
        assert dialog.primary_button.text() == "Restore this morning, 08:31"
        said.append(dialog.changes.text())
        keyboard.press("Down")
        said.append(dialog.changes.text())
        dialog.show_button.click()
        said.extend(dialog.names.item(row).text() for row in range(dialog.names.count()))
        dialog.primary_button.click()

    keyboard.answer(act)
    assert putting.ask()
    assert said[0].startswith("1 lead would go. ")
    assert said[1].startswith("2 leads would go. ")
    assert said[2:] == ["goes: Bo", "goes: Cy"]
    assert board(workspace) == {"New": ["Anna"]}
    assert putting.told.startswith("Your file is as it was yesterday, 08:31.")
    assert listed(workspace.path)[0].why == BEFORE_RESTORE


def test_leaving_changes_nothing(context, window, workspace, backups, keyboard):
    keyboard.answer(lambda _dialog: keyboard.press("Escape"))
    assert not restoring(context, window).ask()
    assert board(workspace) == {"New": ["Anna", "Bo", "Cy"]}
    assert listed(workspace.path) == backups


def test_a_damaged_one_is_said_and_cannot_be_used(context, window, workspace, backups, keyboard):
    content = backups[0].path.read_bytes()
    backups[0].path.write_bytes(content[:-1] + b"x")

    def act(dialog):
        assert dialog.table.item(0, 4).text() == "damaged: cannot be used"
        assert not dialog.primary_button.isEnabled()
        assert not dialog.copy_button.isEnabled()
        dialog.table.selectRow(1)
        assert dialog.primary_button.isEnabled()

    keyboard.answer(act)
    restoring(context, window).ask()


def test_what_hinders_is_said_in_the_dialog_and_the_file_stays(context, window, workspace, backups, keyboard):
    def act(dialog):
        backups[0].path.write_bytes(b"x" * 5000)  # after it was looked through
        dialog.primary_button.click()
        assert "not a Both Hats pipeline" in dialog.error.text()
        assert dialog.primary_button.isEnabled()

    keyboard.answer(act)
    assert not restoring(context, window).ask()
    assert board(workspace) == {"New": ["Anna", "Bo", "Cy"]}


def test_without_a_backup_it_says_when_there_will_be_one(context, window, keyboard):
    said = []
    keyboard.answer(lambda dialog: said.extend([dialog.nothing.isVisible(), dialog.primary_button.isEnabled()]))
    restoring(context, window).ask()
    assert said == [True, False]


def test_a_copy_is_opened_by_a_program_of_its_own(context, window, backups, keyboard):
    started = []
    keyboard.answer(lambda dialog: dialog.copy_button.click())
    Restoring(
        context.workspace.path,
        context.jobs,
        context.today,
        window,
        lambda program, words: started.append((program, words)),
    ).ask()
    ((program, words),) = started
    assert program
    assert words[-2:] == ["--look-at", str(backups[0].path)]


def test_a_busy_dialog_cannot_be_left(window, context, backups, qtbot):
    from bothhats.ui.dialogs.restore import RestoreBackup

    dialog = RestoreBackup(window, context.jobs, TODAY)
    dialog.show_backups(backups)
    dialog.show()
    dialog.begin()
    dialog.reject()
    assert dialog.isVisible()
    assert not dialog.primary_button.isEnabled()
    dialog.fail(KnownProblem("The disk is full.", "Free some space."))
    assert dialog.error.text() == "The disk is full. Free some space."
    dialog.reject()
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("made_at", "words"),
    [
        (datetime(2026, 10, 6, 8, 31), "this morning, 08:31"),
        (datetime(2026, 10, 6, 14, 2), "today, 14:02"),
        (datetime(2026, 10, 5, 18, 2), "yesterday, 18:02"),
        (datetime(2026, 10, 4, 18, 2), "4 October, 18:02"),
        (datetime(2025, 12, 31, 23, 59), "31 December 2025, 23:59"),
    ],
)
def test_when_in_words(made_at, words):
    assert when_words(made_at, TODAY) == words


def test_why_and_how_large_in_words():
    assert why_words(BEFORE_RESTORE) == "before a restore"
    assert size_words(2_400_000).replace(",", ".") == "2.4 MB"
