"""A CSV or TSV file as text: its header, its rows, and how it was written."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """Rows as text, cells untouched; short rows are padded, rows longer than the header are left long."""

    header: tuple[str, ...]
    rows: tuple[list[str], ...]
    encoding: str = "utf-8"
    delimiter: str = ","
    notes: tuple[str, ...] = ()


def read_csv(content: bytes, encoding: str | None = None) -> Table:
    """The table in these bytes; raises a KnownProblem that says why there is none."""
    raise NotImplementedError
