"""What a committed step touched: the one message that views get."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from types import MappingProxyType

from bothhats.domain.id_set import IdSet


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """The rows of one committed step, by table; `undone` and `redone` say which way it went."""

    label: str
    rows: Mapping[str, Set[int]]
    created: Mapping[str, Set[int]] = field(default_factory=lambda: MappingProxyType({}))
    deleted: Mapping[str, Set[int]] = field(default_factory=lambda: MappingProxyType({}))
    kind: str = "step"
    lead_ids: Set[int] = IdSet()

    def touches(self, *tables: str) -> bool:
        """Whether any row of these tables was written."""
        return any(self.rows.get(table) for table in tables)
