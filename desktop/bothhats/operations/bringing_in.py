"""Bring a JSON export back into an empty file: equal to the one that it came from, or nothing changed."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TextIO

from bothhats.domain.problems import KnownProblem, Refused
from bothhats.exchange.other_files import check_is_file
from bothhats.exchange.whole_file_json import read_json
from bothhats.queries.whole_file import is_empty
from bothhats.storage.backup import put_in_place
from bothhats.storage.backups import BEFORE_IMPORT, make_backup
from bothhats.storage.read_only import SCHEMA_VERSION, open_read_only
from bothhats.storage.restore import place_aside, put_in
from bothhats.storage.whole_file import build


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """How many leads and touches came."""

    leads: int
    touches: int


def bring_in(data_file: Path, source: Path, now: datetime, *, is_dry_run: bool = False) -> BroughtIn:
    """Fill a missing or empty file. Raises Refused for one with leads, KnownProblem for an export that is not whole."""
    with _opened(source) as file:
        whole = read_json(file, SCHEMA_VERSION)
        if data_file.exists():
            _refuse_unless_empty(data_file)
        with place_aside(data_file) as folder:
            fresh = folder / data_file.name
            counts = build(fresh, whole)
            if is_dry_run:
                pass
            elif data_file.exists():
                make_backup(data_file, BEFORE_IMPORT, now)
                put_in(data_file, fresh)
            else:
                put_in_place(fresh, data_file)
    return BroughtIn(counts["lead"], counts["touch"])


def _opened(source: Path) -> TextIO:
    try:
        check_is_file(source)
        return source.open(encoding="utf-8-sig", newline="")
    except OSError as error:
        raise KnownProblem(f"{source} cannot be read.", "Check the name and its permissions.") from error


def _refuse_unless_empty(data_file: Path) -> None:
    reader = open_read_only(data_file)
    try:
        if not is_empty(reader):
            raise Refused(
                "A JSON export only fills an empty file, and this one is not.",
                "Start a new file and import it there.",
            )
    finally:
        reader.close()
