"""Which paper the owner's printer holds: A4, or Letter where that is usual."""

from PySide6.QtCore import QLocale
from PySide6.QtGui import QPageSize

A4, LETTER = "A4", "Letter"

_L = QLocale.Country
# The regions that Unicode's CLDR gives US Letter.
_LETTER_COUNTRIES = frozenset(
    {
        _L.UnitedStates, _L.Canada, _L.Mexico, _L.Belize, _L.Chile, _L.Colombia, _L.CostaRica, _L.ElSalvador,
        _L.Guatemala, _L.Nicaragua, _L.Panama, _L.Philippines, _L.PuertoRico, _L.Venezuela,
    }
)  # fmt: skip


def page_size(paper: str) -> QPageSize:
    """The size of "A4" or "Letter"; of anything else that which is usual where the machine stands."""
    if paper not in {A4, LETTER}:
        paper = LETTER if QLocale.system().territory() in _LETTER_COUNTRIES else A4
    return QPageSize(QPageSize.PageSizeId.Letter if paper == LETTER else QPageSize.PageSizeId.A4)
