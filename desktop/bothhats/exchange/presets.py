"""Which column is which field: the field's own name first, then what other programs call it in their exports."""

from collections.abc import Sequence
from dataclasses import dataclass

from bothhats.domain.lead_fields import LEAD_FIELDS
from bothhats.domain.name_matching import folded


@dataclass(frozen=True, slots=True)
class Preset:
    """One program's export: `needs` are columns that only it has together; `columns` by field, the best first."""

    name: str
    needs: tuple[str, ...]
    columns: tuple[tuple[str, tuple[str, ...]], ...]


def _columns(**names: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((field, tuple(folded(name) for name in listed.split("|"))) for field, listed in names.items())


_HUBSPOT_PERSON = _columns(
    key="Record ID|hs_object_id",
    first_name="First Name|firstname",
    last_name="Last Name|lastname",
    email="Email",
    phone="Phone Number|Mobile Phone Number|phone",
    role="Job Title|jobtitle",
    company="Company Name|Associated Company|company",
    website="Website URL|website",
    address="Street Address",
    source="Original Source|Original Traffic Source|hs_analytics_source",
    arrived="Create Date|createdate",
)
_HUBSPOT_DEAL = _columns(
    key="Record ID|hs_object_id",
    name="Deal Name|dealname",
    company="Associated Company",
    stage="Deal Stage|dealstage",
    value="Amount",
    arrived="Create Date|createdate",
    closed_on="Close Date|closedate",
    reason="Closed Lost Reason|Closed Won Reason",
    next_step="Next step",
)
_PIPEDRIVE_DEAL = {
    "key": "ID",
    "name": "Title",
    "company": "Organization",
    "value": "Value",
    "stage": "Stage",
    "outcome": "Status",
    "arrived": "Deal created",
    "won_on": "Won time",
    "lost_on": "Lost time",
    "closed_on": "Deal closed on",
    "reason": "Lost reason",
    "source": "Lead Source|Source channel",
    "tags": "Label",
    "follow_up_on": "Next activity date",
}
_PIPEDRIVE_PERSON = {
    "key": "ID",
    "name": "Name",
    "first_name": "First name",
    "last_name": "Last name",
    "email": "Email|Email - Work|Email - Home|Email - Other",
    "phone": "Phone|Phone - Work|Phone - Mobile|Phone - Home|Phone - Other",
    "company": "Organization",
    "role": "Title",
    "tags": "Label",
    "arrived": "Person created",
}


def _prefixed(prefix: str, names: dict[str, str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    parts = {field: "|".join(f"{prefix}{name}" for name in listed.split("|")) for field, listed in names.items()}
    return _columns(**parts)


PRESETS: tuple[Preset, ...] = (
    Preset("HubSpot deals", ("deal name", "deal stage"), _HUBSPOT_DEAL),
    Preset("HubSpot deals", ("dealname", "dealstage"), _HUBSPOT_DEAL),
    Preset("HubSpot contacts", ("record id", "first name", "last name"), _HUBSPOT_PERSON),
    Preset("HubSpot contacts", ("firstname", "lastname", "hs_object_id"), _HUBSPOT_PERSON),
    Preset("Pipedrive deals", ("deal - title",), (
        *_prefixed("Deal - ", _PIPEDRIVE_DEAL),
        *_columns(
            email="Person - Email|Person - Email - Work",
            phone="Person - Phone|Person - Phone - Work",
            address="Organization - Address",
            website="Organization - Website",
        ),
    )),
    Preset("Pipedrive deals", ("deal created", "title", "status"), _prefixed("", _PIPEDRIVE_DEAL)),
    Preset("Pipedrive people", ("person - name",), _prefixed("Person - ", _PIPEDRIVE_PERSON)),
    Preset("Pipedrive people", ("person created", "name"), _prefixed("", _PIPEDRIVE_PERSON)),
    Preset("Google Contacts", ("organization name", "organization title"), _columns(
        first_name="First Name", last_name="Last Name", company="Organization Name", role="Organization Title",
        email="E-mail 1 - Value|E-mail 2 - Value", phone="Phone 1 - Value|Phone 2 - Value",
        address="Address 1 - Formatted", website="Website 1 - Value", tags="Labels",
    )),
    Preset("Google Contacts, older", ("given name", "family name"), _columns(
        first_name="Given Name", last_name="Family Name", company="Organization 1 - Name",
        role="Organization 1 - Title", email="E-mail 1 - Value|E-mail 2 - Value",
        phone="Phone 1 - Value|Phone 2 - Value", address="Address 1 - Formatted", website="Website 1 - Value",
        tags="Group Membership",
    )),
    Preset("Outlook", ("first name", "e-mail address"), _columns(
        first_name="First Name", last_name="Last Name", company="Company", role="Job Title",
        email="E-mail Address|E-mail 2 Address|E-mail 3 Address",
        phone="Business Phone|Mobile Phone|Primary Phone|Home Phone|Company Main Phone|Other Phone",
        address="Business Address|Business Street|Home Address|Home Street", website="Web Page", tags="Categories",
    )),
    Preset("Twenty", ("emails / primary email",), _columns(
        key="Id", email="Emails / Primary Email", phone="Phones / Primary Phone Number", role="Job Title|jobTitle",
        address="Address / Address 1", website="Links / Link URL",
    )),
    Preset("Salesforce", ("lead id", "status"), _columns(
        key="Lead ID", first_name="FirstName|First Name", last_name="LastName|Last Name",
        company="Company|Account Name", source="LeadSource|Lead Source", role="Title",
    )),
    Preset("EspoCRM", ("account name", "opportunity amount"), _columns(
        email="Email", role="Title", company="Account Name", value="Opportunity Amount", notes="Description",
    )),
    Preset("everyday names", (), _columns(
        name="Full Name|Contact Name|Contact", first_name="First Name|Given Name|FirstName",
        last_name="Last Name|Family Name|Surname|LastName", company="Company Name|Organization|Organisation",
        email="E-mail|Email Address|E-mail Address|Mail", phone="Phone Number|Telephone|Mobile|Mobile Phone|Tel",
        role="Job Title|Position", website="Website URL|URL|Web Page", address="Street Address",
        source="Lead Source", tags="Tag|Labels", notes="Note",
    )),
)  # fmt: skip


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
