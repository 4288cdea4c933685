"""Spend by day: a range is divided once, each day rounded half up, the rest on the last day (METRICS, edge rule 10)."""

import sqlite3
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Spend:
    """One entry with the source and campaign that it counts under; amounts in minor units."""

    source_id: int | None
    campaign_id: int | None
    amount: int
    starts_on: date
    ends_on: date

    def within(self, start: date, end: date) -> int:
        """What of it falls on the days from `start` to `end`, both included."""
        first, last = max(start, self.starts_on), min(end, self.ends_on)
        if first > last:
            return 0
        days = (self.ends_on - self.starts_on).days + 1
        each = (2 * self.amount + days) // (2 * days)
        part = each * ((last - first).days + 1)
        if last == self.ends_on:
            part += self.amount - each * days
        return part


def read_spend(connection: sqlite3.Connection) -> list[Spend]:
    """All entries; a campaign's count under its source too."""
    rows = connection.execute(
        "SELECT CASE WHEN s.campaign_id IS NULL THEN s.source_id ELSE c.source_id END, s.campaign_id, s.amount,"
        " s.starts_on, s.ends_on FROM spend s LEFT JOIN campaign c ON c.id = s.campaign_id ORDER BY s.id"
    ).fetchall()
    return [
        Spend(source, campaign, amount, date.fromisoformat(start), date.fromisoformat(end))
        for source, campaign, amount, start, end in rows
    ]
