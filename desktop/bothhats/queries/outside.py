"""Whether anybody has written to the file."""

import sqlite3


def data_version(connection: sqlite3.Connection) -> int:
    """A number that changes whenever another connection has committed; SQLite's own."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])
