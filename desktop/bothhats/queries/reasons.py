"""Why leads were won and why they were not, by the month in which they ended."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from bothhats.queries.progress import Progress
from bothhats.queries.scope import Ids, Scope, ids_of, read_leads


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """One reason, None where none is recorded: the leads that ended for it, and how many in each month."""

    reason_id: int | None
    name: str | None
    ids: Ids
    by_month: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reasons:
    """For winning and for losing, the most frequent first and what is not recorded last.

    `lost` has every other outcome; `endings` says how many of each there were.
    """

    months: tuple[str, ...]
    won: tuple[ReasonLine, ...]
    lost: tuple[ReasonLine, ...]
    endings: tuple[tuple[str, int], ...]


def read_reasons(connection: sqlite3.Connection, scope: Scope) -> Reasons:
    """Of the leads whose outcome fell in the period, whenever they arrived."""
    start, end = scope.period.start.isoformat(), scope.period.last.isoformat()
    months = scope.months
    ended = [lead for lead in read_leads(connection, scope) if lead.outcome_on and start <= lead.outcome_on <= end]
    names = dict(connection.execute("SELECT id, name FROM reason").fetchall())
    outcomes = [lead.outcome for lead in ended]
    return Reasons(
        months,
        _lines([lead for lead in ended if lead.outcome == "won"], names, months),
        _lines([lead for lead in ended if lead.outcome != "won"], names, months),
        tuple((name, outcomes.count(name)) for name in ("won", "lost", "no_decision", "not_a_fit")),
    )


def _lines(ended: Sequence[Progress], names: dict[int, str], months: Sequence[str]) -> tuple[ReasonLine, ...]:
    groups: dict[int | None, list[Progress]] = {}
    for lead in ended:
        groups.setdefault(lead.reason_id, []).append(lead)
    lines = []
    for reason_id, leads in groups.items():
        when = [str(lead.outcome_on)[:7] for lead in leads]
        by_month = tuple(when.count(month) for month in months)
        lines.append(ReasonLine(reason_id, names.get(reason_id or 0), ids_of(leads), by_month))
    key = lambda line: (line.reason_id is None, -len(line.ids), line.name or "", line.reason_id or 0)  # noqa: E731
    return tuple(sorted(lines, key=key))
