"""How many went on, by source: a rate by arrival with its n."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from bothhats.domain.proportion import Proportion
from bothhats.queries.progress import Progress
from bothhats.queries.scope import Ids, Scope, ids_of, read_cohort
from bothhats.queries.source_groups import Source, by_source


class Rate(StrEnum):
    """From which milestone to which one."""

    TALKED = "lead to conversation"
    OFFERED = "lead to opportunity"
    CLOSED_OF_TALKED = "conversation to close"
    CLOSED = "lead to close"


_REACHED: dict[Rate, tuple[Callable[[Progress], object], Callable[[Progress], object]]] = {
    Rate.TALKED: (lambda lead: lead.arrived_on, lambda lead: lead.conversation_on),
    Rate.OFFERED: (lambda lead: lead.arrived_on, lambda lead: lead.opportunity_on),
    Rate.CLOSED_OF_TALKED: (lambda lead: lead.conversation_on, lambda lead: lead.won_on),
    Rate.CLOSED: (lambda lead: lead.arrived_on, lambda lead: lead.won_on),
}


@dataclass(frozen=True, slots=True)
class RateLine:
    """One source: the leads that the rate is of, and those of them that went on."""

    source: Source
    of: Ids
    reached: Ids
    still_open: int

    @property
    def rate(self) -> Proportion:
        """The share that went on."""
        return Proportion(len(self.reached), len(self.of))


@dataclass(frozen=True, slots=True)
class Rates:
    """One rate for each source, the one with most leads first."""

    rate: Rate
    lines: tuple[RateLine, ...]


def read_rates(connection: sqlite3.Connection, scope: Scope, rate: Rate = Rate.TALKED) -> Rates:
    """Of the leads that arrived in the period; a source with nobody to be a share of is left out."""
    is_of, went_on = _REACHED[rate]
    lines = []
    for source, leads in by_source(connection, read_cohort(connection, scope)):
        of = [lead for lead in leads if is_of(lead)]
        reached = [lead for lead in of if went_on(lead)]
        still_open = sum(lead.is_open and not went_on(lead) for lead in of)
        if of:
            lines.append(RateLine(source, ids_of(of), ids_of(reached), still_open))
    return Rates(rate, tuple(lines))
