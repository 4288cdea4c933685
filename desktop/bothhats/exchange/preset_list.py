"""The exports of other programs, as their documentation and their files have them: column names, case aside."""

from dataclasses import dataclass

from bothhats.domain.name_matching import folded

Columns = tuple[tuple[str, tuple[str, ...]], ...]
Values = tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Preset:
    """One program's export: `needs` are columns that only it has together; `columns` by field, the best first.

    `offers` are fields that the window proposes, and the command line fills only where told to, since their words must
    be translated; `values` are (field, from, to) that the window proposes.
    """

    name: str
    needs: tuple[str, ...]
    columns: Columns
    offers: Columns = ()
    values: Values = ()


def _columns(**names: str) -> Columns:
    return tuple((field, tuple(folded(name) for name in listed.split("|"))) for field, listed in names.items())


def _prefixed(prefix: str, names: dict[str, str]) -> Columns:
    parts = {field: "|".join(f"{prefix}{name}" for name in listed.split("|")) for field, listed in names.items()}
    return _columns(**parts)


def _values(field: str, words: str) -> Values:
    """`from=to` parted by bars."""
    pairs = (pair.partition("=") for pair in words.split("|"))
    return tuple((field, old, new) for old, _, new in pairs)


_TRAFFIC = _values(
    "source",
    "ORGANIC_SEARCH=Search|Organic Search=Search|PAID_SEARCH=Ad|Paid Search=Ad|PAID_SOCIAL=Ad|Paid Social=Ad"
    "|SOCIAL_MEDIA=Social|Organic Social=Social|Social Media=Social|EMAIL_MARKETING=Newsletter"
    "|Email Marketing=Newsletter|REFERRALS=Website|Referrals=Website|DIRECT_TRAFFIC=Website|Direct Traffic=Website",
)
_LIFECYCLE = _values(
    "stage",
    "Subscriber=New|Lead=New|Marketing Qualified Lead=Qualified|MQL=Qualified|marketingqualifiedlead=Qualified"
    "|Sales Qualified Lead=Qualified|SQL=Qualified|salesqualifiedlead=Qualified|Opportunity=Proposal|Customer=won",
)
_DEAL_STAGES = _values(
    "stage",
    "Appointment Scheduled=In conversation|appointmentscheduled=In conversation|Qualified to Buy=In conversation"
    "|qualifiedtobuy=In conversation|Presentation Scheduled=In conversation|presentationscheduled=In conversation"
    "|Decision Maker Bought-In=Proposal|decisionmakerboughtin=Proposal|Contract Sent=Proposal|contractsent=Proposal"
    "|Qualification=New|Prospecting=New|Needs Analysis=In conversation|Negotiation=Proposal"
    "|Contact Made=In conversation|Demo Scheduled=In conversation|Proposal Made=Proposal"
    "|Negotiations Started=Proposal|SCREENING=Qualified|MEETING=In conversation|CUSTOMER=won",
)
_LEAD_STATUS = _values(
    "stage",
    "Open - Not Contacted=New|Working - Contacted=In conversation|Not Contacted=New|Attempted to Contact=New"
    "|Contacted=In conversation|Contact in Future=New|Pre-Qualified=Qualified|Assigned=New"
    "|In Process=In conversation|Recycled=New|Closed - Converted=won|Closed - Not Converted=lost"
    "|Converted=won|Dead=lost|Lost Lead=lost|Junk Lead=not a fit|Not Qualified=not a fit",
)
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
    qualified_on="Became a Marketing Qualified Lead Date",
    sales_ready_on="Became a Sales Qualified Lead Date",
    opportunity_on="Became an Opportunity Date",
    won_on="Became a Customer Date|Became a Customer",
    tags="Tags",
)
_HUBSPOT_DEAL = _columns(
    key="Record ID|hs_object_id",
    name="Associated Contact|Deal Name|dealname",
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
    "name": "Contact person|Title",
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
_SALESFORCE = _columns(
    key="Lead ID|Id", first_name="FirstName|First Name", last_name="LastName|Last Name",
    company="Company|Company / Account|Account Name", source="LeadSource|Lead Source", role="Title",
    phone="Phone|MobilePhone|Mobile", address="Street|Mailing Street|Mailing City", website="Website",
    arrived="CreatedDate|Create Date|Created Date", notes="Description",
)  # fmt: skip
_ESPO = _columns(
    key="id", first_name="firstName|First Name", last_name="lastName|Last Name", email="Email|emailAddress",
    phone="Phone|phoneNumber", role="Title", company="Account Name|accountName", value="Opportunity Amount|"
    "opportunityAmount", source="leadSource", arrived="Created At|createdAt", notes="Description",
)  # fmt: skip
_TWENTY = _columns(
    key="Id", first_name="Name / First Name|firstName", last_name="Name / Last Name|lastName",
    email="Emails / Primary Email", phone="Phones / Primary Phone Number", role="Job Title|jobTitle",
    company="Company / Name|companyDomain", address="Address / Address 1", website="Links / Link URL",
    arrived="Creation date|createdAt",
)  # fmt: skip

PRESETS: tuple[Preset, ...] = (
    Preset("HubSpot deals", ("deal name", "deal stage"), _HUBSPOT_DEAL, (), _DEAL_STAGES),
    Preset("HubSpot deals", ("dealname", "dealstage"), _HUBSPOT_DEAL, (), _DEAL_STAGES),
    Preset("Zoho leads", ("lead owner", "lead status", "created time"), _columns(
        key="Record Id|Lead Id", first_name="First Name", last_name="Last Name", company="Company", role="Title",
        email="Email|Secondary Email", phone="Phone|Mobile", website="Website", source="Lead Source",
        arrived="Created Time", address="Street", notes="Description", tags="Tag",
    ), _columns(stage="Lead Status"), _LEAD_STATUS),
    Preset("Salesforce leads", ("lead id", "status"), _SALESFORCE, _columns(stage="Status"), _LEAD_STATUS),
    Preset("Salesforce leads", ("leadsource", "ownerid"), _SALESFORCE, _columns(stage="Status"), _LEAD_STATUS),
    Preset("Salesforce leads", ("lead owner", "company / account"), _SALESFORCE, _columns(stage="Lead Status"),
           _LEAD_STATUS),
    Preset("Salesforce contacts", ("account name", "mailing city"), _SALESFORCE),
    Preset("HubSpot contacts", ("record id", "first name", "last name"), _HUBSPOT_PERSON,
           _columns(stage="Lifecycle Stage"), (*_LIFECYCLE, *_TRAFFIC)),
    Preset("HubSpot contacts", ("firstname", "lastname", "hs_object_id"), _HUBSPOT_PERSON,
           _columns(stage="lifecyclestage"), (*_LIFECYCLE, *_TRAFFIC)),
    Preset("HubSpot contacts", ("first name", "last name", "lifecycle stage"), _HUBSPOT_PERSON,
           _columns(stage="Lifecycle Stage"), (*_LIFECYCLE, *_TRAFFIC)),
    Preset("Pipedrive deals", ("deal - title",), (
        *_prefixed("Deal - ", _PIPEDRIVE_DEAL),
        *_columns(
            email="Person - Email|Person - Email - Work",
            phone="Person - Phone|Person - Phone - Work",
            address="Organization - Address",
            website="Organization - Website",
        ),
    ), (), _DEAL_STAGES),
    Preset("Pipedrive deals", ("deal created", "title", "status"), _prefixed("", _PIPEDRIVE_DEAL), (), _DEAL_STAGES),
    Preset("Pipedrive people", ("person - name",), _prefixed("Person - ", _PIPEDRIVE_PERSON)),
    Preset("Pipedrive people", ("person created", "name"), _prefixed("", _PIPEDRIVE_PERSON)),
    Preset("Google Contacts", ("organization name", "organization title"), _columns(
        first_name="First Name", last_name="Last Name", company="Organization Name", role="Organization Title",
        email="E-mail 1 - Value|E-mail 2 - Value|E-mail 3 - Value",
        phone="Phone 1 - Value|Phone 2 - Value|Phone 3 - Value",
        address="Address 1 - Formatted", website="Website 1 - Value", tags="Labels",
    )),
    Preset("Google Contacts, older", ("given name", "family name"), _columns(
        first_name="Given Name", last_name="Family Name", company="Organization 1 - Name",
        role="Organization 1 - Title", email="E-mail 1 - Value|E-mail 2 - Value",
        phone="Phone 1 - Value|Phone 2 - Value", address="Address 1 - Formatted", website="Website 1 - Value",
        tags="Group Membership",
    )),
    Preset("LinkedIn connections", ("connected on", "position"), _columns(
        first_name="First Name", last_name="Last Name", email="Email Address", company="Company", role="Position",
        website="URL", arrived="Connected On",
    )),
    Preset("Outlook", ("first name", "e-mail address"), _columns(
        first_name="First Name", last_name="Last Name", company="Company", role="Job Title",
        email="E-mail Address|E-mail 2 Address|E-mail 3 Address",
        phone="Business Phone|Mobile Phone|Primary Phone|Home Phone|Company Main Phone|Other Phone",
        address="Business Address|Business Street|Home Address|Home Street", website="Web Page", tags="Categories",
    )),
    Preset("Twenty", ("emails / primary email",), _TWENTY),
    Preset("Twenty", ("jobtitle", "companydomain"), _TWENTY),
    Preset("Twenty opportunities", ("closedate", "pointofcontact"), _columns(
        key="Id", name="pointOfContact|name", company="company", value="amount|Amount / Amount", stage="stage",
        closed_on="closeDate",
    ), (), _DEAL_STAGES),
    Preset("EspoCRM", ("account name", "opportunity amount"), _ESPO, _columns(stage="Status"), _LEAD_STATUS),
    Preset("EspoCRM", ("accountname", "emailaddress"), _ESPO, _columns(stage="Status"), _LEAD_STATUS),
    Preset("EspoCRM opportunities", ("leadsource", "closedate"), _columns(
        key="id", name="name", company="account|accountName", value="amount", stage="stage", source="leadSource",
        closed_on="closeDate", arrived="createdAt", campaign="campaign|campaignName", notes="description",
    ), (), _DEAL_STAGES),
    Preset("everyday names", (), _columns(
        name="Full Name|Contact Name|Contact|Naam|Vollständiger Name|Nombre completo|Nom complet|Nome completo",
        first_name="First Name|Given Name|FirstName|Vorname|Prénom|Nombre|Voornaam|Nome",
        last_name="Last Name|Family Name|Surname|LastName|Nachname|Familienname|Nom|Nom de famille|Apellidos|Apellido"
        "|Achternaam|Cognome|Sobrenome",
        company="Company Name|Organization|Organisation|Firma|Unternehmen|Société|Entreprise|Empresa|Bedrijf|Azienda",
        email="E-mail|Email Address|E-mail Address|Mail|E-Mail-Adresse|Courriel|Adresse e-mail|Correo"
        "|Correo electrónico|E-mailadres|Posta elettronica",
        phone="Phone Number|Telephone|Mobile|Mobile Phone|Tel|Telefon|Telefonnummer|Mobil|Mobiltelefon|Handy"
        "|Telefon geschäftlich|Téléphone|Portable|Teléfono|Móvil|Telefoon|Telefono|Telefone",
        role="Job Title|Position|Funktion|Fonction|Cargo", website="Website URL|URL|Web Page|Webseite|Site web",
        address="Street Address|Adresse|Anschrift|Dirección|Adres|Indirizzo",
        source="Lead Source|Quelle|Fuente|Origine",
        tags="Tag|Labels|Schlagworte", notes="Note|Notiz|Notizen|Bemerkung|Bemerkungen|Remarques|Notas",
    )),
)  # fmt: skip
