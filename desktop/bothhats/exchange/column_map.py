"""Each column of a file gets its place: a field of the lead, or an extra field under its own name."""

from collections.abc import Sequence
from dataclasses import dataclass

from bothhats.domain.lead_fields import IDENTITY_FIELDS
from bothhats.domain.problems import KnownProblem, WrongUsage
from bothhats.exchange.header_row import is_data
from bothhats.exchange.import_options import ImportOptions, check_options, position_of
from bothhats.exchange.presets import recognise


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """`fields`: columns by field, the first that is not blank counts; `extras`: the other columns; `names`: of all."""

    fields: dict[str, tuple[int, ...]]
    extras: tuple[int, ...]
    names: tuple[str, ...]

    def column_of(self, field: str) -> str:
        """The column that fills a field, or the field's own name where none does."""
        return self.names[self.fields[field][0]] if field in self.fields else field

    def without(self, field: str) -> "ColumnMap":
        """Its columns are extra fields."""
        fields = {name: places for name, places in self.fields.items() if name != field}
        return ColumnMap(fields, tuple(sorted((*self.extras, *self.fields[field]))), self.names)


def map_columns(header: Sequence[str], options: ImportOptions) -> ColumnMap:
    """What the owner said, then what the header tells; a field that is set for every row takes no column."""
    check_options(options)
    stated, left_alone = _stated(header, options)
    set_fields = {field for field, _ in options.sets}
    contradiction = sorted(set_fields & stated.keys())
    if contradiction:
        raise WrongUsage(f"“{contradiction[0]}” is both mapped and set.", "Leave out one of --map and --set.")
    spoken_for = left_alone | {position for places in stated.values() for position in places}
    fields = dict(stated)
    for field, places in recognise(header).items():
        free = tuple(position for position in places if position not in spoken_for)
        if free and field not in stated and field not in set_fields:
            fields[field] = free
    used = {position for places in fields.values() for position in places}
    extras = tuple(position for position in range(len(header)) if position not in used)
    _check_identity(header, fields.keys() | set_fields, options.key)
    return ColumnMap(fields, extras, _unique_names(header))


def _stated(header: Sequence[str], options: ImportOptions) -> tuple[dict[str, tuple[int, ...]], set[int]]:
    fields: dict[str, tuple[int, ...]] = {}
    left_alone: set[int] = set()
    for column, field in options.maps:
        position = position_of(header, column)
        if field:
            fields[field] = (*fields.get(field, ()), position)
        else:
            left_alone.add(position)
    return fields, left_alone


def _check_identity(header: Sequence[str], fields: set[str], key: str | None) -> None:
    if not fields.intersection(IDENTITY_FIELDS) and is_data(header):
        raise KnownProblem(
            f"The first row is a lead already, not the names of the columns: {', '.join(header[:5])}.",
            'Say so with --header-row 0, and what a column is with --map "Column 1=name".',
        )
    if not fields.intersection(IDENTITY_FIELDS):
        raise KnownProblem(
            f"No column says who the leads are. The columns are {', '.join(header[:30])}.",
            f"Name one with --map COLUMN=FIELD; a lead needs one of {', '.join(IDENTITY_FIELDS)}.",
        )
    if key is not None and key not in fields:
        raise WrongUsage(f"No column fills the key “{key}”.", f"Name it with --map COLUMN={key}.")


def _unique_names(header: Sequence[str]) -> tuple[str, ...]:
    names: list[str] = []
    for number, column in enumerate(header, 1):
        name = column or f"Column {number}"
        same = 2
        while name in names:
            name, same = f"{column or 'Column'} ({same})", same + 1
        names.append(name)
    return tuple(names)
