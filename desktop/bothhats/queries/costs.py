"""What a lead, a qualified lead, a conversation and a customer cost, by source."""

import sqlite3
from dataclasses import dataclass

from bothhats.queries.figures import cohort_of
from bothhats.queries.scope import Ids, Scope, ids_of, read_leads, read_scoped_spend
from bothhats.queries.settings import read_settings
from bothhats.queries.source_groups import NO_SOURCE, Source, all_sources


@dataclass(frozen=True, slots=True)
class CostLine:
    """One source: its spend of the period in minor units, and who arrived in it and came how far."""

    source: Source
    spent: int
    leads: Ids
    qualified: Ids
    conversations: Ids
    closes: Ids

    def cost(self, of: Ids) -> int | None:
        """Spend by so many, rounded half up; None without spend or with nobody."""
        return (2 * self.spent + len(of)) // (2 * len(of)) if self.spent and of else None


@dataclass(frozen=True, slots=True)
class Costs:
    """The sources with leads or spend, the dearest first; `unplaced` is the spend of campaigns without a source."""

    lines: tuple[CostLine, ...]
    unplaced: int
    currency: str


def read_costs(connection: sqlite3.Connection, scope: Scope) -> Costs:
    """Of the leads that arrived in the period, and the spend of its days up to as-of."""
    cohort = cohort_of(read_leads(connection, scope), scope.period)
    known = all_sources(connection)
    spent: dict[int | None, int] = {}
    for entry in read_scoped_spend(connection, scope):
        part = entry.within(scope.period.start, scope.period.last)
        spent[entry.source_id] = spent.get(entry.source_id, 0) + part
    unplaced = spent.pop(None, 0)
    found = {lead.source_id for lead in cohort} | {source_id for source_id, amount in spent.items() if amount}
    lines = []
    for source_id in found:
        leads = [lead for lead in cohort if lead.source_id == source_id]
        lines.append(
            CostLine(
                known.get(source_id or 0, NO_SOURCE),
                spent.get(source_id, 0),
                ids_of(leads),
                ids_of(lead for lead in leads if lead.qualified_on),
                ids_of(lead for lead in leads if lead.conversation_on),
                ids_of(lead for lead in leads if lead.won_on),
            )
        )
    return Costs(tuple(sorted(lines, key=_dearest_first)), unplaced, read_settings(connection).currency)


def _dearest_first(line: CostLine) -> tuple[bool, int, int, str, int]:
    return line.source.id is None, -line.spent, -len(line.leads), line.source.name or "", line.source.id or 0
