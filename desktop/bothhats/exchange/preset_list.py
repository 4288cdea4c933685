"""The exports of other programs, as their documentation and their files have them: column names, case aside."""

from bothhats.exchange.everyday_names import EVERYDAY
from bothhats.exchange.preset_columns import Preset, columns, prefixed, values

_TRAFFIC = values(
    "source",
    "ORGANIC_SEARCH=Search|Organic Search=Search|PAID_SEARCH=Ad|Paid Search=Ad|PAID_SOCIAL=Ad|Paid Social=Ad"
    "|SOCIAL_MEDIA=Social|Organic Social=Social|Social Media=Social|EMAIL_MARKETING=Newsletter"
    "|Email Marketing=Newsletter|REFERRALS=Website|Referrals=Website|DIRECT_TRAFFIC=Website|Direct Traffic=Website",
)
_LIFECYCLE = values(
    "stage",
    "Subscriber=New|Lead=New|Marketing Qualified Lead=Qualified|MQL=Qualified|marketingqualifiedlead=Qualified"
    "|Sales Qualified Lead=Qualified|SQL=Qualified|salesqualifiedlead=Qualified|Opportunity=Proposal|Customer=won",
)
_DEAL_STAGES = values(
    "stage",
    "Appointment Scheduled=In conversation|appointmentscheduled=In conversation|Qualified to Buy=In conversation"
    "|qualifiedtobuy=In conversation|Presentation Scheduled=In conversation|presentationscheduled=In conversation"
    "|Decision Maker Bought-In=Proposal|decisionmakerboughtin=Proposal|Contract Sent=Proposal|contractsent=Proposal"
    "|Proposition=Proposal|Qualification=New|Prospecting=New|Needs Analysis=In conversation|Negotiation=Proposal"
    "|Contact Made=In conversation|Demo Scheduled=In conversation|Proposal Made=Proposal"
    "|Negotiations Started=Proposal|SCREENING=Qualified|MEETING=In conversation|CUSTOMER=won",
)
_LEAD_STATUS = values(
    "stage",
    "Open - Not Contacted=New|Working - Contacted=In conversation|Not Contacted=New|Attempted to Contact=New"
    "|Contacted=In conversation|Contact in Future=New|Pre-Qualified=Qualified|Assigned=New"
    "|In Process=In conversation|Recycled=New|Closed - Converted=won|Closed - Not Converted=lost"
    "|Converted=won|Dead=lost|Lost Lead=lost|Junk Lead=not a fit|Not Qualified=not a fit",
)
_HUBSPOT_PERSON = columns(
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
_HUBSPOT_DEAL = columns(
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
    "first_name": "First name|Vorname",
    "last_name": "Last name|Nachname",
    "email": "Email|Email - Work|Email - Home|Email - Other|E-Mail|E-Mail - Arbeit|E-Mail - Privat|E-Mail - Sonstiges",
    "phone": "Phone|Phone - Work|Phone - Mobile|Phone - Home|Phone - Other|Telefon|Telefon - Arbeit|Telefon - Mobil"
    "|Telefon - Privat|Telefon - Sonstiges",
    "company": "Organization|Organisation",
    "role": "Title",
    "tags": "Label",
    "arrived": "Person created|Person erstellt",
}
_PIPEDRIVE_DEAL_DE = {
    "key": "ID",
    "name": "Kontaktperson|Titel",
    "company": "Organisation",
    "value": "Wert",
    "stage": "Phase|Stufe",
    "outcome": "Status",
    "arrived": "Deal erstellt|Deal erstellt am|Erstellungsdatum",
    "won_on": "Gewonnen am|Gewonnen um|Gewonnen-Zeit",
    "lost_on": "Verloren am|Verloren um|Verloren-Zeit",
    "closed_on": "Deal abgeschlossen am|Abgeschlossen am",
    "reason": "Grund für Verlust|Verlustgrund",
    "source": "Lead-Quelle|Leadquelle|Quellkanal",
    "tags": "Label",
    "follow_up_on": "Datum der nächsten Aktivität|Nächste Aktivität am",
}
_DEAL_STAGES_DE = values(
    "stage",
    "Qualifiziert=Qualified|Kontakt hergestellt=In conversation|Demo geplant=In conversation|Angebot gemacht=Proposal"
    "|Angebot erstellt=Proposal|Angebot unterbreitet=Proposal|Verhandlungen begonnen=Proposal|Verhandlung=Proposal",
)
_SALESFORCE = columns(
    key="Lead ID|Id", first_name="FirstName|First Name", last_name="LastName|Last Name",
    company="Company|Company / Account|Account Name", source="LeadSource|Lead Source", role="Title",
    phone="Phone|MobilePhone|Mobile", address="Street|Mailing Street|Mailing City", website="Website",
    arrived="CreatedDate|Create Date|Created Date", notes="Description",
)  # fmt: skip
_ESPO = columns(
    key="id", first_name="firstName|First Name", last_name="lastName|Last Name", email="Email|emailAddress",
    phone="Phone|phoneNumber", role="Title", company="Account Name|accountName", value="Opportunity Amount|"
    "opportunityAmount", source="leadSource", arrived="Created At|createdAt", notes="Description",
)  # fmt: skip
_TWENTY = columns(
    key="Id", first_name="Name / First Name|firstName", last_name="Name / Last Name|lastName",
    email="Emails / Primary Email", phone="Phones / Primary Phone Number", role="Job Title|jobTitle",
    company="Company / Name|companyDomain", address="Address / Address 1", website="Links / Link URL",
    arrived="Creation date|createdAt",
)  # fmt: skip

PRESETS: tuple[Preset, ...] = (
    Preset("Meta lead ads", ("form_id", "created_time"), columns(
        key="id", name="full_name|full name", first_name="first_name|first name", last_name="last_name|last name",
        company="company_name", role="job_title", email="email|work_email", phone="phone_number|work_phone_number",
        arrived="created_time", campaign="campaign_name",
    ), columns(source="platform"), values("source", "fb=Ad|ig=Ad|facebook=Ad|instagram=Ad")),
    Preset("Trello", ("card id", "card name"), columns(
        key="Card ID", name="Card Name", notes="Card Description", tags="Labels", follow_up_on="Due Date",
    ), columns(stage="List Name"), _DEAL_STAGES),
    Preset("Odoo", ("opportunity", "expected revenue"), columns(
        key="External ID|ID", name="Contact Name|Customer|Opportunity", company="Company Name",
        value="Expected Revenue", arrived="Created on", reason="Lost Reason",
    ), (), _DEAL_STAGES),
    Preset("HubSpot contacts", ("datensatz-id", "vorname", "nachname"), columns(
        key="Datensatz-ID", first_name="Vorname", last_name="Nachname", email="E-Mail|E-Mail-Adresse", role="Jobtitel",
        phone="Telefonnummer|Mobiltelefonnummer", company="Unternehmensname|Name des Unternehmens",
        website="Website-URL", source="Ursprüngliche Quelle|Ursprüngliche Traffic-Quelle",
        arrived="Erstelldatum|Erstellungsdatum",
    ), columns(stage="Lifecycle-Phase"), _LIFECYCLE),
    Preset("HubSpot deals", ("deal name", "deal stage"), _HUBSPOT_DEAL, (), _DEAL_STAGES),
    Preset("HubSpot deals", ("dealname", "dealstage"), _HUBSPOT_DEAL, (), _DEAL_STAGES),
    Preset("Zoho leads", ("lead owner", "lead status", "created time"), columns(
        key="Record Id|Lead Id", first_name="First Name", last_name="Last Name", company="Company", role="Title",
        email="Email|Secondary Email", phone="Phone|Mobile", website="Website", source="Lead Source",
        arrived="Created Time", address="Street", notes="Description", tags="Tag",
    ), columns(stage="Lead Status"), _LEAD_STATUS),
    Preset("Salesforce leads", ("lead id", "status"), _SALESFORCE, columns(stage="Status"), _LEAD_STATUS),
    Preset("Salesforce leads", ("leadsource", "ownerid"), _SALESFORCE, columns(stage="Status"), _LEAD_STATUS),
    Preset("Salesforce leads", ("lead owner", "company / account"), _SALESFORCE, columns(stage="Lead Status"),
           _LEAD_STATUS),
    Preset("Salesforce contacts", ("account name", "mailing city"), _SALESFORCE),
    Preset("HubSpot contacts", ("record id", "first name", "last name"), _HUBSPOT_PERSON,
           columns(stage="Lifecycle Stage"), (*_LIFECYCLE, *_TRAFFIC)),
    Preset("HubSpot contacts", ("firstname", "lastname", "hs_object_id"), _HUBSPOT_PERSON,
           columns(stage="lifecyclestage"), (*_LIFECYCLE, *_TRAFFIC)),
    Preset("HubSpot contacts", ("first name", "last name", "lifecycle stage"), _HUBSPOT_PERSON,
           columns(stage="Lifecycle Stage"), (*_LIFECYCLE, *_TRAFFIC)),
    Preset("HubSpot companies", ("company name", "company owner"), columns(
        key="Record ID", company="Company name", phone="Phone Number", website="Website URL|Company Domain Name",
        address="Street Address", arrived="Create Date", source="Original Source|Original Traffic Source",
    ), columns(stage="Lifecycle Stage"), (*_LIFECYCLE, *_TRAFFIC)),
    Preset("Pipedrive deals", ("deal - title",), (
        *prefixed("Deal - ", _PIPEDRIVE_DEAL),
        *columns(
            email="Person - Email|Person - Email - Work",
            phone="Person - Phone|Person - Phone - Work",
            address="Organization - Address",
            website="Organization - Website",
        ),
    ), (), _DEAL_STAGES),
    Preset("Pipedrive deals", ("deal created", "title", "status"), prefixed("", _PIPEDRIVE_DEAL), (), _DEAL_STAGES),
    Preset("Pipedrive deals", ("deal - titel",), (
        *prefixed("Deal - ", _PIPEDRIVE_DEAL_DE),
        *columns(email="Person - E-Mail|Person - E-Mail - Arbeit", phone="Person - Telefon|Person - Telefon - Arbeit"),
    ), (), _DEAL_STAGES_DE),
    Preset("Pipedrive deals", ("titel", "wert", "kontaktperson"), prefixed("", _PIPEDRIVE_DEAL_DE), (),
           _DEAL_STAGES_DE),
    Preset("Pipedrive people", ("person - name",), prefixed("Person - ", _PIPEDRIVE_PERSON)),
    Preset("Pipedrive organizations", ("organization - name",), prefixed("Organization - ", {
        "key": "ID", "company": "Name", "address": "Address", "website": "Website", "tags": "Label",
        "arrived": "Organization created",
    })),
    Preset("Pipedrive people", ("person created", "name"), prefixed("", _PIPEDRIVE_PERSON)),
    Preset("Google Contacts", ("organization name", "organization title"), columns(
        first_name="First Name", last_name="Last Name", company="Organization Name", role="Organization Title",
        email="E-mail 1 - Value|E-mail 2 - Value|E-mail 3 - Value",
        phone="Phone 1 - Value|Phone 2 - Value|Phone 3 - Value",
        address="Address 1 - Formatted", website="Website 1 - Value", tags="Labels",
    )),
    Preset("Google Contacts, older", ("given name", "family name"), columns(
        first_name="Given Name", last_name="Family Name", company="Organization 1 - Name",
        role="Organization 1 - Title", email="E-mail 1 - Value|E-mail 2 - Value",
        phone="Phone 1 - Value|Phone 2 - Value", address="Address 1 - Formatted", website="Website 1 - Value",
        tags="Group Membership",
    )),
    Preset("LinkedIn connections", ("connected on", "position"), columns(
        first_name="First Name", last_name="Last Name", email="Email Address", company="Company", role="Position",
        website="URL", arrived="Connected On",
    )),
    Preset("Outlook", ("first name", "e-mail address"), columns(
        first_name="First Name", last_name="Last Name", company="Company", role="Job Title",
        email="E-mail Address|E-mail 2 Address|E-mail 3 Address",
        phone="Business Phone|Mobile Phone|Primary Phone|Home Phone|Company Main Phone|Other Phone",
        address="Business Address|Business Street|Home Address|Home Street", website="Web Page", tags="Categories",
    )),
    Preset("Twenty", ("emails / primary email",), _TWENTY),
    Preset("Twenty", ("jobtitle", "companydomain"), _TWENTY),
    Preset("Twenty opportunities", ("closedate", "pointofcontact"), columns(
        key="Id", name="pointOfContact|name", company="company", value="amount|Amount / Amount", stage="stage",
        closed_on="closeDate",
    ), (), _DEAL_STAGES),
    Preset("EspoCRM", ("account name", "opportunity amount"), _ESPO, columns(stage="Status"), _LEAD_STATUS),
    Preset("EspoCRM", ("accountname", "emailaddress"), _ESPO, columns(stage="Status"), _LEAD_STATUS),
    Preset("EspoCRM opportunities", ("leadsource", "closedate"), columns(
        key="id", name="name", company="account|accountName", value="amount", stage="stage", source="leadSource",
        closed_on="closeDate", arrived="createdAt", campaign="campaign|campaignName", notes="description",
    ), (), _DEAL_STAGES),
    EVERYDAY,
)  # fmt: skip
