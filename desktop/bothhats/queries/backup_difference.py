"""What a backup would change of the file as it is now: what would come back, go, or become what it was."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bothhats.queries.whole_file import table_columns, table_names

NAMED = ("lead", "touch", "review")
MOST_SHOWN = 200
_BOOKKEEPING = ("journal_step", "journal_change", "app_state")
_WORDS = {
    "lead": "SELECT display_name FROM {}.lead WHERE id = ?",
    "touch": "SELECT upper(substr(kind, 1, 1)) || substr(kind, 2) || ', ' || display_name || ', ' || happened_on"
    " FROM {0}.touch AS t JOIN {0}.lead AS l ON l.id = t.lead_id WHERE t.id = ?",
    "review": "SELECT month FROM {}.review WHERE id = ?",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """Of one kind: how many would come back, go, and be different, with the words for the first of each."""

    comes: int = 0
    goes: int = 0
    differs: int = 0
    words: tuple[tuple[str, str], ...] = ()  # comes, goes or differs, and which one


@dataclass(frozen=True, slots=True)
class Differences:
    """By kind, lead, touch and review; `others` counts the entries of all the rest."""

    kinds: dict[str, Difference]
    others: int

    @property
    def is_none(self) -> bool:
        """Whether the backup holds what the file holds."""
        return not self.others and not any(each.comes or each.goes or each.differs for each in self.kinds.values())


def differences(connection: sqlite3.Connection, backup: Path) -> Differences:
    """Of a file that is open for reading and a backup of this version or an older one."""
    with _beside(connection, backup):
        shared = [name for name in table_names(connection) if name in _tables_of(connection, "backup")]
        kinds = {name: _difference(connection, name) for name in NAMED}
        rest = [name for name in shared if name not in (*NAMED, *_BOOKKEEPING)]
        return Differences(kinds, sum(len(set().union(*_ids(connection, name).values())) for name in rest))


@contextmanager
def _beside(connection: sqlite3.Connection, backup: Path) -> Iterator[None]:
    connection.execute("ATTACH ? AS backup", (f"{backup.absolute().as_uri()}?mode=ro",))
    try:
        yield
    finally:
        connection.execute("DETACH backup")


def _tables_of(connection: sqlite3.Connection, place: str) -> set[str]:
    return {row[0] for row in connection.execute(f"SELECT name FROM {place}.sqlite_master WHERE type = 'table'")}


def _ids(connection: sqlite3.Connection, table: str) -> dict[str, set[int]]:
    """The ids that would come, go and differ; columns that one of the two does not have are not compared."""
    theirs = {row[1] for row in connection.execute(f"PRAGMA backup.table_info({table})")}
    columns = ", ".join(name for name in table_columns(connection, table) if name in theirs)
    select = f"SELECT {columns} FROM {{}}.{table}"
    changed = {
        row[0]
        for row in connection.execute(f"SELECT id FROM ({select.format('backup')} EXCEPT {select.format('main')})")
    }
    comes, goes = (
        {row[0] for row in connection.execute(f"SELECT id FROM {a}.{table} EXCEPT SELECT id FROM {b}.{table}")}
        for a, b in (("backup", "main"), ("main", "backup"))
    )
    return {"comes": comes, "goes": goes, "differs": changed - comes}


def _difference(connection: sqlite3.Connection, table: str) -> Difference:
    ids = _ids(connection, table)
    words = [
        (how, connection.execute(_WORDS[table].format("main" if how == "goes" else "backup"), (each,)).fetchone()[0])
        for how, found in ids.items()
        for each in sorted(found)[:MOST_SHOWN]
    ]
    return Difference(len(ids["comes"]), len(ids["goes"]), len(ids["differs"]), tuple(words))
