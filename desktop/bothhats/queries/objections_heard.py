"""Objections and questions month by month, in distinct leads, with the commitments that were to move them."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bothhats.queries.scope import Ids, Scope, chosen_ids


@dataclass(frozen=True, slots=True)
class Moving:
    """A commitment that was to move an objection, in the month in which it was due."""

    month: str
    hat: str
    text: str
    due_on: date
    state: str


@dataclass(frozen=True, slots=True)
class ObjectionLine:
    """One phrase: from whom it was heard in the period, and in each month; whether a live asset answers it."""

    objection_id: int
    kind: str
    text: str
    ids: Ids
    by_month: tuple[Ids, ...]
    is_answered: bool
    commitments: tuple[Moving, ...]


@dataclass(frozen=True, slots=True)
class ObjectionsHeard:
    """What was heard in the period, from most leads first."""

    months: tuple[str, ...]
    lines: tuple[ObjectionLine, ...]


def read_objections_heard(connection: sqlite3.Connection, scope: Scope) -> ObjectionsHeard:
    """Heard in the period by as-of, from leads of the chosen sources and campaigns."""
    chosen = chosen_ids(connection, scope)
    months = scope.months
    heard: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for objection_id, lead_id, month in connection.execute(
        "SELECT objection_id, lead_id, substr(heard_on, 1, 7) FROM hearing WHERE heard_on BETWEEN ? AND ?",
        (scope.period.start.isoformat(), scope.period.last.isoformat()),
    ).fetchall():
        if lead_id in chosen:
            heard[objection_id].append((lead_id, month))
    answered = _answered(connection)
    moving = _moving(connection)
    lines = []
    for objection_id, kind, text in connection.execute("SELECT id, kind, text FROM objection ORDER BY id").fetchall():
        said = heard.get(objection_id)
        if not said:
            continue
        by_month = tuple(_people(lead for lead, on in said if on == month) for month in months)
        here = tuple(each for each in moving.get(objection_id, ()) if each.month in months)
        ids = _people(lead for lead, _ in said)
        lines.append(ObjectionLine(objection_id, kind, text, ids, by_month, objection_id in answered, here))
    return ObjectionsHeard(months, tuple(sorted(lines, key=lambda line: (-len(line.ids), line.objection_id))))


def _people(leads: Iterable[int]) -> Ids:
    return tuple(sorted(set(leads)))


def _answered(connection: sqlite3.Connection) -> set[int]:
    rows = connection.execute(
        "SELECT objection_id FROM asset_answer JOIN asset ON asset.id = asset_id WHERE status = 'live'"
    )
    return {row[0] for row in rows.fetchall()}


def _moving(connection: sqlite3.Connection) -> dict[int, list[Moving]]:
    """By objection the commitments of finished reviews; one that was carried over stands where it is due now."""
    found: dict[int, list[Moving]] = defaultdict(list)
    for objection_id, due_on, hat, text, state in connection.execute(
        "SELECT c.objection_id, c.due_on, c.hat, c.text, c.state FROM commitment c LEFT JOIN review r"
        " ON r.id = c.review_id WHERE c.objection_id IS NOT NULL AND c.state <> 'carried_over'"
        " AND (c.review_id IS NULL OR r.finished_on IS NOT NULL) ORDER BY c.due_on, c.id"
    ).fetchall():
        found[objection_id].append(Moving(due_on[:7], hat, text, date.fromisoformat(due_on), state))
    return found
