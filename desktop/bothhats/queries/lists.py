"""The owner's own lists: stages, sources, campaigns, reasons, tags."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bothhats.domain.pipeline import Hat, Milestone, SourceKind, Stage, Step


@dataclass(frozen=True, slots=True)
class Source:
    """Where leads come from."""

    id: int
    name: str
    kind: SourceKind


@dataclass(frozen=True, slots=True)
class Campaign:
    """One thing that marketing is doing; an open end means it goes on."""

    id: int
    name: str
    source_id: int | None
    starts_on: date | None
    ends_on: date | None
    note: str


def stages(connection: sqlite3.Connection) -> list[Stage]:
    """The stages in use, in the order of the board."""
    rows = connection.execute(
        "SELECT id, name, milestone, hat, judges, position, rhythm_days, chance FROM stage"
        " WHERE retired_on IS NULL ORDER BY position, id"
    ).fetchall()
    return [
        Stage(i, name, Milestone(milestone), Hat(hat), Step(judges) if judges else None, position, rhythm, chance)
        for i, name, milestone, hat, judges, position, rhythm, chance in rows
    ]


def sources(connection: sqlite3.Connection) -> list[Source]:
    """The sources in use, by name."""
    rows = connection.execute(
        "SELECT id, name, kind FROM source WHERE retired_on IS NULL ORDER BY name COLLATE NOCASE, id"
    ).fetchall()
    return [Source(i, name, SourceKind(kind)) for i, name, kind in rows]


def campaigns(connection: sqlite3.Connection) -> list[Campaign]:
    """All campaigns, the newest first."""
    rows = connection.execute(
        "SELECT id, name, source_id, starts_on, ends_on, note FROM campaign ORDER BY starts_on DESC, id DESC"
    ).fetchall()
    return [Campaign(i, name, source, _date(start), _date(end), note) for i, name, source, start, end, note in rows]


def reasons(connection: sqlite3.Connection, kind: str) -> list[str]:
    """The reasons for `won`, `lost` (all other endings) or `parked`, most used first."""
    table = "parking" if kind == "parked" else "outcome_change"
    rows = connection.execute(
        f"SELECT name FROM reason WHERE kind = ? AND retired_on IS NULL"
        f" ORDER BY (SELECT count(*) FROM {table} WHERE reason_id = reason.id) DESC, position, id",
        (kind,),
    ).fetchall()
    return [row[0] for row in rows]


def tags(connection: sqlite3.Connection) -> list[str]:
    """All tags by name."""
    return [row[0] for row in connection.execute("SELECT name FROM tag ORDER BY name COLLATE NOCASE").fetchall()]


def tags_of(connection: sqlite3.Connection, lead_ids: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """The tags of each of these leads that has some, by name."""
    rows = connection.execute(
        "SELECT lead_id, name FROM lead_tag JOIN tag ON tag.id = tag_id"
        " WHERE lead_id IN (SELECT value FROM json_each(?)) ORDER BY name COLLATE NOCASE",
        (json.dumps(list(lead_ids)),),
    ).fetchall()
    found: dict[int, tuple[str, ...]] = {}
    for lead_id, name in rows:
        found[lead_id] = (*found.get(lead_id, ()), name)
    return found


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
