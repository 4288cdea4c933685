"""Which sources bring leads that were a waste of time."""

import sqlite3
from dataclasses import dataclass

from bothhats.domain.proportion import Proportion
from bothhats.queries.scope import Ids, Scope, ids_of, read_leads
from bothhats.queries.source_groups import Source, by_source


@dataclass(frozen=True, slots=True)
class WasteLine:
    """One source: the leads that ended, those marked as a waste of time, and those not marked either way."""

    source: Source
    ended: Ids
    wasted: Ids
    not_recorded: Ids

    @property
    def share(self) -> Proportion:
        """The wasted ones, of all that ended."""
        return Proportion(len(self.wasted), len(self.ended))


def read_waste(connection: sqlite3.Connection, scope: Scope) -> tuple[WasteLine, ...]:
    """Of the leads that ended in the period, whenever they arrived; the source with most of them first."""
    start, end = scope.period.start.isoformat(), scope.period.last.isoformat()
    ended = [lead for lead in read_leads(connection, scope) if lead.outcome_on and start <= lead.outcome_on <= end]
    return tuple(
        WasteLine(
            source,
            ids_of(leads),
            ids_of(lead for lead in leads if lead.waste),
            ids_of(lead for lead in leads if lead.waste is None),
        )
        for source, leads in by_source(connection, ended)
    )
