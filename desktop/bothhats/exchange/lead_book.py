"""The leads of the file, found by what a row of another list says of them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from bothhats.domain.duplicates import phone_digits
from bothhats.domain.name_matching import folded


@dataclass(frozen=True, slots=True)
class KnownLead:
    """A lead as far as another list may name it."""

    id: int
    key: str
    name: str
    company: str
    email: str
    phone: str


class LeadBook:
    """Looks leads up by key, email, phone or name; a company tells namesakes apart."""

    def __init__(self, leads: Sequence[KnownLead]) -> None:
        self._found: dict[tuple[str, str], list[KnownLead]] = defaultdict(list)
        for lead in leads:
            for field in ("key", "email", "phone", "name"):
                mark = _mark(field, getattr(lead, field))
                if mark:
                    self._found[field, mark].append(lead)
            if not lead.name and lead.company:
                self._found["name", _mark("name", lead.company)].append(lead)

    def those(self, field: str, text: str, company: str = "") -> Sequence[KnownLead]:
        """The leads that this text names, by this field."""
        found = self._found.get((field, _mark(field, text)), [])
        if len(found) > 1 and company:
            return [lead for lead in found if folded(lead.company) == folded(company)] or found
        return found


def _mark(field: str, text: str) -> str:
    return phone_digits(text) if field == "phone" else text.strip() if field == "key" else folded(text)
