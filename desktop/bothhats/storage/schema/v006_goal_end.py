"""From which month on a figure has no goal; a table of its own, because a goal's amount can be none of its amounts."""

TABLES = """
CREATE TABLE goal_end (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  month TEXT NOT NULL,
  figure TEXT NOT NULL CHECK (figure IN ('leads', 'conversations', 'closes', 'revenue', 'promise'))
) STRICT;
"""
