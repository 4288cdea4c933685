"""No text becomes a formula, and numbers stay numbers."""

import pytest

from bothhats.exchange.spreadsheet_cell import marked_cell, plain_cell, safe_cell


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("@SUM(1)", "'@SUM(1)"),
        ("+44 20 7946", "+44 20 7946"),
        ("-cmd|'/c calc'!A1", "'-cmd|'/c calc'!A1"),
        ("\t=1", "'\t=1"),
        ("-12.50", "-12.50"),
        ("-1,200", "-1,200"),
        ("Anna = Bo", "Anna = Bo"),
        ("", ""),
        ("–", "–"),
    ],
)
def test_a_cell_is_text_or_a_number_never_a_formula(text: str, cell: str):
    assert safe_cell(text) == cell


@pytest.mark.parametrize("text", ['="0049 30"', '=""', "=1+1", "'=1", "Anna"])
def test_what_is_written_comes_back_as_it_was(text: str):
    assert plain_cell(safe_cell(text)) == text
    assert plain_cell(marked_cell(text)) == text


def test_a_text_that_another_program_saved_from_the_spreadsheet_is_the_text():
    assert plain_cell('="0049 30 1"') == "0049 30 1"
    assert plain_cell('="a"&"b"') == '="a"&"b"'
