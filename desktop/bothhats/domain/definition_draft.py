"""A definition that is being written, as text that can be kept until it is done."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

from bothhats.domain.good_lead import KINDS, Criterion, IdealCustomer
from bothhats.domain.pipeline import Step


@dataclass(frozen=True, slots=True)
class DefinitionDraft:
    """What stands in the form; criteria may be blank."""

    customer: IdealCustomer
    criteria: tuple[Criterion, ...]
    why: str = ""


def draft_text(draft: DefinitionDraft) -> str:
    """As it is kept."""
    criteria = [[each.step.value, each.text, each.kind, each.must] for each in draft.criteria]
    return json.dumps({"customer": asdict(draft.customer), "criteria": criteria, "why": draft.why}, ensure_ascii=False)


def draft_of(text: str) -> DefinitionDraft | None:
    """The draft that was kept; None for none, or where it cannot be read."""
    try:
        said = json.loads(text)
        customer = IdealCustomer(**{each.name: str(said["customer"][each.name]) for each in fields(IdealCustomer)})
        return DefinitionDraft(customer, _criteria(said["criteria"]), str(said["why"]))
    except (ValueError, KeyError, TypeError):
        return None


def _criteria(rows: Sequence[Any]) -> tuple[Criterion, ...]:
    return tuple(
        Criterion(Step(step), str(text), kind if kind in KINDS else KINDS[0], bool(must))
        for step, text, kind, must in rows
    )
