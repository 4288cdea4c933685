"""A row and the lead that it belongs to become a change: only what differs, blank cells never overwrite."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from bothhats.domain.name_matching import folded, same_name
from bothhats.domain.pipeline import Milestone, Stage
from bothhats.exchange.column_map import ColumnMap
from bothhats.exchange.date_contradictions import warn_of_contradictions
from bothhats.exchange.existing import StoredLead
from bothhats.exchange.lead_entries import JUDGEMENT_DATES, Entered, dated_entries, dated_judgements, enter_stage
from bothhats.exchange.name_book import NameBook, NameBooks
from bothhats.exchange.outcome_words import OUTCOME_DATES
from bothhats.exchange.planned import Ending, Judged, LeadFacts, StageEntry
from bothhats.exchange.row_reasons import place_reason
from bothhats.exchange.row_values import RowValues
from bothhats.exchange.stage_book import MILESTONE_DATES, StageBook

Value = TypeVar("Value", int, date)

_FIELD_OF_MILESTONE = dict(MILESTONE_DATES)
_FIELD_OF_STEP = {step: field for field, step in JUDGEMENT_DATES}
_FIELD_OF_OUTCOME = {outcome: field for field, outcome in OUTCOME_DATES}


@dataclass(frozen=True, slots=True)
class LeadChange:
    """What differs; None where it stays."""

    arrived_on: date | None
    stage_id: int | None
    facts: LeadFacts

    @property
    def is_nothing(self) -> bool:
        """Whether the row says only what the file has already."""
        return self.arrived_on is None and self.stage_id is None and self.facts == LeadFacts()


def change_lead(
    values: RowValues, stored: StoredLead, columns: ColumnMap, stages: StageBook, books: NameBooks, today: date
) -> LeadChange:
    """A date replaces the one of an earlier import; what was logged stays."""
    standing = _new_standing(values, stored, stages)
    entered = _entered(values, stored, columns, standing, today)
    ending, parked_reason = _ending(values, stored, columns, books)
    arrived_on = values.dates.get("arrived")
    warn_of_contradictions(values, columns, arrived_on or stored.arrived_on, stored.imported)
    parked_until = _changed(values.dates.get("parked_until"), stored.parked_until)
    parked_until = _changed(parked_until, stored.imported.get("parked_until"))
    facts = LeadFacts(
        texts=_differing(values.texts, stored.texts),
        extra=_differing(values.extra, stored.extra),
        tags=_new_tags(values, stored, books.tags),
        source=_changed_name(values.source, stored.source, books.sources),
        campaign=_changed_name(values.campaign, stored.campaign, books.campaigns),
        value=_changed(values.value, stored.value),
        entries=_entries(values, stored, stages, standing) + entered.entries,
        judgements=_judgements(values, stored) + entered.judgements,
        contacted_on=_changed(values.dates.get("contacted_on"), stored.imported.get("contacted_on")),
        ending=ending,
        parked_until=parked_until,
        parked_reason=parked_reason if parked_until else None,
        follow_up_on=_changed(values.dates.get("follow_up_on"), stored.follow_up_on),
    )
    return LeadChange(_changed(arrived_on, stored.arrived_on), standing.id if standing else None, facts)


def after_change(stored: StoredLead, change: LeadChange) -> StoredLead:
    """The lead as it will be, for a further row about it."""
    facts = change.facts
    imported = {_FIELD_OF_STEP[judged.step]: judged.on for judged in facts.judgements}
    imported |= {_FIELD_OF_MILESTONE[e.milestone]: e.on for e in facts.entries if e.milestone in _FIELD_OF_MILESTONE}
    if facts.contacted_on:
        imported["contacted_on"] = facts.contacted_on
    return replace(
        stored,
        arrived_on=change.arrived_on or stored.arrived_on,
        stage_id=stored.stage_id if change.stage_id is None else change.stage_id,
        texts={**stored.texts, **facts.texts},
        extra={**stored.extra, **facts.extra},
        tags=stored.tags | set(facts.tags),
        source=facts.source or stored.source,
        campaign=facts.campaign or stored.campaign,
        value=stored.value if facts.value is None else facts.value,
        outcome=facts.ending.outcome if facts.ending else stored.outcome,
        imported={**stored.imported, **imported},
        imported_ending=facts.ending or stored.imported_ending,
        parked_until=facts.parked_until or stored.parked_until,
        follow_up_on=facts.follow_up_on or stored.follow_up_on,
    )


def _new_standing(values: RowValues, stored: StoredLead, stages: StageBook) -> Stage | None:
    """Where the lead moves to: into the row's stage, else forward to what a new date reaches; never back by itself."""
    if values.stage is not None:
        return values.stage if values.stage.id != stored.stage_id else None
    current = stages.with_id(stored.stage_id)
    fields = (*_FIELD_OF_MILESTONE.values(), *_FIELD_OF_STEP.values())
    new = {field: day for field in fields if (day := values.dates.get(field)) and day != stored.imported.get(field)}
    if current is None or not new:
        return None
    reached = stages.standing(new)
    is_forward = reached.milestone.rank > current.milestone.rank
    is_judged_now = current is stages.first and reached.judges is not None and reached is not current
    return reached if is_forward or is_judged_now else None


