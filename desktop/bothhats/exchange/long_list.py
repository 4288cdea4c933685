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
        self._ends = array("q", [0])  # where each item ends in the file, and the next begins
        self._at = 0

    def append(self, item: Item) -> None:
        """Put one more at the end."""
        content = pickle.dumps(item, pickle.HIGHEST_PROTOCOL)
        self._go(self._ends[-1])
        self._file.write(content)
        self._at += len(content)
        self._ends.append(self._at)

    def extend(self, items: Iterable[Item]) -> None:
        """Put several more at the end."""
        for item in items:
            self.append(item)

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __iter__(self) -> Iterator[Item]:
        return (self[place] for place in range(len(self)))

    @overload
    def __getitem__(self, place: int) -> Item: ...
    @overload
    def __getitem__(self, place: slice) -> list[Item]: ...
    def __getitem__(self, place: Any) -> Any:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        number = place + len(self) if place < 0 else place
        if not 0 <= number < len(self):
            raise IndexError(place)
        start, end = self._ends[number : number + 2]
        self._go(start)
        self._at = end
        return pickle.loads(self._file.read(end - start))

    def _go(self, at: int) -> None:
        """To ask the file where it is would take longer than to read."""
        if self._at != at:
            self._file.seek(at)
            self._at = at


def kept(items: list[Item] | LongList[Item]) -> Sequence[Item]:
    """What was gathered, as it will not change any more."""
    return tuple(items) if isinstance(items, list) else items
