"""The history that a row brings along: entered stages, judgements, and where the lead stands in the end."""

from dataclasses import dataclass
from datetime import date

from bothhats.domain.pipeline import Milestone, Stage, Step
from bothhats.exchange.column_map import ColumnMap
from bothhats.exchange.planned import Judged, StageEntry
from bothhats.exchange.row_values import RowValues
from bothhats.exchange.stage_book import MILESTONE_DATES, StageBook

JUDGEMENT_DATES: tuple[tuple[str, Step], ...] = (
    ("qualified_on", Step.MARKETING_QUALIFIED),
    ("sales_ready_on", Step.SALES_READY),
)
_DATE_OF = dict(MILESTONE_DATES) | {Milestone.LEAD: "arrived"}


@dataclass(frozen=True, slots=True)
class Entered:
    """What comes of moving into a stage."""

    entries: tuple[StageEntry, ...]
    judgements: tuple[Judged, ...]


def dated_entries(values: RowValues, stages: StageBook, standing: Stage | None) -> tuple[StageEntry, ...]:
    """An entry for each milestone date of the row, in the stage where the lead stands if it belongs there."""
    entries: list[StageEntry] = []
    for milestone, field in reversed(MILESTONE_DATES):
        if field in values.dates:
            stage = standing if standing and standing.milestone is milestone else stages.first_of(milestone)
            entries.append(StageEntry(milestone, stage.id if stage else None, values.dates[field]))
    return tuple(entries)


def dated_judgements(values: RowValues) -> tuple[Judged, ...]:
    """A judgement 'met' for each judgement date of the row."""
    return tuple(Judged(step, values.dates[field]) for field, step in JUDGEMENT_DATES if field in values.dates)


def enter_stage(values: RowValues, columns: ColumnMap, stage: Stage, today: date, *, is_judged: bool) -> Entered:
    """What moving into the row's stage adds where the row does not date it: the day of the outcome, else of the import.

    The stage that judges wants its judgement dated, the others their milestone; an import judges nobody sales-ready.
    """
    undated_day = values.ending.on if values.ending else today
    entries: tuple[StageEntry, ...] = ()
    judgements: tuple[Judged, ...] = ()
    judges = stage.judges is Step.MARKETING_QUALIFIED
    field = "qualified_on" if judges and stage.milestone is Milestone.LEAD else _DATE_OF[stage.milestone]
    on = values.dates.get(field, undated_day)
    if stage.milestone is Milestone.LEAD or field not in values.dates:
        entries = (StageEntry(stage.milestone, stage.id, on, is_dated=False),)
    if judges and "qualified_on" not in values.dates and not is_judged:
        judgements = (Judged(Step.MARKETING_QUALIFIED, on),)
    if field not in values.dates and not (judges and is_judged):
        reason = f"There is no day for the stage {stage.name}; it counts from {undated_day.isoformat()}."
        values.warn(columns.column_of("stage"), stage.name, reason)
    return Entered(entries, judgements)