def _entered(values: RowValues, stored: StoredLead, columns: ColumnMap, standing: Stage | None, today: date) -> Entered:
    if standing is None:
        return Entered((), ())
    if values.stage is not None:
        return enter_stage(values, columns, standing, today, is_judged="qualified_on" in stored.imported)
    if standing.milestone is not Milestone.LEAD:
        return Entered((), ())
    judged_on = values.dates.get("qualified_on") or values.dates.get("sales_ready_on") or today
    return Entered((StageEntry(Milestone.LEAD, standing.id, judged_on, is_dated=False),), ())


def _entries(
    values: RowValues, stored: StoredLead, stages: StageBook, standing: Stage | None
) -> tuple[StageEntry, ...]:
    current = standing or stages.with_id(stored.stage_id)
    return tuple(
        entry
        for entry in dated_entries(values, stages, current)
        if entry.on != stored.imported.get(_FIELD_OF_MILESTONE[entry.milestone])
        or (standing is not None and standing.milestone is entry.milestone)
    )


def _judgements(values: RowValues, stored: StoredLead) -> tuple[Judged, ...]:
    judged = dated_judgements(values)
    return tuple(one for one in judged if one.on != stored.imported.get(_FIELD_OF_STEP[one.step]))


def _ending(
    values: RowValues, stored: StoredLead, columns: ColumnMap, books: NameBooks
) -> tuple[Ending | None, str | None]:
    earlier = stored.imported_ending
    is_about_earlier = bool(values.reason and earlier and earlier.outcome is stored.outcome)
    ending, parked_reason = place_reason(
        values, columns, books, values.ending or (earlier if is_about_earlier else None)
    )
    if ending is None:
        return None, parked_reason
    if earlier is not None and earlier.outcome is ending.outcome:
        ending = replace(ending, reason=ending.reason or earlier.reason)
        return (None if ending == earlier else ending), parked_reason
    if stored.outcome is ending.outcome:
        _say_that_it_was_logged(values, stored, columns, ending)
        return None, parked_reason
    return ending, parked_reason


def _say_that_it_was_logged(values: RowValues, stored: StoredLead, columns: ColumnMap, ending: Ending) -> None:
    if stored.closed_on is not None and stored.closed_on != ending.on:
        field = _FIELD_OF_OUTCOME[ending.outcome]
        column = columns.column_of(field if field in values.written else "closed_on")
        reason = f"This outcome was logged on {stored.closed_on.isoformat()}; that stays."
        values.warn(column, ending.on.isoformat(), reason)


def _differing(new: Mapping[str, str], old: Mapping[str, str]) -> dict[str, str]:
    return {name: text for name, text in new.items() if text != old.get(name, "").strip()}


def _new_tags(values: RowValues, stored: StoredLead, book: NameBook) -> tuple[str, ...]:
    has = {folded(tag) for tag in stored.tags}
    return tuple(book.spelled(tag) for tag in values.tags if folded(tag) not in has)


def _changed_name(new: str | None, old: str | None, book: NameBook) -> str | None:
    if not new or (old is not None and same_name(new, old)):
        return None
    return book.spelled(new)


def _changed(new: Value | None, old: Value | None) -> Value | None:
    return new if new != old else None
