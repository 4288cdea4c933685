"""A list that may be longer than the memory: what was appended stands in a temporary file that nobody else can open."""

import pickle
import tempfile
import weakref
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar, overload

Item = TypeVar("Item")
_TOGETHER = 256


class LongList(Sequence[Item]):
    """Appended to first, then read in order, or here and there. It holds one small part of itself at a time.

    The file goes with the list; the items are our own values, so that unpickling them runs nothing foreign.
    """

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="bothhats-")  # noqa: SIM115 - lives as long as the list
        weakref.finalize(self, self._file.close)
        self._open: list[Item] = []
        self._firsts: list[int] = []
        self._places: list[int] = []
        self._count = 0
        self._read: tuple[int, list[Item]] = (-1, [])

    def append(self, item: Item) -> None:
        """Put one more at the end."""
        self._open.append(item)
        self._count += 1
        if len(self._open) == _TOGETHER:
            self._put_away()

    def extend(self, items: Iterable[Item]) -> None:
        """Put several more at the end."""
        for item in items:
            self.append(item)

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Item]:
        for part in range(len(self._places)):
            yield from self._part(part)
        yield from self._open

    @overload
    def __getitem__(self, place: int) -> Item: ...
    @overload
    def __getitem__(self, place: slice) -> list[Item]: ...
    def __getitem__(self, place: Any) -> Any:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(self._count))]
        at = place + self._count if place < 0 else place
        if not 0 <= at < self._count:
            raise IndexError(place)
        stored = self._count - len(self._open)
        if at >= stored:
            return self._open[at - stored]
        part = bisect_right(self._firsts, at) - 1
        return self._part(part)[at - self._firsts[part]]

    def _put_away(self) -> None:
        self._firsts.append(self._count - len(self._open))
        self._places.append(self._file.seek(0, 2))
        pickle.dump(self._open, self._file, pickle.HIGHEST_PROTOCOL)
        self._open = []

    def _part(self, part: int) -> list[Item]:
        if self._read[0] != part:
            self._file.seek(self._places[part])
            self._read = (part, pickle.load(self._file))
        return self._read[1]
