"""What an import would do, row by row, in the order of the file; and the rows that it cannot use, as a file."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from bothhats.domain.lead_fields import FIELDS_BY_NAME
from bothhats.exchange.lead_csv import BYTE_ORDER_MARK, csv_text
from bothhats.exchange.long_list import LongList, kept
from bothhats.exchange.planned import ImportPlan, Issue, LeadFacts, PlannedLead, PlannedUpdate
from bothhats.exchange.table import Table
from bothhats.exchange.touch_plan import TouchPlan
from bothhats.exchange.touch_reader import PlannedTouch

_MANY = 20_000


class Fate(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    UPDATED = "updated"
    SAME = "same"
    PROBLEM = "problem"


@dataclass(frozen=True)
class PreviewRow:
    """One row of the file: what becomes of it, and what there is to say of that. Without slots as in `planned`."""

    row: int
    fate: Fate
    told: str = ""
    is_warned: bool = False


@dataclass(frozen=True, slots=True)
class Preview:
    """Every row of the file once; the places (from 0) of those of each fate, and of those with a warning."""

    rows: Sequence[PreviewRow] = ()
    by_fate: Mapping[Fate, Sequence[int]] = field(default_factory=dict)
    warned: Sequence[int] = ()


def preview(plan: ImportPlan | TouchPlan) -> Preview:
    """What the plan does, in the order of the file."""
    rows: list[PreviewRow] | LongList[PreviewRow] = LongList() if plan.rows > _MANY else []
    by_fate = {fate: array("q") for fate in Fate}
    warned = array("q")
    for place, row in enumerate(_rows(plan)):
        rows.append(row)
        by_fate[row.fate].append(place)
        if row.is_warned:
            warned.append(place)
    return Preview(kept(rows), by_fate, warned)


def _rows(plan: ImportPlan | TouchPlan) -> Iterator[PreviewRow]:
    """All that the plan says is in the order of rows, so that each part is gone through once."""
    problems, warnings = _InOrder(plan.problems), _InOrder(plan.warnings)
    new: Sequence[PlannedTouch] | Sequence[PlannedLead] = plan.touches if isinstance(plan, TouchPlan) else plan.creates
    added = _InOrder[PlannedTouch | PlannedLead](new)
    changed = _InOrder(() if isinstance(plan, TouchPlan) else plan.updates)
    for row in range(1, plan.rows + 1):
        wrong, warned, is_new, changes = problems.of(row), warnings.of(row), bool(added.of(row)), changed.of(row)
        told = " ".join(issue.reason for issue in (*wrong, *warned))
        if wrong or row in plan.left_out:
            yield PreviewRow(row, Fate.PROBLEM, told)
        elif changes:
            yield PreviewRow(row, Fate.UPDATED, " ".join(filter(None, (_changes(changes[0]), told))), bool(warned))
        else:
            yield PreviewRow(row, Fate.NEW if is_new else Fate.SAME, told, bool(warned))


class _OfARow(Protocol):
    @property
    def row(self) -> int: ...


Item = TypeVar("Item", bound=_OfARow)


class _InOrder(Generic[Item]):
    """Things that come in the order of their rows, handed out row by row."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._items = iter(items)
        self._next = next(self._items, None)

    def of(self, row: int) -> list[Item]:
        """Those of this row; rows are asked for ascending."""
        found: list[Item] = []
        while self._next is not None and self._next.row <= row:
            found.append(self._next)
            self._next = next(self._items, None)
        return found


def problem_file(table: Table, rows: Iterable[int], issues: Sequence[Issue]) -> str:
    """These rows as CSV under the header of their file, with what is wrong in a last column."""
    reasons: dict[int, list[Issue]] = defaultdict(list)
    for issue in issues:
        reasons[issue.row].append(issue)
    out = [[*table.header, "Problem"]]
    for row in rows:
        why = " ".join(issue.reason for issue in reasons.get(row, ()))
        out.append([*table.rows[row - 1], why])
    return BYTE_ORDER_MARK + csv_text(out)


def _changes(update: PlannedUpdate) -> str:
    """Which fields change, by their labels."""
    changed = [label for label, is_changed in _facts(update.facts) if is_changed]
    names = [FIELDS_BY_NAME[name].label if name in FIELDS_BY_NAME else name for name in update.facts.texts]
    before = [label for label, value in (("Arrived on", update.arrived_on), ("Stage", update.stage_id)) if value]
    return ", ".join([*names, *before, *changed]) + "."


def _facts(facts: LeadFacts) -> tuple[tuple[str, bool], ...]:
    return (
        ("Source", facts.source is not None),
        ("Campaign", facts.campaign is not None),
        ("Value", facts.value is not None),
        ("Milestones", bool(facts.entries)),
        ("Judgements", bool(facts.judgements)),
        ("First contacted on", facts.contacted_on is not None),
        ("Outcome", facts.ending is not None),
        ("Parked until", facts.parked_until is not None),
        ("Follow-up on", facts.follow_up_on is not None),
        ("Tags", bool(facts.tags)),
        *((name, True) for name in facts.extra),
    )
