"""How the owner wants a file read: which column is which field, by which key, in which words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bothhats.domain.lead_fields import FIELDS_BY_NAME, KEY_FIELDS
from bothhats.domain.problems import WrongUsage


class Update(StrEnum):
    """What a row does to a lead that is here already."""

    FILE_WINS = "file_wins"
    FILL_GAPS = "fill_gaps"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """`maps`: (column, field), an empty field leaves the column an extra one; `sets`: (field, value) for every row;
    `translations`: (field, from, to) for cells; `dropped`: places of columns that are not kept at all;
    `cells`: what the owner put in place of a cell, by row (from 1) and place; `left_out`: rows that they passed over;
    `taken_anyway`: rows that they want although they look like none."""

    maps: tuple[tuple[str, str], ...] = ()
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
) -> ImportOptions:
    """The options as written on the command line: COLUMN=FIELD, FIELD=VALUE, FIELD:FROM=TO."""
    options = ImportOptions(
        tuple(_map(text) for text in maps),
        key.strip() if key is not None else None,
        tuple(_set(text) for text in sets),
        tuple(_translation(text) for text in values),
        date_format,
        decimal_mark,
    )
    check_options(options)
    return options


def check_options(options: ImportOptions) -> None:
    """Refuse fields that do not exist and a key that says nothing about who a lead is."""
    for _, name in options.maps:
        if name:
            _check_field(name)
    for name, _ in options.sets:
        _check_field(name)
    for name, _, _ in options.translations:
        _check_field(name)
    if options.decimal_mark not in (None, ".", ","):
        raise WrongUsage(f"“{options.decimal_mark}” is no decimal mark.", "Write --decimal-mark . or ,")
    if options.key is not None and options.key not in KEY_FIELDS:
        raise WrongUsage(f"“{options.key}” cannot be the key.", f"The key is one of {', '.join(KEY_FIELDS)}.")


def _check_field(field: str) -> None:
    if field not in FIELDS_BY_NAME:
        raise WrongUsage(f"A lead has no field “{field}”.", f"The fields are {', '.join(FIELDS_BY_NAME)}.")


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
