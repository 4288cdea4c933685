"""Leads by the source that they came from."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from bothhats.domain.pipeline import SourceKind
from bothhats.queries.progress import Progress


@dataclass(frozen=True, slots=True)
class Source:
    """One source; leads without one have neither id, name nor kind."""

    id: int | None
    name: str | None
    kind: SourceKind | None


NO_SOURCE = Source(None, None, None)


def all_sources(connection: sqlite3.Connection) -> dict[int, Source]:
    """Every source by its id, retired ones too."""
    rows = connection.execute("SELECT id, name, kind FROM source").fetchall()
    return {row[0]: Source(row[0], row[1], SourceKind(row[2])) for row in rows}


def by_source(connection: sqlite3.Connection, leads: Iterable[Progress]) -> list[tuple[Source, list[Progress]]]:
    """The sources with leads, the one with most first; leads without a source come last."""
    known = all_sources(connection)
    groups: dict[int | None, list[Progress]] = {}
    for lead in leads:
        groups.setdefault(lead.source_id, []).append(lead)
    pairs = [(known.get(source_id or 0, NO_SOURCE), found) for source_id, found in groups.items()]
    return sorted(pairs, key=lambda pair: (pair[0].id is None, -len(pair[1]), pair[0].name or "", pair[0].id or 0))
