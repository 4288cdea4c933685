"""Stages, milestones and outcomes: where a lead stands, how it ends, and who owns the step.

Stages are rows and belong to the owner; milestones, outcomes and hats are ours and never change.
"""

from dataclasses import dataclass
from enum import StrEnum


class Hat(StrEnum):
    """The role in which the owner does a thing."""

    MARKETING = "marketing"
    SALES = "sales"


class Milestone(StrEnum):
    """The fixed measuring points, in order; `won` belongs to no stage."""

    LEAD = "lead"
    CONVERSATION = "conversation"
    OPPORTUNITY = "opportunity"
    WON = "won"

    @property
    def rank(self) -> int:
        """0 for lead up to 3 for won; a later milestone implies the earlier ones."""
        return list(Milestone).index(self)


class Outcome(StrEnum):
    """How a lead ended; it is not a stage."""

    WON = "won"
    LOST = "lost"
    NO_DECISION = "no_decision"
    NOT_A_FIT = "not_a_fit"


class Step(StrEnum):
    """The two judgements of the definition of a good lead."""

    MARKETING_QUALIFIED = "marketing_qualified"
    SALES_READY = "sales_ready"


class Verdict(StrEnum):
    """What a judgement said; `withdrawn` takes an earlier one back from its day on."""

    MET = "met"
    NOT_MET = "not_met"
    WITHDRAWN = "withdrawn"


class TouchKind(StrEnum):
    """What a touch was."""

    CALL = "call"
    MEETING = "meeting"
    EMAIL = "email"
    MESSAGE = "message"
    NOTE = "note"


class Direction(StrEnum):
    """Who began: the prospect (in) or the owner (out)."""

    IN = "in"
    OUT = "out"


class SourceKind(StrEnum):
    """Whose work a source is; word of mouth is neither hat's."""

    MARKETING = "marketing"
    OUTREACH = "outreach"
    WORD_OF_MOUTH = "word_of_mouth"


@dataclass(frozen=True, slots=True)
class Stage:
    """A column of the board. `rhythm_days` None means the promise; `chance` is in percent."""

    id: int
    name: str
    milestone: Milestone
    hat: Hat
    judges: Step | None
    position: int
    rhythm_days: int | None
    chance: int
