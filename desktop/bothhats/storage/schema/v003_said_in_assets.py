"""Which content makes which claim: a promise is not only made by campaigns."""

TABLES = """
CREATE TABLE asset_claim (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  asset_id INTEGER NOT NULL REFERENCES asset (id) ON DELETE CASCADE,
  claim_id INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX asset_claim_claim ON asset_claim (claim_id);
"""
