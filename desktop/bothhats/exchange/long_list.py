"""A list that may be longer than the memory: what was appended stands in a temporary file that nobody else can open."""

import pickle
import tempfile
import weakref
from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar, overload

Item = TypeVar("Item")


class LongList(Sequence[Item]):
    """Appended to first, then read in order, or here and there. It holds one item at a time.

    The file goes with the list; the items are our own values, so that unpickling them runs nothing foreign.
    """

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="bothhats-")  # noqa: SIM115 - lives as long as the list
        weakref.finalize(self, self._file.close)
        self._places = array("q")
        self._end = 0

    def append(self, item: Item) -> None:
        """Put one more at the end."""
        if self._file.tell() != self._end:
            self._file.seek(self._end)
        pickle.dump(item, self._file, pickle.HIGHEST_PROTOCOL)
        self._places.append(self._end)
        self._end = self._file.tell()

    def extend(self, items: Iterable[Item]) -> None:
        """Put several more at the end."""
        for item in items:
            self.append(item)

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[Item]:
        return (self[place] for place in range(len(self)))

    @overload
    def __getitem__(self, place: int) -> Item: ...
    @overload
    def __getitem__(self, place: slice) -> list[Item]: ...
    def __getitem__(self, place: Any) -> Any:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        at = self._places[place]
        if self._file.tell() != at:
            self._file.seek(at)
        return pickle.load(self._file)


def kept(items: list[Item] | LongList[Item]) -> Sequence[Item]:
    """What was gathered, as it will not change any more."""
    return tuple(items) if isinstance(items, list) else items
