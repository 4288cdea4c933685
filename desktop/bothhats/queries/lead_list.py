"""Ids of the leads that a filter lets through, in an order; how many they are and what they are worth."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bothhats.domain.lead_filter import LeadFilter, Order, Qualified
from bothhats.queries.lead_condition import DUE_ON, PARKED, QUALIFIED, condition, times
from bothhats.queries.lead_rows import LAST_TOUCH_ON

ORDERS = {
    "due": f"CASE WHEN outcome IS NULL THEN {DUE_ON} END",
    "name": "display_name COLLATE NOCASE",
    "company": "nullif(company, '') COLLATE NOCASE",
    "stage": "(SELECT position FROM stage WHERE id = stage_id)",
    "value": "value",
    "source": "(SELECT name FROM source WHERE id = source_id) COLLATE NOCASE",
    "campaign": "(SELECT name FROM campaign WHERE id = campaign_id) COLLATE NOCASE",
    "next_step": "nullif(next_step, '') COLLATE NOCASE",
    "last_touch": LAST_TOUCH_ON,
    "qualified": f"instr('not_yet marketing_qualified sales_ready', {QUALIFIED})",
    "arrived": "arrived_on",
    "closed": "closed_on",
    "hand": "(SELECT place FROM lane_place WHERE lead_id = lead.id)",
}
SOONEST_FIRST = (Order("due"),)


@dataclass(frozen=True, slots=True)
class Totals:
    """How many leads, how many of them parked and without a value, and what the others are worth in minor units."""

    count: int
    parked: int
    without_value: int
    value: int


@dataclass(frozen=True, slots=True)
class Matches:
    """The leads that a filter lets through, in order, and their totals."""

    ids: tuple[int, ...]
    totals: Totals


def lead_ids(
    connection: sqlite3.Connection,
    lead_filter: LeadFilter,
    today: date,
    promise_days: int = 2,
    orders: Sequence[Order] = SOONEST_FIRST,
) -> list[int]:
    """The ids in order. Raises KeyError for an order that is none of ORDERS."""
    return [row[0] for row in ordered_rows(connection, "lead.id", lead_filter, today, promise_days, orders)]


def matches(
    connection: sqlite3.Connection,
    lead_filter: LeadFilter,
    today: date,
    promise_days: int = 2,
    orders: Sequence[Order] = SOONEST_FIRST,
) -> Matches:
    """The same with the totals, in one go."""
    columns = f"lead.id, value, {PARKED} AND outcome IS NULL"
    rows = ordered_rows(connection, columns, lead_filter, today, promise_days, orders)
    values = [row[1] for row in rows if row[1] is not None]
    found = Totals(len(rows), sum(row[2] for row in rows), len(rows) - len(values), sum(values))
    return Matches(tuple(row[0] for row in rows), found)


def ordered_rows(
    connection: sqlite3.Connection,
    columns: str,
    lead_filter: LeadFilter,
    today: date,
    promise_days: int,
    orders: Sequence[Order],
    also: str = "1",
) -> list[tuple[Any, ...]]:
    """These columns (our own SQL) of the leads that a filter lets through, by the orders of ORDERS, the first foremost.

    Among equals those that ended last come first, then those worth most. `also` is one more condition (our own SQL).
    """
    values = times(today, promise_days)
    by = [f"{ORDERS[order.column]} {'DESC' if order.is_descending else 'ASC'} NULLS LAST" for order in orders]
    return connection.execute(
        f"SELECT {columns} FROM lead WHERE {condition(lead_filter, values)} AND {also}"
        f" ORDER BY {', '.join(by)}, closed_on DESC, value DESC, lead.id",
        values,
    ).fetchall()


def totals(connection: sqlite3.Connection, lead_filter: LeadFilter, today: date, promise_days: int = 2) -> Totals:
    """Count, parked and value of what the filter lets through."""
    values = times(today, promise_days)
    row = connection.execute(
        f"SELECT count(*), coalesce(sum({PARKED} AND outcome IS NULL), 0), coalesce(sum(value IS NULL), 0),"
        f" coalesce(sum(value), 0) FROM lead WHERE {condition(lead_filter, values)}",
        values,
    ).fetchone()
    return Totals(*row)


def qualified(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, Qualified]:
    """How far each of these leads was judged to come."""
    rows = connection.execute(
        f"SELECT lead.id, {QUALIFIED} FROM lead WHERE lead.id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    ).fetchall()
    return {lead_id: Qualified(step) for lead_id, step in rows}
