"""What a backup would change, against a second way of counting."""

import sqlite3
from datetime import datetime

import pytest

from bothhats.queries.backup_difference import Difference, differences
from bothhats.storage.backups import BY_HAND, make_backup
from bothhats.storage.restore import restore
from builders import a_lead, talked

NOW = datetime(2026, 10, 6, 8, 31)


def test_what_came_since_goes_what_went_comes_back_and_what_was_changed_differs(workspace):
    anna, bo = a_lead(workspace, "Anna"), a_lead(workspace, "Bo")
    talked(workspace, bo, note="on the phone")
    backup = make_backup(workspace.path, BY_HAND, NOW).path
    assert differences(workspace.reader, backup).is_none
    workspace.erasing.erase(bo)
    workspace.leads.edit(anna, {"name": "Anne"})
    a_lead(workspace, "Cy")
    found = differences(workspace.reader, backup)
    assert found.kinds == {
        "lead": Difference(1, 1, 1, (("comes", "Bo"), ("goes", "Cy"), ("differs", "Anna"))),
        "touch": Difference(1, 0, 0, (("comes", "Call, Bo, 2026-10-06"),)),
        "review": Difference(),
    }
    assert found.others > 0
    restore(workspace.path, backup, NOW)
    assert differences(workspace.reader, backup).is_none


def test_a_change_beside_leads_touches_and_reviews_is_counted_with_the_others(workspace):
    backup = make_backup(workspace.path, BY_HAND, NOW).path
    workspace.settings.change("promise_days", 3)
    found = differences(workspace.reader, backup)
    assert (found.others, found.is_none) == (1, False)


def test_the_reading_connection_is_as_before_also_when_the_backup_does_not_read(workspace, tmp_path):
    broken = tmp_path / "broken.bothhats"
    broken.write_bytes(workspace.path.read_bytes()[:9000])
    with pytest.raises(sqlite3.DatabaseError):
        differences(workspace.reader, broken)
    assert [row[1] for row in workspace.reader.execute("PRAGMA database_list")] == ["main"]
