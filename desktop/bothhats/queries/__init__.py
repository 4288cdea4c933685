"""Asking: each module answers one screen; SELECT only, over a read-only connection."""
