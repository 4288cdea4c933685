"""A template's places become the lead's own names; what is not known is told, never left blank."""

import pytest

from bothhats.domain.template_text import filled, first_name


@pytest.mark.parametrize(
    ("name", "first"), [("Jo Penrose", "Jo"), ("Dr. Jo Penrose", "Jo"), ("Dr.", "Dr."), ("", ""), ("نور", "نور")]
)
def test_the_first_name_is_the_first_word_that_is_no_title(name, first):
    assert first_name(name) == first


def test_every_place_is_filled_however_it_is_written():
    text = "Hi {First Name}, {name} of { company }: {price} and {{name}}"
    assert filled(text, "Jo Penrose", "Acme") == ("Hi Jo, Jo Penrose of Acme: {price} and {Jo Penrose}", ())


def test_a_company_without_a_person_is_called_by_its_name():
    assert filled("Hi {first name} at {company}", "", "Acme") == ("Hi Acme at Acme", ())


def test_what_is_not_known_stays_and_is_told_once():
    assert filled("{company}, {company}", "Jo", "") == ("{company}, {company}", ("{company}",))
