"""Leads, conversations, opportunities, closes of a cohort: where they stopped, and what is still open."""

import sqlite3
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bothhats.domain.pipeline import SourceKind
from bothhats.queries.figures import Period, cohort_of
from bothhats.queries.progress import Progress, read_progress

Ids = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Stopped:
    """The leads that came to a milestone and not to the next one, and how they stand."""

    ids: Ids
    open: int
    parked: int
    endings: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Funnel:
    """One cohort: the ids that reached each milestone, where the others stopped, and the judgements beside it."""

    leads: Ids
    conversations: Ids
    opportunities: Ids
    closes: Ids
    qualified: Ids
    qualified_talked: Ids
    talked_not_judged: Ids
    stopped_before_conversation: Stopped
    stopped_before_opportunity: Stopped
    stopped_before_close: Stopped
    open: int
    parked: int


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


def read_cohort(
    connection: sqlite3.Connection,
    period: Period,
    source_ids: Collection[int | None] | None = None,
    campaign_ids: Collection[int | None] | None = None,
) -> list[Progress]:
    """The leads that arrived in the period, of some sources and campaigns; None means of all."""
    return [
        lead
        for lead in cohort_of(read_progress(connection, period.as_of), period)
        if (source_ids is None or lead.source_id in source_ids)
        and (campaign_ids is None or lead.campaign_id in campaign_ids)
    ]


def funnel_of(cohort: Sequence[Progress]) -> Funnel:
    """The funnel of a cohort."""
    talked = [lead for lead in cohort if lead.conversation_on]
    offered = [lead for lead in cohort if lead.opportunity_on]
    won = [lead for lead in cohort if lead.won_on]
    return Funnel(
        leads=_ids(cohort),
        conversations=_ids(talked),
        opportunities=_ids(offered),
        closes=_ids(won),
        qualified=_ids([lead for lead in cohort if lead.qualified_on]),
        qualified_talked=_ids([lead for lead in talked if lead.qualified_on]),
        talked_not_judged=_ids([lead for lead in talked if not lead.qualified_on]),
        stopped_before_conversation=_stopped([lead for lead in cohort if not lead.conversation_on]),
        stopped_before_opportunity=_stopped([lead for lead in talked if not lead.opportunity_on]),
        stopped_before_close=_stopped([lead for lead in offered if not lead.won_on]),
        open=sum(lead.is_open for lead in cohort),
        parked=sum(lead.is_parked for lead in cohort),
    )


def source_lines(connection: sqlite3.Connection, cohort: Sequence[Progress]) -> list[SourceLine]:
    """The sources of a cohort, the one with most leads first; leads without a source come last."""
    known = {
        row[0]: (row[1], SourceKind(row[2]))
        for row in connection.execute("SELECT id, name, kind FROM source").fetchall()
    }
    groups: dict[int | None, list[Progress]] = {}
    for lead in cohort:
        groups.setdefault(lead.source_id, []).append(lead)
    lines = []
    for source_id, leads in groups.items():
        name, kind = known.get(source_id or 0, (None, None))
        talked = [lead for lead in leads if lead.conversation_on]
        lines.append(
            SourceLine(
                source_id,
                name,
                kind,
                _ids(leads),
                sum(lead.is_open and not lead.conversation_on for lead in leads),
                _ids(talked),
                sum(lead.is_open for lead in talked),
                _ids([lead for lead in leads if lead.won_on]),
            )
        )
    return sorted(lines, key=lambda line: (line.name is None, -len(line.leads), line.name or ""))


def _stopped(leads: Sequence[Progress]) -> Stopped:
    endings = Counter(lead.outcome for lead in leads if lead.outcome)
    return Stopped(
        _ids(leads),
        sum(lead.is_open for lead in leads),
        sum(lead.is_parked for lead in leads),
        tuple(endings.most_common()),
    )


def _ids(leads: Sequence[Progress]) -> Ids:
    return tuple(lead.id for lead in leads)
