"""Keep the search index equal to what the leads, touches and hearings say.

The journal calls `refresh` before each commit with the leads that the step touched. Triggers could not do it: with
trusted_schema off SQLite refuses a trigger that writes to a full-text table.
"""

import json
import sqlite3

from bothhats.domain.changes import ChangeSet

SEARCHED_TABLES = ("lead", "touch", "hearing", "objection", "outcome_change")

_DOCUMENT = """
INSERT INTO lead_search (rowid, who, contact, notes, touches, words) SELECT id,
  name || ' ' || first_name || ' ' || last_name || ' ' || company || ' ' || role,
  email || ' ' || phone || ' ' || website || ' ' || address || ' ' || key || ' ' || next_step,
  notes || CASE WHEN extra = '{}' THEN '' ELSE ' ' || extra END,
  coalesce((SELECT group_concat(note, ' ') FROM touch WHERE lead_id = lead.id), ''),
  coalesce((SELECT group_concat(h.words || ' ' || o.text, ' ') FROM hearing h
            JOIN objection o ON o.id = h.objection_id WHERE h.lead_id = lead.id), '')
    || coalesce((SELECT ' ' || group_concat(words, ' ') FROM outcome_change WHERE lead_id = lead.id), '')
FROM lead
"""


def refresh(connection: sqlite3.Connection, changes: ChangeSet) -> None:
    """Index the leads of the step anew; inside the step's transaction."""
    if not changes.touches(*SEARCHED_TABLES):
        return
    leads = set(changes.lead_ids) | _leads_that_heard(connection, changes)
    ids = json.dumps(sorted(leads))
    connection.execute("DELETE FROM lead_search WHERE rowid IN (SELECT value FROM json_each(?))", (ids,))
    connection.execute(_DOCUMENT + " WHERE id IN (SELECT value FROM json_each(?))", (ids,))


def rebuild(connection: sqlite3.Connection) -> None:
    """Make the whole index anew; inside the caller's transaction."""
    connection.execute("DELETE FROM lead_search")
    connection.execute(_DOCUMENT)


def _leads_that_heard(connection: sqlite3.Connection, changes: ChangeSet) -> set[int]:
    renamed = json.dumps(sorted(changes.rows.get("objection", ())))
    found = connection.execute(
        "SELECT lead_id FROM hearing WHERE objection_id IN (SELECT value FROM json_each(?))", (renamed,)
    )
    return {row[0] for row in found}
