"""Which leads may be one person: the same address or number, or a name that is nearly the same, and why."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from bothhats.domain.name_matching import folded

_NEARLY = 0.88
_PHONE_DIGITS = 8
_CROWD = 60
_EVERYBODYS = frozenset({"info", "hello", "contact", "office", "mail", "kontakt", "sales", "hallo", "buero", "post"})


class Sameness(StrEnum):
    """Why two leads may be one, the surest first."""

    EMAIL = "email"
    PHONE = "phone"
    NAME_AND_COMPANY = "name and company"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Person:
    """What tells one lead from another; `name` is the one shown, blank ones say nothing."""

    id: int
    name: str = ""
    company: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Likeness:
    """A lead that may be the same, and why."""

    id: int
    why: Sameness


def find_duplicates(person: Person, others: Iterable[Person]) -> list[Likeness]:
    """Those of the others that may be this person, the surest first."""
    found = [Likeness(other.id, why) for other in others if other.id != person.id and (why := sameness(person, other))]
    order = list(Sameness)
    return sorted(found, key=lambda likeness: (order.index(likeness.why), likeness.id))


def find_pairs(people: Iterable[Person]) -> list[tuple[int, int, Sameness]]:
    """Every pair that may be one, compared only where an address, a number or the start of a name is shared.

    Of more than 60 who share one, those are compared whose whole name is the same: all others would be too many.
    """
    pairs: dict[tuple[int, int], Sameness] = {}
    for block in _blocks(people):
        for place, first in enumerate(block):
            for second in block[place + 1 :]:
                pair = (min(first.id, second.id), max(first.id, second.id))
                if pair not in pairs and (why := sameness(first, second)):
                    pairs[pair] = why
    return sorted((first, second, why) for (first, second), why in pairs.items())


def sameness(first: Person, second: Person) -> Sameness | None:
    """Why these two may be one; None where nothing speaks for it, or their companies differ.

    A mailbox of the house (info@) makes nobody the same who has another name.
    """
    if first.email and folded(first.email) == folded(second.email) and not _share_a_mailbox(first, second):
        return Sameness.EMAIL
    number = phone_digits(first.phone)
    if number and number == phone_digits(second.phone):
        return Sameness.PHONE
    if not _nearly_same(first.name, second.name):
        return None
    if first.company and second.company:
        return Sameness.NAME_AND_COMPANY if _nearly_same(first.company, second.company) else None
    return Sameness.NAME


def phone_digits(phone: str) -> str:
    """The last digits of a number, which the country code in front does not change; blank where there are too few."""
    digits = "".join(char for char in phone if char in "0123456789")
    return digits[-_PHONE_DIGITS:] if len(digits) >= _PHONE_DIGITS else ""


def is_everybodys(email: str) -> bool:
    """Whether an address belongs to a house and not to a person (info@, office@)."""
    return folded(email).partition("@")[0] in _EVERYBODYS


def _nearly_same(first: str, second: str) -> bool:
    one, other = _sorted_words(first), _sorted_words(second)
    if not one or not other:
        return False
    if one == other:
        return True
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.real_quick_ratio() >= _NEARLY and matcher.quick_ratio() >= _NEARLY and matcher.ratio() >= _NEARLY


def _sorted_words(name: str) -> str:
    """`Berg, Anna` is `Anna Berg`."""
    words = "".join(char if char.isalnum() else " " for char in folded(name)).split()
    return " ".join(sorted(words))


def _share_a_mailbox(first: Person, second: Person) -> bool:
    has_names = bool(first.name and second.name)
    return has_names and is_everybodys(first.email) and not _nearly_same(first.name, second.name)


def _blocks(people: Iterable[Person]) -> Iterator[list[Person]]:
    for block in _grouped(people, _block_keys):
        if len(block) <= _CROWD:
            yield block
        else:
            yield from _grouped(block, lambda person: (("whole", _sorted_words(person.name)),))


def _grouped(people: Iterable[Person], keys: Callable[[Person], Iterable[tuple[str, str]]]) -> list[list[Person]]:
    groups: dict[tuple[str, str], list[Person]] = {}
    for person in people:
        for key in keys(person):
            groups.setdefault(key, []).append(person)
    return [group for group in groups.values() if len(group) > 1]


def _block_keys(person: Person) -> Iterator[tuple[str, str]]:
    if person.email:
        yield "email", folded(person.email)
    if number := phone_digits(person.phone):
        yield "phone", number
    words = _sorted_words(person.name).split()
    for word in words:
        yield "name", word[:4]
