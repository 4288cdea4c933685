"""Which column is which field: the field's own name first, then what other programs call it in their exports."""

from collections.abc import Mapping, Sequence

from bothhats.domain.lead_fields import LEAD_FIELDS
from bothhats.domain.name_matching import folded
from bothhats.exchange.everyday_names import EVERYDAY
from bothhats.exchange.preset_columns import Columns, Preset
from bothhats.exchange.preset_list import PRESETS

__all__ = ["PRESETS", "Preset", "recognise", "recognised_preset"]

_WHEREVER = ("email", "phone")  # worth finding also where a program's own names do not have them


def recognised_preset(header: Sequence[str]) -> Preset:
    """The first whose own columns are all there; the everyday names fit every file."""
    names = {folded(column) for column in header}
    return next(preset for preset in PRESETS if names.issuperset(preset.needs))


def recognise(header: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """Column positions by field, the best first: the first that is not blank fills it, row by row."""
    positions: dict[str, int] = {}
    for position, column in enumerate(header):
        positions.setdefault(folded(column), position)
    found: dict[str, tuple[int, ...]] = {}
    for field in LEAD_FIELDS:
        names = (field.name, field.name.replace("_", " "), folded(field.label))
        own = [positions[name] for name in names if name in positions]
        if own:
            found[field.name] = (own[0],)
    taken = {position for places in found.values() for position in places}
    preset = recognised_preset(header)
    bare_positions = {bare(name): position for name, position in reversed(positions.items())}
    if preset is not EVERYDAY:
        _fill(found, taken, preset.columns, positions)
    for field_name, columns in EVERYDAY.columns:
        if preset is EVERYDAY or field_name in _WHEREVER:
            called = tuple(bare(column) for column in columns)
            _fill(found, taken, ((field_name, called),), bare_positions)
    return found


def _fill(found: dict[str, tuple[int, ...]], taken: set[int], columns: Columns, positions: Mapping[str, int]) -> None:
    """Give the fields that have none yet the columns of these names that are free."""
    for field_name, names in columns:
        places = [positions[name] for name in names if name in positions and positions[name] not in taken]
        if places and field_name not in found:
            found[field_name] = tuple(dict.fromkeys(places))
            taken.update(places)


def bare(name: str) -> str:
    """The letters and digits of a column's name: `full_name` and `Full-Name` are the same, `Tel.` is `Tel`."""
    return "".join(char for char in folded(name) if char.isalnum())
