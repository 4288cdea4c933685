"""The marketing hat's column of Today: what to say to everyone."""

import sqlite3
from dataclasses import dataclass
from datetime import date, timedelta

from bothhats.queries.asset_list import AssetOffer

WINDOW_DAYS = 90
LEAST_PEOPLE = 2


@dataclass(frozen=True, slots=True)
class Unanswered:
    """An objection or question that no live asset answers; `people` of 90 days, `in_month` those of its last month."""

    id: int
    kind: str
    text: str
    people: int
    month: str
    in_month: int
    is_new: bool


@dataclass(frozen=True, slots=True)
class NewLead:
    """A new lead that nobody has judged yet."""

    id: int
    name: str
    arrived_on: date


_UNANSWERED = """
SELECT objection.id, objection.kind, objection.text, count(DISTINCT lead_id) AS people
FROM objection JOIN hearing ON hearing.objection_id = objection.id
JOIN lead ON lead.id = lead_id AND lead.binned_at IS NULL
WHERE heard_on BETWEEN :start AND :today AND coalesce(objection.retired_on, '9999') > :today
  AND NOT EXISTS (SELECT 1 FROM asset_answer JOIN asset ON asset.id = asset_id
                  WHERE asset_answer.objection_id = objection.id AND asset.status = 'live')
GROUP BY objection.id HAVING people >= :least ORDER BY people DESC, max(heard_on) DESC, objection.id
"""
_MONTHS = """
SELECT substr(heard_on, 1, 7) AS month, count(DISTINCT lead_id)
FROM hearing JOIN lead ON lead.id = lead_id AND lead.binned_at IS NULL
WHERE objection_id = ? AND heard_on <= ? GROUP BY month ORDER BY month
"""
_TO_JUDGE = """
SELECT lead.id, display_name, arrived_on FROM lead JOIN stage ON stage.id = stage_id
WHERE outcome IS NULL AND binned_at IS NULL AND milestone = 'lead' AND judges IS NULL AND arrived_on <= :today
  AND coalesce(parked_until, '') <= :today
  AND coalesce((SELECT verdict FROM judgement WHERE lead_id = lead.id ORDER BY judged_on DESC, judgement.id DESC
                LIMIT 1), 'withdrawn') = 'withdrawn'
  AND EXISTS (SELECT 1 FROM definition WHERE in_force_from <= :today)
ORDER BY arrived_on, lead.id
"""


def unanswered(connection: sqlite3.Connection, today: date) -> tuple[Unanswered, ...]:
    """What two or more people said or asked in the last 90 days and nothing answers; most people first."""
    start = (today - timedelta(days=WINDOW_DAYS - 1)).isoformat()
    rows = connection.execute(
        _UNANSWERED, {"start": start, "today": today.isoformat(), "least": LEAST_PEOPLE}
    ).fetchall()
    found = []
    for objection_id, kind, text, people in rows:
        months = connection.execute(_MONTHS, (objection_id, today.isoformat())).fetchall()
        month, in_month = months[-1]
        found.append(Unanswered(objection_id, kind, text, people, month, in_month, len(months) == 1))
    return tuple(found)


def to_judge(connection: sqlite3.Connection, today: date) -> tuple[NewLead, ...]:
    """New leads without a judgement, by arrival; none as long as there is no definition to judge by."""
    rows = connection.execute(_TO_JUDGE, {"today": today.isoformat()}).fetchall()
    return tuple(NewLead(lead_id, name, date.fromisoformat(arrived)) for lead_id, name, arrived in rows)


def live_assets(connection: sqlite3.Connection) -> list[AssetOffer]:
    """The assets that can answer, by title."""
    rows = connection.execute(
        "SELECT id, kind, title FROM asset WHERE status = 'live' ORDER BY title COLLATE NOCASE, id"
    ).fetchall()
    return [AssetOffer(*row) for row in rows]


def answers_in_the_making(connection: sqlite3.Connection, objection_id: int) -> list[AssetOffer]:
    """The assets that will answer it once they are live."""
    rows = connection.execute(
        "SELECT asset.id, asset.kind, title FROM asset JOIN asset_answer ON asset_id = asset.id"
        " WHERE objection_id = ? AND status IN ('idea', 'drafting', 'rework') ORDER BY title COLLATE NOCASE, asset.id",
        (objection_id,),
    ).fetchall()
    return [AssetOffer(*row) for row in rows]


def answers_of(connection: sqlite3.Connection, objection_id: int) -> list[int]:
    """The assets that are to answer it already, live or not."""
    rows = connection.execute("SELECT asset_id FROM asset_answer WHERE objection_id = ?", (objection_id,)).fetchall()
    return [row[0] for row in rows]
