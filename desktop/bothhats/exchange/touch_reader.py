"""Reads the rows of a file of touches: whose, when, what it was, and whether they really talked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bothhats.domain.name_matching import folded
from bothhats.domain.pipeline import Direction, TouchKind
from bothhats.domain.touch_fields import TOUCH_FIELDS, WHOSE
from bothhats.domain.typed_date import parse_date
from bothhats.exchange.address_cell import addresses_in, name_and_address
from bothhats.exchange.column_dates import NotADate, decide_dates
from bothhats.exchange.date_format import read_date_format
from bothhats.exchange.import_options import ImportOptions
from bothhats.exchange.lead_book import LeadBook
from bothhats.exchange.plain_words import without_tags
from bothhats.exchange.planned import Issue
from bothhats.exchange.table import Table
from bothhats.exchange.touch_columns import touch_columns
from bothhats.exchange.touch_words import direction_of, is_both, is_talk, kind_of, yes_or_no

Mark = tuple[int, str, str, str]
_TO_KEEP = "What is to be kept of them can become part of the note."
_TO_DO = frozenset({"to do", "todo", "planned", "open", "not started", "in progress", "scheduled"})


@dataclass(frozen=True)
class PlannedTouch:
    """A touch to log; without slots as in `planned`."""

    row: int
    lead_id: int
    kind: TouchKind
    direction: Direction | None
    two_way: bool
    on: date
    note: str

    @property
    def mark(self) -> Mark:
        """What makes it the same as one that is here: the lead, the kind, the day, the words."""
        return mark_of(self.lead_id, self.kind.value, self.on.isoformat(), self.note)


def mark_of(lead_id: int, kind: str, on: str, note: str) -> Mark:
    """Blanks and line ends aside."""
    return lead_id, kind, on, " ".join(note.split())


class _Unusable(Exception):
    """A row that cannot be used: which field is to blame, its text, and why."""

    def __init__(self, name: str, text: str, reason: str) -> None:
        super().__init__(reason)
        self.name, self.text, self.reason = name, text, reason


class TouchReader:
    """Made for one file."""

    def __init__(self, table: Table, options: ImportOptions, leads: LeadBook, today: date) -> None:
        self._names = table.header
        self._columns = touch_columns(table.header, options)
        self._sets = dict(options.sets)
        self._words = {(name, folded(old)): new for name, old, new in options.translations}
        self._leads = leads
        self._today = today
        places = self._columns.get("happened_on", ())
        cells = (row[place].strip() for place in places for row in table.rows if row[place].strip())
        stated = read_date_format(options.date_format) if options.date_format else None
        self._dates = decide_dates(self._named("happened_on"), cells, stated, today)
        used = {place for places in self._columns.values() for place in places}
        left = [name for place, name in enumerate(table.header) if place not in used and name]
        self.notes = (
            *table.notes,
            *([f"These columns are not brought in: {', '.join(left)}. {_TO_KEEP}"] if left else ()),
        )
        self.warnings: tuple[Issue, ...] = ()

    def read(self, number: int, row: Sequence[str]) -> PlannedTouch | Issue:
        """The touch of a row, or why there is none."""
        if len(row) > len(self._names):
            return Issue(
                number, None, row[len(self._names)], f"The row has {len(row)} cells, the header {len(self._names)}."
            )
        values = self._values(row)
        try:
            self._check_done(values)
            kind = self._kind(values.get("kind", ""))
            return PlannedTouch(
                number,
                self._lead(values),
                kind,
                direction_of(values.get("direction", "")) or direction_of(values.get("kind", "")),
                self._two_way(values),
                self._day(values.get("happened_on", "")),
                "\n".join(filter(None, (values.get("subject", ""), values.get("note", "")))),
            )
        except _Unusable as reason:
            return Issue(number, self._named(reason.name), reason.text, reason.reason)

    def _values(self, row: Sequence[str]) -> dict[str, str]:
        values = dict(self._sets)
        for field in TOUCH_FIELDS:
            for place in self._columns.get(field.name, ()):
                text = row[place].strip()
                text = self._words.get((field.name, folded(text)), text)
                if text and field.name not in values:
                    values[field.name] = without_tags(text) if field.name == "note" else text
                elif text and field.name == "note":
                    values["note"] += f"\n{self._names[place]}: {text}"
        return values

    def _check_done(self, values: dict[str, str]) -> None:
        done = values.get("done", "")
        if folded(done) in _TO_DO or folded(done) in ("no", "false", "0"):
            raise _Unusable("done", done, "This has not happened yet; only what has happened is brought in.")

    def _kind(self, word: str) -> TouchKind:
        kind = kind_of(word) if word else TouchKind.NOTE
        if kind is None:
            raise _Unusable("kind", word, f"“{word}” is no kind of touch: call, meeting, email, message or note.")
        return kind

    def _two_way(self, values: dict[str, str]) -> bool:
        """As the file says; else a meeting and a conversation are, and nothing else."""
        word, direction = values.get("two_way", ""), values.get("direction", "")
        if direction and direction_of(direction) is None and not is_both(direction):
            raise _Unusable("direction", direction, f"“{direction}” is neither in nor out.")
        said = yes_or_no(word) if word else None
        if word and said is None:
            raise _Unusable("two_way", word, f"“{word}” is neither yes nor no.")
        return said if said is not None else is_both(direction) or is_talk(values.get("kind", ""))

    def _day(self, text: str) -> date:
        if not text:
            raise _Unusable("happened_on", "", "Nothing says when it was.")
        if "happened_on" in self._sets:
            day: date | NotADate = parse_date(text, self._today) or NotADate(f"“{text}” is not a date.")
        else:
            day = self._dates.read(text)
        if isinstance(day, NotADate):
            raise _Unusable("happened_on", text, day.reason)
        if day > self._today:
            raise _Unusable("happened_on", text, "This day is still to come; only what has happened is brought in.")
        return day

    def _lead(self, values: dict[str, str]) -> int:
        asked = {field: values[field] for field in WHOSE if field in values}
        if not asked:
            raise _Unusable("email", "", "Nothing says whose touch this is.")
        for field, text in asked.items():
            for by, each in self._parts(field, text):
                found = self._leads.those(by, each, values.get("company", ""))
                if len(found) == 1:
                    return found[0].id
                if found:
                    raise _Unusable(field, text, f"{len(found)} leads have “{each}”.")
        field, text = next(iter(asked.items()))
        raise _Unusable(field, text, f"There is no lead “{text}”.")

    def _parts(self, field: str, text: str) -> Sequence[tuple[str, str]]:
        """Several ids or addresses in one cell name the first that is here; so does an address behind a name."""
        if field == "email":
            return [(field, each) for each in addresses_in(text) or [text]]
        if field == "key":
            return [(field, part.strip()) for part in text.split(";")]
        named = name_and_address(text) if field == "name" else None
        return [*(("email", each) for each in named[1]), (field, named[0])] if named else [(field, text)]

    def _named(self, field: str) -> str:
        return self._names[self._columns[field][0]] if field in self._columns else field
