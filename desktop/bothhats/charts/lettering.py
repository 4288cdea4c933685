"""Which letters a chart can draw: the fonts that are there, in order; what none of them has becomes a box."""

import logging
from collections.abc import Sequence
from functools import cache

from matplotlib.font_manager import FontProperties, findfont, get_font

FALLBACKS = (
    *("Segoe UI", "Helvetica Neue", "Noto Sans", "Cantarell", "DejaVu Sans"),
    *("Microsoft YaHei", "Yu Gothic", "Malgun Gothic", "PingFang SC", "Hiragino Sans", "Noto Sans CJK JP"),
    *("Droid Sans Fallback", "Segoe UI Emoji", "Noto Emoji", "Apple Symbols"),
)
BOX = "□"

logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)  # a missing weight is drawn in the next one


def fonts_there(wanted: Sequence[str]) -> tuple[str, ...]:
    """The wanted families and those that help out, as far as this machine has them."""
    return tuple(family for family in dict.fromkeys((*wanted, *FALLBACKS)) if _file_of(family))


def drawable(words: str, families: tuple[str, ...]) -> str:
    """The words, without control characters and without letters that none of the families has."""
    return "".join(_drawable(letter, families) for letter in words)


@cache
def _drawable(letter: str, families: tuple[str, ...]) -> str:
    if not letter.isprintable():
        return " "
    has_it = any(get_font(_file_of(family)).get_char_index(ord(letter)) for family in families)
    return letter if has_it else BOX


@cache
def _file_of(family: str) -> str:
    """Where a family lies, or nothing."""
    try:
        return str(findfont(FontProperties(family=[family]), fallback_to_default=False))
    except ValueError:
        return ""
