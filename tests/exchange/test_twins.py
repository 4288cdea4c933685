"""Rows that look like somebody who is there already are imported with a warning that says why."""

from dataclasses import replace

import pytest
from import_builders import existing, plan

from bothhats.domain.duplicates import Person

ANNA = Person(7, "Anna Berg", "Berg Bakery", "anna@berg.example", "+44 20 7946 0100")


def twins(text: str, **options) -> list[tuple[int, str]]:
    """The rows that are warned of as somebody known, with the reason."""
    made = plan(text, has=replace(existing(), people=(ANNA,)), **options)
    return [(issue.row, issue.reason) for issue in made.warnings if issue.reason.startswith("Perhaps")]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("Somebody,,ANNA@berg.example,", "the same email address"),
        ("Somebody,,,020 7946 0100", "the same phone number"),
        ('"Berg, Anna",Berg Bakery,,', "the same name at the same company"),
        ("anna berg,,,", "the same name"),
    ],
)
def test_the_surest_reason_is_told(row, why):
    assert twins(f"name,company,email,phone,arrived\n{row},2026-01-01\n") == [
        (1, f"Perhaps the same as Anna Berg: {why}.")
    ]


@pytest.mark.parametrize("row", ["Anna Berg,Other Ltd,,", "Bo,Berg Bakery,,", ",Berg Bakery,,", "Anna Bergson,,,"])
def test_others_are_not_warned_of(row):
    assert twins(f"name,company,email,phone,arrived\n{row},2026-01-01\n") == []


def test_rows_of_one_file_are_compared_with_each_other_and_a_shared_mailbox_says_nothing():
    text = "name,email,arrived\nBo,info@firm.example,2026-01-01\nCy,info@firm.example,2026-01-01\nBo,,2026-01-01\n"
    assert twins(text) == [(3, "Perhaps the same as row 1: the same name.")]


def test_a_row_that_updates_by_key_is_no_twin():
    text = "key,name,arrived\nk1,Bo,2026-01-01\nk1,Bo,2026-01-01\n"
    assert twins(text, key="key") == []


def test_a_crowd_of_one_name_is_no_matter_of_minutes():
    found = plan("name,phone\n" + "".join(f"Anna Berg,+49 731 {n:07d}\n" for n in range(3000)))
    assert (len(found.creates), len([each for each in found.warnings if "Perhaps" in each.reason])) == (3000, 2999)
