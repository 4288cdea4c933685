"""One campaign in full: its spend by entry and by month, what it brought so far, and what each of that cost."""

import sqlite3
from collections import Counter
from dataclasses import dataclass
from datetime import date

from bothhats.queries.claim_ledger import heard_by_campaign
from bothhats.queries.months import first_day, last_day, months_between
from bothhats.queries.playbook import CampaignRow
from bothhats.queries.spending import Spend


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
