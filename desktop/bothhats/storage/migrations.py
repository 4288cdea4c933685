"""The schema as named steps for sqlite-utils; a released step is never edited, only followed by another."""

import sqlite3

from sqlite_utils import Database, Migrations

from bothhats.storage.schema import (
    v001_first_tables,
    v001_search,
    v002_views,
    v003_said_in_assets,
    v004_commitment_metric,
    v005_figure_views,
    v006_goal_end,
)

migrations = Migrations("bothhats")


@migrations()
def v001_first_tables_and_search(db: Database) -> None:
    """Everything that the first release knows."""
    for part in (
        v001_first_tables.LEADS,
        v001_first_tables.HISTORY,
        v001_first_tables.PLAYBOOK,
        v001_first_tables.REVIEWS,
        v001_first_tables.JOURNAL,
        v001_first_tables.DEFAULTS,
        v001_search.TABLE,
    ):
        db.executescript(part)
    db.execute("PRAGMA user_version = 1")


@migrations()
def v002_views_places_and_pairs(db: Database) -> None:
    """Saved views, the order of the board by hand, pairs that are not the same."""
    db.executescript(v002_views.TABLES)
    db.execute("PRAGMA user_version = 2")


@migrations()
def v003_claims_said_in_assets(db: Database) -> None:
    """Which content makes which claim."""
    db.executescript(v003_said_in_assets.TABLES)
    db.execute("PRAGMA user_version = 3")


@migrations()
def v004_commitments_move_a_figure(db: Database) -> None:
    """Which figure a commitment is to move."""
    db.executescript(v004_commitment_metric.TABLES)
    db.execute("PRAGMA user_version = 4")


@migrations()
def v005_figures_as_views(db: Database) -> None:
    """The main figures for readers with other tools."""
    for view in v005_figure_views.VIEWS.values():
        db.execute(view)
    db.execute("PRAGMA user_version = 5")


@migrations()
def v006_goals_end(db: Database) -> None:
    """From which month on a figure has no goal."""
    db.executescript(v006_goal_end.TABLES)
    db.execute("PRAGMA user_version = 6")


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the schema up to the newest step; each step is one transaction."""
    migrations.apply(Database(connection, execute_plugins=False))
