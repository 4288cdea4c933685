"""What a text of the owner must not become when a spreadsheet opens it: a formula."""

import re

_BEGINNINGS = "=+-@\t\r\n\0＝＋－＠"
_LOOKS_MARKED = re.compile(f"'+[{re.escape(_BEGINNINGS)}]")
_AS_TEXT = re.compile(r'="([^"]*)"')  # how programs keep a spreadsheet from making a number of 0049 30 1
_HARMLESS = re.compile(r"[+-]?[\d.,]+|\+\d+ [\d ()-]*")  # a plain number; a phone number, which no formula can be


def safe_cell(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet would calculate it, which it shows as the text alone.

    After https://owasp.org/www-community/attacks/CSV_Injection; plain numbers and phone numbers stay what they are.
    """
    is_formula = text.startswith(tuple(_BEGINNINGS)) and not _HARMLESS.fullmatch(text)
    return f"'{text}" if is_formula else marked_cell(text)


def marked_cell(text: str) -> str:
    """The text as it is, but for one that looks as if it had been made safe: it gets one apostrophe more."""
    return f"'{text}" if _LOOKS_MARKED.match(text) or _AS_TEXT.fullmatch(text) else text


def plain_cell(cell: str) -> str:
    """The text of a cell that `safe_cell` or `marked_cell` wrote, or another program as `="text"`."""
    if match := _AS_TEXT.fullmatch(cell):
        return match[1]
    return cell[1:] if cell[:1] == "'" and _LOOKS_MARKED.match(cell) else cell
