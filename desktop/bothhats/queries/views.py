"""The owner's saved views, and how many leads each of them shows."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from bothhats.domain.filter_json import filter_from_json
from bothhats.domain.lead_filter import NOT_RECORDED, LeadFilter, View
from bothhats.domain.name_matching import folded
from bothhats.domain.problems import WrongUsage
from bothhats.queries.filter_lists import named_rows
from bothhats.queries.lead_condition import condition, times

_LISTS = {
    "source_ids": ("source",),
    "campaign_ids": ("campaign",),
    "stage_ids": ("stage",),
    "reason_ids": ("won_reason", "lost_reason"),
    "tag_ids": ("tag",),
    "objection_ids": ("objection",),
}


@dataclass(frozen=True, slots=True)
class SavedView:
    """A name for a filter; `form` is board or table."""

    id: int
    name: str
    lead_filter: LeadFilter
    form: str


def saved_views(connection: sqlite3.Connection) -> list[SavedView]:
    """The views in the owner's order. What their filters name and is gone is left out of them."""
    rows = connection.execute("SELECT id, name, filter, form FROM saved_view ORDER BY position, id").fetchall()
    known = _known(connection) if rows else {}
    return [SavedView(i, name, _present(filter_from_json(text), known), form) for i, name, text, form in rows]


def view_called(connection: sqlite3.Connection, name: str) -> LeadFilter:
    """The filter of a view by its name, case aside: open, ended, all, or one of the owner's. Raises WrongUsage."""
    own = {folded(view.name): view.lead_filter for view in saved_views(connection)}
    known = {**{str(view): LeadFilter(view=view) for view in View}, **own}
    try:
        return known[folded(name)]
    except KeyError:
        raise WrongUsage(f"There is no view called {name}.", f"There are {', '.join(known)}.") from None


def counts(
    connection: sqlite3.Connection, filters: Iterable[LeadFilter], today: date, promise_days: int = 2
) -> list[int]:
    """How many leads each filter lets through."""
    found = []
    for lead_filter in filters:
        values = times(today, promise_days)
        sql = f"SELECT count(*) FROM lead WHERE {condition(lead_filter, values)}"
        found.append(int(connection.execute(sql, values).fetchone()[0]))
    return found


def _known(connection: sqlite3.Connection) -> dict[str, frozenset[int]]:
    return {
        field: frozenset({NOT_RECORDED, *(row.id for name in names for row in named_rows(connection, name))})
        for field, names in _LISTS.items()
    }


def _present(lead_filter: LeadFilter, known: dict[str, frozenset[int]]) -> LeadFilter:
    return replace(lead_filter, **{field: getattr(lead_filter, field) & ids for field, ids in known.items()})
