"""Which column of a file of touches is which field; and whether a file is one at all."""

from collections.abc import Mapping, Sequence

from bothhats.domain.name_matching import folded
from bothhats.domain.problems import KnownProblem
from bothhats.domain.touch_fields import TOUCH_FIELDS, WHOSE
from bothhats.exchange.import_options import ImportOptions, position_of

_NAMES: dict[str, str] = {
    # Not "record id" or "id": in a list of activities that is the activity's own.
    "key": "lead key|lead id|contact id|associated contact ids|person - id|deal - id",
    "email": "lead email|contact email|e-mail|email address|e-mail address|person - email|person - email - work"
    "|person - e-mail|invitee email|attendees|required attendees|erforderliche teilnehmer|e-mail-adresse",
    "phone": "lead phone|phone number|person - phone|person - phone - work|person - telefon|telefon|telefonnummer",
    "name": "lead|lead name|contact|contact name|full name|person|person - name|contact person|with|associated contact"
    "|associated contacts|invitee name|client|customer|kontakt|kontaktperson|ansprechpartner|kunde",
    "company": "organization|organisation|organization - name|organisation - name|company name|firma",
    "happened_on": (
        "happened on|date|on|when|day|activity date|activity - due date|due date|call date|start date|completed at"
        "|activity - marked as done time|timestamp|created at|create date|start date & time|datum|wann|beginnt am"
        "|aktivität - fälligkeitsdatum|fälligkeitsdatum|erledigt am"
    ),
    "kind": "type|activity type|activity - type|channel|what|art|typ|aktivität - typ|aktivitätstyp",
    "direction": "in or out|call direction|email direction|richtung",
    "two_way": "two-way|two way|really talked|talked|conversation|call outcome|meeting outcome|gesprochen",
    "done": "activity - done|status|aktivität - erledigt|erledigt",
    "subject": "activity - subject|title|activity name|call title|event type name|betreff|aktivität - betreff|thema",
    "note": "notes|activity - note|comment|comments|body|details|description|note body|call notes|words|meeting notes"
    "|aktivität - notiz|notiz|notizen|bemerkung|beschreibung|kommentar",
}
_SURE = (("happened_on", "kind"), ("activity - type",), ("aktivität - typ",), ("activity type", "activity date"))


def is_touch_file(header: Sequence[str]) -> bool:
    """Whether the columns are those of touches beyond doubt; a list of leads never is."""
    names = {folded(column) for column in header}
    return any(names.issuperset(sure) for sure in _SURE)


def recognise_touches(header: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """Column positions by field, the best first."""
    positions: dict[str, int] = {}
    for position, column in enumerate(header):
        positions.setdefault(folded(column), position)
    found: dict[str, tuple[int, ...]] = {}
    taken: set[int] = set()
    for field in TOUCH_FIELDS:
        names = (field.name, folded(field.label), *_NAMES[field.name].split("|"))
        place = next((positions[name] for name in names if name in positions and positions[name] not in taken), None)
        if place is not None:
            found[field.name] = (place,)
            taken.add(place)
    return found


def touch_columns(header: Sequence[str], options: ImportOptions) -> dict[str, tuple[int, ...]]:
    """What the owner said, then what the header tells. Raises KnownProblem where it does not say whose and when."""
    stated: dict[str, tuple[int, ...]] = {}
    spoken_for: set[int] = set()
    for column, field in options.maps:
        place = position_of(header, column)
        spoken_for.add(place)
        if field:
            stated[field] = (*stated.get(field, ()), place)
    set_fields = {field for field, _ in options.sets}
    fields = dict(stated)
    for field, places in recognise_touches(header).items():
        free = tuple(place for place in places if place not in spoken_for)
        if free and field == "note":
            fields[field] = (*free, *stated.get(field, ()))
        elif free and field not in stated and field not in set_fields:
            fields[field] = free
    _check(header, fields, set_fields)
    return fields


def _check(header: Sequence[str], fields: Mapping[str, object], set_fields: set[str]) -> None:
    columns = f"The columns are {', '.join(header[:30])}."
    if not any(field in fields for field in WHOSE):
        raise KnownProblem(f"No column says whose touches these are. {columns}", "Name one with --map COLUMN=email.")
    if "happened_on" not in fields and "happened_on" not in set_fields:
        raise KnownProblem(f"No column says when it was. {columns}", "Name it with --map COLUMN=happened_on.")
