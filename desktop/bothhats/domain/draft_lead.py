"""What a typed line means before it is a lead: the draft, and where in the line each part stands."""

from dataclasses import dataclass
from datetime import date

from bothhats.domain.money import EN, Currency, MoneyFormat


@dataclass(frozen=True, slots=True)
class Understood:
    """What the characters from `start` up to `end` were taken for: the name of a field of DraftLead."""

    field: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DraftLead:
    """A lead that is not added yet; nothing typed is lost: what is not understood stands in the notes."""

    name: str = ""
    company: str = ""
    role: str = ""
    email: str = ""
    phone: str = ""
    website: str = ""
    address: str = ""
    source: str = ""
    campaign: str = ""
    value_text: str = ""
    value: int | None = None
    tags: tuple[str, ...] = ()
    next_step: str = ""
    follow_up_on: date | None = None
    notes: str = ""
    understood: tuple[Understood, ...] = ()


@dataclass(frozen=True, slots=True)
class QuickLineNames:
    """What the owner has already, so that a line can mean it; `currency` and `marks` for amounts."""

    currency: Currency
    sources: tuple[str, ...] = ()
    campaigns: tuple[str, ...] = ()
    marks: MoneyFormat = EN
