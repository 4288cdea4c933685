"""Addresses and numbers in a cell: one as it is, several apart, one with a name around it alone."""

import re

_ADDRESS = re.compile(r"[^\s<>,;|\"'()\[\]]+@[^\s<>,;|\"'()\[\]]+")

_UNSEEN = dict.fromkeys([0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_PROGRAMS = re.compile(r"^(?:(?:tel|p):\s*|')(?=[+0-9(])|(?<=^[0-9]{7})([0-9]*)\.0$")

_NAMED = re.compile(r"\"?([^()<>@;\"]+?)\"?\s*[(<](?=[^\s()<>@]+@[^\s()<>@]+[)>]\s*(?:$|[;,]))")


def addresses_in(text: str) -> list[str]:
    """In their order, without `mailto:` and what stands around them; [] where there is no @ between two words."""
    found = [match.group().strip(".:") for match in _ADDRESS.finditer(text)]
    return [address[7:] if address.lower().startswith("mailto:") else address for address in found]


def without_marks(text: str) -> str:
    """Without what nobody sees: phones and web pages put marks of direction around numbers, and blanks of no width."""
    return text.translate(_UNSEEN).strip()


def plain_number(text: str) -> str:
    """A phone number without what programs put around it: `tel:`, the `p:` of lead ads, an apostrophe, `.0`."""
    return _PROGRAMS.sub(r"\1", without_marks(text)).strip()


def name_and_address(text: str) -> tuple[str, list[str]] | None:
    """`Anna Berg (anna@berg.example); Bo Tal (…)` as the first name and all addresses; None for a name alone."""
    match = _NAMED.match(text)
    return (match[1].strip(), addresses_in(text)) if match else None
