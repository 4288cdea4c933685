"""Whether a row of a file looks like a lead that is there already, or like a row before it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from bothhats.domain.duplicates import Person, Sameness, is_everybodys, phone_digits, sameness
from bothhats.domain.name_matching import folded
from bothhats.exchange.long_book import Book
from bothhats.exchange.long_list import LongList

_WHY = {
    Sameness.EMAIL: "the same email address",
    Sameness.PHONE: "the same phone number",
    Sameness.NAME_AND_COMPANY: "the same name at the same company",
    Sameness.NAME: "the same name",
}
_CROWD = 20


@dataclass(slots=True)
class TwinWatch:
    """Knows people by address, number and words of their name, so that each new one is compared with few.

    `people` and how a warning calls them; their places there by `marks`.
    """

    people: list[tuple[Person, str]] | LongList[tuple[Person, str]] = field(default_factory=list)
    marks: Book[list[int]] = field(default_factory=dict)

    def know(self, person: Person, called: str) -> None:
        """Remember somebody."""
        for mark in _marks(person):
            self._remember(mark, self.marks.get(mark) or [])
        self.people.append((person, called))

    def meet(self, person: Person, called: str) -> str:
        """ "Perhaps the same as Anna Berg: the same email address."; '' for somebody new. The surest reason is told.

        From now on this one is known as well.
        """
        found: dict[Sameness, str] = {}
        for mark in _marks(person):
            known = self.marks.get(mark) or []
            for other, other_called in map(self.people.__getitem__, known):
                why = sameness(person, other)
                if why is not None and why not in found:
                    found[why] = other_called
            self._remember(mark, known)
        self.people.append((person, called))
        why = next((each for each in Sameness if each in found), None)
        return f"Perhaps the same as {found[why]}: {_WHY[why]}." if why else ""

    def _remember(self, mark: str, known: list[int]) -> None:
        """The next one has this mark too; of a crowd the first few are enough."""
        if len(known) < _CROWD:
            self.marks[mark] = [*known, len(self.people)]


def _marks(person: Person) -> Iterable[str]:
    if person.email and not is_everybodys(person.email):
        yield f"email {folded(person.email)}"
    digits = phone_digits(person.phone)
    if digits:
        yield f"phone {digits}"
    words = sorted(folded(person.name).replace(",", " ").split())
    if words:
        yield f"name {' '.join(words)}"
