"""What a text of the owner must not become when a spreadsheet opens it: a formula."""

import re

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LOOKS_MARKED = re.compile(r"'+[=+\-@\t\r]")


def safe_cell(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet would calculate it, which it shows as the text alone.

    After https://owasp.org/www-community/attacks/CSV_Injection; plain numbers stay numbers.
    """
    is_number = text.lstrip("+-").replace(".", "", 1).replace(",", "").isdecimal()
    return f"'{text}" if text.startswith(_FORMULA) and not is_number else marked_cell(text)


def marked_cell(text: str) -> str:
    """The text as it is, but for one that looks as if it had been made safe: it gets one apostrophe more."""
    return f"'{text}" if _LOOKS_MARKED.match(text) else text


def plain_cell(cell: str) -> str:
    """The text of a cell that `safe_cell` or `marked_cell` wrote."""
    return cell[1:] if cell[:1] == "'" and _LOOKS_MARKED.match(cell) else cell
