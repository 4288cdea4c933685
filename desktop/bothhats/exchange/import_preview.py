"""What an import would do, row by row, in the order of the file; and the rows that it cannot use, as a file."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bothhats.domain.lead_fields import FIELDS_BY_NAME
from bothhats.exchange.lead_csv import BYTE_ORDER_MARK, csv_text
from bothhats.exchange.planned import ImportPlan, Issue, LeadFacts, PlannedUpdate
from bothhats.exchange.table import Table
from bothhats.exchange.touch_plan import TouchPlan


class Fate(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    UPDATED = "updated"
    SAME = "same"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One row of the file: what becomes of it, and what there is to say of that."""

    row: int
    fate: Fate
    told: str = ""
    is_warned: bool = False


def preview(plan: ImportPlan | TouchPlan) -> list[PreviewRow]:
    """Every row of the file once."""
    problems, warnings = _by_row(plan.problems), _by_row(plan.warnings)
    if isinstance(plan, TouchPlan):
        new, changed = {touch.row for touch in plan.touches}, {}
    else:
        new = {lead.row for lead in plan.creates}
        changed = {update.row: update for update in plan.updates}
    left = plan.left_out
    rows: list[PreviewRow] = []
    for row in range(1, plan.rows + 1):
        told = " ".join(issue.reason for issue in (*problems.get(row, ()), *warnings.get(row, ())))
        if row in problems or row in left:
            rows.append(PreviewRow(row, Fate.PROBLEM, told))
        elif row in changed:
            words = [_changes(changed[row]), told]
            rows.append(PreviewRow(row, Fate.UPDATED, " ".join(filter(None, words)), row in warnings))
        else:
            rows.append(PreviewRow(row, Fate.NEW if row in new else Fate.SAME, told, row in warnings))
    return rows


def problem_file(table: Table, rows: Iterable[int], issues: Sequence[Issue]) -> str:
    """These rows as CSV under the header of their file, with what is wrong in a last column."""
    reasons = _by_row(issues)
    out = [[*table.header, "Problem"]]
    for row in rows:
        why = " ".join(issue.reason for issue in reasons.get(row, ()))
        out.append([*table.rows[row - 1], why])
    return BYTE_ORDER_MARK + csv_text(out)


def _by_row(issues: Iterable[Issue]) -> Mapping[int, Sequence[Issue]]:
    found: dict[int, list[Issue]] = defaultdict(list)
    for issue in issues:
        found[issue.row].append(issue)
    return found


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
