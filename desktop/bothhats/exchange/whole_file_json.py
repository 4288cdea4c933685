"""A whole file as JSON: one row a line, so that it can be read, searched and compared; and back."""

import json
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TextIO

from bothhats.domain.problems import FileTooNew, KnownProblem
from bothhats.domain.whole_file import Row, TableRows, WholeFile
from bothhats.exchange.json_walk import JsonWalk

FORMAT = "Both Hats"
_HEAD = {"format", "schema", "sequences"}
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


def read_json(file: TextIO, newest_schema: int) -> WholeFile:
    """The head is read at once, the rows as they are asked for; `file` is read twice.

    Raises a KnownProblem that says what is wrong with the document; so do the rows.
    """
    with _no_json():
        head = _head(JsonWalk(file))
    if head.get("format") != FORMAT:
        raise KnownProblem("The file is no export of Both Hats.", "Choose a JSON file that Both Hats has written.")
    schema, sequences = head.get("schema"), head.get("sequences", {})
    if not isinstance(schema, int) or not _is_sequences(sequences):
        raise _not_whole()
    if schema > newest_schema:
        raise FileTooNew("A newer version of Both Hats made this export.", "Update Both Hats to bring it in.")
    file.seek(0)
    return WholeFile(schema, _tables(JsonWalk(file)), sequences)


def _head(walk: JsonWalk) -> dict[str, Any]:
    """What stands beside the tables; no further than needed."""
    head: dict[str, Any] = {}
    if not walk.stands_at("{"):
        walk.value()
        return head
    for name in walk.names():
        if name != "tables":
            head[name] = walk.value()
        elif head.get("format", FORMAT) == FORMAT:
            for _, rows in _tables_here(walk):
                deque(rows, 0)
        if head.keys() >= _HEAD:
            break
    return head


def _tables(walk: JsonWalk) -> Iterator[tuple[str, Iterator[Row]]]:
    has_tables = False
    with _no_json():
        for name in walk.names():
            if name == "tables":
                has_tables = True
                yield from _tables_here(walk)
            else:
                walk.value()
        walk.end()
    if not has_tables:
        raise _not_whole()


def _tables_here(walk: JsonWalk) -> Iterator[tuple[str, Iterator[Row]]]:
    if not walk.stands_at("{"):
        raise _not_whole()
    for name in walk.names():
        if not walk.stands_at("["):
            raise KnownProblem(f"The table {name} of the export is none.", _WAY_OUT)
        yield name, _rows(name, walk)


def _rows(name: str, walk: JsonWalk) -> Iterator[Row]:
    with _no_json():
        for number, _ in enumerate(walk.items(), 1):
            row = walk.value() if walk.stands_at("{") else None
            if row is None or not all(_is_value(value) for value in row.values()):
                raise KnownProblem(f"Row {number} of the table {name} is none.", _WAY_OUT)
            yield row


@contextmanager
def _no_json() -> Iterator[None]:
    try:
        yield
    except (ValueError, RecursionError) as error:
        raise KnownProblem("The file is no JSON, or not all of it is there.", _WAY_OUT) from error
    except OSError as error:
        raise KnownProblem(
            "The export cannot be read to its end.", "Copy it to this computer, and import that."
        ) from error


def _not_whole() -> KnownProblem:
    return KnownProblem("The export is not whole: its tables are missing.", _WAY_OUT)


def _is_value(value: object) -> bool:
    if isinstance(value, bool):
        return False
    return value is None or isinstance(value, str) or (isinstance(value, int) and -(2**63) <= value < 2**63)


def _is_sequences(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(each, int) and _is_value(each) for each in value.values())


def _line(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False)
