"""The very leads behind a month's figures, by event as the review counts them."""

import sqlite3
from collections.abc import Callable

from bothhats.queries.figures import is_promise_kept
from bothhats.queries.months import first_day, last_day
from bothhats.queries.progress import Progress, read_progress
from bothhats.queries.settings import read_settings

FIGURES = ("leads", "conversations", "closes", "revenue", "promise")
ANY_SOURCE = -1


def leads_behind(
    connection: sqlite3.Connection, month: str, figure: str, source_id: int | None = ANY_SOURCE
) -> tuple[int, ...]:
    """The leads that a figure counts; `promise`: those for whom it was to be kept; None: those without a source."""
    start, end = first_day(month).isoformat(), last_day(month).isoformat()
    leads = read_progress(connection, last_day(month))
    promise = read_settings(connection).promise_days

    def within(day: str | None) -> bool:
        return day is not None and start <= day <= end

    counts: dict[str, Callable[[Progress], bool]] = {
        "leads": lambda lead: within(lead.arrived_on),
        "conversations": lambda lead: within(lead.conversation_on),
        "closes": lambda lead: within(lead.won_on),
        "revenue": lambda lead: within(lead.won_on) and lead.value is not None,
        "promise": lambda lead: within(lead.arrived_on) and is_promise_kept(lead, last_day(month), promise) is not None,
    }
    return tuple(lead.id for lead in leads if counts[figure](lead) and source_id in (ANY_SOURCE, lead.source_id))
