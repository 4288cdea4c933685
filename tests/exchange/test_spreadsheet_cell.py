"""No text becomes a formula, and numbers stay numbers."""

import pytest

from bothhats.exchange.spreadsheet_cell import safe_cell


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
