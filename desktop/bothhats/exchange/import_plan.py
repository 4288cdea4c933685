"""Rows and what exists become a plan: which leads to add, which to change, which rows cannot be used. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from bothhats.domain.duplicates import Person
from bothhats.exchange.existing import Existing, StoredLead, key_text
from bothhats.exchange.gap_filling import only_gaps
from bothhats.exchange.import_options import ImportOptions, Update
from bothhats.exchange.lead_adding import add_lead
from bothhats.exchange.lead_updating import LeadChange, after_change, change_lead
from bothhats.exchange.long_book import Book, LongBook
from bothhats.exchange.long_list import LongList, kept
from bothhats.exchange.name_book import NameBook, NameBooks
from bothhats.exchange.planned import ImportPlan, Issue, PlannedLead, PlannedUpdate
from bothhats.exchange.row_reader import RowReader
from bothhats.exchange.row_values import RowValues
from bothhats.exchange.stage_book import StageBook
from bothhats.exchange.table import Table, mended
from bothhats.exchange.twin_watch import TwinWatch

Item = TypeVar("Item")
_Rows = list[Item] | LongList[Item]
Progress = Callable[[int, int], None]
_BETWEEN = 250
_MANY_PEOPLE = 20_000


def plan_import(
    table: Table, options: ImportOptions, existing: Existing, today: date, progress: Progress | None = None
) -> ImportPlan:
    """Every row of the table is in the plan once: added, updated, unchanged or skipped.

    `progress` hears how many rows of how many are read; what it raises ends the work.
    """
    is_long = isinstance(table.rows, LongList) or len(existing.people) > _MANY_PEOPLE
    table = mended(table, options.cells)
    planner = _Planner(RowReader(table, options, existing, today), options, existing, today, _Room(is_long=is_long))
    for number, row in enumerate(table.rows, 1):
        if progress and number % _BETWEEN == 0:
            progress(number, len(table.rows))
        planner.take(number, row)
    return planner.plan(table.notes)


@dataclass(frozen=True, slots=True)
class _Target:
    """The lead that a key names: as it will stand after the rows so far, and how the plan names it."""

    lead: StoredLead
    lead_id: int | None
    created_row: int | None


class _Room:
    """Where the plan grows: in the memory, or in temporary files where it may become longer than that."""

    def __init__(self, *, is_long: bool) -> None:
        self.creates: _Rows[PlannedLead] = LongList() if is_long else []
        self.updates: _Rows[PlannedUpdate] = LongList() if is_long else []
        self.problems: _Rows[Issue] = LongList() if is_long else []
        self.warnings: _Rows[Issue] = LongList() if is_long else []
        self.targets: Book[_Target | int] = LongBook() if is_long else {}  # the place among the creates, until changed
        self.twins = TwinWatch(LongList(), LongBook()) if is_long else TwinWatch()


@dataclass(slots=True)
class _Planner:
    """Takes the rows one after the other; a row sees what the rows before it will have done."""

    reader: RowReader
    options: ImportOptions
    existing: Existing
    today: date
    room: _Room
    stages: StageBook = field(init=False)
    books: NameBooks = field(init=False)
    unchanged: int = 0
    skipped: int = 0

    def __post_init__(self) -> None:
        self.stages = StageBook(self.existing.stages)
        reasons = self.existing.reasons
        kinds = ("won", "lost", "parked")
        self.books = NameBooks(
            NameBook.of(self.existing.sources),
            NameBook.of(self.existing.campaigns),
            NameBook.of(self.existing.tags),
            {kind: NameBook.of(name for of_kind, name in reasons if of_kind == kind) for kind in kinds},
        )
        for person in self.existing.people:
            self.room.twins.know(person, person.name)

    def take(self, number: int, row: Sequence[str]) -> None:
        """Put one row in its place."""
        if number in self.options.left_out:
            self.skipped += 1
            return
        values = self.reader.read(number, row)
        key = self._key_of(values)
        target = self._target(values, key) if key and not values.problems else None
        if values.problems:
            self.room.problems.extend(values.problems)
            self.skipped += 1
            return
        if target is None:
            self._add(values, key)
        else:
            self._change(values, key, target)
        self.room.warnings.extend(values.warnings)

    def plan(self, notes: tuple[str, ...]) -> ImportPlan:
        """What has come together."""
        books = self.books
        return ImportPlan(
            kept(self.room.creates),
            kept(self.room.updates),
            self.unchanged,
            self.skipped,
            kept(self.room.problems),
            kept(self.room.warnings),
            tuple(books.sources.new),
            tuple(books.campaigns.new),
            tuple(books.tags.new),
            tuple((kind, name) for kind, book in books.reasons.items() for name in book.new),
            notes,
            self.options.left_out,
        )

    def _key_of(self, values: RowValues) -> str:
        if self.options.key is None:
            return ""
        return key_text(self.options.key, values.texts.get(self.options.key, ""))

    def _target(self, values: RowValues, key: str) -> _Target | None:
        known = self.room.targets.get(key)
        if known is not None:
            return known if isinstance(known, _Target) else _created(self.room.creates[known])
        found = self.existing.leads.get(key, ())
        if len(found) > 1 and self.options.key is not None:
            written = values.texts[self.options.key]
            values.refuse(
                self.reader.columns.column_of(self.options.key), written, f"{len(found)} leads have “{written}”."
            )
        return _Target(found[0], found[0].id, None) if len(found) == 1 else None

    def _add(self, values: RowValues, key: str) -> None:
        self._notice_twin(values)
        lead = add_lead(values, self.reader.columns, self.stages, self.books, self.today)
        self.room.creates.append(lead)
        if key:
            self.room.targets[key] = len(self.room.creates) - 1

    def _notice_twin(self, values: RowValues) -> None:
        texts = values.texts
        name = texts.get("name") or " ".join(texts[each] for each in ("first_name", "last_name") if each in texts)
        person = Person(-values.row, name, texts.get("company", ""), texts.get("email", ""), texts.get("phone", ""))
        words = self.room.twins.meet(person, f"row {values.row}")
        if words:
            values.warn(None, name, words)

    def _change(self, values: RowValues, key: str, target: _Target) -> None:
        columns = self.reader.columns
        if self.options.update is Update.LEAVE:
            self.unchanged += 1
            return
        change = change_lead(values, target.lead, columns, self.stages, self.books, self.today)
        if self.options.update is Update.FILL_GAPS:
            change = only_gaps(change, target.lead)
        if change.is_nothing:
            self.unchanged += 1
            return
        self.room.updates.append(
            PlannedUpdate(
                values.row, target.lead_id, target.created_row, change.arrived_on, change.stage_id, change.facts
            )
        )
        self.room.targets[key] = replace(target, lead=after_change(target.lead, change))


def _created(lead: PlannedLead) -> _Target:
    bare = StoredLead(0, lead.arrived_on, lead.stage_id)
    return _Target(after_change(bare, LeadChange(None, None, lead.facts)), None, lead.row)
