"""Reads the cells of a row into values: texts, names, money, dates, the stage and how the lead ended."""

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from bothhats.domain.lead_fields import FIELDS_BY_NAME, IDENTITY_FIELDS, FieldKind, fields_of_kind
from bothhats.domain.money import DE, EN, NotAnAmount, marks_of, parse_amount
from bothhats.domain.name_matching import folded
from bothhats.exchange.address_cell import addresses_in, name_and_address, plain_number, without_marks
from bothhats.exchange.blank_words import READ_AS_BLANK, SHORTENED, is_nothing, is_shortened
from bothhats.exchange.column_dates import AmbiguousDates, DateColumn, NotADate, decide_dates, is_serial
from bothhats.exchange.column_map import ColumnMap, map_columns
from bothhats.exchange.date_format import DateFormat, read_date_format
from bothhats.exchange.everyday_names import EVERYDAY
from bothhats.exchange.existing import Existing
from bothhats.exchange.fixed_values import fixed_values
from bothhats.exchange.header_row import is_total
from bothhats.exchange.import_options import ImportOptions
from bothhats.exchange.likely_amount import with_offer
from bothhats.exchange.outcome_words import OUTCOME_DATES, is_open, outcome_of
from bothhats.exchange.presets import recognised_preset
from bothhats.exchange.row_ending import find_ending
from bothhats.exchange.row_values import RowValues
from bothhats.exchange.stage_book import StageBook
from bothhats.exchange.table import Table

_DATES = frozenset(fields_of_kind(FieldKind.DATE))
_OUTCOMES = dict(OUTCOME_DATES)
_PLANNED_DATES = ("parked_until", "follow_up_on")
_MOST_LINES = 50
_LOOKED_AT = 10_000  # rows, in which something must be readable
A_TOTAL = "This row looks like the sum of the others, not like a lead."
_MANY = ":::"
_LIST_OF_TAGS = re.compile(r'\["[^"]*"(?:,\s*"[^"]*")*\]|"[^"]*"(?:,\s*"[^"]*")+')  # as some programs write them
_SEVERAL = re.compile(r":::|;|\n")
_STATED_MARKS = {".": EN, ",": DE}


