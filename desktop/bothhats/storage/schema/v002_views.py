"""What the pipeline keeps beside the leads: views, the order by hand, and who was said to be two people.

The order stands in a table of its own: a column of `lead` would make the row images of older undo steps incomplete.
"""

TABLES = """
CREATE TABLE saved_view (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  filter TEXT NOT NULL,
  form TEXT NOT NULL CHECK (form IN ('board', 'table')),
  position INTEGER NOT NULL
) STRICT;
CREATE TABLE lane_place (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  lead_id INTEGER NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
  place INTEGER NOT NULL
) STRICT;
CREATE TABLE not_the_same (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  lead_id INTEGER NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
  other_id INTEGER NOT NULL REFERENCES lead (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX lane_place_lead ON lane_place (lead_id);
CREATE INDEX not_the_same_lead ON not_the_same (lead_id, other_id);
"""
