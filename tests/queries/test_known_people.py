"""Finding who is meant, and who may be there already."""

import pytest

from bothhats.domain.pipeline import Outcome
from bothhats.queries.known_people import alike, looks_like, people_named
from builders import a_lead, closed


def test_people_are_found_by_parts_of_name_and_company(workspace):
    priya = a_lead(workspace, "Priya Nair", company="Nair Ceramics")
    a_lead(workspace, "Sam Okoro", company="100%_Electrical")
    assert [person.id for person in people_named(workspace.reader, "cera pri")] == [priya]
    assert [person.name for person in people_named(workspace.reader, "%_e")] == ["Sam Okoro"]
    assert people_named(workspace.reader, "%%") == []


def test_open_leads_come_before_ended_ones_and_the_bin_stays_shut(workspace):
    ended, still_open, binned = (a_lead(workspace, f"Jo {n}") for n in ("One", "Two", "Three"))
    closed(workspace, ended, Outcome.LOST)
    workspace.leads.bin([binned])
    assert [person.id for person in people_named(workspace.reader, "jo")] == [still_open, ended]


@pytest.mark.parametrize(
    ("name", "email", "phone"),
    [
        ("Somebody Else", "JOANNE@penrose.example", ""),
        ("Somebody Else", "", "020 7946 0991"),
        ("Jo Penrose", "jo@elsewhere.example", ""),
        ("J. Penrose", "", ""),
    ],
)
def test_the_same_email_phone_or_a_like_name_points_to_the_lead_that_is_there(workspace, name, email, phone):
    joanne = a_lead(workspace, "Joanne Penrose", email="joanne@penrose.example", phone="+44 20 7946 0991")
    closed(workspace, joanne, Outcome.LOST, reason="timing")
    found = looks_like(workspace.reader, name, email, phone)
    assert found
    assert (found.id, found.outcome, found.reason) == (joanne, Outcome.LOST, "timing")


def test_a_stranger_is_nobody_known(workspace):
    a_lead(workspace, "Joanne Penrose", phone="123")
    assert looks_like(workspace.reader, "Ann Penrose", "ann@x.example", "123") is None
    assert looks_like(workspace.reader, "", "", "") is None


def test_names_are_alike_when_last_names_agree_and_a_first_name_begins_the_other():
    assert alike("jo penrose", "Joanne Penrose")
    assert not alike("Jo Penrose", "Jo Pender")
    assert not alike("Ann Berg", "Bo Berg")
    assert alike("Cher", "cher")
