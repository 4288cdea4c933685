"""A row becomes a lead to add."""

from datetime import date

from bothhats.domain.pipeline import Milestone, Stage
from bothhats.exchange.column_map import ColumnMap
from bothhats.exchange.date_contradictions import warn_of_contradictions
from bothhats.exchange.lead_entries import Entered, dated_entries, dated_judgements, enter_stage
from bothhats.exchange.name_book import NameBooks
from bothhats.exchange.planned import LeadFacts, PlannedLead, StageEntry
from bothhats.exchange.row_reasons import place_reason
from bothhats.exchange.row_values import RowValues
from bothhats.exchange.stage_book import StageBook


def add_lead(values: RowValues, columns: ColumnMap, stages: StageBook, books: NameBooks, today: date) -> PlannedLead:
    """Without an arrival date it arrives today; without a stage it stands where its dates put it."""
    arrived_on = values.dates.get("arrived")
    if arrived_on is None:
        arrived_on = today
        values.warn(columns.column_of("arrived"), "", "There is no arrival date; it arrives on the day of the import.")
    standing = values.stage or stages.standing(values.dates)
    entered = _entered(values, columns, stages, standing, today)
    ending, parked_reason = place_reason(values, columns, books, values.ending)
    warn_of_contradictions(values, columns, arrived_on, {})
    facts = LeadFacts(
        texts=values.texts,
        extra=values.extra,
        tags=tuple(books.tags.spelled(tag) for tag in values.tags),
        source=books.sources.spelled(values.source) if values.source else None,
        campaign=books.campaigns.spelled(values.campaign) if values.campaign else None,
        value=values.value,
        entries=dated_entries(values, stages, standing) + entered.entries,
        judgements=dated_judgements(values) + entered.judgements,
        contacted_on=values.dates.get("contacted_on"),
        ending=ending,
        parked_until=values.dates.get("parked_until"),
        parked_reason=parked_reason,
        follow_up_on=values.dates.get("follow_up_on"),
    )
    return PlannedLead(values.row, arrived_on, standing.id, facts)


def _entered(values: RowValues, columns: ColumnMap, stages: StageBook, standing: Stage, today: date) -> Entered:
    """Standing in the first stage since arrival needs no entry, nor a second warning for a missing arrival."""
    if standing is stages.first and standing.judges is None:
        return Entered((), ())
    if values.stage is not None and (standing.milestone is not Milestone.LEAD or standing.judges is not None):
        return enter_stage(values, columns, standing, today, is_judged=False)
    if standing.milestone is not Milestone.LEAD or standing is stages.first:
        return Entered((), ())
    judged_on = values.dates.get("qualified_on", values.dates.get("sales_ready_on"))
    on = values.dates.get("arrived", today) if values.stage else judged_on or today
    return Entered((StageEntry(Milestone.LEAD, standing.id, on, is_dated=False),), ())
