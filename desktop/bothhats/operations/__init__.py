"""Doing: each method is one named undo step."""
