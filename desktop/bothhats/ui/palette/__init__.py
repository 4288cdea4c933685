"""The command palette: every command, every lead, every place by a few letters."""
