"""The email addresses in one cell: one as it is, several apart, one with a name around it alone."""

import re

_ADDRESS = re.compile(r"[^\s<>,;|\"'()\[\]]+@[^\s<>,;|\"'()\[\]]+")


def addresses_in(text: str) -> list[str]:
    """In their order, without `mailto:` and what stands around them; [] where there is no @ between two words."""
    found = [match.group().strip(".:") for match in _ADDRESS.finditer(text)]
    return [address[7:] if address.lower().startswith("mailto:") else address for address in found]
