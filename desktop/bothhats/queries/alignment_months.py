"""The score of the alignment check over the months of a period."""

import sqlite3

from bothhats.queries.alignment import MonthScore, month_scores
from bothhats.queries.scope import Scope


def read_alignment_months(connection: sqlite3.Connection, scope: Scope) -> tuple[MonthScore, ...]:
    """The months of the period that have begun, oldest first; the check is of the whole business."""
    return tuple(month_scores(connection, scope.months[-1], scope.as_of, len(scope.months)))
