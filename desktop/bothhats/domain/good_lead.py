"""The written definition of a good lead: the ideal customer, and the criteria in two steps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bothhats.domain.pipeline import Step

KINDS = ("fit", "behaviour", "intent", "timing")


@dataclass(frozen=True, slots=True)
class IdealCustomer:
    """Who the business is for, in the owner's words."""

    who: str = ""
    situation: str = ""
    problem: str = ""
    trust: str = ""


@dataclass(frozen=True, slots=True)
class Criterion:
    """One sign of a good lead; `must` ones decide, the others are nice. `id` is 0 before it is kept."""

    step: Step
    text: str
    kind: str = "fit"
    must: bool = True
    id: int = 0


@dataclass(frozen=True, slots=True)
class Definition:
    """One version, as it was in force from a day on."""

    id: int
    number: int
    in_force_from: str
    why: str
    customer: IdealCustomer
    criteria: tuple[Criterion, ...]

    def of_step(self, step: Step) -> tuple[Criterion, ...]:
        """The criteria of one step, in their order."""
        return tuple(criterion for criterion in self.criteria if criterion.step == step)


def is_met(criteria: Sequence[Criterion], answers: Mapping[int, str]) -> bool:
    """Met when every must is answered yes."""
    return all(answers.get(criterion.id) == "yes" for criterion in criteria if criterion.must)
