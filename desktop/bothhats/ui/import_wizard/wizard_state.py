"""What an import in the window knows: the file as read, and how the owner wants it; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from bothhats.domain.lead_fields import IDENTITY_FIELDS, LEAD_FIELDS, Field
from bothhats.domain.name_matching import folded
from bothhats.domain.touch_fields import TOUCH_FIELDS, WHOSE
from bothhats.exchange.everyday_names import EVERYDAY
from bothhats.exchange.import_options import ImportOptions, Update
from bothhats.exchange.list_reader import read_list
from bothhats.exchange.presets import recognise, recognised_preset
from bothhats.exchange.saved_mapping import SavedMapping
from bothhats.exchange.table import Reading, Table
from bothhats.exchange.touch_columns import is_touch_file, recognise_touches


@dataclass(frozen=True, slots=True)
class ImportState:
    """`fields`: the field of each column that has one, the best first; of two for one field the first counts that is
    not blank. `dropped` columns are not kept at all, all others are kept as extra fields. `samples`: the first cell of
    each column that says something."""

    name: str
    content: bytes | Path
    reading: Reading
    table: Table
    samples: tuple[str, ...] = ()
    preset: str = ""
    mapping_name: str = ""
    is_touches: bool = False
    fields: Mapping[int, str] = field(default_factory=dict)
    dropped: frozenset[int] = frozenset()
    key: str | None = None
    update: Update = Update.FILL_GAPS
    date_format: str | None = None
    decimal_mark: str | None = None
    words: Mapping[tuple[str, str], str] = field(default_factory=dict)
    cells: Mapping[tuple[int, int], str] = field(default_factory=dict)
    left_out: frozenset[int] = frozenset()
    taken_anyway: frozenset[int] = frozenset()

    @property
    def options(self) -> ImportOptions:
        """What the plan is made with; every column is spoken for."""
        rest = ((place, "") for place in range(len(self.table.header)) if place not in self.fields)
        return ImportOptions(
            (*self.fields.items(), *rest),
            self.key,
            (),
            tuple((name, old, new) for (name, old), new in self.words.items()),
            self.date_format,
            self.decimal_mark,
            self.update,
            self.dropped,
            self.cells,
            self.left_out,
            self.taken_anyway,
        )

    @property
    def choices(self) -> tuple[Field, ...]:
        """The fields that a column can become."""
        return TOUCH_FIELDS if self.is_touches else LEAD_FIELDS

    @property
    def says_who(self) -> bool:
        """Whether some column says who the leads are."""
        return bool(set(self.fields.values()) & set(WHOSE if self.is_touches else IDENTITY_FIELDS))

    @property
    def columns(self) -> list[int]:
        """The columns to show: those that have something in them, or a field."""
        return [place for place, sample in enumerate(self.samples) if sample or place in self.fields]

    def places(self, name: str) -> tuple[int, ...]:
        """The columns of a field, the best first."""
        return tuple(place for place, each in self.fields.items() if each == name)

    def who(self, row: int) -> str:
        """How a row (from 1) calls its lead; '' for one without any name."""
        cells = self.table.rows[row - 1]
        texts = {name: cells[place].strip() for place, name in self.fields.items() if place < len(cells)}
        full = texts.get("name") or " ".join(filter(None, (texts.get("first_name"), texts.get("last_name"))))
        return full or texts.get("company") or texts.get("email") or texts.get("phone") or texts.get("key") or ""

    def with_field(self, column: int, name: str, *, is_dropped: bool = False) -> "ImportState":
        """The column is this field now; '' keeps it as an extra one, unless it is dropped."""
        kept = {place: each for place, each in self.fields.items() if place != column}
        fields = {**kept, column: name} if name else kept
        dropped = self.dropped - {column} | ({column} if is_dropped else set())
        key = self.key if self.key in fields.values() else None
        return replace(self, fields=fields, dropped=dropped, key=key)

    def with_word(self, name: str, old: str, new: str) -> "ImportState":
        """This value of a field becomes another; the same takes the translation away."""
        words = {each: to for each, to in self.words.items() if each != (name, folded(old))}
        if folded(new) != folded(old):
            words[name, folded(old)] = new
        return replace(self, words=words)

    def with_cell(self, row: int, column: int, text: str) -> "ImportState":
        """The owner's words in place of a cell."""
        return replace(self, cells={**self.cells, (row, column): text}, left_out=self.left_out - {row})

    def as_touches(self, *, is_touches: bool) -> "ImportState":
        """The rows are what happened, or leads."""
        return _recognised(replace(self, is_touches=is_touches, words={}, cells={}, left_out=frozenset()))

    def saved(self) -> SavedMapping:
        """What is to be remembered of it."""
        header = self.table.header
        return SavedMapping(
            {header[place]: name for place, name in self.fields.items()},
            tuple(header[place] for place in sorted(self.dropped)),
            tuple((name, old, new) for (name, old), new in self.words.items()),
            self.key,
            self.update.value,
            self.date_format,
            self.decimal_mark,
            self.is_touches,
            header,
        )

    def with_saved(self, name: str, saved: SavedMapping) -> "ImportState":
        """As it was remembered, as far as the columns are there."""
        places = {folded(head): place for place, head in reversed(list(enumerate(self.table.header)))}
        fields = {places[folded(head)]: each for head, each in saved.fields.items() if folded(head) in places}
        return replace(
            self,
            mapping_name=name,
            is_touches=saved.is_touches,
            fields=fields,
            dropped=frozenset(places[folded(head)] for head in saved.dropped if folded(head) in places),
            words={(each, folded(old)): new for each, old, new in saved.words},
            key=saved.key if saved.key in fields.values() else None,
            update=Update(saved.update),
            date_format=saved.date_format,
            decimal_mark=saved.decimal_mark,
        )


