"""A file of each program, made from its documented columns, comes in as it should: who, since when, from where."""

from datetime import date
from pathlib import Path

import pytest
from import_builders import existing

from bothhats.exchange.import_options import ImportOptions
from bothhats.exchange.import_plan import plan_import
from bothhats.exchange.list_reader import read_list
from bothhats.exchange.presets import PRESETS, recognised_preset

FILES = Path(__file__).parents[1] / "files" / "presets"
ANNA = {
    "name": "Anna Berg", "company": "Berg Bakery", "email": "anna@berg.example", "phone": "+49 731 5550101",
}  # fmt: skip
# file: preset, row 1 beyond name, company, email and phone, warnings about arrival aside
EXPECTED = {
    "hubspot-contacts": ("HubSpot contacts", {"key": "53", "source": "ORGANIC_SEARCH", "arrived": date(2024, 3, 12)}),
    "hubspot-deals": (
        "HubSpot deals",
        {"name": "Berg Bakery books", "email": None, "phone": None, "value": 240000, "arrived": date(2024, 3, 12)},
    ),
    "pipedrive-deals": ("Pipedrive deals", {"email": None, "phone": None, "value": 240000, "key": "1"}),
    "pipedrive-deals-alone": ("Pipedrive deals", {"email": None, "phone": None, "value": 240000, "key": "1"}),
    "pipedrive-people": ("Pipedrive people", {"phone": "+49 731 5550109", "arrived": date(2024, 3, 11)}),
    "google-contacts": ("Google Contacts", {"address": "Hauptstr. 1\n89073 Ulm\nDE", "role": "Owner"}),
    "google-contacts-older": ("Google Contacts, older", {"role": "Owner"}),
    "outlook-classic": ("Outlook", {"address": "Hauptstr. 1", "website": "https://berg.example"}),
    "outlook-web": ("Outlook", {"address": "Hauptstr. 1", "website": "https://berg.example"}),
    "outlook-61-columns": ("Outlook", {"address": "Hauptstr. 1", "website": "https://berg.example"}),
    "salesforce-leads": ("Salesforce leads", {"key": "00Q5f00000AbCd1", "source": "Web"}),
    "zoho-leads": ("Zoho leads", {"role": "Owner", "source": "Online Store", "arrived": date(2024, 3, 11)}),
    "twenty-people": ("Twenty", {"role": "Owner", "arrived": date(2024, 3, 11), "website": "https://berg.example"}),
    "espocrm-leads": ("EspoCRM", {"value": 240000, "source": "Web Site", "arrived": date(2024, 3, 11)}),
    "espocrm-leads-labels": ("EspoCRM", {"value": 240000, "source": "Web Site", "arrived": date(2024, 3, 11)}),
    "meta-lead-ads": ("Meta lead ads", {"key": "l:101", "arrived": date(2024, 3, 12)}),
    "trello": ("Trello", {"company": None, "email": None, "phone": None, "key": "65f0", "notes": "Wants a site"}),
    "odoo": ("Odoo", {"value": 240000, "arrived": date(2024, 3, 12), "source": "Website"}),
    "hubspot-companies": (
        "HubSpot companies",
        {"name": None, "email": None, "website": "berg.example", "arrived": date(2024, 3, 12)},
    ),
    "pipedrive-organizations": (
        "Pipedrive organizations",
        {"name": None, "email": None, "phone": None, "address": "Hauptstr. 1, Ulm"},
    ),
    "pipedrive-deals-german": (
        "Pipedrive deals",
        {"email": None, "phone": None, "value": 240000, "arrived": date(2024, 3, 12)},
    ),
    "hubspot-contacts-german": ("HubSpot contacts", {"key": "53", "source": "Organische Suche"}),
    "linkedin-connections": ("LinkedIn connections", {"phone": None, "role": "Owner", "arrived": date(2024, 3, 12)}),
}
# The stages of other programs are the owner's to translate: on the command line their rows are problems.
STAGES = ("hubspot-deals", "pipedrive-deals", "pipedrive-deals-alone", "pipedrive-deals-german", "odoo")


def test_every_preset_of_another_program_has_its_file():
    with_a_file = {preset for preset, _ in EXPECTED.values()}
    without = {preset.name for preset in PRESETS if preset.needs} - with_a_file
    assert without == {"Salesforce contacts", "Twenty opportunities", "EspoCRM opportunities"}


@pytest.mark.parametrize("name", EXPECTED)
def test_a_file_of_another_program_comes_in(name: str):
    preset, beyond = EXPECTED[name]
    table = read_list(FILES / f"{name}.csv")
    assert (recognised_preset(table.header).name, len(table.rows)) == (preset, 3)
    translations = tuple(
        ("stage", word, "Proposal")
        for word in ("Proposal Made", "Qualified", "Presentation Scheduled", "Proposition", "Qualifiziert")
    )
    options = ImportOptions(translations=translations if name in STAGES else ())
    plan = plan_import(table, options, existing(), date(2026, 11, 22))
    assert (plan.problems, plan.rows, len(plan.creates)) == ((), 3, 3)
    lead = plan.creates[0]
    texts = lead.facts.texts
    found = {
        **texts,
        "name": texts.get("name") or f"{texts.get('first_name', '')} {texts.get('last_name', '')}".strip() or None,
        "source": lead.facts.source, "value": lead.facts.value, "arrived": lead.arrived_on,
    }  # fmt: skip
    for field, expected in {**ANNA, **beyond}.items():
        assert found.get(field) == expected, field


@pytest.mark.parametrize("name", STAGES)
def test_a_stage_of_another_program_is_a_problem_until_it_is_translated(name: str):
    plan = plan_import(read_list(FILES / f"{name}.csv"), ImportOptions(), existing(), date(2026, 11, 22))
    assert {issue.reason.split(".")[0] for issue in plan.problems} <= {
        "There is no stage “Presentation Scheduled”", "There is no stage “Proposal Made”",
        "There is no stage “Proposition”", "There is no stage “Qualifiziert”",
    }  # fmt: skip
    assert plan.problems


@pytest.mark.parametrize("name", EXPECTED)
def test_case_and_order_of_the_columns_do_not_matter(name: str):
    preset, _ = EXPECTED[name]
    header = read_list(FILES / f"{name}.csv").header
    assert recognised_preset([column.upper() for column in reversed(header)]).name == preset


def test_what_a_preset_proposes_for_the_stages_is_a_stage_or_an_outcome():
    words = {"new", "qualified", "in conversation", "proposal", "won", "lost", "not a fit"}
    for preset in PRESETS:
        assert {new.casefold() for field, _, new in preset.values if field == "stage"} <= words
