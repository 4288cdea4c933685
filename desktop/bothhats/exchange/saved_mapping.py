"""How the owner wants the files of one kind read, remembered by a name: columns, words, key, dates, amounts."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field

from bothhats.domain.name_matching import folded


@dataclass(frozen=True, slots=True)
class SavedMapping:
    """`fields` and `dropped` go by the names of the columns; `words` are (field, from, to)."""

    fields: Mapping[str, str]
    dropped: tuple[str, ...] = ()
    words: tuple[tuple[str, str, str], ...] = ()
    key: str | None = None
    update: str = "fill_gaps"
    date_format: str | None = None
    decimal_mark: str | None = None
    is_touches: bool = False
    header: tuple[str, ...] = field(default=())

    def fits(self, header: Sequence[str]) -> bool:
        """Whether a file has just the columns that this was made for, case and order aside."""
        return {folded(name) for name in self.header} == {folded(name) for name in header}


def written(mappings: Mapping[str, SavedMapping]) -> str:
    """As a text to keep."""
    return json.dumps({name: asdict(mapping) for name, mapping in mappings.items()}, ensure_ascii=False)


def read_mappings(text: str) -> dict[str, SavedMapping]:
    """Those that can be read; a text of another version loses what it cannot say."""
    try:
        kept = json.loads(text) if text else {}
        return {name: _mapping(values) for name, values in kept.items()}
    except (ValueError, TypeError, AttributeError, KeyError):
        return {}


def _mapping(values: dict[str, object]) -> SavedMapping:
    mapping = SavedMapping(**values)  # type: ignore[arg-type]
    return SavedMapping(
        dict(mapping.fields),
        tuple(mapping.dropped),
        tuple((str(name), str(old), str(new)) for name, old, new in mapping.words),
        mapping.key,
        mapping.update,
        mapping.date_format,
        mapping.decimal_mark,
        bool(mapping.is_touches),
        tuple(mapping.header),
    )
