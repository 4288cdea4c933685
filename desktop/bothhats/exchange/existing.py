"""What the file already has, as far as an import must know it: names, stages, and leads by their key."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bothhats.domain.duplicates import Person
from bothhats.domain.money import Currency
from bothhats.domain.name_matching import folded
from bothhats.domain.pipeline import Outcome, Stage
from bothhats.exchange.planned import Ending


@dataclass(frozen=True, slots=True)
class StoredLead:
    """A lead as it stands, with what earlier imports dated.

    `texts`: the lead's text columns (blank ones may be missing).
    `imported`: the import-made dates by field (qualified_on, sales_ready_on, contacted_on, conversation_on,
    opportunity_on, parked_until), and where there is none, the one of the history, which an export shows.
    `imported_ending`: the import-made outcome, also when the lead was reopened since.
    """

    id: int
    arrived_on: date
    stage_id: int
    texts: Mapping[str, str] = field(default_factory=dict)
    extra: Mapping[str, str] = field(default_factory=dict)
    tags: frozenset[str] = frozenset()
    source: str | None = None
    campaign: str | None = None
    value: int | None = None
    outcome: Outcome | None = None
    closed_on: date | None = None
    imported: Mapping[str, date] = field(default_factory=dict)
    imported_ending: Ending | None = None
    parked_until: date | None = None
    follow_up_on: date | None = None


@dataclass(frozen=True, slots=True)
class Existing:
    """A snapshot of the file. `reasons` are (kind, name) with kind won, lost or parked; `leads` go by `key_text`.

    `people` are all leads as far as one is told from another.
    """

    stages: tuple[Stage, ...]
    currency: Currency
    sources: tuple[str, ...] = ()
    campaigns: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    reasons: tuple[tuple[str, str], ...] = ()
    leads: Mapping[str, tuple[StoredLead, ...]] = field(default_factory=dict)
    people: tuple[Person, ...] = ()


def key_text(key_field: str, value: str) -> str:
    """The form in which values of the key field are compared: ids to the letter, e-mail addresses without case."""
    if key_field == "email":
        return folded(value)
    return unicodedata.normalize("NFC", value.strip())
