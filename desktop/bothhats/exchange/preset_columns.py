"""What a preset is: the columns of another program's export, each for a field of the lead."""

from dataclasses import dataclass

from bothhats.domain.name_matching import folded

Columns = tuple[tuple[str, tuple[str, ...]], ...]
Values = tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Preset:
    """One program's export: `needs` are columns that only it has together; `columns` by field, the best first.

    `offers` are fields that the window proposes, and the command line fills only where told to, since their words must
    be translated; `values` are (field, from, to) that the window proposes.
    """

    name: str
    needs: tuple[str, ...]
    columns: Columns
    offers: Columns = ()
    values: Values = ()


def columns(**names: str) -> Columns:
    """By field its columns, parted by bars, the best first."""
    return tuple((field, tuple(folded(name) for name in listed.split("|"))) for field, listed in names.items())


def prefixed(prefix: str, names: dict[str, str]) -> Columns:
    """The same with a word before each column."""
    parts = {field: "|".join(f"{prefix}{name}" for name in listed.split("|")) for field, listed in names.items()}
    return columns(**parts)


def values(field: str, words: str) -> Values:
    """`from=to` parted by bars."""
    pairs = (pair.partition("=") for pair in words.split("|"))
    return tuple((field, old, new) for old, _, new in pairs)
