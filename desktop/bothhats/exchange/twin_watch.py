"""Whether a row of a file looks like a lead that is there already, or like a row before it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from bothhats.domain.duplicates import Person, Sameness, is_everybodys, phone_digits, sameness
from bothhats.domain.name_matching import folded

_WHY = {
    Sameness.EMAIL: "the same email address",
    Sameness.PHONE: "the same phone number",
    Sameness.NAME_AND_COMPANY: "the same name at the same company",
    Sameness.NAME: "the same name",
}
_CROWD = 20
_MOST = 100_000  # people that are remembered: beyond, a list is hardly read by anybody, and memory matters more


@dataclass(slots=True)
class TwinWatch:
    """Knows people by address, number and words of their name, so that each new one is compared with few."""

    _count: int = 0
    _people: dict[str, list[tuple[Person, str]]] = field(default_factory=lambda: defaultdict(list))

    def know(self, person: Person, called: str) -> None:
        """Remember somebody, and how a warning calls them; of a crowd with one mark the first few are enough."""
        self._count += 1
        if self._count > _MOST:
            return
        for mark in _marks(person):
            known = self._people[mark]
            if len(known) < _CROWD:
                known.append((person, called))

    def warning(self, person: Person) -> str:
        """ "Perhaps the same as Anna Berg: the same email address."; '' for somebody new. The surest reason is told."""
        found: dict[Sameness, str] = {}
        for mark in _marks(person):
            for other, called in self._people.get(mark, ()):
                why = sameness(person, other)
                if why is not None and why not in found:
                    found[why] = called
        why = next((each for each in Sameness if each in found), None)
        return f"Perhaps the same as {found[why]}: {_WHY[why]}." if why else ""


def _marks(person: Person) -> Iterable[str]:
    if person.email and not is_everybodys(person.email):
        yield f"email {folded(person.email)}"
    digits = phone_digits(person.phone)
    if digits:
        yield f"phone {digits}"
    words = sorted(folded(person.name).replace(",", " ").split())
    if words:
        yield f"name {' '.join(words)}"
