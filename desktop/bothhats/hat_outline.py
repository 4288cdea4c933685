"""The silhouettes of the two hats, read from their own SVG files: for whoever paints them."""

import re
from functools import cache

from bothhats.resource_files import resource

GRID = 24.0

_PATH = re.compile(r' d="([^"]+)"')
_TOKEN = re.compile(r"[MCLZ]|-?\d+(?:\.\d+)?")
_NUMBERS = {"M": 2, "L": 2, "C": 6, "Z": 0}

Stroke = tuple[str, tuple[float, ...]]


@cache
def hat_outline(hat: str) -> tuple[Stroke, ...]:
    """The strokes of `marketing` (a beret) or `sales` (a bowler): M, L, C or Z with absolute numbers on a 24 grid."""
    svg = resource("icons", f"hat-{hat}.svg").read_text(encoding="utf-8")
    return tuple(stroke for data in _PATH.findall(svg) for stroke in _strokes(_TOKEN.findall(data)))


def _strokes(tokens: list[str]) -> list[Stroke]:
    strokes: list[Stroke] = []
    command = ""
    while tokens:
        if tokens[0].isalpha():
            command = tokens.pop(0)
        count = _NUMBERS[command]
        strokes.append((command, tuple(float(text) for text in tokens[:count])))
        del tokens[:count]
    return strokes
