"""File formats: values in, values out; no database, no Qt."""
