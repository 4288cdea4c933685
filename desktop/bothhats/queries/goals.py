"""The goals by month: what was set for a month, and what an earlier one carries on into it."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

_FIGURES = ("leads", "conversations", "closes", "revenue", "promise")


@dataclass(frozen=True, slots=True)
class GoalEntry:
    """A figure in one month: its own goal, the one carried on from before, and whether goals end here."""

    own: int | None
    carried: int | None
    is_end: bool


def goal_table(connection: sqlite3.Connection, months: Sequence[str]) -> dict[tuple[str, str], GoalEntry]:
    """What stands in each month for each figure."""
    entries = _entries(connection)
    return {(month, figure): _entry(entries.get(figure, {}), month) for month in months for figure in _FIGURES}


def read_goals(connection: sqlite3.Connection, month: str) -> dict[str, int]:
    """The goals in force in a month: each set in it or in an earlier one, and not ended since."""
    found = {}
    for figure, amounts in _entries(connection).items():
        entry = _entry(amounts, month)
        goal = entry.carried if entry.own is None and not entry.is_end else entry.own
        if goal is not None:
            found[figure] = goal
    return found


def _entries(connection: sqlite3.Connection) -> dict[str, dict[str, int | None]]:
    """The goals by figure and month, in the order of the months; None where they end."""
    rows = connection.execute(
        "SELECT figure, month, amount, id FROM goal UNION ALL SELECT figure, month, NULL, 0 FROM goal_end ORDER BY 2, 4"
    )
    found: dict[str, dict[str, int | None]] = {}
    for figure, month, amount, _ in rows:
        found.setdefault(figure, {})[month] = amount
    return found


def _entry(amounts: dict[str, int | None], month: str) -> GoalEntry:
    before = [amount for since, amount in amounts.items() if since < month]
    own = amounts.get(month)
    return GoalEntry(own, before[-1] if before else None, month in amounts and own is None)
