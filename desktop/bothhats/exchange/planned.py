"""What an import would do, as plain values: leads to add, leads to change, rows that cannot be used.

Names (sources, campaigns, tags, reasons) stand as they are kept: an existing one in its present spelling,
a new one in its first spelling and also among the plan's `new_...`. The values of rows are without slots, because
those of a long list go through a file, and Python pickles slots slowly.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bothhats.domain.pipeline import Milestone, Outcome, Step


@dataclass(frozen=True)
class Issue:
    """A cell that cannot be used (its row is skipped) or that is used with a warning; rows count from 1."""

    row: int
    column: str | None
    value: str
    reason: str


@dataclass(frozen=True)
class StageEntry:
    """The lead entered a stage of this milestone on a day.

    `is_dated`: the day stood in the file; in an update it replaces what an earlier import entered for this milestone.
    Otherwise the lead only moved there, and the entry is added to its history.
    """

    milestone: Milestone
    stage_id: int | None
    on: date
    is_dated: bool = True


@dataclass(frozen=True)
class Judged:
    """A judgement 'met' on a day; in an update it replaces the one of an earlier import for this step."""

    step: Step
    on: date


@dataclass(frozen=True)
class Ending:
    """How and when the lead ended; `reason` None is not recorded."""

    outcome: Outcome
    on: date
    reason: str | None = None


@dataclass(frozen=True)
class LeadFacts:
    """What a row says about a lead. In an update only what differs: None and empty mean leave it as it is.

    `texts` are columns of the lead (next_step among them), `extra` is merged into what the lead has, `tags` are added.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    extra: Mapping[str, str] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    source: str | None = None
    campaign: str | None = None
    value: int | None = None
    entries: tuple[StageEntry, ...] = ()
    judgements: tuple[Judged, ...] = ()
    contacted_on: date | None = None
    ending: Ending | None = None
    parked_until: date | None = None
    parked_reason: str | None = None
    follow_up_on: date | None = None


@dataclass(frozen=True)
class PlannedLead:
    """A lead to add. `facts.entries` has no entry for the mere arrival in the first stage."""

    row: int
    arrived_on: date
    stage_id: int
    facts: LeadFacts


@dataclass(frozen=True)
class PlannedUpdate:
    """A change of a lead: of `lead_id`, or, for a repeat in the file, of the lead planned in row `created_row`."""

    row: int
    lead_id: int | None
    created_row: int | None
    arrived_on: date | None
    stage_id: int | None
    facts: LeadFacts


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """The whole import; carried out in one step. Creates come before updates, updates in the order of rows."""

    creates: Sequence[PlannedLead]
    updates: Sequence[PlannedUpdate]
    unchanged: int
    skipped: int
    problems: Sequence[Issue]
    warnings: Sequence[Issue]
    new_sources: tuple[str, ...]
    new_campaigns: tuple[str, ...]
    new_tags: tuple[str, ...]
    new_reasons: tuple[tuple[str, str], ...]
    notes: tuple[str, ...] = ()
    left_out: frozenset[int] = frozenset()

    @property
    def rows(self) -> int:
        """All rows of the file, the header apart."""
        return len(self.creates) + len(self.updates) + self.unchanged + self.skipped
