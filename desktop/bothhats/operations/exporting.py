"""Export a file: the leads as a list, cards or customers, the days as a calendar, or everything as JSON."""

import hashlib
import itertools
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from bothhats.domain.export_form import Export, Form
from bothhats.domain.lead_sheet import LeadSheet
from bothhats.domain.money import currency_of
from bothhats.domain.problems import Refused
from bothhats.domain.whole_file import TableRows, Value
from bothhats.exchange.gnucash_writer import write_customers
from bothhats.exchange.icalendar_writer import Entry, write_calendar
from bothhats.exchange.lead_csv import write_csv, write_rows
from bothhats.exchange.vcard_writer import write_vcards
from bothhats.exchange.whole_file_json import write_json
from bothhats.exchange.xlsx_writer import write_xlsx
from bothhats.queries import whole_file
from bothhats.queries.calendar_entries import dated_things
from bothhats.queries.lead_export import lead_sheet
from bothhats.queries.settings import read_settings, remembered
from bothhats.queries.touch_export import HEADER, touch_lines
from bothhats.storage.read_only import open_read_only
from bothhats.storage.safe_write import written_aside

Tell = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class _Source:
    """What an export reads from, and who hears how far it is."""

    reader: sqlite3.Connection
    path: Path
    tell: Tell

    def sheet(self, what: Export) -> LeadSheet:
        """The leads."""
        return lead_sheet(
            self.reader, currency_of(read_settings(self.reader).currency), what.lead_ids, what.columns, self.told(what)
        )

    def told(self, what: Export) -> Callable[[int], None]:
        """Hears of each lead."""
        of = self.count("lead") if what.lead_ids is None else len(what.lead_ids)
        return lambda done: self.tell(done, of)

    def count(self, table: str) -> int:
        """How many rows a table has."""
        return int(self.reader.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def export(data_file: Path, target: Path, what: Export, tell: Tell = lambda _done, _of: None) -> int:
    """Write it, whole or not at all; how many leads, or days of the calendar, it holds.

    `tell` hears how far it is, and may raise to end it. Raises FileNotWritable, DiskFull, Refused for the file itself,
    KnownProblem where it does not fit the form.
    """
    if target.exists() and target.samefile(data_file):
        raise Refused("This is the pipeline file itself.", "Choose another name.")
    reader = open_read_only(data_file)
    try:
        with whole_file.one_moment(reader), written_aside(target) as making:
            return _WRITERS[what.form](_Source(reader, data_file, tell), making, what)
    finally:
        reader.close()


def _csv(source: _Source, making: Path, what: Export) -> int:
    sheet = source.sheet(what)
    with making.open("w", encoding="utf-8", errors="replace", newline="") as file:
        write_csv(file, sheet, is_lossless=what.is_lossless, told=source.told(what))
    return len(sheet.leads)


def _touches(source: _Source, making: Path, what: Export) -> int:
    of = source.count("touch")
    with making.open("w", encoding="utf-8", errors="replace", newline="") as file:
        lines = touch_lines(source.reader, what.lead_ids)
        return write_rows(
            file, HEADER, lines, is_lossless=what.is_lossless, told=lambda done: source.tell(min(done, of), of)
        )


def _xlsx(source: _Source, making: Path, what: Export) -> int:
    """The leads; where all their columns go out, also what happened with them."""
    sheet = source.sheet(what)
    touches = [] if what.columns else list(touch_lines(source.reader, what.lead_ids))
    write_xlsx(making, sheet, source.told(what), [HEADER, *touches] if touches else ())
    return len(sheet.leads)


def _json(source: _Source, making: Path, _what: Export) -> int:
    reader = source.reader
    with making.open("w", encoding="utf-8", newline="\n") as file:
        write_json(file, whole_file.schema_version(reader), whole_file.sequences(reader), _told_tables(source))
    return source.count("lead")


def _told_tables(source: _Source) -> Iterator[TableRows]:
    of = sum(source.count(name) for name in whole_file.table_names(source.reader))
    done = itertools.count(1)

    def told(rows: Iterable[Sequence[Value]]) -> Iterator[Sequence[Value]]:
        for row in rows:
            source.tell(next(done), of)
            yield row

    for table in whole_file.tables(source.reader):
        yield replace(table, rows=told(table.rows))


def _vcard(source: _Source, making: Path, what: Export) -> int:
    leads = [lead.fields for lead in source.sheet(what).leads]
    _write(making, write_vcards(leads))
    return len(leads)


def _customers(source: _Source, making: Path, what: Export) -> int:
    won = [lead.fields for lead in source.sheet(what).leads if lead.fields.get("outcome") == "won"]
    _write(making, write_customers(won))
    return len(won)


def _calendar(source: _Source, making: Path, _what: Export) -> int:
    reader, path = source.reader, str(source.path.absolute())
    file_id = remembered(reader, "calendar_id") or hashlib.sha256(path.encode()).hexdigest()[:16]
    entries = [
        Entry(
            f"{each.id}-{file_id}@bothhats",
            each.on,
            ": ".join(text for text in (each.about, each.words) if text),
            each.reach,
        )
        for each in dated_things(reader)
    ]
    name = read_settings(reader).business_name or "Both Hats"
    _write(making, write_calendar(name, entries, datetime.now(UTC), {}))
    return len(entries)


def _write(making: Path, text: str) -> None:
    making.write_bytes(text.encode("utf-8", "replace"))


_WRITERS: dict[Form, Callable[[_Source, Path, Export], int]] = {
    Form.CSV: _csv,
    Form.XLSX: _xlsx,
    Form.JSON: _json,
    Form.VCARD: _vcard,
    Form.CALENDAR: _calendar,
    Form.CUSTOMERS: _customers,
    Form.TOUCHES: _touches,
}