def read_file(name: str, content: bytes | Path, reading: Reading | None = None) -> ImportState:
    """Read a list and recognise its columns. Raises KnownProblem for what is none, OSError."""
    asked = reading or Reading()
    table = read_list(content, asked)
    is_touches = is_touch_file(table.header)
    return _recognised(ImportState(name, content, asked, table, _samples(table), is_touches=is_touches))


def with_mapping_that_fits(state: ImportState, mappings: Mapping[str, SavedMapping]) -> ImportState:
    """With the mapping that was made for a file of just these columns, if one is remembered."""
    fitting = (name for name, saved in mappings.items() if saved.fits(state.table.header))
    name = next(fitting, "")
    return state.with_saved(name, mappings[name]) if name else state


def _recognised(state: ImportState) -> ImportState:
    header = state.table.header
    if state.is_touches:
        found = recognise_touches(header)
        return replace(state, preset="", fields=_by_place(found), key=None)
    preset = recognised_preset(header)
    found = recognise(header)
    taken = {place for places in found.values() for place in places}
    names = {folded(head): place for place, head in reversed(list(enumerate(header)))}
    for each, columns in preset.offers:
        places = tuple(names[name] for name in columns if name in names and names[name] not in taken)
        if places and each not in found:
            found[each] = places
    words = {(each, folded(old)): new for each, old, new in preset.values if each in found}
    name = "" if preset is EVERYDAY else preset.name
    key = next((each for each in ("email", "key") if each in found), None)
    return replace(state, preset=name, fields=_by_place(found), words=words, key=key)


def _samples(table: Table) -> tuple[str, ...]:
    found: dict[int, str] = {}
    for row in table.rows:
        for place in range(len(table.header)):
            if place not in found and row[place].strip():
                found[place] = row[place].strip()
        if len(found) == len(table.header):
            break
    return tuple(found.get(place, "") for place in range(len(table.header)))


def _by_place(found: Mapping[str, Sequence[int]]) -> dict[int, str]:
    return {place: name for name, places in found.items() for place in places}
