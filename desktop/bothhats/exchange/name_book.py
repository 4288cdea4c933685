"""Names that the owner gives (sources, campaigns, tags, reasons): one spelling each, the first."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from bothhats.domain.name_matching import folded


@dataclass(slots=True)
class NameBook:
    """The spellings in use; `new` are those that the import brings, in their order."""

    spellings: dict[str, str] = field(default_factory=dict)
    new: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, names: Iterable[str]) -> "NameBook":
        """A book of names that exist; of two that are the same the first counts."""
        book = cls()
        for name in names:
            book.spellings.setdefault(folded(name), name)
        return book

    def spelled(self, name: str) -> str:
        """The spelling in use; a name that is not known yet becomes a new one."""
        form = folded(name)
        known = self.spellings.get(form)
        if known is None:
            known = self.spellings[form] = name
            self.new.append(name)
        return known


@dataclass(slots=True)
class NameBooks:
    """All books of one import; reasons have one for each kind (won, lost, parked)."""

    sources: NameBook
    campaigns: NameBook
    tags: NameBook
    reasons: dict[str, NameBook]
