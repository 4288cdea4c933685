"""Which leads the pipeline shows: one filter behind board and table."""

from dataclasses import dataclass, replace
from enum import StrEnum

from bothhats.domain.pipeline import Outcome


class View(StrEnum):
    """Open leads (parked ones are open), ended ones, or all."""

    OPEN = "open"
    ENDED = "ended"
    ALL = "all"


class NextContact(StrEnum):
    """When an open lead is next due, by its follow-up or the running promise, whichever is earlier."""

    SLIPPED = "slipped"
    TODAY = "today"
    AHEAD = "ahead"
    NONE = "none"
    PARKED = "parked"


class Qualified(StrEnum):
    """The furthest step of the definition that a lead was judged to meet, and still does."""

    NOT_YET = "not_yet"
    MARKETING = "marketing_qualified"
    SALES_READY = "sales_ready"


@dataclass(frozen=True, slots=True)
class Order:
    """Sorted by one column; absent values come last either way."""

    column: str
    is_descending: bool = False


@dataclass(frozen=True, slots=True)
class LeadFilter:
    """Nothing chosen means all; `ids` with `ids_words` are leads that another place asked for.

    Outcomes and ids bring their leads along whatever the view says.
    """

    view: View = View.OPEN
    text: str = ""
    source_ids: frozenset[int] = frozenset()
    campaign_ids: frozenset[int] = frozenset()
    stage_ids: frozenset[int] = frozenset()
    outcomes: frozenset[Outcome] = frozenset()
    next_contact: frozenset[NextContact] = frozenset()
    qualified: frozenset[Qualified] = frozenset()
    tags: frozenset[str] = frozenset()
    ids: frozenset[int] | None = None
    ids_words: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether nothing but the view is chosen."""
        return replace(self, view=View.OPEN) == LeadFilter()
