"""What a committed step touched: the one message that views get."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """The rows of one committed step, by table; `undone` and `redone` say which way it went."""

    label: str
    rows: Mapping[str, frozenset[int]]
    created: Mapping[str, frozenset[int]] = field(default_factory=lambda: MappingProxyType({}))
    deleted: Mapping[str, frozenset[int]] = field(default_factory=lambda: MappingProxyType({}))
    kind: str = "step"
    lead_ids: frozenset[int] = frozenset()

    def touches(self, *tables: str) -> bool:
        """Whether any row of these tables was written."""
        return any(self.rows.get(table) for table in tables)
