"""The campaigns that run today: what they claim, whom they brought, what they have cost so far."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bothhats.queries.spending import Spend, read_spend


@dataclass(frozen=True, slots=True)
class Running:
    """A campaign of today; `spent` in minor units up to today, None where nothing was entered."""

    id: int
    name: str
    source: str
    ends_on: date | None
    claims: tuple[str, ...]
    leads: int
    spent: int | None


_RUNNING = """
SELECT campaign.id, campaign.name, coalesce(source.name, ''), ends_on,
  (SELECT count(*) FROM lead WHERE campaign_id = campaign.id AND binned_at IS NULL AND arrived_on <= :today)
FROM campaign LEFT JOIN source ON source.id = source_id
WHERE coalesce(starts_on, '') <= :today AND coalesce(ends_on, '9999') >= :today
ORDER BY 5 DESC, starts_on DESC, campaign.id
"""


def running(connection: sqlite3.Connection, today: date) -> tuple[Running, ...]:
    """The campaigns whose period holds today, those that brought most leads first."""
    rows = connection.execute(_RUNNING, {"today": today.isoformat()}).fetchall()
    entries = [entry for entry in read_spend(connection) if entry.starts_on <= today] if rows else []
    return tuple(
        Running(
            campaign_id,
            name,
            source,
            date.fromisoformat(ends_on) if ends_on else None,
            _claims(connection, campaign_id, today),
            leads,
            _spent(entries, campaign_id, today),
        )
        for campaign_id, name, source, ends_on, leads in rows
    )


def _claims(connection: sqlite3.Connection, campaign_id: int, today: date) -> tuple[str, ...]:
    rows = connection.execute(
        "SELECT text FROM claim JOIN campaign_claim ON claim_id = claim.id"
        " WHERE campaign_id = ? AND coalesce(retired_on, '9999') > ? ORDER BY campaign_claim.id",
        (campaign_id, today.isoformat()),
    ).fetchall()
    return tuple(row[0] for row in rows)


def _spent(entries: Iterable[Spend], campaign_id: int, today: date) -> int | None:
    parts = [entry.within(date.min, today) for entry in entries if entry.campaign_id == campaign_id]
    return sum(parts) if parts else None
