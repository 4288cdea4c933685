"""Which figure a commitment is to move; a table of its own, so that the row images of older undo steps stay whole."""

TABLES = """
CREATE TABLE commitment_metric (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  commitment_id INTEGER NOT NULL REFERENCES commitment (id) ON DELETE CASCADE,
  metric TEXT NOT NULL CHECK (metric IN ('leads', 'conversations', 'closes', 'revenue', 'promise'))
) STRICT;
CREATE INDEX commitment_metric_commitment ON commitment_metric (commitment_id);
"""
