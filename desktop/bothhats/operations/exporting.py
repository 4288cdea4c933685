"""Export a file: the leads as a list, cards or customers, the days as a calendar, or everything as JSON."""

import hashlib
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from bothhats.domain.lead_sheet import LeadSheet
from bothhats.domain.money import currency_of
from bothhats.domain.problems import Refused, WrongUsage
from bothhats.exchange.gnucash_writer import write_customers
from bothhats.exchange.icalendar_writer import Entry, write_calendar
from bothhats.exchange.lead_csv import write_csv
from bothhats.exchange.vcard_writer import write_vcards
from bothhats.exchange.whole_file_json import write_json
from bothhats.exchange.xlsx_writer import write_xlsx
from bothhats.queries import whole_file
from bothhats.queries.calendar_entries import dated_things
from bothhats.queries.lead_export import lead_sheet
from bothhats.queries.settings import read_settings, remembered
from bothhats.storage.read_only import open_read_only
from bothhats.storage.safe_write import written_aside


class Form(StrEnum):
    """What an export can be; the value is the ending of its file."""

    CSV = ".csv"
    XLSX = ".xlsx"
    JSON = ".json"
    VCARD = ".vcf"
    CALENDAR = ".ics"
    CUSTOMERS = "gnucash.csv"


@dataclass(frozen=True, slots=True)
class Export:
    """`lead_ids` None is everything; JSON and the calendar are always everything. Lossless concerns CSV."""

    form: Form
    lead_ids: Sequence[int] | None = None
    is_lossless: bool = False


def form_of(target: Path) -> Form:
    """By the ending of its name. Raises WrongUsage."""
    try:
        return Form(target.suffix.lower())
    except ValueError:
        endings = ", ".join(form for form in Form if form is not Form.CUSTOMERS)
        raise WrongUsage(f"{target.name} has none of the endings {endings}.", "Choose one of them.") from None


def export(data_file: Path, target: Path, what: Export) -> int:
    """Write it, whole or not at all; how many leads, or days of the calendar, it holds.

    Raises FileNotWritable, DiskFull, Refused for the file itself, KnownProblem where it does not fit the form.
    """
    if target.exists() and target.samefile(data_file):
        raise Refused("This is the pipeline file itself.", "Choose another name.")
    reader = open_read_only(data_file)
    try:
        with whole_file.one_moment(reader), written_aside(target) as making:
            return _WRITERS[what.form](reader, making, what, data_file)
    finally:
        reader.close()


def _sheet(reader: sqlite3.Connection, what: Export) -> LeadSheet:
    return lead_sheet(reader, currency_of(read_settings(reader).currency), what.lead_ids)


def _csv(reader: sqlite3.Connection, making: Path, what: Export, _data_file: Path) -> int:
    sheet = _sheet(reader, what)
    with making.open("w", encoding="utf-8", errors="replace", newline="") as file:
        write_csv(file, sheet, is_lossless=what.is_lossless)
    return len(sheet.leads)


def _xlsx(reader: sqlite3.Connection, making: Path, what: Export, _data_file: Path) -> int:
    sheet = _sheet(reader, what)
    write_xlsx(making, sheet)
    return len(sheet.leads)


def _json(reader: sqlite3.Connection, making: Path, _what: Export, _data_file: Path) -> int:
    with making.open("w", encoding="utf-8", newline="\n") as file:
        write_json(file, whole_file.schema_version(reader), whole_file.sequences(reader), whole_file.tables(reader))
    return int(reader.execute("SELECT count(*) FROM lead").fetchone()[0])


def _vcard(reader: sqlite3.Connection, making: Path, what: Export, _data_file: Path) -> int:
    leads = [lead.fields for lead in _sheet(reader, what).leads]
    _write(making, write_vcards(leads))
    return len(leads)


def _customers(reader: sqlite3.Connection, making: Path, what: Export, _data_file: Path) -> int:
    won: list[Mapping[str, str]] = [
        lead.fields for lead in _sheet(reader, what).leads if lead.fields.get("outcome") == "won"
    ]
    _write(making, write_customers(won))
    return len(won)


def _calendar(reader: sqlite3.Connection, making: Path, _what: Export, data_file: Path) -> int:
    file_id = remembered(reader, "calendar_id") or hashlib.sha256(str(data_file.absolute()).encode()).hexdigest()[:16]
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


_WRITERS: dict[Form, Callable[[sqlite3.Connection, Path, Export, Path], int]] = {
    Form.CSV: _csv,
    Form.XLSX: _xlsx,
    Form.JSON: _json,
    Form.VCARD: _vcard,
    Form.CALENDAR: _calendar,
    Form.CUSTOMERS: _customers,
}
