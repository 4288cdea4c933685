"""A whole file as JSON: one row a line, so that it can be read, searched and compared; and back."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, TextIO

from bothhats.domain.problems import FileTooNew, KnownProblem
from bothhats.domain.whole_file import TableRows, WholeFile

FORMAT = "Both Hats"
_WAY_OUT = "Nothing was changed. Export it again, or choose another file."


def write_json(file: TextIO, schema: int, sequences: Mapping[str, int], tables: Iterable[TableRows]) -> None:
    """Write the document row by row; no file is too large for it."""
    head = {"format": FORMAT, "schema": schema, "sequences": dict(sequences)}
    file.write(_line(head)[:-1] + ', "tables": {')
    between = "\n"
    for table in tables:
        file.write(f"{between}{json.dumps(table.name)}: [")
        comma = "\n"
        for row in table.rows:
            file.write(comma + _line(dict(zip(table.columns, row, strict=True))))
            comma = ",\n"
        file.write("]")
        between = ",\n"
    file.write("\n}}\n")


def read_json(content: bytes, newest_schema: int) -> WholeFile:
    """Raises a KnownProblem that says what is wrong with the document."""
    try:
        told = json.loads(content.decode("utf-8-sig"), parse_float=_refused, parse_constant=_refused)
    except (ValueError, RecursionError) as error:
        raise KnownProblem("The file is no JSON, or not all of it is there.", _WAY_OUT) from error
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise KnownProblem("The file is no export of Both Hats.", "Choose a JSON file that Both Hats has written.")
    schema, tables, sequences = told.get("schema"), told.get("tables"), told.get("sequences", {})
    if not isinstance(schema, int) or not isinstance(tables, dict) or not _is_sequences(sequences):
        raise KnownProblem("The export is not whole: its tables are missing.", _WAY_OUT)
    if schema > newest_schema:
        raise FileTooNew("A newer version of Both Hats made this export.", "Update Both Hats to bring it in.")
    for name, rows in tables.items():
        _check_rows(name, rows)
    return WholeFile(schema, tables, sequences)


def _check_rows(name: str, rows: object) -> None:
    if not isinstance(rows, list):
        raise KnownProblem(f"The table {name} of the export is none.", _WAY_OUT)
    for number, row in enumerate(rows, 1):
        if not isinstance(row, dict) or not all(_is_value(value) for value in row.values()):
            raise KnownProblem(f"Row {number} of the table {name} is none.", _WAY_OUT)


def _is_value(value: object) -> bool:
    if isinstance(value, bool):
        return False
    return value is None or isinstance(value, str) or (isinstance(value, int) and -(2**63) <= value < 2**63)


def _is_sequences(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(each, int) and _is_value(each) for each in value.values())


def _refused(text: str) -> Any:
    raise ValueError(text)


def _line(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False)
