"""Backups: whole when they are listed, thinned with care, and seen through when a byte of them is wrong."""

import os
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bothhats.domain.problems import FileDamaged, FileNotWritable, KnownProblem
from bothhats.exchange.csv_reader import read_csv
from bothhats.exchange.import_options import ImportOptions
from bothhats.exchange.import_plan import plan_import
from bothhats.storage.backup_place import folder_of
from bothhats.storage.backup_rotation import ALL_OF, NEWEST, Kept, superfluous
from bothhats.storage.backups import (
    BEFORE_IMPORT,
    BY_HAND,
    DAILY,
    check_backup,
    forget_all_but,
    is_sound,
    listed,
    make_backup,
)
from bothhats.storage.restore import restore
from bothhats.workspace import Workspace
from builders import TODAY, a_lead, talked

NOW = datetime(2026, 10, 6, 8, 31, 5)


def test_a_backup_knows_why_when_and_what_it_holds(workspace: Workspace):
    talked(workspace, a_lead(workspace))
    made = make_backup(workspace.path, BEFORE_IMPORT, NOW)
    assert made == listed(workspace.path)[0]
    assert (made.why, made.made_at, made.counts) == (BEFORE_IMPORT, NOW, {"lead": 1, "touch": 1, "review": 0})
    assert made.path.name == "pipeline-000001-before-import-2026-10-06-083105.bothhats"
    assert is_sound(made)
    assert made.path.stat().st_mode & 0o077 == 0


def test_nothing_is_made_when_nothing_has_changed(workspace: Workspace):
    a_lead(workspace)
    assert make_backup(workspace.path, DAILY, NOW, only_if_changed=True)
    assert make_backup(workspace.path, DAILY, NOW, only_if_changed=True) is None
    a_lead(workspace, "Bo")
    assert make_backup(workspace.path, DAILY, NOW, only_if_changed=True)
    assert [each.counts["lead"] for each in listed(workspace.path)] == [2, 1]


def test_what_has_not_changed_is_seen_without_a_copy_and_a_rotten_last_one_is_made_again(workspace: Workspace):
    a_lead(workspace)
    made = make_backup(workspace.path, DAILY, NOW)
    os.utime(workspace.path, (1, 1))  # touched, but not written
    assert make_backup(workspace.path, DAILY, NOW, only_if_changed=True) is None
    made.path.write_bytes(made.path.read_bytes()[:-1] + b"x")
    assert make_backup(workspace.path, DAILY, NOW, only_if_changed=True)


def test_what_a_killed_backup_left_is_swept_away_once_it_is_old(workspace: Workspace):
    folder = folder_of(workspace.path)
    folder.mkdir()
    name = "pipeline-000007-daily-2026-10-06-083105.bothhats.part"
    old, new, journal = folder / name, folder / name.replace("7", "8"), folder / f"{name}-journal"
    for path in (old, new, journal):
        path.write_bytes(b"half")
    for path in (old, journal):
        os.utime(path, (NOW.timestamp() - 90_000_000, 1))
    make_backup(workspace.path, DAILY, NOW)
    assert (old.exists(), journal.exists(), new.exists()) == (False, False, True)


def test_an_import_into_a_file_with_leads_is_preceded_by_a_backup_of_them(workspace: Workspace):
    plan = plan_import(read_csv(b"name\nBo\n"), ImportOptions(), workspace.imports.existing(), TODAY)
    workspace.imports.carry_out(plan, TODAY)
    assert listed(workspace.path) == []
    workspace.imports.carry_out(plan, TODAY)
    (made,) = listed(workspace.path)
    assert (made.why, made.counts["lead"]) == (BEFORE_IMPORT, 1)
    workspace.imports.carry_out(plan, TODAY)
    assert [each.counts["lead"] for each in listed(workspace.path)] == [2, 1]


def test_the_newest_is_the_one_with_the_highest_number_whatever_the_clock_said(workspace: Workspace):
    make_backup(workspace.path, BY_HAND, NOW + timedelta(days=2000))
    make_backup(workspace.path, BY_HAND, NOW)
    assert [each.number for each in listed(workspace.path)] == [2, 1]


def test_copies_of_another_file_and_of_earlier_versions_are_told_apart(workspace: Workspace):
    folder = folder_of(workspace.path)
    folder.mkdir()
    for name in ("pipeline-2-000001-daily-2026-10-06-083105", "pipeline-notes", "pipeline-2026-13-40-000000"):
        (folder / f"{name}.bothhats").write_bytes(b"")
    (folder / "pipeline-2026-10-01-070000.bothhats").write_bytes(workspace.path.read_bytes())
    (old,) = listed(workspace.path)
    assert (old.number, old.why, old.manifest) == (0, BY_HAND, None)
    check_backup(old)


