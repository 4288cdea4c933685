"""A filter as text, as saved views keep it; what a text says that is unknown here is left out of the filter."""

import json
from collections.abc import Callable, Iterable
from dataclasses import fields
from datetime import date
from enum import StrEnum
from typing import Any

from bothhats.domain.lead_filter import Judged, LeadFilter, NextContact, Qualified, View
from bothhats.domain.pipeline import Hat, Outcome

_LEAST_ID, _MOST = 0, 2**63 - 1


def filter_json(lead_filter: LeadFilter) -> str:
    """Only what differs from a filter without any choice, in a settled order."""
    plain = LeadFilter()
    chosen = {field.name: getattr(lead_filter, field.name) for field in fields(LeadFilter)}
    kept = {name: _written(value) for name, value in chosen.items() if value != getattr(plain, name)}
    return json.dumps(kept, sort_keys=True)


def filter_from_json(text: str) -> LeadFilter:
    """The filter that a text describes; of a text that describes none, one without any choice."""
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        return LeadFilter()
    if not isinstance(said, dict):
        return LeadFilter()
    read = {name: reader(said[name]) for name, reader in _READERS.items() if name in said}
    return LeadFilter(**{name: value for name, value in read.items() if value is not None})


def _written(value: Any) -> Any:
    if isinstance(value, frozenset):
        return sorted(value)
    return value.isoformat() if isinstance(value, date) else value


def _one(kind: type[StrEnum]) -> Callable[[Any], StrEnum | None]:
    known = {each.value: each for each in kind}
    return lambda said: known.get(said) if isinstance(said, str) else None


def _some(kind: type[StrEnum]) -> Callable[[Any], frozenset[StrEnum]]:
    read = _one(kind)
    return lambda said: frozenset(each for one in _list(said) if (each := read(one)))


def _ids(said: Any) -> frozenset[int]:
    return frozenset(each for one in _list(said) if (each := _number(one)) is not None and each >= _LEAST_ID)


def _list(said: Any) -> Iterable[Any]:
    return said if isinstance(said, list) else ()


def _number(said: Any) -> int | None:
    return said if isinstance(said, int) and not isinstance(said, bool) and abs(said) <= _MOST else None


def _text(said: Any) -> str | None:
    return said if isinstance(said, str) else None


def _day(said: Any) -> date | None:
    try:
        return date.fromisoformat(said) if isinstance(said, str) else None
    except ValueError:
        return None


_READERS: dict[str, Callable[[Any], Any]] = {
    "view": _one(View),
    "text": _text,
    "source_ids": _ids,
    "campaign_ids": _ids,
    "stage_ids": _ids,
    "hats": _some(Hat),
    "outcomes": _some(Outcome),
    "reason_ids": _ids,
    "next_contact": _some(NextContact),
    "qualified": _some(Qualified),
    "judged": _some(Judged),
    "tag_ids": _ids,
    "objection_ids": _ids,
    "value_from": _number,
    "value_to": _number,
    "arrived_from": _day,
    "arrived_to": _day,
    "ids": lambda said: _ids(said) if isinstance(said, list) else None,
    "ids_words": _text,
}
