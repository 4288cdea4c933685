"""A book of items by their key that may be longer than the memory: it stands in a temporary database of its own."""

import pickle
import sqlite3
from typing import Generic, Protocol, TypeVar

Item = TypeVar("Item")
_CACHE = -16000  # kilobytes, as SQLite wants them


class Book(Protocol[Item]):
    """What a dict of texts can do as well."""

    def get(self, key: str, /) -> Item | None:
        """The item of a key; None where there is none."""

    def __setitem__(self, key: str, item: Item, /) -> None:
        """Put an item under a key, in place of the one that was there."""


class LongBook(Generic[Item]):
    """SQLite takes the file away with the connection; the items are our own values, so that unpickling is harmless."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        for pragma in (f"cache_size = {_CACHE}", "journal_mode = OFF", "synchronous = OFF"):
            self._database.execute(f"PRAGMA {pragma}")
        self._database.execute("CREATE TABLE book (key BLOB PRIMARY KEY, item BLOB NOT NULL) WITHOUT ROWID")
        self._database.execute("BEGIN")

    def get(self, key: str, /) -> Item | None:
        """The item of a key; None where there is none."""
        found = self._database.execute("SELECT item FROM book WHERE key = ?", (_bytes(key),)).fetchone()
        return pickle.loads(found[0]) if found else None

    def __setitem__(self, key: str, item: Item, /) -> None:
        content = pickle.dumps(item, pickle.HIGHEST_PROTOCOL)
        self._database.execute("INSERT OR REPLACE INTO book VALUES (?, ?)", (_bytes(key), content))


def _bytes(key: str) -> bytes:
    """Also of what is no whole Unicode text."""
    return key.encode("utf-8", "surrogatepass")
