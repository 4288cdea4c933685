"""The quick line in two languages, sixty lines each: what each part is taken for."""

from datetime import date
from pathlib import Path

import pytest

from bothhats.domain.draft_lead import DraftLead, QuickLineNames
from bothhats.domain.money import DE, currency_of
from bothhats.domain.quick_line import read_quick_line

SUNDAY = date(2026, 11, 22)
ENGLISH_NAMES = QuickLineNames(
    currency_of("GBP"),
    ("LinkedIn", "Referral", "Repeat customer", "Website"),
    ("Spring fair", "Books by the 5th"),
)
GERMAN_NAMES = QuickLineNames(
    currency_of("EUR"),
    ("LinkedIn", "Empfehlung", "Stammkunde", "Messe"),
    ("Frühlingsmesse", "Bücher bis zum 5."),
    DE,
)


def told(draft: DraftLead) -> str:
    """What is filled, in one line."""
    said = []
    for name in DraftLead.__slots__:
        value = getattr(draft, name)
        if name in ("understood", "value_text") or value in ("", (), None):
            continue
        value = {"tags": " ".join(draft.tags), "value": f"{(draft.value or 0) / 100:.2f}"}.get(name, value)
        said.append(f"{name}={value}")
    return " | ".join(said)


def table(language: str) -> dict[str, str]:
    """The lines of a language with what they mean; one a row, "line => fields"."""
    rows = (Path(__file__).parent / f"quick_lines_{language}.txt").read_text(encoding="utf-8").splitlines()
    return dict(row.split(" => ") for row in rows)


ENGLISH, GERMAN = table("english"), table("german")


@pytest.mark.parametrize("line", ENGLISH)
def test_an_english_line(line: str) -> None:
    assert told(read_quick_line(line, SUNDAY, ENGLISH_NAMES)) == ENGLISH[line]


@pytest.mark.parametrize("line", GERMAN)
def test_a_german_line(line: str) -> None:
    assert told(read_quick_line(line, SUNDAY, GERMAN_NAMES)) == GERMAN[line]


@pytest.mark.parametrize(("line", "on"), [("Jo, Acme, 1/27", "2027-01-27"), ("Jo, Acme, 3/4", "2027-03-04")])
def test_an_american_line_has_the_month_first(line: str, on: str) -> None:
    assert read_quick_line(line, SUNDAY, ENGLISH_NAMES, day_first=False).follow_up_on == date.fromisoformat(on)
