"""The fields that a file of touches can fill: whose touch it was, when, what, and whether they really talked."""

from bothhats.domain.lead_fields import Field, FieldKind

TOUCH_FIELDS: tuple[Field, ...] = (
    Field("key", "Key of the lead"),
    Field("email", "Email of the lead"),
    Field("phone", "Phone of the lead"),
    Field("name", "Name of the lead"),
    Field("company", "Company of the lead"),
    Field("happened_on", "Happened on", FieldKind.DATE),
    Field("kind", "Kind", FieldKind.NAME),
    Field("direction", "In or out", FieldKind.NAME),
    Field("two_way", "Really talked", FieldKind.NAME),
    Field("done", "Done", FieldKind.NAME),
    Field("subject", "Subject"),
    Field("note", "Note"),
)
TOUCH_FIELDS_BY_NAME: dict[str, Field] = {field.name: field for field in TOUCH_FIELDS}

# What may say whose touch it was, the surest first.
WHOSE: tuple[str, ...] = ("key", "email", "phone", "name")
