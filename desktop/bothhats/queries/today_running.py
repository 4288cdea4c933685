"""The campaigns that run today: what they claim, whom they brought, what they have cost so far."""

import sqlite3
from dataclasses import dataclass
from datetime import date


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
    return tuple(
        Running(
            campaign_id,
            name,
            source,
            date.fromisoformat(ends_on) if ends_on else None,
            _claims(connection, campaign_id, today),
            leads,
            _spent(connection, campaign_id, today),
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


def _spent(connection: sqlite3.Connection, campaign_id: int, today: date) -> int | None:
    rows = connection.execute(
        "SELECT amount, starts_on, ends_on FROM spend WHERE campaign_id = ? AND starts_on <= ?",
        (campaign_id, today.isoformat()),
    ).fetchall()
    if not rows:
        return None
    return sum(
        spent_by(amount, date.fromisoformat(start), date.fromisoformat(end), today) for amount, start, end in rows
    )


def spent_by(amount: int, starts_on: date, ends_on: date, day: date) -> int:
    """The part of a range that is spent by a day: each day the same, rounded half up, the rest on the last."""
    days = (ends_on - starts_on).days + 1
    gone = (min(day, ends_on) - starts_on).days + 1
    if gone <= 0:
        return 0
    return amount if gone == days else gone * ((2 * amount + days) // (2 * days))
