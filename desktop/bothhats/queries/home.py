"""The home chart's answer: leads, conversations and closes of each source, and the funnel of them all."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from bothhats.domain.pipeline import SourceKind
from bothhats.queries.funnel import Funnel, funnel_of
from bothhats.queries.progress import Progress
from bothhats.queries.scope import Ids, Scope, ids_of, read_cohort
from bothhats.queries.source_groups import Source, by_source


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source of the home chart; a lead without a source has the name None."""

    source_id: int | None
    name: str | None
    kind: SourceKind | None
    leads: Ids
    open_before_conversation: int
    conversations: Ids
    open_after_conversation: int
    closes: Ids


@dataclass(frozen=True, slots=True)
class Home:
    """One cohort, by source and as a whole."""

    lines: tuple[SourceLine, ...]
    funnel: Funnel


def read_home(connection: sqlite3.Connection, scope: Scope) -> Home:
    """The leads that arrived in the period."""
    cohort = read_cohort(connection, scope)
    return Home(tuple(source_lines(connection, cohort)), funnel_of(cohort))


def source_lines(connection: sqlite3.Connection, cohort: Sequence[Progress]) -> list[SourceLine]:
    """The sources of a cohort, the one with most leads first; leads without a source come last."""
    return [_line(source, leads) for source, leads in by_source(connection, cohort)]


def _line(source: Source, leads: Sequence[Progress]) -> SourceLine:
    talked = [lead for lead in leads if lead.conversation_on]
    return SourceLine(
        source.id,
        source.name,
        source.kind,
        ids_of(leads),
        sum(lead.is_open and not lead.conversation_on for lead in leads),
        ids_of(talked),
        sum(lead.is_open for lead in talked),
        ids_of(lead for lead in leads if lead.won_on),
    )
