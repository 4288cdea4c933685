"""Where every open lead stands today, from lean rows: fast enough for the first paint."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from bothhats.domain.follow_up import Due, Standing, due
from bothhats.domain.proportion import Proportion
from bothhats.queries.lead_rows import CONTACTED_ON, LAST_TOUCH_ON

_OPEN = f"""
SELECT lead.id, lead.value, stage.rhythm_days, lead.arrived_on, {CONTACTED_ON}, {LAST_TOUCH_ON},
  lead.follow_up_on, lead.parked_until
FROM lead JOIN stage ON stage.id = lead.stage_id
WHERE lead.outcome IS NULL AND lead.binned_at IS NULL AND lead.arrived_on <= ?
"""

# METRICS, follow-up rate with edge rule 5, for leads of this month only: it is part of the first paint.
_PROMISE_KEPT = f"""
SELECT coalesce(sum(contacted <= last_day), 0),
  coalesce(sum(contacted IS NOT NULL OR (:today > last_day AND NOT coalesce(closed_on <= last_day, 0))), 0)
FROM (SELECT {CONTACTED_ON} AS contacted, date(arrived_on, :promise) AS last_day, closed_on FROM lead
  WHERE binned_at IS NULL AND arrived_on BETWEEN :start AND :today)
"""


class _OpenLead(NamedTuple):
    """What `due` needs to know of an open lead."""

    rhythm_days: int | None
    arrived_on: date
    contacted_on: date | None
    last_touch_on: date | None
    follow_up_on: date | None
    parked_until: date | None
    is_open: bool = True
    closed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """An open lead and its standing; `value` in minor units."""

    lead_id: int
    due: Due
    value: int | None = None

    @property
    def is_follow_up(self) -> bool:
        """Whether an agreed day decides, and not the promise or a silence."""
        return not self.due.is_promise and self.due.standing in _AGREED


_AGREED = (Standing.SLIPPED, Standing.TODAY, Standing.PLANNED)


def standings(connection: sqlite3.Connection, today: date, promise_days: int) -> list[Waiting]:
    """All open leads that have arrived: earliest first, then the most valuable."""
    rows = connection.execute(_OPEN, (today.isoformat(),)).fetchall()
    found = [Waiting(row[0], due(_open_lead(row), today, promise_days), row[1]) for row in rows]
    return sorted(found, key=_earliest_then_value)


def promise_kept_this_month(connection: sqlite3.Connection, today: date, promise_days: int) -> Proportion:
    """The follow-up rate of the leads that arrived this month, as of today (METRICS, edge rules 4 and 5)."""
    values = {
        "today": today.isoformat(),
        "start": today.replace(day=1).isoformat(),
        "promise": f"+{promise_days} days",
    }
    return Proportion(*connection.execute(_PROMISE_KEPT, values).fetchone())


def _open_lead(row: Sequence[Any]) -> _OpenLead:
    return _OpenLead(row[2], *(date.fromisoformat(text) if text else None for text in row[3:]))  # type: ignore[arg-type]


def _earliest_then_value(waiting: Waiting) -> tuple[date, int, int]:
    return (waiting.due.on or date.max, -(waiting.value or 0), waiting.lead_id)
