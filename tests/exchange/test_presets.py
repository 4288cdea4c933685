"""The exports of other programs, recognised by their headers."""

from pathlib import Path

import pytest
from import_builders import plan

from bothhats.domain.lead_fields import LEAD_FIELDS
from bothhats.exchange.csv_reader import read_csv
from bothhats.exchange.presets import PRESETS, recognise, recognised_preset

DATA = Path(__file__).parents[3] / "shared" / "data"

FILES = {
    "HubSpot contacts": (
        "Record ID,First Name,LAST NAME,Email,Phone Number,Mobile Phone Number,Lead Status,Create Date,Original Source",
        {
            "key": (0,),
            "first_name": (1,),
            "last_name": (2,),
            "email": (3,),
            "phone": (4, 5),
            "arrived": (7,),
            "source": (8,),
        },
    ),
    "HubSpot deals": (
        "Record ID,Deal Name,Deal Stage,Amount,Close Date,Create Date,Closed Won Reason,Closed Lost Reason,Next step",
        {
            "key": (0,),
            "name": (1,),
            "stage": (2,),
            "value": (3,),
            "closed_on": (4,),
            "arrived": (5,),
            "reason": (7, 6),
            "next_step": (8,),
        },
    ),
    "Pipedrive deals": (
        "Deal - ID,Deal - Title,Deal - Value,Deal - Stage,Deal - Status,Deal - Won time,Person - Email,Deal - Pipeline",
        {"key": (0,), "name": (1,), "value": (2,), "stage": (3,), "outcome": (4,), "won_on": (5,), "email": (6,)},
    ),
    "Pipedrive people": (
        "Person - ID,Person - Name,Person - Email - Work,Person - Organization,Person - Person created",
        {"key": (0,), "name": (1,), "email": (2,), "company": (3,), "arrived": (4,)},
    ),
    "Google Contacts": (
        "First Name,Last Name,Organization Name,Organization Title,Labels,E-mail 1 - Label,E-mail 1 - Value,Notes",
        {
            "first_name": (0,),
            "last_name": (1,),
            "company": (2,),
            "role": (3,),
            "tags": (4,),
            "email": (6,),
            "notes": (7,),
        },
    ),
    "Google Contacts, older": (
        "Name,Given Name,Family Name,Group Membership,E-mail 1 - Value,Organization 1 - Name",
        {"name": (0,), "first_name": (1,), "last_name": (2,), "tags": (3,), "email": (4,), "company": (5,)},
    ),
    "Outlook": (
        "Title,First Name,Last Name,Company,Job Title,Mobile Phone,Business Phone,E-mail Address,Web Page,Categories",
        {
            "first_name": (1,),
            "last_name": (2,),
            "company": (3,),
            "role": (4,),
            "phone": (6, 5),
            "email": (7,),
            "website": (8,),
            "tags": (9,),
        },
    ),
    "everyday names": ("Full name,E-Mail,Organisation", {"name": (0,), "email": (1,), "company": (2,)}),
}


@pytest.mark.parametrize("name", FILES)
def test_an_export_is_recognised_by_its_columns(name: str) -> None:
    header, expected = FILES[name]
    assert recognised_preset(header.split(",")).name == name
    assert recognise(header.split(",")) == expected


def test_everyday_names_are_known_however_they_are_written() -> None:
    header = "full_name;E-Mail;Tel.;Auftragswert;Erstellt am;Wiedervorlage;Herkunft;Kommentar;jobTitle"
    assert recognise(header.split(";")) == {
        "name": (0,), "email": (1,), "phone": (2,), "value": (3,), "arrived": (4,), "follow_up_on": (5,),
        "source": (6,), "notes": (7,), "role": (8,),
    }  # fmt: skip


def test_an_address_is_found_also_where_a_program_calls_it_otherwise() -> None:
    assert recognise(["First name", "Last name", "Lifecycle stage", "Emails", "Work phone"])["email"] == (3,)


def test_amounts_that_only_a_name_tells_and_nobody_can_read_stay_extra_fields() -> None:
    found = plan("name,Deal size\nAnna,$100\nBo,$200\n")
    assert [lead.facts.extra for lead in found.creates] == [{"Deal size": "$100"}, {"Deal size": "$200"}]
    assert len(plan("name,Deal size\nAnna,$100\nBo,200\n").problems) == 1
    (lead,) = plan("name,Wiedervorlage,arrived\nAnna,bald,2026-03-01\n").creates
    assert lead.facts.extra == {"Wiedervorlage": "bald"}
    assert len(plan("name,Wiedervorlage\nAnna,bald\nBo,2026-12-01\n").problems) == 1
    assert len(plan("name,value\nAnna,$100\n").problems) == 1
    assert len(plan("name,Deal size\nAnna,$100\n", maps=["Deal size=value"]).problems) == 1


def test_a_fields_own_name_goes_before_a_preset() -> None:
    assert recognise(["Record ID", "First Name", "Last Name", "key"])["key"] == (3,)
    assert recognise(["follow_up_on", "Won on"]) == {"follow_up_on": (0,), "won_on": (1,)}


def test_every_preset_fills_fields_that_exist() -> None:
    names = {field.name for field in LEAD_FIELDS}
    assert all(field in names for preset in PRESETS for field, _ in preset.columns)


@pytest.mark.skipif(not DATA.is_dir(), reason="../shared/data is not there")
@pytest.mark.parametrize(
    ("path", "leads"),
    [
        ("hubspot-like/25-hubspot-export.csv", 3),
        ("hubspot-like/real-world/hubspot-export.csv", 3),
        ("google-contacts/google.csv", 4),
    ],
)
def test_files_of_others_come_in_without_a_problem(path: str, leads: int) -> None:
    text = (DATA / path).read_text("utf-8")
    found = plan(text)
    assert (len(found.creates), found.problems) == (leads, ())
    assert len(read_csv(text.encode()).rows) == leads


def test_the_first_column_that_is_not_blank_fills_the_field() -> None:
    found = plan("First Name,E-mail Address,Business Phone,Mobile Phone\nAnna,a@b.c,,1\nBo,b@b.c,2,3\n")
    assert [lead.facts.texts["phone"] for lead in found.creates] == ["1", "2"]
    assert [lead.facts.extra for lead in found.creates] == [{}, {"Mobile Phone": "3"}]


def test_the_labels_of_the_window_are_known_too():
    assert recognise(["Name", "Arrived on", "Next step"]) == {"name": (0,), "arrived": (1,), "next_step": (2,)}
