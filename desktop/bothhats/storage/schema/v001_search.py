"""The search index: one row a lead; `search_index` keeps it in step."""

TABLE = """
CREATE VIRTUAL TABLE lead_search USING fts5 (
  who, contact, notes, touches, words, tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'
);
"""
