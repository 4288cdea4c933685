"""The leads behind a mark of a chart: who they are, how they stand, when they arrived and when they first talked."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bothhats.domain.lead import LeadRow
from bothhats.queries.lead_rows import lead_rows
from bothhats.queries.progress import read_progress
from bothhats.queries.settings import read_settings

_REASONS = """
SELECT o.lead_id, r.name FROM outcome_change o JOIN reason r ON r.id = o.reason_id
WHERE o.lead_id IN (SELECT value FROM json_each(?)) ORDER BY o.happened_on, o.id
"""


@dataclass(frozen=True, slots=True)
class Behind:
    """One lead; `reason` blank where there is none, `talked_on` None where it never talked by the as-of date."""

    row: LeadRow
    reason: str
    talked_on: date | None


@dataclass(frozen=True, slots=True)
class LeadsBehind:
    """Who first arrived stands first; `conversations` is how many talked."""

    leads: tuple[Behind, ...]
    currency: str

    @property
    def conversations(self) -> int:
        """How many of them talked."""
        return sum(lead.talked_on is not None for lead in self.leads)


def leads_behind(connection: sqlite3.Connection, ids: Sequence[int], as_of: date) -> LeadsBehind:
    """These leads; one that is gone or in the bin is left out, as it is in every figure."""
    reasons = dict(connection.execute(_REASONS, (json.dumps(list(ids)),)).fetchall())
    wanted = set(ids)
    talked = {lead.id: lead.conversation_on for lead in read_progress(connection, as_of) if lead.id in wanted}
    rows = lead_rows(connection, talked)
    leads = []
    for row in sorted(rows.values(), key=lambda row: (row.arrived_on, row.id)):
        talked_on = talked[row.id]
        reason = reasons.get(row.id, "") if row.outcome else ""
        leads.append(Behind(row, reason, date.fromisoformat(talked_on) if talked_on else None))
    return LeadsBehind(tuple(leads), read_settings(connection).currency)