@pytest.mark.parametrize("place", [0, 30, 5000, 70_000, -1])
def test_one_flipped_bit_is_refused_with_a_sentence(workspace: Workspace, place: int):
    a_lead(workspace)
    made = make_backup(workspace.path, BY_HAND, NOW)
    content = bytearray(made.path.read_bytes())
    content[place] ^= 1
    made.path.write_bytes(content)
    assert not is_sound(made)
    before = workspace.path.read_bytes()
    with pytest.raises(KnownProblem, match=r"damaged|not a Both Hats"):
        restore(workspace.path, made.path, NOW)
    assert workspace.path.read_bytes() == before


def test_a_backup_that_cannot_be_made_leaves_the_older_ones_and_no_rest(workspace: Workspace):
    make_backup(workspace.path, BY_HAND, NOW)
    before = sorted(folder_of(workspace.path).iterdir())
    content = workspace.path.read_bytes()
    workspace.path.write_bytes(content[: len(content) // 2])
    with pytest.raises(FileDamaged):
        make_backup(workspace.path, BY_HAND, NOW)
    assert sorted(folder_of(workspace.path).iterdir()) == before
    workspace.path.write_bytes(content)


def test_a_folder_that_is_none_is_told(workspace: Workspace):
    folder_of(workspace.path).write_bytes(b"a file where the folder should be")
    with pytest.raises(FileNotWritable):
        make_backup(workspace.path, BY_HAND, NOW)


def test_an_emptied_file_does_not_push_out_the_full_backups(workspace: Workspace):
    ids = [a_lead(workspace, f"Lead {number}") for number in range(30)]
    full = make_backup(workspace.path, DAILY, NOW)
    for lead_id in ids:
        workspace.erasing.erase(lead_id)
    for day in range(50):
        a_lead(workspace, "x")
        workspace.journal.undo()
        make_backup(workspace.path, DAILY, NOW + timedelta(days=30 + day * 400))
    assert full.path in [each.path for each in listed(workspace.path)]


def test_all_but_the_new_one_are_forgotten_with_their_manifests(workspace: Workspace):
    for _ in range(3):
        kept = make_backup(workspace.path, BY_HAND, NOW)
    assert forget_all_but(workspace.path, kept) == 2
    assert sorted(each.name for each in folder_of(workspace.path).iterdir()) == [
        kept.path.name,
        f"{kept.path.name}.json",
    ]


def run_for(days: int, per_day: int, begin: datetime) -> list[Kept]:
    """What is left after backups at a steady pace."""
    kept: list[Kept] = []
    for number in range(days * per_day):
        now = begin + timedelta(days=number // per_day, hours=number % per_day)
        kept.append(Kept(number + 1, now, 100))
        gone = superfluous(kept, now)
        kept = [each for each in kept if each.number not in gone]
    return kept


def test_years_of_backups_stay_few_and_reach_far_back():
    kept = run_for(800, 3, NOW)
    assert 20 <= len(kept) <= 34
    last = kept[-1].made_at
    ages = [last - each.made_at for each in kept]
    assert max(ages) > timedelta(days=365)
    assert sum(age <= ALL_OF for age in ages) >= 6
    for days, least in ((7, 7), (28, 9), (365, 18)):
        assert sum(age <= timedelta(days=days + 1) for age in ages) >= least


def test_a_wrong_clock_makes_no_backup_old():
    kept = run_for(400, 1, NOW)
    ahead = [*kept, Kept(1000, NOW + timedelta(days=5 * 365), 100)]
    assert len(superfluous(ahead, ahead[-1].made_at)) <= 3
    behind = [*kept, Kept(1000, NOW - timedelta(days=25 * 365), 100)]
    assert superfluous(behind, behind[-1].made_at) == set()


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 500)), min_size=1, max_size=60),
    st.integers(0, 4000),
)
def test_the_newest_and_all_of_two_days_always_stay(times, today):
    kept = [Kept(number, NOW + timedelta(days=day), rows) for number, (day, rows) in enumerate(times)]
    now = NOW + timedelta(days=today)
    left = {each.number for each in kept} - superfluous(kept, now)
    assert left >= {each.number for each in kept[-NEWEST:]}
    assert left >= {each.number for each in kept if now - each.made_at <= ALL_OF}
    assert {each.made_at.year for each in kept if each.number in left} == {each.made_at.year for each in kept}
    assert max(each.rows for each in kept if each.number in left) == max(each.rows for each in kept) or all(
        each.rows <= 2 * max(kept[-1].rows, 10) for each in kept
    )
