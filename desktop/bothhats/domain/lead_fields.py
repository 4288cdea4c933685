"""The fields of a lead that an import can fill, in the order in which the owner reads them."""

from dataclasses import dataclass
from enum import StrEnum


class FieldKind(StrEnum):
    """How the text in a cell becomes a value."""

    TEXT = "text"
    NAME = "name"
    STAGE = "stage"
    OUTCOME = "outcome"
    MONEY = "money"
    DATE = "date"
    TAGS = "tags"


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name in files and on the command line, its label in the window, its kind."""

    name: str
    label: str
    kind: FieldKind = FieldKind.TEXT


LEAD_FIELDS: tuple[Field, ...] = (
    Field("key", "Key"),
    Field("name", "Name"),
    Field("first_name", "First name"),
    Field("last_name", "Last name"),
    Field("company", "Company"),
    Field("role", "Role"),
    Field("email", "Email"),
    Field("phone", "Phone"),
    Field("website", "Website"),
    Field("address", "Address"),
    Field("source", "Source", FieldKind.NAME),
    Field("campaign", "Campaign", FieldKind.NAME),
    Field("stage", "Stage", FieldKind.STAGE),
    Field("outcome", "Outcome", FieldKind.OUTCOME),
    Field("reason", "Reason", FieldKind.NAME),
    Field("value", "Value", FieldKind.MONEY),
    Field("arrived", "Arrived on", FieldKind.DATE),
    Field("qualified_on", "Qualified on", FieldKind.DATE),
    Field("sales_ready_on", "Sales-ready on", FieldKind.DATE),
    Field("contacted_on", "First contacted on", FieldKind.DATE),
    Field("conversation_on", "Conversation on", FieldKind.DATE),
    Field("opportunity_on", "Opportunity on", FieldKind.DATE),
    Field("won_on", "Won on", FieldKind.DATE),
    Field("lost_on", "Lost on", FieldKind.DATE),
    Field("no_decision_on", "No decision on", FieldKind.DATE),
    Field("not_a_fit_on", "Not a fit on", FieldKind.DATE),
    Field("closed_on", "Closed on", FieldKind.DATE),
    Field("parked_until", "Parked until", FieldKind.DATE),
    Field("follow_up_on", "Follow-up on", FieldKind.DATE),
    Field("next_step", "Next step"),
    Field("tags", "Tags", FieldKind.TAGS),
    Field("notes", "Notes"),
)

FIELDS_BY_NAME: dict[str, Field] = {field.name: field for field in LEAD_FIELDS}

# A row needs one of these, or nobody could find the lead again.
IDENTITY_FIELDS: tuple[str, ...] = ("name", "first_name", "last_name", "company", "email", "phone", "key")

# What `--key` may name: a text that says which lead it is.
KEY_FIELDS: tuple[str, ...] = (
    "key", "name", "first_name", "last_name", "company", "role", "email", "phone", "website", "address",
)  # fmt: skip


def fields_of_kind(*kinds: FieldKind) -> tuple[str, ...]:
    """The names of the fields of these kinds, in order."""
    return tuple(field.name for field in LEAD_FIELDS if field.kind in kinds)
