"""Read back what a step has recorded."""

import sqlite3
from collections import defaultdict
from types import MappingProxyType

from bothhats.domain.changes import ChangeSet


def changes_of(connection: sqlite3.Connection, step_id: int, label: str, kind: str) -> ChangeSet:
    """The rows of the step by table, and the leads that they belong to."""
    rows: dict[str, set[int]] = defaultdict(set)
    created: dict[str, set[int]] = defaultdict(set)
    deleted: dict[str, set[int]] = defaultdict(set)
    leads: set[int] = set()
    recorded = connection.execute(
        "SELECT table_name, row_id, before IS NULL, after IS NULL, CASE table_name WHEN 'lead' THEN row_id"
        " ELSE json_extract(coalesce(after, before), '$.lead_id') END FROM journal_change WHERE step_id = ?",
        (step_id,),
    )
    for table, row_id, is_new, is_gone, lead_id in recorded:
        rows[table].add(row_id)
        if is_new:
            created[table].add(row_id)
        if is_gone:
            deleted[table].add(row_id)
        if lead_id is not None:
            leads.add(lead_id)
    return ChangeSet(label, _frozen(rows), _frozen(created), _frozen(deleted), kind, frozenset(leads))


def forget_rows_without_effect(connection: sqlite3.Connection, step_id: int) -> None:
    """Drop the records of rows that ended as they began."""
    connection.execute(
        "DELETE FROM journal_change WHERE step_id = :step AND (table_name, row_id) IN ("
        " SELECT table_name, row_id FROM ("
        "  SELECT table_name, row_id, first_value(before) OVER w AS before, last_value(after) OVER w AS after"
        "  FROM journal_change WHERE step_id = :step WINDOW w AS (PARTITION BY table_name, row_id ORDER BY id"
        "   ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING))"
        " WHERE before IS after)",
        {"step": step_id},
    )


def _frozen(rows: dict[str, set[int]]) -> MappingProxyType[str, frozenset[int]]:
    return MappingProxyType({table: frozenset(ids) for table, ids in rows.items()})
