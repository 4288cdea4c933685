"""The value of the closes whose date is in the period, by source or campaign, and by month of close."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

from bothhats.domain.pipeline import SourceKind
from bothhats.queries.progress import Progress
from bothhats.queries.scope import Ids, Scope, ids_of, read_leads
from bothhats.queries.settings import read_settings
from bothhats.queries.source_groups import all_sources


@dataclass(frozen=True, slots=True)
class RevenueLine:
    """One source or campaign, None where none is recorded: its closes and what they brought, also month by month."""

    id: int | None
    name: str | None
    kind: SourceKind | None
    closes: Ids
    amount: int
    without_value: int
    by_month: tuple[int, ...]
    closed_in: tuple[Ids, ...]


@dataclass(frozen=True, slots=True)
class Revenues:
    """Amounts in minor units; the line that brought most comes first, the one not recorded last."""

    by: str
    months: tuple[str, ...]
    lines: tuple[RevenueLine, ...]
    currency: str

    @property
    def amount(self) -> int:
        """What all brought."""
        return sum(line.amount for line in self.lines)

    @property
    def closes(self) -> int:
        """How many were won."""
        return sum(len(line.closes) for line in self.lines)

    @property
    def without_value(self) -> int:
        """How many of them have no value."""
        return sum(line.without_value for line in self.lines)


def read_revenue_by_source(connection: sqlite3.Connection, scope: Scope) -> Revenues:
    """By the lead's source."""
    known = {each.id: (each.name, each.kind) for each in all_sources(connection).values()}
    return _revenues(connection, scope, "source", known, lambda lead: lead.source_id)


def read_revenue_by_campaign(connection: sqlite3.Connection, scope: Scope) -> Revenues:
    """By the lead's campaign."""
    names = connection.execute("SELECT id, name FROM campaign").fetchall()
    known: Named = {row_id: (name, None) for row_id, name in names}
    return _revenues(connection, scope, "campaign", known, lambda lead: lead.campaign_id)


Named = dict[int | None, tuple[str | None, SourceKind | None]]


def _revenues(
    connection: sqlite3.Connection, scope: Scope, by: str, known: Named, id_of: Callable[[Progress], int | None]
) -> Revenues:
    start, end = scope.period.start.isoformat(), scope.period.last.isoformat()
    months = scope.months
    groups: dict[int | None, list[Progress]] = {}
    for lead in read_leads(connection, scope):
        if lead.won_on and start <= lead.won_on <= end:
            groups.setdefault(id_of(lead), []).append(lead)
    lines = [_line(row_id, *known.get(row_id, (None, None)), won, months) for row_id, won in groups.items()]
    lines.sort(key=lambda line: (line.id is None, -line.amount, -len(line.closes), line.name or "", line.id or 0))
    return Revenues(by, months, tuple(lines), read_settings(connection).currency)


def _line(
    row_id: int | None, name: str | None, kind: SourceKind | None, won: list[Progress], months: tuple[str, ...]
) -> RevenueLine:
    by_month: dict[str, list[Progress]] = {month: [] for month in months}
    for lead in won:
        by_month[str(lead.won_on)[:7]].append(lead)
    amounts = tuple(sum(lead.value or 0 for lead in leads) for leads in by_month.values())
    closed_in = tuple(ids_of(leads) for leads in by_month.values())
    without = sum(lead.value is None for lead in won)
    return RevenueLine(row_id, name, kind, ids_of(won), sum(amounts), without, amounts, closed_in)
