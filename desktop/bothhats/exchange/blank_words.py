"""Cells that look filled and say nothing, or no longer say what they said."""

import re

READ_AS_BLANK = "This says nothing; it is read as blank."
SHORTENED = "A spreadsheet has shortened this number, its last digits are lost. Export the column as text."
_NOTHING = re.compile(r"[-–—]{1,3}|0000-00-00.*|0{1,2}\.0{1,2}\.(?:0{2}|0{4})")
_SHORTENED = re.compile(r"[0-9](?:[.,][0-9]+)?E\+?[0-9]{1,2}", re.IGNORECASE)


def is_nothing(text: str) -> bool:
    """Whether an amount or a date is a dash, or the date that databases write for none."""
    return _NOTHING.fullmatch(text) is not None


def is_shortened(text: str) -> bool:
    """Whether a number stands there as a spreadsheet shows one that is too long for its cell: 4.9171E+11."""
    return _SHORTENED.fullmatch(text) is not None
