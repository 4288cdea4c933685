"""A file of each earlier version, made by its own migrations, with rows in every table: it opens and says the same."""

import sqlite3
from contextlib import closing
from datetime import date

import pytest
from sqlite_utils import Database, Migrations

from bothhats.domain.lead_filter import LeadFilter
from bothhats.queries.campaign_ledger import campaign_rows
from bothhats.queries.figures import Period
from bothhats.queries.goals import goal_table, read_goals
from bothhats.queries.goals_met import read_goals_met
from bothhats.queries.lead_list import lead_ids
from bothhats.queries.report import build_report
from bothhats.queries.scope import Scope
from bothhats.sample import make_sample
from bothhats.storage import migrations
from bothhats.storage.check import problems_of
from bothhats.storage.journal import Journal
from bothhats.storage.journal_triggers import journalled_columns
from bothhats.storage.read_only import APPLICATION_ID, SCHEMA_VERSION
from bothhats.workspace import Workspace

TODAY = date(2026, 10, 6)
MONTHS = ("2026-08", "2026-09", "2026-10", "2026-11")
STEPS = sorted(name for name in vars(migrations) if name.startswith("v00") and callable(getattr(migrations, name)))
GAPS = {
    "tag": {"id": 1, "name": "regular"},
    "lead_tag": {"lead_id": 1, "tag_id": 1},
    "definition_look": {"looked_on": "2026-09-01", "holds": 1, "why": "It does"},
    "review_answer": {"review_id": 1, "field": "numbers.surprise", "value": "So many"},
    "review_version": {"review_id": 1, "finished_on": "2026-09-02", "letter": "Dear marketing hat", "figures": "{}"},
    "saved_view": {"name": "Hot ones", "form": "table", "filter": "{}", "position": 1},
    "lane_place": {"lead_id": 1, "place": 1},
    "not_the_same": {"lead_id": 1, "other_id": 2},
    "commitment_metric": {"commitment_id": 1, "metric": "leads"},
}


@pytest.fixture(scope="module")
def business(tmp_path_factory):
    """The sample business with goals and with a row in each table but `goal_end`, which is the newest."""
    path = make_sample(tmp_path_factory.mktemp("business"), TODAY)
    workspace = Workspace(path)
    for month, figure, amount in (("2026-08", "leads", 12), ("2026-10", "leads", 15), ("2026-09", "revenue", 500000)):
        workspace.goals.set(month, figure, amount)
    with workspace.journal.step("Gaps filled"):
        for table, row in GAPS.items():
            Database(workspace.journal.connection, execute_plugins=False).table(table).insert(row)
    workspace.close()
    return path


def grown(path, version, business):
    """A file as that version left it: its own migrations, then the rows of the business, and one step to undo."""
    with closing(sqlite3.connect(path, isolation_level=None)) as old:
        old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        steps = Migrations("bothhats")
        for name in STEPS[:version]:
            steps(name=name)(getattr(migrations, name))
        steps.apply(Database(old, execute_plugins=False))
        assert old.execute("PRAGMA user_version").fetchone() == (version,)
        old.execute("ATTACH ? AS business", (str(business),))
        tables = journalled_columns(old)
        for table, columns in tables.items():
            names = ", ".join(columns)
            old.execute(f"DELETE FROM main.{table}")
            old.execute(f"INSERT INTO main.{table} ({names}) SELECT {names} FROM business.{table}")
        old.execute("DETACH business")
        journal = Journal(old)
        with journal.step("Anna added"):
            old.execute("INSERT INTO lead (name, arrived_on, stage_id) VALUES ('Anna Older', '2026-10-01', 1)")
        return {table: rows(old, table, columns) for table, columns in tables.items()}


def rows(connection, table, columns):
    return connection.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY 1").fetchall()


def figures(reader):
    """What rests on the rows, the goals among it."""
    scope = Scope(Period(date(2026, 8, 1), TODAY, TODAY))
    return (
        goal_table(reader, MONTHS),
        [read_goals(reader, month) for month in MONTHS],
        read_goals_met(reader, scope),
        build_report(reader, None, None, TODAY, ["source", "campaign", "month"]),
        campaign_rows(reader, TODAY),
        lead_ids(reader, LeadFilter(text="nair"), today=TODAY),
    )


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))
def test_a_file_of_an_earlier_version_keeps_every_row_and_every_figure(version, business, tmp_path):
    path = tmp_path / "old.bothhats"
    kept = grown(path, version, business)
    assert [table for table, found in kept.items() if not found] == []
    workspace = Workspace(path)
    connection = workspace.journal.connection
    assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    assert {table: rows(connection, table, journalled_columns(connection)[table]) for table in kept} == kept
    assert problems_of(workspace.reader) == []
    assert workspace.journal.undo() == "Anna added"
    newest = Workspace(business)
    assert figures(workspace.reader) == figures(newest.reader)
    workspace.goals.end("2026-11", "leads")
    assert read_goals(workspace.reader, "2026-11").get("leads") is None
    assert workspace.journal.undo() == "Goal ended"
    assert figures(workspace.reader) == figures(newest.reader)
    newest.close()
    workspace.close()
