"""The figures of METRICS with their spend: in all, by source, by campaign, by month."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from bothhats.queries.figures import Counts, Figures, Period, figures
from bothhats.queries.months import first_day, last_day, months_between
from bothhats.queries.progress import Progress, read_progress
from bothhats.queries.settings import read_settings
from bothhats.queries.spending import Spend, read_spend


@dataclass(frozen=True, slots=True)
class Material:
    """What every group is cut from: all leads as of a date, all spend, and the owner's names for them."""

    leads: Sequence[Progress]
    spend: Sequence[Spend]
    promise_days: int
    sources: dict[int, str]
    campaigns: dict[int, str]


@dataclass(frozen=True, slots=True)
class Group:
    """One source, campaign or month with its figures; `spent` in minor units, the name None where there is none."""

    id: int | None
    name: str | None
    figures: Figures
    spent: int

    @property
    def cost_per_lead(self) -> int | None:
        """Spend by leads that arrived; costs are None without spend or with nobody to share it."""
        return self._cost(self.figures.arrived.leads)

    @property
    def cost_per_qualified(self) -> int | None:
        """Spend by leads that were judged qualified."""
        return self._cost(self.figures.arrived.qualified)

    @property
    def cost_per_conversation(self) -> int | None:
        """Spend by leads that talked."""
        return self._cost(self.figures.arrived.conversations)

    @property
    def cac(self) -> int | None:
        """Spend by leads that were won; None says "no close yet"."""
        return self._cost(self.figures.arrived.closes)

    @property
    def is_empty(self) -> bool:
        """Whether nothing arrived, happened or was spent."""
        return not self.spent and self.figures.arrived == Counts() and self.figures.events == Counts()

    def _cost(self, divisor: int) -> int | None:
        return (2 * self.spent + divisor) // (2 * divisor) if self.spent and divisor else None


def read_material(connection: sqlite3.Connection, as_of: date) -> Material:
    """Read the file once for any number of groups."""
    return Material(
        read_progress(connection, as_of),
        read_spend(connection),
        read_settings(connection).promise_days,
        dict(connection.execute("SELECT id, name FROM source").fetchall()),
        dict(connection.execute("SELECT id, name FROM campaign").fetchall()),
    )


def in_all(material: Material, period: Period) -> Group:
    """Everything in one group."""
    return _group(None, None, material.leads, material.spend, material.promise_days, period)


def by_source(material: Material, period: Period) -> list[Group]:
    """The sources with an arrival, an event or spend in the period, by name; leads without one come last."""
    return _by_id(material, period, material.sources, lambda row: row.source_id)


def by_campaign(material: Material, period: Period) -> list[Group]:
    """The campaigns with an arrival, an event or spend in the period, by name; leads without one come last."""
    return _by_id(material, period, material.campaigns, lambda row: row.campaign_id)


def by_month(material: Material, period: Period) -> list[Group]:
    """Every month that the period touches, empty ones too, each cut at the period's edges; named "2026-10"."""
    leads = defaultdict(list)
    for lead in material.leads:
        for month in {day[:7] for day in lead.days if day}:
            leads[month].append(lead)
    groups = []
    for month in months_between(period.start, period.end):
        cut = Period(max(period.start, first_day(month)), min(period.end, last_day(month)), period.as_of)
        groups.append(_group(None, month, leads[month], material.spend, material.promise_days, cut))
    return groups


def _by_id(
    material: Material, period: Period, names: dict[int, str], id_of: Callable[[Progress | Spend], int | None]
) -> list[Group]:
    leads: dict[int | None, list[Progress]] = defaultdict(list)
    spend: dict[int | None, list[Spend]] = defaultdict(list)
    for lead in material.leads:
        leads[id_of(lead)].append(lead)
    for entry in material.spend:
        if id_of(entry) is not None:
            spend[id_of(entry)].append(entry)
    groups = [
        _group(row_id, names.get(row_id or 0), leads[row_id], spend[row_id], material.promise_days, period)
        for row_id in leads.keys() | spend.keys()
    ]
    filled = [group for group in groups if not group.is_empty]
    return sorted(filled, key=lambda group: (group.id is None, group.name or "", group.id or 0))


def _group(
    row_id: int | None,
    name: str | None,
    leads: Sequence[Progress],
    spend: Sequence[Spend],
    promise_days: int,
    period: Period,
) -> Group:
    spent = sum(entry.within(period.start, period.last) for entry in spend)
    return Group(row_id, name, figures(leads, period, promise_days), spent)
