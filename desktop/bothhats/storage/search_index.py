"""Keep the search index equal to what the leads, touches and hearings say.

The journal calls `refresh` before each commit with the leads that the step touched. Triggers could not do it: with
trusted_schema off SQLite refuses a trigger that writes to a full-text table.
"""

import json
import sqlite3

from bothhats.domain.changes import ChangeSet
from bothhats.domain.search_text import phone_tails, plain_text

SEARCHED_TABLES = (
    *("lead", "touch", "hearing", "objection", "outcome_change"),
    *("parking", "judgement", "lead_tag", "tag"),
)
FORM = "2"  # of the documents below; raised with them, so that older files are indexed anew
_FORM_KEPT = "search_form"

_DOCUMENT = """
INSERT INTO lead_search (rowid, who, contact, notes, touches, words) SELECT id,
  plain_text(name || ' ' || first_name || ' ' || last_name || ' ' || company || ' ' || role),
  plain_text(email || ' ' || phone || ' ' || website || ' ' || address || ' ' || key || ' ' || next_step)
    || ' ' || phone_tails(phone),
  plain_text(notes || coalesce((SELECT ' ' || group_concat(value, ' ')
    FROM json_each(CASE WHEN json_valid(extra) THEN extra ELSE '{}' END)), '')
    || coalesce((SELECT ' ' || group_concat(tag.name, ' ') FROM lead_tag JOIN tag ON tag.id = tag_id
                 WHERE lead_id = lead.id), '')),
  plain_text(coalesce((SELECT group_concat(note, ' ') FROM touch WHERE lead_id = lead.id), '')
    || coalesce((SELECT ' ' || group_concat(note, ' ') FROM parking WHERE lead_id = lead.id), '')
    || coalesce((SELECT ' ' || group_concat(note, ' ') FROM judgement WHERE lead_id = lead.id), '')),
  plain_text(coalesce((SELECT group_concat(h.words || ' ' || o.text, ' ') FROM hearing h
            JOIN objection o ON o.id = h.objection_id WHERE h.lead_id = lead.id), '')
    || coalesce((SELECT ' ' || group_concat(words || ' ' || sign, ' ') FROM outcome_change
                 WHERE lead_id = lead.id), ''))
FROM lead
"""


def refresh(connection: sqlite3.Connection, changes: ChangeSet) -> None:
    """Index the leads of the step anew; inside the step's transaction."""
    if not changes.touches(*SEARCHED_TABLES):
        return
    _teach(connection)
    ids = json.dumps(sorted(set(changes.lead_ids) | _leads_of_renamed(connection, changes)))
    connection.execute("DELETE FROM lead_search WHERE rowid IN (SELECT value FROM json_each(?))", (ids,))
    connection.execute(_DOCUMENT + " WHERE id IN (SELECT value FROM json_each(?))", (ids,))


def rebuild(connection: sqlite3.Connection) -> None:
    """Make the whole index anew; inside the caller's transaction."""
    _teach(connection)
    connection.execute("DELETE FROM lead_search")
    connection.execute(_DOCUMENT)
    connection.execute(
        "INSERT INTO app_state (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (_FORM_KEPT, FORM),
    )


def bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Make the index anew where an earlier version of the app made it."""
    kept = connection.execute("SELECT value FROM app_state WHERE name = ?", (_FORM_KEPT,)).fetchone()
    if kept != (FORM,):
        connection.execute("BEGIN IMMEDIATE")
        rebuild(connection)
        connection.execute("COMMIT")


def _teach(connection: sqlite3.Connection) -> None:
    connection.create_function("plain_text", 1, plain_text, deterministic=True)
    connection.create_function("phone_tails", 1, phone_tails, deterministic=True)


def _leads_of_renamed(connection: sqlite3.Connection, changes: ChangeSet) -> set[int]:
    """The leads that say what an objection, a question or a tag is called."""
    found = connection.execute(
        "SELECT lead_id FROM hearing WHERE objection_id IN (SELECT value FROM json_each(?))"
        " UNION SELECT lead_id FROM lead_tag WHERE tag_id IN (SELECT value FROM json_each(?))",
        [json.dumps(sorted(changes.rows.get(table, ()))) for table in ("objection", "tag")],
    )
    return {row[0] for row in found}
