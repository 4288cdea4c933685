"""The rows of some leads, as cards, tables and lists show them."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from bothhats.domain.lead import LeadRow
from bothhats.domain.pipeline import Hat, Outcome

# First contact, after METRICS edge rule 4: what lies before arrival is no contact.
CONTACTED_ON = """(SELECT min(day) FROM (
  SELECT happened_on AS day FROM touch WHERE lead_id = lead.id AND (direction = 'out' OR two_way)
  UNION ALL SELECT entered_on FROM stage_change WHERE lead_id = lead.id AND milestone <> 'lead'
  UNION ALL SELECT lead.closed_on WHERE lead.outcome = 'won')
  WHERE day >= lead.arrived_on)"""
LAST_TOUCH_ON = "(SELECT max(happened_on) FROM touch WHERE lead_id = lead.id)"
STAGE_SINCE = """coalesce((SELECT max(entered_on) FROM stage_change WHERE lead_id = lead.id
  AND stage_id = lead.stage_id), lead.arrived_on)"""

_SELECT = f"""
SELECT lead.id, lead.display_name, lead.company, lead.role, lead.email, lead.phone, lead.website,
  lead.stage_id, stage.name, stage.hat, stage.rhythm_days, lead.source_id, source.name, campaign.name, lead.value,
  lead.arrived_on, {STAGE_SINCE}, {CONTACTED_ON}, {LAST_TOUCH_ON},
  lead.follow_up_on, lead.next_step, lead.parked_until, lead.outcome, lead.closed_on
FROM lead JOIN stage ON stage.id = lead.stage_id
LEFT JOIN source ON source.id = lead.source_id LEFT JOIN campaign ON campaign.id = lead.campaign_id
"""


def lead_rows(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, LeadRow]:
    """The rows of these leads by id; an id that is gone is left out."""
    found = connection.execute(
        _SELECT + "WHERE lead.id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),)
    ).fetchall()
    return {row[0]: _lead_row(row) for row in found}


def _lead_row(row: Sequence[Any]) -> LeadRow:
    values = list(row)
    values[9] = Hat(row[9])
    values[15:20] = [_date(text) for text in row[15:20]]
    values[21] = _date(row[21])
    values[22] = Outcome(row[22]) if row[22] else None
    values[23] = _date(row[23])
    return LeadRow(*values)


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
