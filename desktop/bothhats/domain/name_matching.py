"""When two written names are the same name: outer blanks, case and Unicode form do not count."""

import re
import unicodedata
from collections.abc import Iterable

_SOMEBODY = "somebody"


def folded(name: str) -> str:
    """The form in which names are compared; never shown to anybody."""
    if name.isascii():
        return name.strip().lower()
    composed = unicodedata.normalize("NFC", name.strip())
    return unicodedata.normalize("NFC", composed.casefold())


def same_name(first: str, second: str) -> bool:
    """Whether the owner means the same by both."""
    return folded(first) == folded(second)


def without_names(text: str, names: Iterable[str]) -> str:
    """The text with "somebody" where one of the names stands as words of its own."""
    for name in names:
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", _SOMEBODY, text)
    return text
