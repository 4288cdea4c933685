"""A whole pipeline file as plain rows: what a JSON export holds and an import of it puts back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Value = str | int | None
Row = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class WholeFile:
    """`schema` is the version that wrote it, `sequences` the last id ever given by table.

    `tables` are read once, in order: a name with its rows, which come one by one.
    """

    schema: int
    tables: Iterable[tuple[str, Iterable[Row]]]
    sequences: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class TableRows:
    """One table while it is being read: its columns, and its rows, which come one by one."""

    name: str
    columns: tuple[str, ...]
    rows: Iterable[Sequence[Value]]
