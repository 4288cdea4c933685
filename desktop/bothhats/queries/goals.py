"""The goals by month: what was set for a month, and what an earlier one carries on into it."""

import sqlite3
from collections.abc import Sequence


def goal_table(
    connection: sqlite3.Connection, months: Sequence[str]
) -> dict[tuple[str, str], tuple[int | None, int | None]]:
    """By month and figure: the month's own goal, and the one carried on from before; None where there is none."""
    entries = connection.execute("SELECT figure, month, amount FROM goal ORDER BY month, id").fetchall()
    figures = ("leads", "conversations", "closes", "revenue", "promise")
    found: dict[tuple[str, str], tuple[int | None, int | None]] = {}
    for month in months:
        for figure in figures:
            set_here = [amount for name, since, amount in entries if name == figure and since == month]
            before = [amount for name, since, amount in entries if name == figure and since < month]
            found[month, figure] = (set_here[-1] if set_here else None, before[-1] if before else None)
    return found
