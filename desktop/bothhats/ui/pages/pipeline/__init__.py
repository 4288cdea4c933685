"""Board, table and detail pane: the place where an owner lives."""
