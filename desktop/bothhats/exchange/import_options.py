"""How the owner wants a file read: which column is which field, by which key, in which words."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bothhats.domain.lead_fields import FIELDS_BY_NAME, KEY_FIELDS
from bothhats.domain.name_matching import folded
from bothhats.domain.problems import WrongUsage


class Update(StrEnum):
    """What a row does to a lead that is here already."""

    FILE_WINS = "file_wins"
    FILL_GAPS = "fill_gaps"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """`maps`: (column by name or place, field), an empty field leaves the column an extra one;
    `sets`: (field, value) for every row; `translations`: (field, from, to) for cells;
    `dropped`: places of columns that are not kept at all;
    `cells`: what the owner put in place of a cell, by row (from 1) and place; `left_out`: rows that they passed over;
    `taken_anyway`: rows that they want although they look like none."""

    maps: tuple[tuple[str | int, str], ...] = ()
    key: str | None = None
    sets: tuple[tuple[str, str], ...] = ()
    translations: tuple[tuple[str, str, str], ...] = ()
    date_format: str | None = None
    decimal_mark: str | None = None
    update: Update = Update.FILE_WINS
    dropped: frozenset[int] = frozenset()
    cells: Mapping[tuple[int, int], str] = field(default_factory=dict)
    left_out: frozenset[int] = frozenset()
    taken_anyway: frozenset[int] = frozenset()


def read_options(
    maps: Sequence[str] = (),
    key: str | None = None,
    sets: Sequence[str] = (),
    values: Sequence[str] = (),
    date_format: str | None = None,
    decimal_mark: str | None = None,
    fields: Collection[str] = FIELDS_BY_NAME,
) -> ImportOptions:
    """The options as written on the command line: COLUMN=FIELD, FIELD=VALUE, FIELD:FROM=TO; `fields` there are."""
    options = ImportOptions(
        tuple(_map(text) for text in maps),
        key.strip() if key is not None else None,
        tuple(_set(text) for text in sets),
        tuple(_translation(text) for text in values),
        date_format,
        decimal_mark,
    )
    check_options(options, fields)
    return options


def check_options(options: ImportOptions, fields: Collection[str] = FIELDS_BY_NAME) -> None:
    """Refuse fields that do not exist and a key that says nothing about who a lead is."""
    for _, name in options.maps:
        if name:
            _check_field(name, fields)
    for name, _ in options.sets:
        _check_field(name, fields)
    for name, _, _ in options.translations:
        _check_field(name, fields)
    if options.decimal_mark not in (None, ".", ","):
        raise WrongUsage(f"“{options.decimal_mark}” is no decimal mark.", "Write --decimal-mark . or ,")
    if options.key is not None and options.key not in KEY_FIELDS:
        raise WrongUsage(f"“{options.key}” cannot be the key.", f"The key is one of {', '.join(KEY_FIELDS)}.")


def _check_field(field: str, fields: Collection[str]) -> None:
    if field not in fields:
        whose = "A lead" if fields is FIELDS_BY_NAME else "A touch"
        raise WrongUsage(f"{whose} has no field “{field}”.", f"The fields are {', '.join(fields)}.")


def position_of(header: Sequence[str], column: str | int) -> int:
    """The place of a column, to the letter or else case aside. Raises WrongUsage."""
    if isinstance(column, int):
        return column
    if column in header:
        return header.index(column)
    wanted = folded(column)
    for position, name in enumerate(header):
        if folded(name) == wanted:
            return position
    raise WrongUsage(f"The file has no column “{column}”.", f"Its columns are {', '.join(header)}.")


def _map(text: str) -> tuple[str, str]:
    column, equals, field = text.rpartition("=")
    if not equals or not column.strip():
        raise WrongUsage(f"“{text}” does not say which field a column is.", "Write --map COLUMN=FIELD.")
    return column.strip(), field.strip()


def _set(text: str) -> tuple[str, str]:
    field, equals, value = text.partition("=")
    if not equals:
        raise WrongUsage(f"“{text}” does not say what to set.", "Write --set FIELD=VALUE.")
    return field.strip(), value.strip()


def _translation(text: str) -> tuple[str, str, str]:
    field, colon, rest = text.partition(":")
    old, equals, new = rest.rpartition("=")
    if not colon or not equals:
        raise WrongUsage(f"“{text}” does not say what to translate.", "Write --value FIELD:FROM=TO.")
    return field.strip(), old.strip(), new.strip()
