"""The schema as SQL, one module a step; a released step is never edited."""
