"""A whole pipeline file as plain rows: what a JSON export holds and an import of it puts back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Value = str | int | None
Row = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class WholeFile:
    """`schema` is the version that wrote it, `tables` all rows, `sequences` the last id ever given, each by table."""

    schema: int
    tables: Mapping[str, Sequence[Row]]
    sequences: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class TableRows:
    """One table while it is being read: its columns, and its rows, which come one by one."""

    name: str
    columns: tuple[str, ...]
    rows: Iterable[Sequence[Value]]
