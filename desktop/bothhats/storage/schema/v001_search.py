"""The search index: one row a lead, kept in step by triggers, so that undo and import need not know of it."""

TABLE = """
CREATE VIRTUAL TABLE lead_search USING fts5 (
  who, contact, notes, touches, words, tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'
);
"""

_WHO = "trim(new.name || ' ' || new.first_name || ' ' || new.last_name || ' ' || new.company || ' ' || new.role)"
_CONTACT = (
    "trim(new.email || ' ' || new.phone || ' ' || new.website || ' ' || new.address || ' ' || new.key"
    " || ' ' || new.next_step)"
)
_NOTES = "new.notes || ' ' || CASE WHEN new.extra = '{}' THEN '' ELSE new.extra END"
_TOUCHES = "coalesce((SELECT group_concat(note, ' ') FROM touch WHERE lead_id = {id}), '')"
_WORDS = (
    "coalesce((SELECT group_concat(h.words || ' ' || o.text, ' ') FROM hearing h"
    " JOIN objection o ON o.id = h.objection_id WHERE h.lead_id = {id}), '')"
    " || ' ' || coalesce((SELECT group_concat(words, ' ') FROM outcome_change WHERE lead_id = {id}), '')"
)


def _part_triggers(table: str, column: str, text: str) -> str:
    """Keep one column of a lead's index row equal to what stands in a table of its history."""
    return "".join(
        f"CREATE TRIGGER {table}_search_{event} AFTER {event} ON {table} BEGIN"
        f" UPDATE lead_search SET {column} = {text.format(id=f'{image}.lead_id')} WHERE rowid = {image}.lead_id; END;\n"
        for event, image in (("insert", "new"), ("update", "new"), ("delete", "old"))
    )


TRIGGERS = (
    f"""
CREATE TRIGGER lead_search_insert AFTER INSERT ON lead BEGIN
  INSERT INTO lead_search (rowid, who, contact, notes, touches, words)
  VALUES (new.id, {_WHO}, {_CONTACT}, {_NOTES}, {_TOUCHES.format(id="new.id")}, {_WORDS.format(id="new.id")});
END;
CREATE TRIGGER lead_search_update AFTER UPDATE OF name, first_name, last_name, company, role, email, phone, website,
  address, key, next_step, notes, extra ON lead BEGIN
  UPDATE lead_search SET who = {_WHO}, contact = {_CONTACT}, notes = {_NOTES} WHERE rowid = new.id;
END;
CREATE TRIGGER lead_search_delete AFTER DELETE ON lead BEGIN
  DELETE FROM lead_search WHERE rowid = old.id;
END;
"""
    + _part_triggers("touch", "touches", _TOUCHES)
    + _part_triggers("hearing", "words", _WORDS)
    + _part_triggers("outcome_change", "words", _WORDS)
)
