"""What a text of the owner must not become when a spreadsheet opens it: a formula."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def safe_cell(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet would calculate it, which it shows as the text alone.

    After https://owasp.org/www-community/attacks/CSV_Injection; plain numbers stay numbers.
    """
    is_number = text.lstrip("+-").replace(".", "", 1).replace(",", "").isdecimal()
    return f"'{text}" if text.startswith(_FORMULA) and not is_number else text
