"""One folder a screen; no page imports another."""
