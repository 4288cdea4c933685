"""The ledger of campaigns: what each cost and brought so far; one in full with its spend by entry and by month."""

import sqlite3
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from bothhats.queries.claim_ledger import heard_by_campaign
from bothhats.queries.months import first_day, last_day, months_between
from bothhats.queries.spending import Spend, read_spend


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


@dataclass(frozen=True, slots=True)
class SpendEntry:
    """Money of one day, or spread evenly over a range; minor units."""

    id: int
    amount: int
    starts_on: date
    ends_on: date
    note: str


@dataclass(frozen=True, slots=True)
class SourceSpend:
    """A source and what it cost so far without a campaign, in minor units; None where nothing was entered."""

    id: int
    name: str
    spent: int | None


@dataclass(frozen=True, slots=True)
class CampaignClaim:
    """A claim of the campaign and how its own leads heard it; `never` of those that were talked with."""

    id: int
    text: str
    landed: int
    doubted: int
    not_wanted: int
    never: int


@dataclass(frozen=True, slots=True)
class CampaignHistory:
    """The entries, newest first; the spend of each month, oldest first; the claims."""

    entries: tuple[SpendEntry, ...]
    months: tuple[tuple[str, int], ...]
    claims: tuple[CampaignClaim, ...]


_BROUGHT = """
WITH won AS (
  SELECT lead_id FROM outcome_change o WHERE outcome = 'won' AND happened_on <= :day AND NOT EXISTS (
    SELECT 1 FROM outcome_change r WHERE r.lead_id = o.lead_id AND r.outcome = 'reopened'
    AND r.happened_on <= :day AND (r.happened_on, r.id) > (o.happened_on, o.id))),
talked AS (
  SELECT lead_id FROM stage_change WHERE milestone <> 'lead' AND entered_on <= :day
  UNION ALL SELECT lead_id FROM touch WHERE two_way AND happened_on <= :day UNION ALL SELECT lead_id FROM won)
SELECT campaign_id, count(*), sum(id IN talked), sum(id IN won) FROM lead
WHERE campaign_id IS NOT NULL AND binned_at IS NULL AND arrived_on <= :day GROUP BY campaign_id
"""


def campaign_rows(connection: sqlite3.Connection, today: date) -> list[CampaignRow]:
    """All campaigns with what came of them as of today, the newest first.

    The leads are counted in the file: reading the history of each takes six times as long.
    """
    spent: Counter[int | None] = Counter()
    for entry in read_spend(connection):
        spent[entry.campaign_id] += entry.within(date.min, today)
    claims: dict[int, list[int]] = defaultdict(list)
    for campaign_id, claim_id in connection.execute("SELECT campaign_id, claim_id FROM campaign_claim ORDER BY 1, 2"):
        claims[campaign_id].append(claim_id)
    brought = {row[0]: row[1:] for row in connection.execute(_BROUGHT, {"day": today.isoformat()})}
    rows = connection.execute(
        "SELECT c.id, c.name, c.source_id, coalesce(s.name, ''), starts_on, ends_on FROM campaign c"
        " LEFT JOIN source s ON s.id = c.source_id ORDER BY starts_on DESC, c.id DESC"
    ).fetchall()
    found = []
    for row in rows:
        values = [*row[:4], _date(row[4]), _date(row[5]), tuple(claims[row[0]]), spent[row[0]]]
        found.append(CampaignRow(*values, *brought.get(row[0], (0, 0, 0))))
    return found


def campaign_history(connection: sqlite3.Connection, campaign: CampaignRow) -> CampaignHistory:
    """Spend that lies ahead is shown too: it is planned."""
    entries = spend_entries(connection, campaign_id=campaign.id)
    claims = connection.execute(
        "SELECT claim.id, text FROM claim JOIN campaign_claim ON claim_id = claim.id WHERE campaign_id = ?"
        " ORDER BY campaign_claim.id",
        (campaign.id,),
    ).fetchall()
    return CampaignHistory(
        entries, spend_by_month(entries), tuple(_claim(connection, campaign, *row) for row in claims)
    )


def spend_entries(
    connection: sqlite3.Connection, *, campaign_id: int | None = None, source_id: int | None = None
) -> tuple[SpendEntry, ...]:
    """What was spent on a campaign, or on a source without a campaign; the newest first."""
    rows = connection.execute(
        "SELECT id, amount, starts_on, ends_on, note FROM spend WHERE campaign_id IS :campaign"
        " AND (:campaign IS NOT NULL OR source_id = :source) ORDER BY starts_on DESC, id DESC",
        {"campaign": campaign_id, "source": source_id},
    ).fetchall()
    return tuple(
        SpendEntry(row[0], row[1], date.fromisoformat(row[2]), date.fromisoformat(row[3]), row[4]) for row in rows
    )


def source_spend(connection: sqlite3.Connection, today: date) -> list[SourceSpend]:
    """The sources in use, and those on which something was spent without a campaign, by name."""
    spent: dict[int | None, int] = {}
    for entry in read_spend(connection):
        if entry.campaign_id is None:
            spent[entry.source_id] = spent.get(entry.source_id, 0) + entry.within(date.min, today)
    rows = connection.execute("SELECT id, name, retired_on FROM source ORDER BY name COLLATE NOCASE, id").fetchall()
    return [
        SourceSpend(source_id, name, spent.get(source_id))
        for source_id, name, retired_on in rows
        if retired_on is None or source_id in spent
    ]


def spend_by_month(entries: tuple[SpendEntry, ...]) -> tuple[tuple[str, int], ...]:
    """Every month from the first to the last day of spend, empty ones too."""
    if not entries:
        return ()
    totals: Counter[str] = Counter()
    for entry in entries:
        spend = Spend(None, None, entry.amount, entry.starts_on, entry.ends_on)
        for month in months_between(entry.starts_on, entry.ends_on):
            totals[month] += spend.within(first_day(month), last_day(month))
    first, last = min(each.starts_on for each in entries), max(each.ends_on for each in entries)
    return tuple((month, totals[month]) for month in months_between(first, last))


def _claim(connection: sqlite3.Connection, campaign: CampaignRow, claim_id: int, text: str) -> CampaignClaim:
    leads = heard_by_campaign(connection, campaign.id, claim_id).values()
    never = max(campaign.conversations - len(set().union(*leads)), 0)
    landed, doubted, not_wanted = (len(each) for each in leads)
    return CampaignClaim(claim_id, text, landed, doubted, not_wanted, never)


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
