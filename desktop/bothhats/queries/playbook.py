"""The lists of the Playbook: claims, objections and questions, content, campaigns with what they brought."""

import sqlite3
from dataclasses import dataclass
from datetime import date, timedelta

from bothhats.queries.figures import Period
from bothhats.queries.scope import Scope, read_cohort
from bothhats.queries.spending import read_spend

HEARD_DAYS = 90


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim, the campaigns that make it, and in how many leads it landed, was doubted, was not wanted so far."""

    id: int
    text: str
    said_in: str
    landed: int
    doubted: int
    not_wanted: int
    is_retired: bool


@dataclass(frozen=True, slots=True)
class ObjectionRow:
    """An objection or question, from how many leads it was heard in 90 days, and what answers it."""

    id: int
    kind: str
    text: str
    people: int
    answers: str


@dataclass(frozen=True, slots=True)
class AssetRow:
    """A piece of content, to how many leads it went, and what it answers."""

    id: int
    kind: str
    title: str
    place: str
    status: str
    people: int
    answers: str


@dataclass(frozen=True, slots=True)
class CampaignRow:
    """A campaign, its spend so far in minor units, and what came of its leads so far."""

    id: int
    name: str
    source_id: int | None
    source_name: str
    starts_on: date | None
    ends_on: date | None
    claim_ids: tuple[int, ...]
    spent: int
    leads: int
    conversations: int
    closes: int


def claim_rows(connection: sqlite3.Connection) -> list[ClaimRow]:
    """All claims; those that are said no more come last."""
    counts = ", ".join(
        f"count(DISTINCT CASE WHEN verdict = '{verdict}' THEN lead_id END)"
        for verdict in ("landed", "doubted", "not_wanted")
    )
    rows = connection.execute(
        "SELECT claim.id, text, coalesce((SELECT group_concat(name, ', ') FROM campaign JOIN campaign_claim cc"
        f" ON cc.campaign_id = campaign.id WHERE cc.claim_id = claim.id), ''), {counts}, retired_on IS NOT NULL"
        " FROM claim LEFT JOIN (SELECT claim_heard.* FROM claim_heard JOIN lead ON lead.id = lead_id"
        " WHERE lead.binned_at IS NULL) h ON h.claim_id = claim.id GROUP BY claim.id"
        " ORDER BY retired_on IS NOT NULL, claim.id"
    ).fetchall()
    return [ClaimRow(*values) for values in ([*row[:6], bool(row[6])] for row in rows)]


def objection_rows(connection: sqlite3.Connection, today: date) -> list[ObjectionRow]:
    """All objections and questions in use, most heard first."""
    since = (today - timedelta(days=HEARD_DAYS - 1)).isoformat()
    rows = connection.execute(
        "SELECT o.id, o.kind, o.text, (SELECT count(DISTINCT lead_id) FROM hearing JOIN lead ON lead.id = lead_id"
        "  WHERE objection_id = o.id AND heard_on BETWEEN ? AND ? AND lead.binned_at IS NULL) AS people,"
        " coalesce((SELECT group_concat(title, ', ') FROM asset JOIN asset_answer aa ON aa.asset_id = asset.id"
        "  WHERE aa.objection_id = o.id AND asset.status = 'live'), '')"
        " FROM objection o WHERE retired_on IS NULL ORDER BY people DESC, o.id",
        (since, today.isoformat()),
    ).fetchall()
    return [ObjectionRow(*row) for row in rows]


def asset_rows(connection: sqlite3.Connection) -> list[AssetRow]:
    """All content; retired pieces come last."""
    rows = connection.execute(
        "SELECT a.id, a.kind, a.title, a.place, a.status, (SELECT count(DISTINCT lead_id) FROM asset_use JOIN lead"
        "  ON lead.id = lead_id WHERE asset_id = a.id AND lead.binned_at IS NULL),"
        " coalesce((SELECT group_concat(text, '; ') FROM objection o JOIN asset_answer aa ON aa.objection_id = o.id"
        "  WHERE aa.asset_id = a.id), '') FROM asset a ORDER BY a.status = 'retired', a.id"
    ).fetchall()
    return [AssetRow(*row) for row in rows]


def answering_assets(connection: sqlite3.Connection, objection_id: int) -> set[int]:
    """The content that is said to answer it, live or not."""
    rows = connection.execute("SELECT asset_id FROM asset_answer WHERE objection_id = ?", (objection_id,))
    return {row[0] for row in rows.fetchall()}


def campaign_rows(connection: sqlite3.Connection, today: date) -> list[CampaignRow]:
    """All campaigns with what came of them as of today, the newest first."""
    spend = read_spend(connection)
    cohort = read_cohort(connection, Scope(Period(date.min, today, today)))
    found = []
    for row in connection.execute(
        "SELECT c.id, c.name, c.source_id, coalesce(s.name, ''), starts_on, ends_on FROM campaign c"
        " LEFT JOIN source s ON s.id = c.source_id ORDER BY starts_on DESC, c.id DESC"
    ).fetchall():
        leads = [lead for lead in cohort if lead.campaign_id == row[0]]
        claims = connection.execute(
            "SELECT claim_id FROM campaign_claim WHERE campaign_id = ? ORDER BY claim_id", (row[0],)
        ).fetchall()
        values = [
            *row[:4],
            _date(row[4]),
            _date(row[5]),
            tuple(claim[0] for claim in claims),
            sum(entry.within(date.min, today) for entry in spend if entry.campaign_id == row[0]),
            len(leads),
            sum(lead.conversation_on is not None for lead in leads),
            sum(lead.won_on is not None for lead in leads),
        ]
        found.append(CampaignRow(*values))
    return found


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
