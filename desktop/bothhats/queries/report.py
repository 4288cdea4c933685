"""The report of CLI.md: one document for a period, in all, by source, by campaign, by month."""

import sqlite3
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from bothhats.domain.money import Currency, currency_of, format_plain
from bothhats.domain.problems import WrongUsage
from bothhats.domain.proportion import Proportion
from bothhats.queries.arrivals import first_arrival
from bothhats.queries.figures import Period
from bothhats.queries.groups import Group, by_campaign, by_month, by_source, in_all, read_material
from bothhats.queries.settings import read_settings

Document = dict[str, Any]
_RATES = ("lead_to_conversation", "lead_to_opportunity", "conversation_to_close", "lead_to_close", "follow_up", "win")
_COSTS = ("cost_per_lead", "cost_per_qualified", "cost_per_conversation", "cac")


def build_report(
    connection: sqlite3.Connection, start: date | None, end: date | None, as_of: date, by: Sequence[str] = ()
) -> Document:
    """The document that `report --json` prints; `by` of source, campaign and month.

    Without `start` from the first arrival, without `end` to `as_of`. Raises WrongUsage for an end before the start.
    """
    period = period_of_report(connection, start, end, as_of)
    currency = currency_of(read_settings(connection).currency)
    material = read_material(connection, as_of)
    document: Document = {
        "from": period.start.isoformat(),
        "to": period.end.isoformat(),
        "as_of": as_of.isoformat(),
        "currency": currency.code,
        **_members(in_all(material, period), currency),
    }
    if "source" in by:
        document["by_source"] = [_with_costs("source", group, currency) for group in by_source(material, period)]
    if "campaign" in by:
        document["by_campaign"] = [_with_costs("campaign", group, currency) for group in by_campaign(material, period)]
    if "month" in by:
        document["by_month"] = [
            {"month": group.name, **_members(group, currency)} for group in by_month(material, period)
        ]
    return document


def period_of_report(connection: sqlite3.Connection, start: date | None, end: date | None, as_of: date) -> Period:
    """Without `start` from the first arrival, without `end` to `as_of`. Raises WrongUsage."""
    end = end or as_of
    start = start or min(first_arrival(connection) or end, end)
    if end < start:
        raise WrongUsage(f"The period ends on {end} before it starts on {start}.", "Change --from or --to.")
    return Period(start, end, as_of)


def _members(group: Group, currency: Currency) -> Document:
    figures = group.figures
    events = asdict(figures.events)
    del events["open"], events["parked"]
    return {
        "arrived": asdict(figures.arrived),
        "events": events,
        "rates": {name: _rate(getattr(figures, name)) for name in _RATES},
        "cycle_days": asdict(figures.cycle),
        "revenue": {**asdict(figures.revenue), "amount": format_plain(figures.revenue.amount, currency)},
        "spend": format_plain(group.spent, currency),
    }


def _with_costs(kind: str, group: Group, currency: Currency) -> Document:
    costs = {name: getattr(group, name) for name in _COSTS}
    return {
        kind: group.name,
        **_members(group, currency),
        **{name: None if cost is None else format_plain(cost, currency) for name, cost in costs.items()},
    }


def _rate(proportion: Proportion) -> Document:
    return {
        "k": proportion.k,
        "n": proportion.n,
        "rate": proportion.rate,
        "low": proportion.low,
        "high": proportion.high,
    }
