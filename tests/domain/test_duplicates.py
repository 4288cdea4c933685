"""Which leads may be one person, and why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothhats.domain.duplicates import Likeness, Person, Sameness, find_duplicates, find_pairs, is_everybodys, sameness

JOANNE = Person(1, "Joanne Penrose", "Penrose Ltd", "Jo@Penrose.example", "+44 20 7946 0991")


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (Person(2, email="jo@penrose.EXAMPLE"), Sameness.EMAIL),
        (Person(2, "Somebody else", "X", "other@x.y", "020 7946 0991"), Sameness.PHONE),
        (Person(2, "Penrose, Joanne", "penrose ltd."), Sameness.NAME_AND_COMPANY),
        (Person(2, "Joanna Penrose", "Penrose Ltd"), Sameness.NAME_AND_COMPANY),
        (Person(2, "JOANNE PENROSE"), Sameness.NAME),
        (Person(2, "Joanne Penrose", "Berg Bakery"), None),
        (Person(2, "Martin Penrose", "Penrose Ltd"), None),
        (Person(2, "", "Penrose Ltd"), None),
        (Person(2, phone="0991"), None),
    ],
)
def test_what_speaks_for_one_person(other: Person, why: Sameness | None) -> None:
    assert sameness(JOANNE, other) == why


def test_blank_facts_say_nothing() -> None:
    assert sameness(Person(1), Person(2)) is None


def test_the_surest_likeness_comes_first_and_nobody_is_like_herself() -> None:
    others = [JOANNE, Person(4, "Joanne Penrose"), Person(3, phone="02079460991"), Person(5, "Bo")]
    assert find_duplicates(JOANNE, others) == [Likeness(3, Sameness.PHONE), Likeness(4, Sameness.NAME)]


def test_an_address_of_a_house_is_nobodys_own() -> None:
    assert is_everybodys("Info@acme.com")
    assert not is_everybodys("jane@acme.com")


people = st.builds(
    Person,
    st.integers(1, 50),
    st.sampled_from(["", "Anna Berg", "Berg Anna", "Anna Bergs", "Bo Ek"]),
    st.sampled_from(["", "Acme", "Berg"]),
    st.sampled_from(["", "a@b.c", "A@b.c"]),
    st.sampled_from(["", "030 1234567", "+49 30 1234567"]),
)


@given(st.lists(people, max_size=12, unique_by=lambda person: person.id))
def test_the_pairs_are_those_that_comparing_everybody_finds(crowd: list[Person]) -> None:
    everybody = sorted(
        (min(a.id, b.id), max(a.id, b.id), why)
        for place, a in enumerate(crowd)
        for b in crowd[place + 1 :]
        if (why := sameness(a, b))
    )
    assert find_pairs(crowd) == everybody
