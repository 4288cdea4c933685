"""The board: a lane a stage, then what ended lately and what is parked."""

import sqlite3
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from bothhats.domain.lead_filter import LeadFilter, Order, View
from bothhats.domain.pipeline import Outcome, Stage
from bothhats.queries.lead_list import Totals, ordered_rows
from bothhats.queries.lists import stages

ENDED_DAYS = 90
LANE_ORDERS = {
    "due": (Order("due"),),
    "value": (Order("value", is_descending=True), Order("due")),
    "arrived": (Order("arrived", is_descending=True),),
    "hand": (Order("hand"), Order("due")),
}


@dataclass(frozen=True, slots=True)
class Lane:
    """The open leads of a stage in order, and their value in minor units."""

    stage: Stage
    ids: tuple[int, ...]
    value: int


@dataclass(frozen=True, slots=True)
class Ended:
    """The leads of the last 90 days with this outcome, the latest first."""

    outcome: Outcome
    ids: tuple[int, ...]
    value: int


@dataclass(frozen=True, slots=True)
class Board:
    """Everything on it; `next_back` is when the first parked lead comes back, `totals` are of the open leads."""

    lanes: tuple[Lane, ...]
    ended: tuple[Ended, ...]
    parked: tuple[int, ...]
    parked_value: int
    next_back: date | None
    totals: Totals


@dataclass(slots=True)
class _Pile:
    ids: list[int] = field(default_factory=list)
    value: int = 0

    def put(self, lead_id: int, value: int | None) -> None:
        self.ids.append(lead_id)
        self.value += value or 0


def read_board(
    connection: sqlite3.Connection, lead_filter: LeadFilter, today: date, promise_days: int, order: str = "due"
) -> Board:
    """The board for a filter, its lanes in an order of LANE_ORDERS; what is filtered out leaves no card."""
    since = (today - timedelta(days=ENDED_DAYS)).isoformat()
    columns = "lead.id, stage_id, value, parked_until, outcome, closed_on"
    everything, lately = replace(lead_filter, view=View.ALL), f"(outcome IS NULL OR closed_on > '{since}')"
    rows = ordered_rows(connection, columns, everything, today, promise_days, LANE_ORDERS[order], lately)
    open_rows = [row for row in rows if row[4] is None]
    parked = sorted((until, lead_id) for lead_id, _, _, until, *_ in open_rows if until and until > today.isoformat())
    parked_ids = {lead_id for _, lead_id in parked}
    return Board(
        _lanes(stages(connection), [row for row in open_rows if row[0] not in parked_ids]),
        _ended([row for row in rows if row[4] is not None]),
        tuple(lead_id for _, lead_id in parked),
        sum(row[2] or 0 for row in open_rows if row[0] in parked_ids),
        date.fromisoformat(parked[0][0]) if parked else None,
        _totals(open_rows, len(parked)),
    )


def _lanes(present: list[Stage], rows: list[tuple[Any, ...]]) -> tuple[Lane, ...]:
    piles = {stage.id: _Pile() for stage in present}
    for lead_id, stage_id, value, *_ in rows:
        if stage_id in piles:
            piles[stage_id].put(lead_id, value)
    return tuple(Lane(stage, tuple(piles[stage.id].ids), piles[stage.id].value) for stage in present)


def _totals(open_rows: list[tuple[Any, ...]], parked: int) -> Totals:
    values = [row[2] for row in open_rows if row[2] is not None]
    return Totals(len(open_rows), parked, len(open_rows) - len(values), sum(values))


def _ended(rows: list[tuple[Any, ...]]) -> tuple[Ended, ...]:
    """The latest first, then those worth most."""
    piles = {outcome: _Pile() for outcome in Outcome}
    by_worth = sorted(rows, key=lambda row: (row[2] is None, -(row[2] or 0), row[0]))
    for lead_id, _stage_id, value, _until, outcome, _closed_on in sorted(
        by_worth, key=lambda row: row[5], reverse=True
    ):
        piles[Outcome(outcome)].put(lead_id, value)
    return tuple(Ended(outcome, tuple(pile.ids), pile.value) for outcome, pile in piles.items())
