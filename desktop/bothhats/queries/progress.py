"""How far each lead has come as of a date: the one reading of the history that every figure rests on.

The rules are those of METRICS, "Reaching a milestone" and the edge rules 1 to 6. Dates are ISO texts throughout,
because comparing texts is what a hundred thousand leads can afford.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

Dates = dict[int, str]


@dataclass(slots=True)
class Progress:
    """One lead as of a date; a date that is None has not happened by then."""

    id: int
    source_id: int | None
    campaign_id: int | None
    value: int | None
    arrived_on: str
    conversation_on: str | None = None
    opportunity_on: str | None = None
    won_on: str | None = None
    qualified_on: str | None = None
    sales_ready_on: str | None = None
    contacted_on: str | None = None
    outcome: str | None = None
    outcome_on: str | None = None
    waste: bool | None = None
    reason_id: int | None = None
    is_parked: bool = False

    @property
    def days(self) -> tuple[str | None, ...]:
        """The days on which it reached something: no other day matters to a count of events."""
        return (
            self.arrived_on,
            self.qualified_on,
            self.sales_ready_on,
            self.conversation_on,
            self.opportunity_on,
            self.won_on,
            self.outcome_on,
        )

    @property
    def is_open(self) -> bool:
        """Whether the lead has no outcome."""
        return self.outcome is None

    @property
    def cycle_days(self) -> int | None:
        """Days from arrival to the win; None for a lead that is not won."""
        if self.won_on is None:
            return None
        return (date.fromisoformat(self.won_on) - date.fromisoformat(self.arrived_on)).days


class _Ended(NamedTuple):
    """The outcome that a lead has, and the first win since it was last reopened."""

    outcome: str
    on: str
    waste: int | None
    reason_id: int | None
    won_on: str | None


def file_state(connection: sqlite3.Connection) -> int:
    """Another number after each commit of another connection: what a reader kept from before is stale then."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


class KeptProgress:
    """What was read of a file for two as-of dates at most; to be thrown away when the file changes.

    Its owner knows when: a hundred thousand leads are read in seconds, and many charts rest on the same reading.
    """

    def __init__(self) -> None:
        self._by_day: dict[date, list[Progress]] = {}

    def read(self, connection: sqlite3.Connection, as_of: date) -> list[Progress]:
        """From here, where it was read before."""
        if as_of in self._by_day:
            return self._by_day[as_of]
        leads = _read(connection, as_of)
        if len(self._by_day) < _MOST_DAYS:
            self._by_day[as_of] = leads
        return leads


_MOST_DAYS = 2
_kept: ContextVar[KeptProgress | None] = ContextVar("kept_progress", default=None)


@contextmanager
def keeping(kept: KeptProgress) -> Iterator[None]:
    """Within it, on this thread, `read_progress` reads each as-of date once; nobody changes what it answers."""
    token = _kept.set(kept)
    try:
        yield
    finally:
        _kept.reset(token)


def read_progress(connection: sqlite3.Connection, as_of: date) -> list[Progress]:
    """Every lead that is not in the bin, with what has happened by the end of `as_of`, by id.

    A lead whose arrival lies after `as_of` is among them, since its earlier events count on their own dates.
    """
    kept = _kept.get()
    return _read(connection, as_of) if kept is None else kept.read(connection, as_of)


def _read(connection: sqlite3.Connection, as_of: date) -> list[Progress]:
    day = as_of.isoformat()
    leads = [
        Progress(*row)
        for row in connection.execute(
            "SELECT id, source_id, campaign_id, value, arrived_on FROM lead WHERE binned_at IS NULL ORDER BY id"
        ).fetchall()
    ]
    outcomes = _outcomes(connection, day)
    entered = _entered(connection, day)
    talked = _dates(connection, "SELECT lead_id, min(happened_on) FROM touch WHERE two_way", "happened_on", day)
    judged = _judged(connection, day)
    parked = _parked(connection, day)
    contacts = _contacts(connection, day)
    for lead in leads:
        _put_outcome(lead, outcomes.get(lead.id))
        opportunity = entered["opportunity"].get(lead.id)
        lead.opportunity_on = _earliest((opportunity, lead.won_on))
        lead.conversation_on = _earliest(
            (entered["conversation"].get(lead.id), talked.get(lead.id), lead.opportunity_on)
        )
        lead.sales_ready_on = judged["sales_ready"].get(lead.id)
        lead.qualified_on = _earliest((judged["marketing_qualified"].get(lead.id), lead.sales_ready_on))
        lead.is_parked = lead.is_open and lead.id in parked
        lead.contacted_on = _first_since(lead.arrived_on, (*contacts.get(lead.id, ()), lead.won_on))
    return leads


