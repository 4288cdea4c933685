"""Leads as the rows of a list: the fields that an import can fill, then the extra ones."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bothhats.domain.lead_fields import FIELDS_BY_NAME, LEAD_FIELDS, Field, FieldKind
from bothhats.domain.name_matching import folded

# What a view may show beside what an import can fill.
SHOWN_ONLY = (Field("last_touch_on", "Last touch", FieldKind.DATE), Field("qualified", "Qualified"))


@dataclass(frozen=True, slots=True)
class SheetLead:
    """One lead: its fields as text by name, blank ones left out, and its extra fields."""

    fields: Mapping[str, str]
    extra: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class LeadSheet:
    """`extras` are the names of the extra fields that any of the leads has, `columns` the fields in their order."""

    leads: Sequence[SheetLead]
    extras: tuple[str, ...]
    columns: tuple[Field, ...] = LEAD_FIELDS

    @property
    def header(self) -> tuple[str, ...]:
        """Each column once, also where an extra field is called like a field."""
        names = [field.name for field in self.columns]
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
                *(lead.fields.get(field.name, "") for field in self.columns),
                *(lead.extra.get(name, "") for name in self.extras),
            ]


def columns_named(names: Sequence[str]) -> tuple[Field, ...]:
    """The fields of these names, in this order. Raises KeyError for an unknown one."""
    known = {**FIELDS_BY_NAME, **{field.name: field for field in SHOWN_ONLY}}
    return tuple(known[name] for name in names)
