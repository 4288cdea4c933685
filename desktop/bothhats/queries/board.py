"""The board: a lane a stage, then what ended lately and what is parked."""

import sqlite3
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bothhats.domain.lead_filter import LeadFilter, Order, View
from bothhats.domain.pipeline import Outcome, Stage
from bothhats.queries.lead_list import ordered_rows
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
    """Everything on it; `next_back` is when the first of the parked leads comes back."""

    lanes: tuple[Lane, ...]
    ended: tuple[Ended, ...]
    parked: tuple[int, ...]
    parked_value: int
    next_back: date | None


@dataclass(slots=True)
class _Pile:
    ids: list[int]
    value: int = 0

    def put(self, lead_id: int, value: int) -> None:
        self.ids.append(lead_id)
        self.value += value


def read_board(
    connection: sqlite3.Connection, lead_filter: LeadFilter, today: date, promise_days: int, order: str = "due"
) -> Board:
    """The board for a filter, its lanes in an order of LANE_ORDERS; what is filtered out leaves no card."""
    piles: dict[int, _Pile] = {stage.id: _Pile([]) for stage in stages(connection)}
    parked: list[tuple[str, int]] = []
    parked_value = 0
    columns = "lead.id, stage_id, coalesce(value, 0), parked_until, outcome"
    view = replace(lead_filter, view=View.OPEN)
    rows = ordered_rows(connection, columns, view, today, promise_days, LANE_ORDERS[order])
    for lead_id, stage_id, value, until, outcome in rows:
        if outcome is None and until and until > today.isoformat():
            parked.append((until, lead_id))
            parked_value += value
        elif outcome is None and stage_id in piles:
            piles[stage_id].put(lead_id, value)
    lanes = [Lane(stage, tuple(piles[stage.id].ids), piles[stage.id].value) for stage in stages(connection)]
    return Board(
        tuple(lanes),
        tuple(_ended(connection, lead_filter, today, promise_days)),
        tuple(lead_id for _, lead_id in sorted(parked)),
        parked_value,
        date.fromisoformat(min(parked)[0]) if parked else None,
    )


def _ended(connection: sqlite3.Connection, lead_filter: LeadFilter, today: date, promise_days: int) -> list[Ended]:
    since = (today - timedelta(days=ENDED_DAYS)).isoformat()
    piles = {outcome: _Pile([]) for outcome in Outcome}
    rows = ordered_rows(
        connection,
        "lead.id, outcome, closed_on, coalesce(value, 0)",
        replace(lead_filter, view=View.ENDED),
        today,
        promise_days,
        (Order("closed", is_descending=True),),
    )
    for lead_id, outcome, closed_on, value in rows:
        if outcome and closed_on and closed_on > since:
            piles[Outcome(outcome)].put(lead_id, value)
    return [Ended(outcome, tuple(pile.ids), pile.value) for outcome, pile in piles.items()]
