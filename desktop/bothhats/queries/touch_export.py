"""What happened with leads as the rows of a list, under the headings by which an import knows touches."""

import json
import sqlite3
from collections.abc import Iterator, Sequence

from bothhats.domain.lead_key import given_key

HEADER = ("key", "name", "company", "happened_on", "kind", "direction", "two_way", "note", "heard")
_SELECT = """
SELECT lead.id, lead.recorded_at, lead.key, display_name, company, happened_on, kind, coalesce(direction, ''),
  CASE WHEN two_way THEN 'yes' ELSE 'no' END, note,
  coalesce((SELECT group_concat(o.text || CASE WHEN h.words <> '' THEN ': ' || h.words ELSE '' END, '; ')
    FROM hearing h JOIN objection o ON o.id = h.objection_id WHERE h.touch_id = touch.id), '')
FROM touch JOIN lead ON lead.id = touch.lead_id
"""


def touch_lines(connection: sqlite3.Connection, ids: Sequence[int] | None = None) -> Iterator[list[str]]:
    """Of these leads, or of all that are not in the bin; in the order of the days."""
    if ids is None:
        rows = connection.execute(f"{_SELECT} WHERE binned_at IS NULL ORDER BY happened_on, touch.id")
    else:
        wanted = "lead.id IN (SELECT value FROM json_each(?))"
        rows = connection.execute(f"{_SELECT} WHERE {wanted} ORDER BY happened_on, touch.id", (json.dumps(list(ids)),))
    for lead_id, recorded_at, key, *others in rows:
        yield [key or given_key(lead_id, recorded_at), *others]
