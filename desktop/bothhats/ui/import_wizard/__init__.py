"""Bring a list in: file, columns, preview, done."""
