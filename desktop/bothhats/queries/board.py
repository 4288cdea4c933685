"""The board: a lane a stage, then what ended lately and what is parked."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bothhats.domain.lead_filter import LeadFilter, View
from bothhats.domain.pipeline import Outcome, Stage
from bothhats.queries.lead_list import lead_ids
from bothhats.queries.lists import stages

ENDED_DAYS = 90


@dataclass(frozen=True, slots=True)
class Lane:
    """The open leads of a stage in order, and their value in minor units."""

    stage: Stage
    ids: tuple[int, ...]
    value: int


@dataclass(frozen=True, slots=True)
class Ended:
    """The leads of the last 90 days with this outcome."""

    outcome: Outcome
    ids: tuple[int, ...]
    value: int


@dataclass(frozen=True, slots=True)
class Board:
    """Everything on it; `next_back` is when the first parked lead comes back."""

    lanes: tuple[Lane, ...]
    ended: tuple[Ended, ...]
    parked: tuple[int, ...]
    parked_value: int
    next_back: date | None


def read_board(connection: sqlite3.Connection, lead_filter: LeadFilter, today: date, promise_days: int) -> Board:
    """The board for a filter; what is filtered out leaves no card, its lane stays."""
    open_ids = lead_ids(connection, replace(lead_filter, view=View.OPEN), "due", promise_days)
    facts = {
        row[0]: row[1:]
        for row in connection.execute(
            "SELECT id, stage_id, coalesce(value, 0), parked_until, outcome FROM lead"
            " WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(open_ids),),
        ).fetchall()
    }
    open_ids = [lead for lead in open_ids if facts[lead][3] is None]
    parked = [lead for lead in open_ids if facts[lead][2] and facts[lead][2] > today.isoformat()]
    aside = set(parked)
    backs = [facts[lead][2] for lead in parked]
    lanes = []
    for stage in stages(connection):
        ids = tuple(lead for lead in open_ids if facts[lead][0] == stage.id and lead not in aside)
        lanes.append(Lane(stage, ids, sum(facts[lead][1] for lead in ids)))
    return Board(
        tuple(lanes),
        tuple(_ended(connection, lead_filter, today)),
        tuple(parked),
        sum(facts[lead][1] for lead in parked),
        date.fromisoformat(min(backs)) if backs else None,
    )


def _ended(connection: sqlite3.Connection, lead_filter: LeadFilter, today: date) -> list[Ended]:
    ids: Sequence[int] = lead_ids(connection, replace(lead_filter, view=View.ENDED), "closed", is_descending=True)
    since = (today - timedelta(days=ENDED_DAYS)).isoformat()
    rows = connection.execute(
        "SELECT id, outcome, coalesce(value, 0) FROM lead WHERE outcome IS NOT NULL AND closed_on > ?"
        " AND id IN (SELECT value FROM json_each(?)) ORDER BY closed_on DESC, id",
        (since, json.dumps(ids)),
    ).fetchall()
    return [
        Ended(
            outcome,
            tuple(row[0] for row in rows if row[1] == outcome),
            sum(row[2] for row in rows if row[1] == outcome),
        )
        for outcome in Outcome
    ]
