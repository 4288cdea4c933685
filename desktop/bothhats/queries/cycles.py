"""Days from arrival to close, by source: median, quartiles and n."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from bothhats.queries.figures import Cycle, cycle_of
from bothhats.queries.progress import Progress
from bothhats.queries.scope import Ids, Scope, ids_of, read_cohort
from bothhats.queries.source_groups import Source, by_source


@dataclass(frozen=True, slots=True)
class CycleLine:
    """The won leads of a source, and how many days each took, the quickest first."""

    source: Source
    won: Ids
    days: tuple[int, ...]
    cycle: Cycle


@dataclass(frozen=True, slots=True)
class Cycles:
    """All won leads of a cohort, and those of each source with a close, the one with most first."""

    whole: CycleLine
    lines: tuple[CycleLine, ...]


def read_cycles(connection: sqlite3.Connection, scope: Scope) -> Cycles:
    """Of the leads that arrived in the period and are won."""
    won = [lead for lead in read_cohort(connection, scope) if lead.won_on]
    lines = (_line(source, leads) for source, leads in by_source(connection, won))
    return Cycles(_line(Source(None, None, None), won), tuple(lines))


def _line(source: Source, leads: Iterable[Progress]) -> CycleLine:
    quickest_first = sorted(leads, key=lambda lead: (lead.cycle_days or 0, lead.id))
    days = tuple(lead.cycle_days for lead in quickest_first if lead.cycle_days is not None)
    return CycleLine(source, ids_of(quickest_first), days, cycle_of(quickest_first))
