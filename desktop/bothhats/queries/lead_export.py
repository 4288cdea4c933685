"""Leads as an export shows them: every field that an import could fill again, and what a view shows beside them."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from bothhats.domain.lead_key import given_key
from bothhats.domain.lead_sheet import LeadSheet, SheetLead, columns_named
from bothhats.domain.money import Currency, format_plain
from bothhats.queries.lead_rows import LAST_TOUCH_ON

_FIRST = "(SELECT min(entered_on) FROM stage_change WHERE lead_id = lead.id AND milestone = '{}')"
_MET = """(SELECT CASE WHEN j.verdict = 'met' THEN j.judged_on END FROM judgement j WHERE j.lead_id = lead.id
  AND j.step = '{}' ORDER BY j.judged_on DESC, j.id DESC LIMIT 1)"""
_REASON = """coalesce(
  CASE WHEN lead.outcome IS NOT NULL THEN (SELECT r.name FROM outcome_change o JOIN reason r ON r.id = o.reason_id
    WHERE o.lead_id = lead.id ORDER BY o.happened_on DESC, o.id DESC LIMIT 1)
  WHEN lead.parked_until IS NOT NULL THEN (SELECT r.name FROM parking p JOIN reason r ON r.id = p.reason_id
    WHERE p.lead_id = lead.id AND p.woken_on IS NULL ORDER BY p.id DESC LIMIT 1) END, '')"""
_COLUMNS = {
    **{name: f"lead.{name}" for name in ("key", "name", "first_name", "last_name", "company", "role", "email")},
    **{name: f"lead.{name}" for name in ("phone", "website", "address")},
    "source": "source.name",
    "campaign": "campaign.name",
    "stage": "stage.name",
    "outcome": "replace(replace(lead.outcome, 'no_decision', 'no decision'), 'not_a_fit', 'not a fit')",
    "reason": _REASON,
    "value": "lead.value",
    "arrived": "lead.arrived_on",
    "qualified_on": _MET.format("marketing_qualified"),
    "sales_ready_on": _MET.format("sales_ready"),
    "contacted_on": "(SELECT min(happened_on) FROM touch WHERE lead_id = lead.id AND (direction = 'out' OR two_way))",
    "conversation_on": _FIRST.format("conversation"),
    "opportunity_on": _FIRST.format("opportunity"),
    "closed_on": "lead.closed_on",
    "parked_until": "lead.parked_until",
    "follow_up_on": "lead.follow_up_on",
    "next_step": "lead.next_step",
    "tags": "(SELECT group_concat(tag.name, '; ') FROM lead_tag JOIN tag ON tag.id = tag_id WHERE lead_id = lead.id)",
    "notes": "lead.notes",
    "last_touch_on": LAST_TOUCH_ON,
}
_SELECT = f"""
SELECT {", ".join(_COLUMNS.values())}, lead.display_name, lead.extra, lead.id, lead.recorded_at
FROM lead JOIN stage ON stage.id = lead.stage_id
LEFT JOIN source ON source.id = lead.source_id LEFT JOIN campaign ON campaign.id = lead.campaign_id
"""


def lead_sheet(
    connection: sqlite3.Connection,
    currency: Currency,
    ids: Sequence[int] | None = None,
    columns: Sequence[str] = (),
    told: Callable[[int], None] = lambda _done: None,
) -> LeadSheet:
    """These leads in this order, or all that are not in the bin, the oldest first; `told` hears how many are read.

    With `columns`, which name fields, just these, and each lead by the name that the window shows.
    """
    leads: list[SheetLead] = []
    extras: dict[str, None] = {}
    for done, (*values, shown_name, extra_text, lead_id, recorded_at) in enumerate(_rows(connection, ids)):
        told(done)
        fields = _fields(values, currency)
        fields.setdefault("key", given_key(lead_id, recorded_at))
        if columns:
            fields["name"] = shown_name
        extra = {str(name): str(value) for name, value in json.loads(extra_text).items()} if extra_text != "{}" else {}
        extras.update(dict.fromkeys(extra))
        leads.append(SheetLead(fields, extra))
    return LeadSheet(leads, (), columns_named(columns)) if columns else LeadSheet(leads, tuple(extras))


def dates_now(connection: sqlite3.Connection) -> dict[int, dict[str, date]]:
    """By lead, the dates of its history as an export shows them, logged or imported."""
    names = ("qualified_on", "sales_ready_on", "contacted_on", "conversation_on", "opportunity_on")
    columns = ", ".join(_COLUMNS[name] for name in names)
    rows = connection.execute(f"SELECT id, {columns} FROM lead WHERE binned_at IS NULL").fetchall()
    return {
        lead_id: {name: date.fromisoformat(on) for name, on in zip(names, days, strict=True) if on}
        for lead_id, *days in rows
    }


def _rows(connection: sqlite3.Connection, ids: Sequence[int] | None) -> sqlite3.Cursor:
    if ids is None:
        return connection.execute(f"{_SELECT} WHERE lead.binned_at IS NULL ORDER BY lead.id")
    return connection.execute(
        f"{_SELECT} JOIN json_each(?) AS wanted ON wanted.value = lead.id ORDER BY wanted.key", (json.dumps(list(ids)),)
    )


def _fields(values: Iterable[Any], currency: Currency) -> dict[str, str]:
    fields = {
        name: format_plain(value, currency) if name == "value" else value
        for name, value in zip(_COLUMNS, values, strict=True)
        if value not in (None, "")
    }
    step = "sales-ready" if "sales_ready_on" in fields else "marketing" if "qualified_on" in fields else "not yet"
    return {**fields, "qualified": step}
