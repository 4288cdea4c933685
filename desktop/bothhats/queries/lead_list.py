"""Ids of the leads that a filter lets through, in an order; the search in names, contact, notes and their words."""

import json
import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bothhats.domain.lead_filter import LeadFilter, NextContact, Order, Qualified, View
from bothhats.queries.lead_rows import LAST_TOUCH_ON

MOST_WORDS = 20
_WORD = re.compile(r"[^\W_]+")
NEVER = "9999"
# Whether CONTACTED_ON has a day, for open leads; asked of each lead of the board, so it stops at the first row.
_CONTACTED = """(EXISTS (SELECT 1 FROM touch WHERE lead_id = lead.id AND (direction = 'out' OR two_way)
    AND happened_on >= lead.arrived_on)
  OR EXISTS (SELECT 1 FROM stage_change WHERE lead_id = lead.id AND milestone <> 'lead'
    AND entered_on >= lead.arrived_on))"""
DUE_ON = f"""min(coalesce(follow_up_on, '{NEVER}'), CASE WHEN outcome IS NOT NULL OR {_CONTACTED}
  THEN '{NEVER}' ELSE date(arrived_on, :promise) END)"""
_MET = """coalesce((SELECT verdict FROM judgement WHERE lead_id = lead.id AND step = '{}'
  ORDER BY judged_on DESC, id DESC LIMIT 1), '') = 'met'"""
QUALIFIED = f"""CASE WHEN {_MET.format("sales_ready")} THEN 'sales_ready'
  WHEN {_MET.format("marketing_qualified")} THEN 'marketing_qualified' ELSE 'not_yet' END"""
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
_NEXT_CONTACT = {
    NextContact.SLIPPED: f"({DUE_ON} < :today AND NOT {{parked}})",
    NextContact.TODAY: f"({DUE_ON} = :today AND NOT {{parked}})",
    NextContact.AHEAD: f"({DUE_ON} > :today AND {DUE_ON} <> '{NEVER}' AND NOT {{parked}})",
    NextContact.NONE: f"({DUE_ON} = '{NEVER}' AND NOT {{parked}})",
    NextContact.PARKED: "{parked}",
}
_PARKED = "coalesce(parked_until > :today, 0)"


@dataclass(frozen=True, slots=True)
class Totals:
    """How many leads, how many of them parked and without a value, and what the others are worth in minor units."""

    count: int
    parked: int
    without_value: int
    value: int


def search_words(text: str) -> list[str]:
    """The words of a search, as they were typed."""
    return _WORD.findall(unicodedata.normalize("NFC", text))[:MOST_WORDS]


def search_expression(text: str) -> str:
    """What the index is asked for: every word as a prefix, in any order; '' where the text has no word."""
    return " ".join(f'"{word}"*' for word in search_words(text))


def lead_ids(
    connection: sqlite3.Connection,
    lead_filter: LeadFilter,
    today: date,
    promise_days: int = 2,
    orders: Sequence[Order] = SOONEST_FIRST,
) -> list[int]:
    """The ids in order. Raises KeyError for an order that is none of ORDERS."""
    return [row[0] for row in ordered_rows(connection, "lead.id", lead_filter, today, promise_days, orders)]


def ordered_rows(
    connection: sqlite3.Connection,
    columns: str,
    lead_filter: LeadFilter,
    today: date,
    promise_days: int,
    orders: Sequence[Order],
) -> list[tuple[Any, ...]]:
    """These columns (our own SQL) of the leads that a filter lets through, by the orders of ORDERS, the first foremost.

    Among equals those that ended last come first, then those worth most.
    """
    values = _times(today, promise_days)
    by = [f"{ORDERS[order.column]} {'DESC' if order.is_descending else 'ASC'} NULLS LAST" for order in orders]
    return connection.execute(
        f"SELECT {columns} FROM lead WHERE {condition(lead_filter, values)}"
        f" ORDER BY {', '.join(by)}, closed_on DESC, value DESC, lead.id",
        values,
    ).fetchall()


def totals(connection: sqlite3.Connection, lead_filter: LeadFilter, today: date, promise_days: int = 2) -> Totals:
    """Count, parked and value of what the filter lets through."""
    values = _times(today, promise_days)
    row = connection.execute(
        f"SELECT count(*), coalesce(sum({_PARKED} AND outcome IS NULL), 0), coalesce(sum(value IS NULL), 0),"
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


def condition(lead_filter: LeadFilter, values: dict[str, Any]) -> str:
    """The condition for a filter; puts what it needs into `values`, where today and the promise stand already."""
    parts = ["binned_at IS NULL"]
    if lead_filter.view != View.ALL and lead_filter.ids is None and not lead_filter.outcomes:
        parts.append("outcome IS NULL" if lead_filter.view == View.OPEN else "outcome IS NOT NULL")
    expression = search_expression(lead_filter.text)
    if expression:
        values["search"] = expression
        parts.append("lead.id IN (SELECT rowid FROM lead_search WHERE lead_search MATCH :search)")
    if lead_filter.ids is not None:
        parts.append(_one_of("lead.id", lead_filter.ids, values))
    for column, chosen in (
        ("source_id", lead_filter.source_ids),
        ("campaign_id", lead_filter.campaign_ids),
        ("stage_id", lead_filter.stage_ids),
        ("outcome", lead_filter.outcomes),
        (QUALIFIED, lead_filter.qualified),
    ):
        if chosen:
            parts.append(_one_of(column, chosen, values))
    if lead_filter.tags:
        tagged = _one_of("tag.name", lead_filter.tags, values)
        parts.append(f"lead.id IN (SELECT lead_id FROM lead_tag JOIN tag ON tag.id = tag_id WHERE {tagged})")
    if lead_filter.next_contact:
        wanted = [_NEXT_CONTACT[each].format(parked=_PARKED) for each in sorted(lead_filter.next_contact)]
        parts.append(f"outcome IS NULL AND ({' OR '.join(wanted)})")
    return " AND ".join(parts)


def _one_of(column: str, chosen: Iterable[Any], values: dict[str, Any]) -> str:
    name = f"chosen{len(values)}"
    values[name] = json.dumps(sorted(chosen))
    return f"{column} IN (SELECT value FROM json_each(:{name}))"


def _times(today: date, promise_days: int) -> dict[str, Any]:
    return {"today": today.isoformat(), "promise": f"+{promise_days} days"}
