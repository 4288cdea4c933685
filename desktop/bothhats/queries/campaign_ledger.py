"""The ledger of campaigns: what each cost and brought so far; one in full with its spend by entry and by month."""

import sqlite3
from collections import Counter
from dataclasses import dataclass
from datetime import date

from bothhats.queries.claim_ledger import heard_by_campaign
from bothhats.queries.figures import Period
from bothhats.queries.months import first_day, last_day, months_between
from bothhats.queries.scope import Scope, read_cohort
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


def campaign_history(connection: sqlite3.Connection, campaign: CampaignRow) -> CampaignHistory:
    """Spend that lies ahead is shown too: it is planned."""
    rows = connection.execute(
        "SELECT id, amount, starts_on, ends_on, note FROM spend WHERE campaign_id = ? ORDER BY starts_on DESC, id DESC",
        (campaign.id,),
    ).fetchall()
    entries = tuple(
        SpendEntry(row[0], row[1], date.fromisoformat(row[2]), date.fromisoformat(row[3]), row[4]) for row in rows
    )
    claims = connection.execute(
        "SELECT claim.id, text FROM claim JOIN campaign_claim ON claim_id = claim.id WHERE campaign_id = ?"
        " ORDER BY campaign_claim.id",
        (campaign.id,),
    ).fetchall()
    return CampaignHistory(
        entries, spend_by_month(entries), tuple(_claim(connection, campaign, *row) for row in claims)
    )


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
