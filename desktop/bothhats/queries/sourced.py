"""The value of the open leads by the kind of source that brought them: the marketing-sourced pipeline."""

import sqlite3
from dataclasses import dataclass

from bothhats.domain.pipeline import SourceKind
from bothhats.queries.scope import Ids, Scope, ids_of, read_leads
from bothhats.queries.settings import read_settings
from bothhats.queries.source_groups import NO_SOURCE, all_sources


@dataclass(frozen=True, slots=True)
class KindLine:
    """The open leads of one kind of source, None where none is recorded; the value in minor units."""

    kind: SourceKind | None
    open: Ids
    value: int
    without_value: int


@dataclass(frozen=True, slots=True)
class Sourced:
    """Marketing first, then outreach, word of mouth and what is not recorded."""

    lines: tuple[KindLine, ...]
    currency: str

    @property
    def value(self) -> int:
        """Of all open leads."""
        return sum(line.value for line in self.lines)

    @property
    def marketing(self) -> int:
        """Of those that marketing brought."""
        return sum(line.value for line in self.lines if line.kind == SourceKind.MARKETING)

    @property
    def with_value(self) -> int:
        """How many leads have a value: the n of the share."""
        return sum(len(line.open) - line.without_value for line in self.lines)


def read_sourced(connection: sqlite3.Connection, scope: Scope) -> Sourced:
    """As of the scope's day; the period plays no part."""
    sources = all_sources(connection)
    day = scope.as_of.isoformat()
    leads = [lead for lead in read_leads(connection, scope) if lead.is_open and lead.arrived_on <= day]
    lines = []
    for kind in (*SourceKind, None):
        here = [lead for lead in leads if sources.get(lead.source_id or 0, NO_SOURCE).kind == kind]
        values = [lead.value for lead in here if lead.value is not None]
        lines.append(KindLine(kind, ids_of(here), sum(values), len(here) - len(values)))
    return Sourced(tuple(lines), read_settings(connection).currency)