class RowReader:
    """Made for one file: what its columns mean, how its dates and amounts are written, what every row is given."""

    def __init__(self, table: Table, options: ImportOptions, existing: Existing, today: date) -> None:
        self._map = map_columns(table.header, options)
        self._fixed = fixed_values(options, existing, today)
        self._translations = {(field, folded(old)): new for field, old, new in options.translations}
        self._translated = {field for field, _, _ in options.translations}
        self._currency = existing.currency
        self._stages = StageBook(existing.stages)
        self._today = today
        self._width = len(table.header)
        self._leave_unreadable(table, options)
        self._dates = self._date_columns(table, options)
        self._marks = _STATED_MARKS.get(options.decimal_mark or "") or marks_of(self._cells(table, "value"))
        self._dropped = options.dropped
        self._rows = len(table.rows)
        self._taken_anyway = options.taken_anyway
        self._readers: dict[str, Callable[[RowValues, str, str], None]] = {
            "tags": self._read_tags, "source": self._read_name, "campaign": self._read_name, "reason": self._read_name,
            "value": self._read_money, "stage": self._read_stage, "outcome": self._read_outcome,
            "email": self._read_email, "phone": self._read_phone, "key": self._read_key,
            "name": self._read_person, **dict.fromkeys(_DATES, self._read_date),
        }  # fmt: skip

    @property
    def columns(self) -> ColumnMap:
        """Which column fills which field."""
        return self._map

    def read(self, number: int, row: Sequence[str]) -> RowValues:
        """The values of one row; it is unusable where they have problems."""
        values = RowValues(number)
        if len(row) > self._width:
            values.refuse(None, row[self._width], f"The row has {len(row)} cells, the header only {self._width}.")
            return values
        cells = [cell.strip() for cell in row]
        if number == self._rows and number not in self._taken_anyway and is_total(cells):
            values.refuse(None, next(filter(None, cells)), A_TOTAL)
            return values
        for field, text in self._texts(values, cells):
            self._readers.get(field, _read_text)(values, field, text)
        self._check_identity(values)
        self._keep_extras(values, cells)
        if not values.problems:
            find_ending(values, self._map)
        return values

    def _texts(self, values: RowValues, cells: Sequence[str]) -> list[tuple[str, str]]:
        """(field, text) of what is not blank; further columns of the same field become extra ones."""
        found = list(self._fixed.items())
        for field, places in self._map.fields.items():
            text = ""
            for place in places:
                if not text:
                    text = cells[place]
                elif cells[place]:
                    values.extra[self._map.names[place]] = cells[place]
            if field in self._translated:
                text = self._translations.get((field, folded(text)), text)
            if text:
                found.append((field, text))
        return found

    def _keep_extras(self, values: RowValues, cells: Sequence[str]) -> None:
        names = self._map.names
        kept = (place for place in self._map.extras if cells[place] and place not in self._dropped)
        values.extra.update({names[place]: cells[place] for place in kept})
        for place, cell in enumerate(cells):
            if len(cell) > _MOST_LINES and cell.count("\n") > _MOST_LINES:
                values.warn(names[place], cell[:60], "The cell has very many lines; a quote may be missing.")

    def _check_identity(self, values: RowValues) -> None:
        if not any(field in values.texts for field in IDENTITY_FIELDS):
            values.refuse(None, "", f"Nothing says who this is: it needs one of {', '.join(IDENTITY_FIELDS)}.")

    def _read_key(self, values: RowValues, field: str, text: str) -> None:
        if is_shortened(text):
            values.warn(self._map.column_of(field), text, SHORTENED)
        values.texts[field] = text

    def _read_person(self, values: RowValues, field: str, text: str) -> None:
        """Where no column has the address, some exports put it behind the name."""
        named = None if "email" in self._map.fields else name_and_address(text)
        if named is None:
            values.texts[field] = text
            return
        values.texts[field], addresses = named
        self._keep_first(values, "email", addresses)
        if ";" in text:
            values.extra[f"{self._map.column_of(field)} (others)"] = text.partition(";")[2].strip()

    def _read_phone(self, values: RowValues, field: str, text: str) -> None:
        if is_shortened(text):
            values.warn(self._map.column_of(field), text, SHORTENED)
        self._keep_first(values, field, [plain_number(part) for part in _SEVERAL.split(text)])

    def _read_email(self, values: RowValues, field: str, text: str) -> None:
        text = without_marks(text)
        addresses = addresses_in(text)
        if not addresses:
            values.warn(self._map.column_of(field), text, "There is no @ in this address; it is kept as it is.")
        self._keep_first(values, field, addresses or [text])

    def _keep_first(self, values: RowValues, field: str, several: list[str]) -> None:
        first, *others = list(dict.fromkeys(filter(None, several))) or [""]
        if first:
            values.texts[field] = first
        if others:
            values.extra[f"{self._map.column_of(field)} (others)"] = ", ".join(others)

    def _read_tags(self, values: RowValues, _field: str, text: str) -> None:
        if _LIST_OF_TAGS.fullmatch(text):
            text = text.strip("[]").replace('"', "")
        parts = text.replace(_MANY, ";").replace(",", ";").split(";")
        tags = {folded(tag): tag for part in reversed(parts) if (tag := part.strip().lstrip("#*").strip())}
        values.tags = tuple(reversed(tags.values()))

    def _read_name(self, values: RowValues, field: str, text: str) -> None:
        setattr(values, field, text)

    def _read_money(self, values: RowValues, field: str, text: str) -> None:
        amount = parse_amount(text, self._currency, self._marks)
        column = self._map.column_of(field)
        if is_nothing(text):
            values.warn(column, text, READ_AS_BLANK)
        elif isinstance(amount, NotAnAmount):
            values.refuse(column, text, with_offer(amount.reason, text, self._currency, self._marks))
        else:
            values.value = amount

    def _read_stage(self, values: RowValues, field: str, text: str) -> None:
        values.stage = self._stages.named(text)
        if values.stage is None and not self._is_outcome(values, field, text):
            reason = f"There is no stage “{text}”. The stages are {self._stages.names}."
            values.refuse(self._map.column_of(field), text, reason)

    def _read_outcome(self, values: RowValues, field: str, text: str) -> None:
        if not self._is_outcome(values, field, text):
            values.refuse(self._map.column_of(field), text, f"There is no outcome “{text}”.")

    def _is_outcome(self, values: RowValues, field: str, text: str) -> bool:
        outcome = outcome_of(text)
        if outcome is not None:
            values.outcomes[field] = outcome
        return outcome is not None or is_open(text)

    def _read_date(self, values: RowValues, field: str, text: str) -> None:
        day = self._dates[field].read(text) if field in self._dates else date.fromisoformat(text)
        column = self._map.column_of(field)
        if is_nothing(text):
            values.warn(column, text, READ_AS_BLANK)
            return
        if isinstance(day, NotADate):
            values.refuse(column, text, day.reason)
            return
        if is_serial(text):
            values.warn(column, text, f"This is the number that a spreadsheet keeps for {day.isoformat()}.")
        values.dates[field] = day
        values.written[field] = text
        if field in _OUTCOMES:
            values.outcomes[field] = _OUTCOMES[field]
        if day > self._today and field not in _PLANNED_DATES:
            values.warn(column, text, "This day is still to come.")

    def _leave_unreadable(self, table: Table, options: ImportOptions) -> None:
        """Amounts and dates that only an everyday name tells, and not one of which can be read, stay an extra field."""
        said = self._translated | {field for _, field in options.maps}
        if recognised_preset(table.header) is not EVERYDAY:
            return
        for field in [each for each in self._map.fields if each == "value" or each in _DATES]:
            own = (field, field.replace("_", " "), folded(FIELDS_BY_NAME[field].label))
            is_own = folded(self._map.column_of(field)) in own
            if field not in said and not is_own and not self._is_readable(table, options, field):
                self._map = self._map.without(field)

    def _is_readable(self, table: Table, options: ImportOptions, field: str) -> bool:
        """Whether some cell of the field's columns is what the field asks for, or none says anything."""
        cells = [cell for cell in itertools.islice(self._cells(table, field), _LOOKED_AT) if cell]
        if field == "value":
            return not cells or any(self._is_amount(cell) for cell in cells)
        try:
            dates = decide_dates(field, cells, _stated(options), self._today)
        except AmbiguousDates:
            return True
        return not cells or any(is_nothing(cell) or isinstance(dates.read(cell), date) for cell in cells)

    def _is_amount(self, cell: str) -> bool:
        read = (parse_amount(cell, self._currency, marks) for marks in (EN, DE))
        return is_nothing(cell) or any(not isinstance(amount, NotAnAmount) for amount in read)

    def _cells(self, table: Table, field: str) -> Iterator[str]:
        return (row[place].strip() for place in self._map.fields.get(field, ()) for row in table.rows if row[place])

    def _date_columns(self, table: Table, options: ImportOptions) -> dict[str, DateColumn]:
        stated = _stated(options)
        return {
            field: decide_dates(self._map.column_of(field), self._date_cells(table, field), stated, self._today)
            for field in self._map.fields
            if field in _DATES
        }

    def _date_cells(self, table: Table, field: str) -> Iterator[str]:
        cells = filter(None, self._cells(table, field))
        return (self._translations.get((field, folded(cell)), cell) for cell in cells) if self._translations else cells


def _stated(options: ImportOptions) -> DateFormat | None:
    return read_date_format(options.date_format) if options.date_format is not None else None


def _read_text(values: RowValues, field: str, text: str) -> None:
    values.texts[field] = text
