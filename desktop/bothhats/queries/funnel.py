"""Leads, conversations, opportunities, closes of a cohort: where they stopped, and what is still open."""

import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bothhats.queries.progress import Progress
from bothhats.queries.scope import Ids, Scope, ids_of, read_cohort


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


def read_funnel(connection: sqlite3.Connection, scope: Scope) -> Funnel:
    """The funnel of the leads that arrived in the period."""
    return funnel_of(read_cohort(connection, scope))


def funnel_of(cohort: Sequence[Progress]) -> Funnel:
    """The funnel of a cohort."""
    talked = [lead for lead in cohort if lead.conversation_on]
    offered = [lead for lead in cohort if lead.opportunity_on]
    won = [lead for lead in cohort if lead.won_on]
    return Funnel(
        leads=ids_of(cohort),
        conversations=ids_of(talked),
        opportunities=ids_of(offered),
        closes=ids_of(won),
        qualified=ids_of([lead for lead in cohort if lead.qualified_on]),
        qualified_talked=ids_of([lead for lead in talked if lead.qualified_on]),
        talked_not_judged=ids_of([lead for lead in talked if not lead.qualified_on]),
        stopped_before_conversation=_stopped([lead for lead in cohort if not lead.conversation_on]),
        stopped_before_opportunity=_stopped([lead for lead in talked if not lead.opportunity_on]),
        stopped_before_close=_stopped([lead for lead in offered if not lead.won_on]),
        open=sum(lead.is_open for lead in cohort),
        parked=sum(lead.is_parked for lead in cohort),
    )


def _stopped(leads: Sequence[Progress]) -> Stopped:
    endings = Counter(lead.outcome for lead in leads if lead.outcome)
    return Stopped(
        ids_of(leads),
        sum(lead.is_open for lead in leads),
        sum(lead.is_parked for lead in leads),
        tuple(endings.most_common()),
    )
