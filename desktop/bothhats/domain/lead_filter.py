"""Which leads the pipeline shows: one filter behind board and table."""

from dataclasses import dataclass, replace
from enum import StrEnum


class View(StrEnum):
    """Open leads (parked ones are open), ended ones, or all."""

    OPEN = "open"
    ENDED = "ended"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class LeadFilter:
    """Nothing chosen means all; `ids` with `ids_words` are leads that another place asked for."""

    view: View = View.OPEN
    text: str = ""
    source_ids: frozenset[int] = frozenset()
    campaign_ids: frozenset[int] = frozenset()
    stage_ids: frozenset[int] = frozenset()
    tags: frozenset[str] = frozenset()
    ids: frozenset[int] | None = None
    ids_words: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether nothing but the view is chosen."""
        return replace(self, view=View.OPEN) == LeadFilter()
