"""A filter as a condition in SQL on the table `lead`: the one place that says which leads it lets through."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from bothhats.domain.lead_filter import NOT_RECORDED, Judged, LeadFilter, NextContact, View
from bothhats.domain.search_text import digit_runs, phone_beginnings, search_words
from bothhats.queries.lead_rows import LAST_TOUCH_ON

NEVER = "9999"
# Whether CONTACTED_ON has a day, for open leads; asked of each lead of the board, so it stops at the first row.
_CONTACTED = """(EXISTS (SELECT 1 FROM touch WHERE lead_id = lead.id AND (direction = 'out' OR two_way)
    AND happened_on >= lead.arrived_on)
  OR EXISTS (SELECT 1 FROM stage_change WHERE lead_id = lead.id AND milestone <> 'lead'
    AND entered_on >= lead.arrived_on))"""
DUE_ON = f"""min(coalesce(follow_up_on, '{NEVER}'), CASE WHEN outcome IS NOT NULL OR {_CONTACTED}
  THEN '{NEVER}' ELSE date(arrived_on, :promise) END)"""
_NEWEST_VERDICT = """(SELECT verdict FROM judgement WHERE lead_id = lead.id AND step = '{}'
  ORDER BY judged_on DESC, id DESC LIMIT 1)"""
_OF_MARKETING, _OF_SALES = _NEWEST_VERDICT.format("marketing_qualified"), _NEWEST_VERDICT.format("sales_ready")
QUALIFIED = f"""CASE WHEN coalesce({_OF_SALES}, '') = 'met' THEN 'sales_ready'
  WHEN coalesce({_OF_MARKETING}, '') = 'met' THEN 'marketing_qualified' ELSE 'not_yet' END"""
_JUDGED = f"""CASE WHEN 'met' IN ({_OF_MARKETING}, {_OF_SALES}) THEN '{Judged.MET}'
  WHEN 'not_met' IN ({_OF_MARKETING}, {_OF_SALES}) THEN '{Judged.NOT_MET}' ELSE '{Judged.NEVER}' END"""
_REASON = f"""CASE WHEN outcome IS NOT NULL THEN coalesce((SELECT reason_id FROM outcome_change
  WHERE lead_id = lead.id ORDER BY happened_on DESC, id DESC LIMIT 1), {NOT_RECORDED}) END"""
PARKED = "coalesce(parked_until > :today, 0)"
_QUIET_SINCE = f"max(coalesce({LAST_TOUCH_ON}, arrived_on), arrived_on)"
_RHYTHM = "(SELECT rhythm_days FROM stage WHERE id = stage_id)"
_NEXT_CONTACT = {
    NextContact.SLIPPED: f"({DUE_ON} < :today AND NOT {PARKED})",
    NextContact.TODAY: f"({DUE_ON} = :today AND NOT {PARKED})",
    NextContact.AHEAD: f"({DUE_ON} > :today AND {DUE_ON} <> '{NEVER}' AND NOT {PARKED})",
    NextContact.NONE: f"({DUE_ON} = '{NEVER}' AND NOT {PARKED})",
    NextContact.SILENT: f"""({DUE_ON} = '{NEVER}' AND parked_until IS NULL
      AND julianday(:today) - julianday({_QUIET_SINCE}) > coalesce({_RHYTHM}, :promise_days))""",
    NextContact.PARKED: PARKED,
}
_TAGGED = "lead.id IN (SELECT lead_id FROM lead_tag WHERE {})"
_HEARD = "lead.id IN (SELECT lead_id FROM hearing WHERE {})"


def search_expression(text: str) -> str:
    """What the index is asked for: every word as a prefix, in any order; '' where the text has no word."""
    return " AND ".join(_run_expression(run) for run in digit_runs(search_words(text)))


def times(today: date, promise_days: int) -> dict[str, Any]:
    """The values that the SQL here and in ORDERS needs in any case."""
    return {"today": today.isoformat(), "promise": f"+{promise_days} days", "promise_days": promise_days}


def condition(lead_filter: LeadFilter, values: dict[str, Any]) -> str:
    """The condition for a filter; puts what it needs into `values`, which come from `times`."""
    # The plus keeps SQLite from walking the partial index on stage_id, which is three times slower than the table.
    parts = ["+binned_at IS NULL", *_of_view(lead_filter)]
    expression = search_expression(lead_filter.text)
    if expression:
        values["search"] = expression
        parts.append("lead.id IN (SELECT rowid FROM lead_search WHERE lead_search MATCH :search)")
    if lead_filter.ids is not None:
        parts.append(_one_of("lead.id", lead_filter.ids, values))
    for column, chosen, pattern in _choices(lead_filter):
        if chosen:
            parts.append(pattern.format(_one_of(column, chosen, values)))
    if lead_filter.next_contact:
        wanted = [_NEXT_CONTACT[each] for each in sorted(lead_filter.next_contact)]
        parts.append(f"outcome IS NULL AND ({' OR '.join(wanted)})")
    return " AND ".join([*parts, *_ranges(lead_filter, values)])


def _of_view(lead_filter: LeadFilter) -> list[str]:
    if lead_filter.view == View.ALL or lead_filter.ids is not None or lead_filter.outcomes or lead_filter.reason_ids:
        return []
    return ["outcome IS NULL" if lead_filter.view == View.OPEN else "outcome IS NOT NULL"]


def _choices(lead_filter: LeadFilter) -> list[tuple[str, frozenset[Any], str]]:
    """Each column with what is chosen of it and how the condition on it is written."""
    return [
        (_or_none("source_id", lead_filter.source_ids), lead_filter.source_ids, "{}"),
        (_or_none("campaign_id", lead_filter.campaign_ids), lead_filter.campaign_ids, "{}"),
        ("stage_id", lead_filter.stage_ids, "{}"),
        ("(SELECT hat FROM stage WHERE id = stage_id)", lead_filter.hats, "{}"),
        ("outcome", lead_filter.outcomes, "{}"),
        (_REASON, lead_filter.reason_ids, "{}"),
        (QUALIFIED, lead_filter.qualified, "{}"),
        (_JUDGED, lead_filter.judged, "{}"),
        ("tag_id", lead_filter.tag_ids, _TAGGED),
        ("objection_id", lead_filter.objection_ids, _HEARD),
    ]


def _or_none(column: str, chosen: frozenset[int]) -> str:
    """The bare column has an index."""
    return f"coalesce({column}, {NOT_RECORDED})" if NOT_RECORDED in chosen else column


def _ranges(lead_filter: LeadFilter, values: dict[str, Any]) -> list[str]:
    parts = []
    for name, part in (
        ("value_from", "value >= :value_from"),
        ("value_to", "value <= :value_to"),
        ("arrived_from", "arrived_on >= :arrived_from"),
        ("arrived_to", "arrived_on <= :arrived_to"),
    ):
        end = getattr(lead_filter, name)
        if end is not None:
            values[name] = end.isoformat() if isinstance(end, date) else end
            parts.append(part)
    return parts


def _one_of(column: str, chosen: Iterable[Any], values: dict[str, Any]) -> str:
    name = f"chosen{len(values)}"
    values[name] = json.dumps(sorted(chosen))
    return f"{column} IN (SELECT value FROM json_each(:{name}))"


def _run_expression(run: list[str]) -> str:
    """Words of digits may also be a phone number that is written otherwise; only where phones stand."""
    words = " AND ".join(f'"{word}"*' for word in run)
    phones = " OR ".join(f'contact : "{digits}"*' for digits in phone_beginnings(run) if [digits] != run)
    return f"(({words}) OR {phones})" if phones else words
