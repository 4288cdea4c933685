"""From one list of ids to the next in the fewest changes of rows, so that selection and scroll survive. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Replace:
    """`removed` rows from `first` on give way to `inserted` rows."""

    first: int
    removed: int
    inserted: int


@dataclass(frozen=True, slots=True)
class Move:
    """One row goes from one place to another; `to` counts without it."""

    origin: int
    to: int


def row_edit(old: Sequence[int], new: Sequence[int]) -> Replace | Move | None:
    """The one edit that turns `old` into `new`; None where they are equal."""
    if list(old) == list(new):
        return None
    first = 0
    while first < min(len(old), len(new)) and old[first] == new[first]:
        first += 1
    tail = 0
    while tail < min(len(old), len(new)) - first and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    before, after = list(old[first : len(old) - tail]), list(new[first : len(new) - tail])
    if len(before) == len(after) > 1:
        if before[1:] + before[:1] == after:
            return Move(first, first + len(before) - 1)
        if before[-1:] + before[:-1] == after:
            return Move(first + len(before) - 1, first)
    return Replace(first, len(before), len(after))
