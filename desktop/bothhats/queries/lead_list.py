"""Ids of the leads that a filter lets through, in an order; the search in names, contact, notes and their words."""

import json
import re
import sqlite3
from dataclasses import dataclass
from datetime import date
from typing import Any

from bothhats.domain.lead_filter import LeadFilter, View
from bothhats.queries.lead_rows import CONTACTED_ON

_WORD = re.compile(r"\w+")
_DUE = f"""min(coalesce(follow_up_on, '9999'), CASE WHEN outcome IS NOT NULL OR {CONTACTED_ON} IS NOT NULL THEN '9999'
  ELSE date(arrived_on, :promise) END)"""
ORDERS = {
    "due": _DUE,
    "name": "display_name COLLATE NOCASE",
    "company": "company COLLATE NOCASE",
    "stage": "(SELECT position FROM stage WHERE id = stage_id)",
    "value": "value",
    "source": "(SELECT name FROM source WHERE id = source_id) COLLATE NOCASE",
    "arrived": "arrived_on",
    "closed": "closed_on",
}


@dataclass(frozen=True, slots=True)
class Totals:
    """How many leads, how many of them parked, and what they are worth in minor units."""

    count: int
    parked: int
    value: int


def search_expression(text: str) -> str:
    """What the index is asked for: every word as a prefix; '' where the text has no word."""
    return " ".join(f'"{word}"*' for word in _WORD.findall(text)[:20])


def where(lead_filter: LeadFilter, values: dict[str, Any]) -> str:
    """The condition for a filter; puts what it needs into `values`."""
    parts = ["binned_at IS NULL"]
    if lead_filter.view != View.ALL and lead_filter.ids is None:
        parts.append("outcome IS NULL" if lead_filter.view == View.OPEN else "outcome IS NOT NULL")
    expression = search_expression(lead_filter.text)
    if expression:
        values["search"] = expression
        parts.append("lead.id IN (SELECT rowid FROM lead_search WHERE lead_search MATCH :search)")
    for column, ids in (
        ("source_id", lead_filter.source_ids),
        ("campaign_id", lead_filter.campaign_ids),
        ("stage_id", lead_filter.stage_ids),
        ("lead.id", lead_filter.ids),
    ):
        if ids or (ids is not None and column == "lead.id"):
            name = column.replace(".", "_")
            values[name] = json.dumps(sorted(ids))
            parts.append(f"{column} IN (SELECT value FROM json_each(:{name}))")
    if lead_filter.tags:
        values["tags"] = json.dumps(sorted(lead_filter.tags))
        parts.append(
            "lead.id IN (SELECT lead_id FROM lead_tag JOIN tag ON tag.id = tag_id"
            " WHERE tag.name IN (SELECT value FROM json_each(:tags)))"
        )
    return " AND ".join(parts)


def lead_ids(
    connection: sqlite3.Connection,
    lead_filter: LeadFilter,
    order: str = "due",
    promise_days: int = 2,
    *,
    is_descending: bool = False,
) -> list[int]:
    """The ids in order; absent values come last either way. Raises KeyError for an order that is none of ORDERS."""
    values: dict[str, Any] = {"promise": f"+{promise_days} days"}
    column = ORDERS[order]
    condition = where(lead_filter, values)
    direction = "DESC" if is_descending else "ASC"
    rows = connection.execute(
        f"SELECT lead.id FROM lead WHERE {condition} ORDER BY {column} {direction} NULLS LAST, value DESC, lead.id",
        values,
    )
    return [row[0] for row in rows]


def totals(connection: sqlite3.Connection, lead_filter: LeadFilter, today: date) -> Totals:
    """Count, parked and value of what the filter lets through."""
    values: dict[str, Any] = {"today": today.isoformat()}
    condition = where(lead_filter, values)
    row = connection.execute(
        "SELECT count(*), coalesce(sum(parked_until > :today AND outcome IS NULL), 0), coalesce(sum(value), 0)"
        f" FROM lead WHERE {condition}",
        values,
    ).fetchone()
    return Totals(*row)
