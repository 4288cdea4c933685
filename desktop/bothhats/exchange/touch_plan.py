"""A file of touches becomes a plan: which to log with which lead, which are here already, which are unusable."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from bothhats.exchange.import_options import ImportOptions
from bothhats.exchange.lead_book import KnownLead, LeadBook
from bothhats.exchange.long_book import Book, LongBook
from bothhats.exchange.long_list import LongList, kept
from bothhats.exchange.planned import Issue
from bothhats.exchange.table import Table, mended
from bothhats.exchange.touch_reader import Mark, PlannedTouch, TouchReader

Progress = Callable[[int, int], None]
_BETWEEN = 250


@dataclass(frozen=True, slots=True)
class TouchPlan:
    """The whole file; carried out in one step."""

    touches: Sequence[PlannedTouch]
    unchanged: int
    skipped: int
    problems: Sequence[Issue]
    warnings: Sequence[Issue]
    notes: tuple[str, ...] = ()
    left_out: frozenset[int] = frozenset()

    @property
    def rows(self) -> int:
        """All rows of the file, the header apart."""
        return len(self.touches) + self.unchanged + self.skipped


def plan_touches(
    table: Table,
    options: ImportOptions,
    leads: Sequence[KnownLead],
    present: frozenset[Mark],
    today: date,
    progress: Progress | None = None,
) -> TouchPlan:
    """Every row is in the plan once. `present`: the marks of the touches that are here already."""
    is_long = isinstance(table.rows, LongList)
    table = mended(table, options.cells)
    reader = TouchReader(table, options, LeadBook(leads), today)
    touches: list[PlannedTouch] | LongList[PlannedTouch] = LongList() if is_long else []
    problems: list[Issue] | LongList[Issue] = LongList() if is_long else []
    seen: Book[bool] = LongBook() if is_long else {}
    unchanged = 0
    for number, row in enumerate(table.rows, 1):
        if progress and number % _BETWEEN == 0:
            progress(number, len(table.rows))
        found = None if number in options.left_out else reader.read(number, row)
        if isinstance(found, Issue):
            problems.append(found)
        elif found and (found.mark in present or seen.get(repr(found.mark))):
            unchanged += 1
        elif found:
            seen[repr(found.mark)] = True
            touches.append(found)
    skipped = len(table.rows) - len(touches) - unchanged
    return TouchPlan(kept(touches), unchanged, skipped, kept(problems), reader.warnings, reader.notes, options.left_out)
