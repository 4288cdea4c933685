"""Leads as the rows of a list: the fields that an import can fill, then the extra ones."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bothhats.domain.lead_fields import LEAD_FIELDS
from bothhats.domain.name_matching import folded


@dataclass(frozen=True, slots=True)
class SheetLead:
    """One lead: its fields as text by name, blank ones left out, and its extra fields."""

    fields: Mapping[str, str]
    extra: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class LeadSheet:
    """`extras` are the names of the extra fields that any of the leads has."""

    leads: Sequence[SheetLead]
    extras: tuple[str, ...]

    @property
    def header(self) -> tuple[str, ...]:
        """Each column once, also where an extra field is called like a field."""
        names = [field.name for field in LEAD_FIELDS]
        taken = {folded(name) for name in names}
        for extra in self.extras:
            name, number = extra or "Column", 2
            while folded(name) in taken:
                name, number = f"{extra or 'Column'} ({number})", number + 1
            taken.add(folded(name))
            names.append(name)
        return tuple(names)

    def rows(self) -> Iterator[list[str]]:
        """The cells of each lead, in the order of the header."""
        for lead in self.leads:
            yield [
                *(lead.fields.get(field.name, "") for field in LEAD_FIELDS),
                *(lead.extra.get(name, "") for name in self.extras),
            ]
