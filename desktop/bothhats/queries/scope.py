"""What a chart is asked about, and the leads and the spend that belong to it."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bothhats.queries.figures import Period, cohort_of
from bothhats.queries.months import months_between
from bothhats.queries.progress import Progress, read_progress
from bothhats.queries.spending import Spend, read_spend

Ids = tuple[int, ...]
Chosen = frozenset[int | None] | None


@dataclass(frozen=True, slots=True)
class Scope:
    """A period as of a day, some sources and some campaigns; None for all of them, an id None for "not recorded"."""

    period: Period
    source_ids: Chosen = None
    campaign_ids: Chosen = None

    @property
    def as_of(self) -> date:
        """The day at whose end the history is read."""
        return self.period.as_of

    @property
    def months(self) -> tuple[str, ...]:
        """The months that the period touches and that have begun by as-of; at least its first."""
        return tuple(months_between(self.period.start, max(self.period.start, self.period.last)))

    def holds(self, row: Progress | Spend) -> bool:
        """Whether a lead or an entry of spend is of the chosen sources and campaigns."""
        return self.allows(row.source_id, row.campaign_id)

    def allows(self, source_id: int | None, campaign_id: int | None) -> bool:
        """Whether this source and this campaign are both chosen."""
        return (self.source_ids is None or source_id in self.source_ids) and (
            self.campaign_ids is None or campaign_id in self.campaign_ids
        )


def read_leads(connection: sqlite3.Connection, scope: Scope) -> list[Progress]:
    """Every lead of the scope's sources and campaigns as of its day, whenever it arrived."""
    return [lead for lead in read_progress(connection, scope.as_of) if scope.holds(lead)]


def read_cohort(connection: sqlite3.Connection, scope: Scope) -> list[Progress]:
    """Those of them that arrived in the period."""
    return cohort_of(read_leads(connection, scope), scope.period)


def chosen_ids(connection: sqlite3.Connection, scope: Scope) -> set[int]:
    """Who is of the scope's sources and campaigns, without reading anybody's history."""
    rows = connection.execute("SELECT id, source_id, campaign_id FROM lead WHERE binned_at IS NULL").fetchall()
    return {lead_id for lead_id, source_id, campaign_id in rows if scope.allows(source_id, campaign_id)}


def read_scoped_spend(connection: sqlite3.Connection, scope: Scope) -> list[Spend]:
    """The spend of the scope's sources and campaigns, of any day."""
    return [entry for entry in read_spend(connection) if scope.holds(entry)]


def ids_of(leads: Iterable[Progress]) -> Ids:
    """Who they are."""
    return tuple(lead.id for lead in leads)
