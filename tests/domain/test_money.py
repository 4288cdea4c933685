"""Amounts as people write them, whole minor units as the file keeps them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothhats.domain.money import (
    DE,
    EN,
    MoneyFormat,
    NotAnAmount,
    currency_of,
    format_for_people,
    format_plain,
    marks_of,
    parse_amount,
)

EUR, GBP, JPY, KWD = (currency_of(code) for code in ("EUR", "gbp", " JPY ", "KWD"))
amounts = st.integers(-(10**14) + 1, 10**14 - 1)


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("2400", 240000), ("2,400", 240000), ("2.400,50", 240050), ("2,400.50", 240050), ("1234.5", 123450),
        ("1234,5", 123450), ("2400 €", 240000), ("€2,400", 240000), ("€ 2,400", 240000), ("2400 EUR", 240000),
        ("eur 5", 500), ("2\u00a0400,50\u00a0€", 240050), ("2\u202f400,50", 240050), ("2 400", 240000),
        ("1'234.50", 123450), ("1’234.50", 123450), ("1.234.567", 123456700), ("1,23,456", 12345600), ("0", 0),
        ("0,00", 0), (" 12 ", 1200), ("-5", -500), ("−5.25", -525), ("+5", 500), ("-€5", -500), ("007", 700),
    ],
)  # fmt: skip
def test_an_amount_is_read_as_it_is_written(text: str, minor: int) -> None:
    assert parse_amount(text, EUR) == minor


@pytest.mark.parametrize(
    "text",
    [
        "", "€", "abc", "£5", "1.2.3", "12,34,5", "1..2", "1.234,5.6", "1,234.567.8", "--5", "5-", "1e5", "1_000", "١٢",
        "nan", "inf", "12.345", "0.125", "1234.567", "10.999", "9" * 14, "5 €€", "1,234 567",
    ],
)  # fmt: skip
def test_what_is_no_amount_says_why(text: str) -> None:
    found = parse_amount(text, EUR)
    assert isinstance(found, NotAnAmount)
    assert found.reason.endswith(".")


def test_a_lone_mark_before_three_digits_is_read_as_the_country_writes_it() -> None:
    assert parse_amount("2,400", EUR, EN) == 240000
    assert isinstance(parse_amount("2.400", EUR, EN), NotAnAmount)
    assert parse_amount("2.400", EUR, DE) == 240000
    assert isinstance(parse_amount("2,400", EUR, DE), NotAnAmount)


def test_the_digits_are_the_currencys() -> None:
    assert parse_amount("2,400", JPY) == 2400
    assert isinstance(parse_amount("2400.50", JPY), NotAnAmount)
    assert parse_amount("2.400", KWD) == 2400
    assert isinstance(parse_amount("2.4005", KWD), NotAnAmount)
    assert parse_amount("£1,234.56", GBP) == 123456


def test_an_unknown_currency_has_two_digits_and_its_code_as_symbol() -> None:
    assert format_for_people(500, currency_of("XXY")) == "XXY\u00a05"


@pytest.mark.parametrize(
    ("texts", "marks"),
    [
        (["2.400,50", "12"], DE), (["12,5", "2.400"], DE), (["2,400.50", "2.400"], EN), (["2,400"], EN), ([], EN),
        (["12,5", "12.5"], EN), (["x"], EN),
    ],
)  # fmt: skip
def test_a_column_tells_which_marks_it_uses(texts: list[str], marks: MoneyFormat) -> None:
    assert marks_of(texts) is marks


@pytest.mark.parametrize(
    ("minor", "english", "german", "plain"),
    [
        (240000, "€2,400", "2.400\u00a0€", "2400.00"),
        (240050, "€2,400.50", "2.400,50\u00a0€", "2400.50"),
        (-5, "-€0.05", "-0,05\u00a0€", "-0.05"),
        (0, "€0", "0\u00a0€", "0.00"),
    ],
)
def test_an_amount_is_written_for_people_and_for_files(minor: int, english: str, german: str, plain: str) -> None:
    found = format_for_people(minor, EUR), format_for_people(minor, EUR, DE), format_plain(minor, EUR)
    assert found == (english, german, plain)


def test_a_currency_without_minor_units_has_no_point() -> None:
    assert (format_plain(2400, JPY), format_for_people(2400, JPY)) == ("2400", "¥2,400")


@given(amounts, st.sampled_from([EN, DE]), st.sampled_from(["EUR", "GBP", "USD", "CHF", "SEK", "DKK"]))
def test_what_is_written_is_read_back(minor: int, style: MoneyFormat, code: str) -> None:
    currency = currency_of(code)
    assert parse_amount(format_for_people(minor, currency, style), currency, style) == minor
    assert parse_amount(format_plain(minor, currency), currency) == minor


@given(st.text(max_size=30), st.sampled_from([EN, DE]), st.sampled_from([EUR, JPY, KWD]))
def test_any_text_is_an_amount_or_a_reason(text: str, style: MoneyFormat, currency) -> None:
    assert isinstance(parse_amount(text, currency, style), int | NotAnAmount)
