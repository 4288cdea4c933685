"""The report of CLI.md: one document for a period, in all, by source, by campaign, by month."""

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from bothhats.domain.money import Currency, currency_of, format_plain
from bothhats.domain.problems import WrongUsage
from bothhats.domain.proportion import Proportion
from bothhats.queries.figures import Counts, Figures, Period, figures
from bothhats.queries.months import first_day, last_day, months_between
from bothhats.queries.progress import Progress, read_progress
from bothhats.queries.settings import read_settings
from bothhats.queries.spending import Spend, read_spend

Document = dict[str, Any]
_RATES = ("lead_to_conversation", "lead_to_opportunity", "conversation_to_close", "lead_to_close", "follow_up", "win")


def build_report(
    connection: sqlite3.Connection, start: date | None, end: date | None, as_of: date, by: Sequence[str] = ()
) -> Document:
    """The document that `report --json` prints; `by` of source, campaign and month.

    Without `start` from the first arrival, without `end` to `as_of`. Raises WrongUsage for an end before the start.
    """
    period = _period(connection, start, end, as_of)
    settings = read_settings(connection)
    writer = _Writer(
        read_progress(connection, as_of),
        read_spend(connection),
        period,
        currency_of(settings.currency),
        settings.promise_days,
    )
    document = {
        "from": period.start.isoformat(),
        "to": period.end.isoformat(),
        "as_of": as_of.isoformat(),
        "currency": settings.currency,
        **writer.group(writer.leads, writer.spend, period),
    }
    if "source" in by:
        document["by_source"] = writer.by_name("source", _names(connection, "source"))
    if "campaign" in by:
        document["by_campaign"] = writer.by_name("campaign", _names(connection, "campaign"))
    if "month" in by:
        document["by_month"] = writer.by_month()
    return document


class _Writer:
    """Writes groups of leads as parts of the document."""

    def __init__(
        self, leads: list[Progress], spend: list[Spend], period: Period, currency: Currency, promise_days: int
    ) -> None:
        self.leads = leads
        self.spend = spend
        self._period = period
        self._currency = currency
        self._promise_days = promise_days

    def group(self, leads: Sequence[Progress], spend: Sequence[Spend], period: Period) -> Document:
        """The members that every group has."""
        return self._written(figures(leads, period, self._promise_days), _spent(spend, period))

    def by_name(self, kind: str, names: dict[int, str]) -> list[Document]:
        """One entry for each source or campaign with an arrival, an event or spend in the period; none comes last."""
        leads: dict[int | None, list[Progress]] = defaultdict(list)
        spend: dict[int | None, list[Spend]] = defaultdict(list)
        for lead in self.leads:
            leads[getattr(lead, f"{kind}_id")].append(lead)
        for entry in self.spend:
            spend[getattr(entry, f"{kind}_id")].append(entry)
        spend.pop(None, None)
        keys = sorted(leads.keys() | spend.keys(), key=lambda key: (key is None, names.get(key or 0, "")))
        found = []
        for key in keys:
            answer = figures(leads[key], self._period, self._promise_days)
            spent = _spent(spend[key], self._period)
            if spent or answer.arrived != Counts() or answer.events != Counts():
                entry = {kind: names[key] if key is not None else None, **self._written(answer, spent)}
                found.append({**entry, **self._costs(answer.arrived, spent)})
        return found

    def by_month(self) -> list[Document]:
        """One entry for each month that the period touches, cut at its edges."""
        found = []
        for month in months_between(self._period.start, self._period.end):
            cut = Period(
                max(self._period.start, first_day(month)), min(self._period.end, last_day(month)), self._period.as_of
            )
            found.append({"month": month, **self.group(self.leads, self.spend, cut)})
        return found

    def _written(self, answer: Figures, spent: int) -> Document:
        events = asdict(answer.events)
        del events["open"], events["parked"]
        return {
            "arrived": asdict(answer.arrived),
            "events": events,
            "rates": {name: _rate(getattr(answer, name)) for name in _RATES},
            "cycle_days": asdict(answer.cycle),
            "revenue": {**asdict(answer.revenue), "amount": self._money(answer.revenue.amount)},
            "spend": self._money(spent),
        }

    def _costs(self, arrived: Counts, spent: int) -> Document:
        return {
            "cost_per_lead": self._cost(spent, arrived.leads),
            "cost_per_qualified": self._cost(spent, arrived.qualified),
            "cost_per_conversation": self._cost(spent, arrived.conversations),
            "cac": self._cost(spent, arrived.closes),
        }

    def _cost(self, spent: int, divisor: int) -> str | None:
        return self._money((2 * spent + divisor) // (2 * divisor)) if spent and divisor else None

    def _money(self, amount: int) -> str:
        return format_plain(amount, self._currency)


def _period(connection: sqlite3.Connection, start: date | None, end: date | None, as_of: date) -> Period:
    end = end or as_of
    if start is None:
        first = connection.execute("SELECT min(arrived_on) FROM lead WHERE binned_at IS NULL").fetchone()[0]
        start = min(date.fromisoformat(first), end) if first else end
    if end < start:
        raise WrongUsage(f"The period ends on {end} before it starts on {start}.", "Change --from or --to.")
    return Period(start, end, as_of)


def _spent(spend: Sequence[Spend], period: Period) -> int:
    return sum(entry.within(period.start, period.last) for entry in spend)


def _names(connection: sqlite3.Connection, table: str) -> dict[int, str]:
    return dict(connection.execute(f"SELECT id, name FROM {table}").fetchall())


def _rate(proportion: Proportion) -> Document:
    known = proportion.n > 0
    return {
        "k": proportion.k,
        "n": proportion.n,
        "rate": proportion.rate if known else None,
        "low": proportion.low if known else None,
        "high": proportion.high if known else None,
    }
