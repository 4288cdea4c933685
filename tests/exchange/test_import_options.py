"""Which column is which field, and which wishes are refused at once."""

import pytest
from import_builders import plan

from bothhats.domain.problems import KnownProblem, Refused, WrongUsage
from bothhats.exchange.import_options import ImportOptions, read_options

TEXT = "Who,Mail\nAnna,a@b.c\n"


def test_options_are_read_as_written_on_the_command_line() -> None:
    assert read_options(["a=b=name", "c="], "key", ["notes=x=y"], ["stage:Old: one=New", "source:=Website"], "dmy") == (
        ImportOptions(
            (("a=b", "name"), ("c", "")),
            "key",
            (("notes", "x=y"),),
            (("stage", "Old: one", "New"), ("source", "", "Website")),
            "dmy",
        )
    )


@pytest.mark.parametrize(
    "options",
    [
        {"maps": ["Who=nickname"]},
        {"maps": ["Who"]},
        {"maps": ["=name"]},
        {"maps": ["Whom=name"]},
        {"sets": ["colour=red"]},
        {"sets": ["source"]},
        {"values": ["stage"]},
        {"values": ["stage:x"]},
        {"values": ["size:x=y"]},
        {"key": "arrived"},
        {"key": "nickname"},
        {"key": "key"},
        {"sets": ["value=12.345"]},
        {"sets": ["arrived=soon"]},
        {"sets": ["arrived=3/4/2026"]},
        {"maps": ["Who=name"], "sets": ["name=Bo"]},
        {"date_format": "x"},
    ],
    ids=str,
)
def test_what_cannot_be_meant_is_wrong_usage_with_a_way_out(options: dict) -> None:
    with pytest.raises(WrongUsage) as refusal:
        plan(TEXT, **options)
    assert refusal.value.way_out


@pytest.mark.parametrize("wish", ["stage=Negotiation", "outcome=perhaps"])
def test_a_value_for_every_row_that_does_not_exist_is_refused(wish: str) -> None:
    with pytest.raises(Refused):
        plan(TEXT, sets=[wish])


def test_a_file_without_any_column_that_says_who_is_refused() -> None:
    with pytest.raises(KnownProblem, match="colour, size"):
        plan("colour,size\nred,1\n")


def test_columns_are_named_without_regard_to_case() -> None:
    assert plan(TEXT, maps=["who=name"]).creates[0].facts.texts["name"] == "Anna"
