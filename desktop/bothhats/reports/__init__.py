"""A review or a period as a document; no window."""
