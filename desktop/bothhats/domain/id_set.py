"""A set of row ids that costs eight bytes an id: a step may touch a million rows."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Set


class IdSet(Set[int]):
    """Ascending, never changed; equal to any other set of the same ids."""

    __slots__ = ("_ids",)

    def __init__(self, ids: Iterable[int] = ()) -> None:
        self._ids = array("q", sorted(set(ids)))

    @classmethod
    def in_order(cls, ids: Iterable[int]) -> "IdSet":
        """Of ids that come ascending and each once, as a database gives them: nothing is held twice."""
        found = cls()
        found._ids.extend(ids)
        return found

    def __contains__(self, row_id: object) -> bool:
        if not isinstance(row_id, int):
            return False
        place = bisect_left(self._ids, row_id)
        return place < len(self._ids) and self._ids[place] == row_id

    def __iter__(self) -> Iterator[int]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def __hash__(self) -> int:
        return self._hash()

    def __repr__(self) -> str:
        return f"IdSet({list(self._ids)})"
