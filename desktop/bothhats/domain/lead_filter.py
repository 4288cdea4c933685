"""Which leads the pipeline shows: one filter behind board and table."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from bothhats.domain.pipeline import Hat, Outcome

NOT_RECORDED = 0  # stands among the ids of sources, campaigns and reasons; rows begin at 1


class View(StrEnum):
    """Open leads (parked ones are open), ended ones, or all."""

    OPEN = "open"
    ENDED = "ended"
    ALL = "all"


class NextContact(StrEnum):
    """When an open lead is next due, by its follow-up or the running promise, whichever is earlier.

    Those gone silent are some of those with none.
    """

    SLIPPED = "slipped"
    TODAY = "today"
    AHEAD = "ahead"
    NONE = "none"
    SILENT = "silent"
    PARKED = "parked"


class Qualified(StrEnum):
    """The furthest step of the definition that a lead was judged to meet, and still does."""

    NOT_YET = "not_yet"
    MARKETING = "marketing_qualified"
    SALES_READY = "sales_ready"


class Judged(StrEnum):
    """What the newest judgements say against the definition: met by one step, not met, or no judgement stands."""

    MET = "met"
    NOT_MET = "not_met"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Order:
    """Sorted by one column; absent values come last either way."""

    column: str
    is_descending: bool = False


@dataclass(frozen=True, slots=True)
class LeadFilter:
    """Nothing chosen means all; `ids` with `ids_words` are leads that another place asked for.

    Outcomes, reasons and ids bring their leads along whatever the view says. Both ends of a range belong to it, and
    where there is a range leads without a value are left out; values are in minor units.
    """

    view: View = View.OPEN
    text: str = ""
    source_ids: frozenset[int] = frozenset()
    campaign_ids: frozenset[int] = frozenset()
    stage_ids: frozenset[int] = frozenset()
    hats: frozenset[Hat] = frozenset()
    outcomes: frozenset[Outcome] = frozenset()
    reason_ids: frozenset[int] = frozenset()
    next_contact: frozenset[NextContact] = frozenset()
    qualified: frozenset[Qualified] = frozenset()
    judged: frozenset[Judged] = frozenset()
    tag_ids: frozenset[int] = frozenset()
    objection_ids: frozenset[int] = frozenset()
    value_from: int | None = None
    value_to: int | None = None
    arrived_from: date | None = None
    arrived_to: date | None = None
    ids: frozenset[int] | None = None
    ids_words: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether nothing but the view is chosen."""
        return replace(self, view=View.OPEN) == LeadFilter()

    @property
    def shows_ended(self) -> bool:
        """Whether it may let ended leads through, which have no place in the columns of a board."""
        return self.view != View.OPEN or bool(self.outcomes or self.reason_ids)

    @property
    def of_open_leads(self) -> "LeadFilter":
        """The same without what only ended leads have."""
        return replace(self, view=View.OPEN, outcomes=frozenset(), reason_ids=frozenset())
