"""People out of vCards: names, addresses and numbers; photos, sounds and keys are left alone."""

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from bothhats.exchange.vcard_lines import Line, lines_of

_EDGES = {"BEGIN": 1, "END": -1}
# What a lead has no field for, and is kept with it under these names.
_MORE: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Nickname", ("NICKNAME",)),
    ("Birthday", ("BDAY",)),
    ("Anniversary", ("ANNIVERSARY", "X-ANNIVERSARY")),
    ("Profile", ("X-SOCIALPROFILE", "SOCIALPROFILE", "IMPP")),
)


@dataclass(frozen=True)
class Card:
    """What one card says; several addresses and numbers in its order, the preferred first. Without slots as in
    `planned`.
    """

    name: str = ""
    company: str = ""
    role: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    websites: tuple[str, ...] = ()
    address: str = ""
    notes: str = ""
    key: str = ""
    tags: tuple[str, ...] = ()
    more: Mapping[str, str] = field(default_factory=dict)


def read_cards(text: str) -> list[Card]:
    """The cards of a text that say something of a person; never an error is raised."""
    return list(cards_of(io.StringIO(text, newline=None)))


def cards_of(lines: Iterable[str]) -> Iterator[Card]:
    """The cards in these lines, one after the other; one that says nothing of a person is left out."""
    cards = map(_card, _apart(lines_of(lines)))
    return (card for card in cards if card.name or card.company or card.emails or card.phones)


def _apart(properties: Iterable[Line]) -> Iterator[list[Line]]:
    """The properties of each card. Only an agent is a card within a card: another one says that one was cut off."""
    lines: list[Line] = []
    depth = 0
    before = ""
    for line in properties:
        edge = _EDGES.get(line.name, 0) if line.value.strip().upper() == "VCARD" else 0
        is_new = edge > 0 and before != "AGENT"
        depth = 1 if is_new else max(0, depth + edge)
        if lines and (is_new or depth == 0):
            yield lines
            lines = []
        elif edge == 0 and depth == 1:
            lines.append(line)
        before = line.name
    if lines:
        yield lines


def _card(lines: list[Line]) -> Card:
    """Of a card that names a group of others, as address books write them among the people: an empty one."""
    if _is_group(lines):
        return Card()
    organisation = next((line.parts() for line in lines if line.name == "ORG"), [])
    return Card(
        name=_name(lines),
        company=organisation[0] if organisation else "",
        role=_first(lines, "TITLE") or _first(lines, "ROLE"),
        emails=_values(lines, "EMAIL", "mailto:"),
        phones=_values(lines, "TEL", "tel:"),
        websites=_values(lines, "URL", ""),
        address=_address(lines),
        notes="\n".join(line.text().strip() for line in lines if line.name == "NOTE" and line.text().strip()),
        key=_first(lines, "UID"),
        more=_more(lines, organisation),
        tags=tuple(dict.fromkeys(tag.strip() for tag in _first(lines, "CATEGORIES").split(",") if tag.strip())),
    )


def _more(lines: list[Line], organisation: list[str]) -> dict[str, str]:
    """The rest of what somebody typed, by the name of its column."""
    found = {"Department": ", ".join(filter(None, organisation[1:]))}
    for column, names in _MORE:
        texts = (line.text().strip() for line in lines if line.name in names)
        found[column] = ", ".join(dict.fromkeys(filter(None, texts)))
    return {column: text for column, text in found.items() if text}


def _is_group(lines: list[Line]) -> bool:
    return any(line.name.endswith("KIND") and line.value.strip().upper() == "GROUP" for line in lines)


def _name(lines: list[Line]) -> str:
    """FN as it is written, else the parts of N in the order in which people say them."""
    shown = _first(lines, "FN")
    if shown:
        return shown
    for line in lines:
        if line.name == "N":
            family, given, middle, prefix, suffix = [*line.parts(), "", "", "", "", ""][:5]
            return " ".join(part for part in (prefix, given, middle, family, suffix) if part)
    return ""


def _address(lines: list[Line]) -> str:
    """Street, place with its code, region, country; one line each."""
    for line in lines:
        if line.name == "ADR":
            box, more, street, place, region, code, country = [*line.parts(), *[""] * 7][:7]
            rows = (box, more, street, " ".join(part for part in (code, place) if part), region, country)
            return "\n".join(row.strip(" ,") for row in rows if row.strip(" ,"))
    return ""


def _values(lines: Iterable[Line], name: str, scheme: str) -> tuple[str, ...]:
    found = [line for line in lines if line.name == name and line.text().strip()]
    found.sort(key=lambda line: not any("PREF" in each for each in line.parameters))
    texts = (line.text().strip() for line in found)
    return tuple(dict.fromkeys(text[len(scheme) :] if text.lower().startswith(scheme) else text for text in texts))


def _first(lines: Iterable[Line], name: str) -> str:
    return next((line.text().strip() for line in lines if line.name == name and line.text().strip()), "")
