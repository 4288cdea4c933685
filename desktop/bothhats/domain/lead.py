"""A lead as the screens need it, and what the owner can say of a new one or of its end."""

from dataclasses import dataclass, field
from datetime import date

from bothhats.domain.pipeline import Direction, Hat, Outcome, Step, TouchKind, Verdict


@dataclass(frozen=True, slots=True)
class LeadRow:
    """What a card, a table row or a list row shows of a lead; `value` in minor units, None where absent."""

    id: int
    name: str
    company: str
    role: str
    email: str
    phone: str
    website: str
    stage_id: int
    stage_name: str
    hat: Hat
    rhythm_days: int | None
    source_id: int | None
    source_name: str | None
    campaign_name: str | None
    value: int | None
    arrived_on: date
    stage_since: date
    contacted_on: date | None
    last_touch_on: date | None
    follow_up_on: date | None
    next_step: str
    parked_until: date | None
    outcome: Outcome | None
    closed_on: date | None

    @property
    def is_open(self) -> bool:
        """Whether the lead has not ended; parked leads are open."""
        return self.outcome is None


@dataclass(frozen=True, slots=True)
class NewLead:
    """What is known of a lead when it is added; names of source, campaign and tags are matched or made."""

    name: str = ""
    company: str = ""
    role: str = ""
    email: str = ""
    phone: str = ""
    website: str = ""
    address: str = ""
    notes: str = ""
    source: str = ""
    campaign: str = ""
    value: int | None = None
    arrived_on: date | None = None
    stage_id: int | None = None
    follow_up_on: date | None = None
    next_step: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Closing:
    """How a lead ended. `waste` None means not recorded; `value` replaces the lead's where it is given."""

    outcome: Outcome
    reason: str = ""
    words: str = ""
    waste: bool | None = None
    value: int | None = None
    ask_at_review: bool = False


@dataclass(frozen=True, slots=True)
class Parking:
    """Set aside until a date, for a reason from the owner's list."""

    until: date
    reason: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Judging:
    """One judgement against the definition in force; the answers by criterion id are kept beside it."""

    step: Step
    verdict: Verdict
    answers: dict[int, str] = field(default_factory=dict)
    overruled: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class NextStep:
    """The one follow-up of a lead; `due_on` None takes it away."""

    due_on: date | None
    what: str = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """An objection or question in the prospect's words; `objection_id` None makes a new one from `text`."""

    objection_id: int | None = None
    kind: str = "objection"
    text: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class ClaimHeard:
    """A claim that came up: landed, doubted or not_wanted; `claim_id` None makes a new one from `text`."""

    verdict: str
    claim_id: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class AssetUsed:
    """An asset that was sent or shown; `helped` None means unsure."""

    asset_id: int
    helped: bool | None = None


@dataclass(frozen=True, slots=True)
class TouchReport:
    """Everything that the owner says of one touch; saved as one step. `next_step` None leaves the follow-up alone."""

    lead_id: int
    kind: TouchKind
    happened_on: date
    direction: Direction | None = Direction.OUT
    two_way: bool = False
    at_time: str | None = None
    note: str = ""
    heard: tuple[Heard, ...] = ()
    claims: tuple[ClaimHeard, ...] = ()
    assets: tuple[AssetUsed, ...] = ()
    next_step: NextStep | None = None
    stage_id: int | None = None
