"""Read back what a step has recorded."""

import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Set
from types import MappingProxyType

from bothhats.domain.changes import ChangeSet
from bothhats.domain.id_set import IdSet

_IdsByTable = defaultdict[str, "array[int]"]


def changes_of(connection: sqlite3.Connection, step_id: int, label: str, kind: str) -> ChangeSet:
    """The rows of the step by table, and the leads that they belong to."""
    rows: _IdsByTable = defaultdict(_none)
    created: _IdsByTable = defaultdict(_none)
    deleted: _IdsByTable = defaultdict(_none)
    recorded = connection.execute(
        "SELECT table_name, row_id, max(before IS NULL), max(after IS NULL) FROM journal_change WHERE step_id = ?"
        " GROUP BY table_name, row_id ORDER BY table_name, row_id",
        (step_id,),
    )
    for table, row_id, is_new, is_gone in recorded:
        rows[table].append(row_id)
        if is_new:
            created[table].append(row_id)
        if is_gone:
            deleted[table].append(row_id)
    leads = _leads_of(connection, step_id, IdSet.in_order(rows.get("lead", ())))
    return ChangeSet(label, _in_order(rows), _in_order(created), _in_order(deleted), kind, leads)


def forget_rows_without_effect(connection: sqlite3.Connection, step_id: int) -> None:
    """Drop the records of rows that ended as they began."""
    connection.execute(
        "DELETE FROM journal_change WHERE step_id = :step AND (table_name, row_id) IN ("
        " SELECT several.table_name, several.row_id FROM ("
        "  SELECT table_name, row_id, min(id) AS first, max(id) AS last FROM journal_change WHERE step_id = :step"
        "  GROUP BY table_name, row_id HAVING count(*) > 1) AS several"
        " JOIN journal_change AS f ON f.id = several.first JOIN journal_change AS l ON l.id = several.last"
        " WHERE f.before IS l.after)",
        {"step": step_id},
    )


def _leads_of(connection: sqlite3.Connection, step_id: int, leads: Set[int]) -> Set[int]:
    """These leads, and those to which the rows of other tables belong."""
    found = connection.execute(
        "SELECT json_extract(coalesce(after, before), '$.lead_id') AS lead_id FROM journal_change"
        " WHERE step_id = ? AND table_name <> 'lead' AND lead_id IS NOT NULL",
        (step_id,),
    )
    others = {row[0] for row in found if row[0] not in leads}
    return leads | others if others else leads


def _none() -> "array[int]":
    return array("q")


def _in_order(rows: _IdsByTable) -> MappingProxyType[str, IdSet]:
    return MappingProxyType({table: IdSet.in_order(ids) for table, ids in rows.items()})