def _earliest(days: Iterable[str | None]) -> str | None:
    return min((day for day in days if day), default=None)


def _first_since(start: str, days: Iterable[str | None]) -> str | None:
    return min((day for day in days if day and day >= start), default=None)


def _dates(connection: sqlite3.Connection, sql: str, column: str, day: str) -> Dates:
    return dict(connection.execute(f"{sql} AND {column} <= ? GROUP BY lead_id", (day,)).fetchall())


def _entered(connection: sqlite3.Connection, day: str) -> dict[str, Dates]:
    sql = "SELECT lead_id, min(entered_on) FROM stage_change WHERE milestone = '{}'"
    return {
        milestone: _dates(connection, sql.format(milestone), "entered_on", day)
        for milestone in ("conversation", "opportunity")
    }


def _outcomes(connection: sqlite3.Connection, day: str) -> dict[int, _Ended]:
    """By lead what its outcomes leave standing; reopening takes back all before it."""
    standing: dict[int, _Ended] = {}
    for lead_id, outcome, on, waste, reason_id in connection.execute(
        "SELECT lead_id, outcome, happened_on, waste, reason_id FROM outcome_change WHERE happened_on <= ?"
        " ORDER BY happened_on, id",
        (day,),
    ).fetchall():
        if outcome == "reopened":
            standing.pop(lead_id, None)
            continue
        won_on = standing[lead_id].won_on if lead_id in standing else None
        standing[lead_id] = _Ended(outcome, on, waste, reason_id, won_on or (on if outcome == "won" else None))
    return standing


def _put_outcome(lead: Progress, ended: _Ended | None) -> None:
    if ended:
        lead.outcome, lead.outcome_on, lead.won_on = ended.outcome, ended.on, ended.won_on
        lead.reason_id = ended.reason_id
        lead.waste = None if ended.waste is None else bool(ended.waste)


def _judged(connection: sqlite3.Connection, day: str) -> dict[str, Dates]:
    """By step and lead: the first date of being judged so since it was last judged otherwise."""
    standing: dict[str, Dates] = {"marketing_qualified": {}, "sales_ready": {}}
    for lead_id, step, verdict, on in connection.execute(
        "SELECT lead_id, step, verdict, judged_on FROM judgement WHERE judged_on <= ? ORDER BY judged_on, id", (day,)
    ).fetchall():
        if verdict == "met":
            standing[step].setdefault(lead_id, on)
        else:
            standing[step].pop(lead_id, None)
    return standing


def _parked(connection: sqlite3.Connection, day: str) -> set[int]:
    rows = connection.execute(
        "SELECT lead_id FROM parking WHERE parked_on <= :day AND until > :day"
        " AND (woken_on IS NULL OR woken_on > :day)",
        {"day": day},
    ).fetchall()
    return {row[0] for row in rows}


def _contacts(connection: sqlite3.Connection, day: str) -> dict[int, list[str]]:
    """By lead: the days on which it was contacted or really talked with; before its arrival is for others to judge."""
    days: dict[int, list[str]] = defaultdict(list)
    for lead_id, on in connection.execute(
        "SELECT lead_id, happened_on FROM touch WHERE (direction = 'out' OR two_way) AND happened_on <= :day"
        " UNION SELECT lead_id, entered_on FROM stage_change WHERE milestone <> 'lead' AND entered_on <= :day",
        {"day": day},
    ).fetchall():
        days[lead_id].append(on)
    return days
