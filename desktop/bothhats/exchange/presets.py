"""Which column is which field: the field's own name first, then what other programs call it in their exports."""

from collections.abc import Sequence

from bothhats.domain.lead_fields import LEAD_FIELDS
from bothhats.domain.name_matching import folded
from bothhats.exchange.preset_list import PRESETS, Preset

__all__ = ["PRESETS", "Preset", "recognise", "recognised_preset"]


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
    for field_name, columns in recognised_preset(header).columns:
        places = [positions[name] for name in columns if name in positions and positions[name] not in taken]
        if places and field_name not in found:
            found[field_name] = tuple(places)
            taken.update(places)
    return found
