"""Which row names the columns: the first one, unless titles stand above it; empty rows and totals are no leads."""

import re
from collections.abc import Sequence

from bothhats.domain.lead_fields import LEAD_FIELDS
from bothhats.domain.name_matching import folded
from bothhats.exchange.presets import PRESETS

LOOKED_AT = 30
_KNOWN = frozenset(
    name for field in LEAD_FIELDS for name in (field.name, field.name.replace("_", " "), folded(field.label))
) | frozenset(name for preset in PRESETS for _, names in preset.columns for name in names)
_NUMBER = re.compile(r"[-+(]?[^\w\s]?\s?[0-9][0-9.,' \u00a0\u202f]*\s?[^\w\s]?\w{0,3}\)?%?")
_RULE = re.compile(r"\s*:?[-=_]{3,}:?\s*")  # below the header of a table in Markdown
_PHONE = re.compile(r"\+?[0-9][0-9 ()/-]{5,}")
_TOTALS = frozenset(
    (
        *("total", "totals", "grand total", "sum", "subtotal", "sub-total", "summe", "gesamt", "gesamtsumme"),
        *("zwischensumme", "totaal", "somme", "totale", "suma", "soma", "total geral", "total general"),
        *("итого", "всего", "合計"),
    )
)


def find_header(rows: Sequence[Sequence[str]]) -> int:
    """The place of the header among the first rows of a table (blank ones left out); 0 unless titles stand above."""
    filled = [_filled(row) for row in rows[:LOOKED_AT]]
    usual = sorted(filled[1:] or filled)[len(filled[1:] or filled) // 2]
    if not filled or usual < 2 or filled[0] > max(2, usual // 2) or _known(rows[0]):
        return 0
    known = [_known(row) for row in rows[:LOOKED_AT]]
    best = max(range(len(known)), key=lambda place: (min(known[place], 2), -place))
    if known[best] >= 2:
        return best
    wide = (place for place, count in enumerate(filled) if count * 2 > usual and count > filled[0])
    place = next(wide, 0)
    return place if place and all(not _NUMBER.fullmatch(cell.strip()) for cell in rows[place]) else 0


def is_data(header: Sequence[str]) -> bool:
    """Whether these are hardly names of columns: one is an address or a number as only leads have them."""
    return any("@" in cell or _PHONE.fullmatch(cell.strip()) for cell in header)


def names_known(rows: Sequence[Sequence[str]]) -> int:
    """How many names of columns we know in the best of these rows."""
    return max((_known(row) for row in rows), default=0)


def is_blank(row: Sequence[str]) -> bool:
    """Whether no cell of the row says anything; the end mark of old systems and a ruled line say nothing either."""
    said = [cell for cell in row if cell and not cell.isspace() and cell != "\x1a"]
    return all(_RULE.fullmatch(cell) for cell in said)


def is_total(cells: Sequence[str]) -> bool:
    """Whether this last row of a table adds up the others: the word, and beside it numbers at most."""
    said = [cell.strip() for cell in cells if cell.strip()]
    words = [cell for cell in said if not _NUMBER.fullmatch(cell)]
    return len(words) == 1 and folded(words[0]).rstrip(": ") in _TOTALS


def _filled(row: Sequence[str]) -> int:
    return sum(bool(cell.strip()) for cell in row)


def _known(row: Sequence[str]) -> int:
    return sum(folded(cell) in _KNOWN for cell in row if cell.strip())
