"""The text of a template with a lead's own names put in: {first name}, {name}, {company}."""

import re

PLACES = ("first name", "name", "company")
_PLACE = re.compile(r"\{\s*(first name|name|company)\s*\}", re.IGNORECASE)


def filled(text: str, name: str, company: str) -> tuple[str, tuple[str, ...]]:
    """The text, and the places that nothing is known for, which stay as they are.

    A lead without a person's name is called by its company.
    """
    known = {"first name": first_name(name) or company, "name": name or company, "company": company}
    left: list[str] = []

    def put_in(place: re.Match[str]) -> str:
        wanted = place[1].lower()
        if not known[wanted]:
            left.append(place[0])
        return known[wanted] or place[0]

    return _PLACE.sub(put_in, text), tuple(dict.fromkeys(left))


def first_name(name: str) -> str:
    """The first word that is no title such as "Dr."."""
    words = name.split()
    return next((word for word in words if not word.endswith(".")), words[0] if words else "")
