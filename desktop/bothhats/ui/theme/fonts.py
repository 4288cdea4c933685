"""The type roles, all factors of the body size, so that bigger system fonts just work (DESIGN section 4)."""

from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication

SMALLEST_BODY = 13


@dataclass(frozen=True, slots=True)
class Role:
    """One use of type: its size as a factor of body, and its weight."""

    factor: float
    weight: QFont.Weight
    families: tuple[str, ...] = ()


ROLES = {
    "figure": Role(2.15, QFont.Weight.DemiBold),
    "title": Role(1.70, QFont.Weight.DemiBold),
    "name": Role(1.30, QFont.Weight.DemiBold),
    "heading": Role(1.15, QFont.Weight.DemiBold),
    "strong": Role(1.0, QFont.Weight.DemiBold),
    "button": Role(1.0, QFont.Weight.Medium),
    "body": Role(1.0, QFont.Weight.Normal),
    "small": Role(0.92, QFont.Weight.Normal),
    "small_strong": Role(0.92, QFont.Weight.DemiBold),
    "badge": Role(0.85, QFont.Weight.DemiBold),
    "letter": Role(1.12, QFont.Weight.Normal, ("Georgia", "Noto Serif", "DejaVu Serif", "serif")),
}


@cache
def body_pixels() -> int:
    """The body size: the system's, and never under 13 pixels."""
    return max(SMALLEST_BODY, QFontInfo(QApplication.font()).pixelSize())


def scaled(pixels: float) -> int:
    """Pixels of the design, which was drawn at the smallest body size, at the size in force."""
    return round(pixels * body_pixels() / SMALLEST_BODY)


@cache
def font(role: str) -> QFont:
    """The font of a role; figures stand in columns. Copy it before changing it."""
    what = ROLES[role]
    made = QFont(QApplication.font())
    if what.families:
        made.setFamilies(list(what.families))
    made.setPixelSize(max(round(body_pixels() * what.factor), 11 if role == "badge" else 12))
    made.setWeight(what.weight)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made
