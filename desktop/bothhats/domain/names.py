"""When two names are the same: case, Unicode form and outer blanks aside."""

import unicodedata


def name_key(name: str) -> str:
    """What two spellings of one name have in common."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name.strip()).casefold())
