"""The versions of the definition of a good lead."""

import sqlite3
from datetime import date

from bothhats.domain.good_lead import Criterion, Definition, IdealCustomer
from bothhats.domain.pipeline import Step


def definitions(connection: sqlite3.Connection) -> list[Definition]:
    """All versions, the newest first."""
    criteria: dict[int, list[Criterion]] = {}
    for row in connection.execute(
        "SELECT definition_id, step, text, kind, must, id FROM criterion ORDER BY position, id"
    ).fetchall():
        criteria.setdefault(row[0], []).append(Criterion(Step(row[1]), row[2], row[3], bool(row[4]), row[5]))
    rows = connection.execute(
        "SELECT id, number, in_force_from, why, who, situation, problem, trust FROM definition ORDER BY number DESC"
    ).fetchall()
    return [
        Definition(row[0], row[1], row[2], row[3], IdealCustomer(*row[4:8]), tuple(criteria.get(row[0], ())))
        for row in rows
    ]


def definition_in_force(connection: sqlite3.Connection, on: date) -> Definition | None:
    """The version of a day; None before the first was written."""
    return next((version for version in definitions(connection) if version.in_force_from <= on.isoformat()), None)


def last_looked_on(connection: sqlite3.Connection, by: date | None = None) -> date | None:
    """When the definition was last written or looked at; `by` leaves out what came after that day."""
    text = connection.execute(
        "SELECT max(day) FROM (SELECT looked_on AS day FROM definition_look UNION ALL"
        " SELECT in_force_from FROM definition) WHERE day <= ?",
        (by.isoformat() if by else "9999",),
    ).fetchone()[0]
    return date.fromisoformat(text) if text else None


def amendable(connection: sqlite3.Connection, on: date) -> Definition | None:
    """The newest version, where it is of this day and no lead was judged by it yet: writing changes it."""
    newest = next(iter(definitions(connection)), None)
    if newest is None or newest.in_force_from != on.isoformat():
        return None
    judged = connection.execute("SELECT 1 FROM judgement WHERE definition_id = ? LIMIT 1", (newest.id,)).fetchone()
    return None if judged else newest
