"""Writing from right to left: readers of PDFs turn what they take for it around, letter by letter.

They guess where it ends, and take quotes and brackets behind it for a part of it. A mark that is not seen says where it
ends, and a pictogram amid it says its letters in the order of the paper.
"""

import re
from typing import cast
from unicodedata import bidirectional

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

FROM_LEFT, _FROM_RIGHT = "\u200e", "\u200f"
_CLASSES = {"L": "L", "R": "R", "AL": "R", "NSM": "M", "PDI": "P", "WS": " "}
_MOST = 250  # letters of a font, less those that each has
_END = re.compile(r"RM*(?:[N M]*P)?(?=[N MP]*[NP][N MP]*(?:L|$))")


def ends_from_right(block: QTextBlock) -> list[int]:
    """Where something that has no direction follows on writing from right to left; places in units of UTF-16."""
    if block.textDirection() == Qt.LayoutDirection.RightToLeft:
        return []
    text = block.text()
    classes = "".join(_CLASSES.get(bidirectional(letter), "N") for letter in text)
    return [len(text[: found.end()].encode("utf-16-le")) // 2 for found in _END.finditer(classes)]


def letters_at(document: QTextDocument, position: int, words: str) -> tuple[str, ...]:
    """The letters of a pictogram as they stand on paper, from left to right."""
    block = document.findBlock(position)
    at = position - block.position()
    line = block.layout().lineForTextPosition(at)
    is_from_right = _x(line, at) > _x(line, at + 1)
    is_turned = is_from_right and len(words) < _MOST and not words[0].isascii()  # a number is turned by no reader
    return (_FROM_RIGHT, *reversed(words)) if is_turned else (words,)


def _x(line: QTextLine, at: int) -> float:
    return cast("tuple[float, int]", line.cursorToX(at))[0]
