"""A finished letter taken apart again, into the parts that it was made of."""

import re
from collections.abc import Iterator, Sequence

from bothhats.reports.letter_figures import Later
from bothhats.reports.letter_text import escaped

GREETING, CLOSED = "Dear marketing hat,", "Yours,  \nthe sales hat"

_LEAD_IN = re.compile(r"\*\*(.+?)\*\*")
_PARTS = (
    ("What we committed to in ", "promised"), ("What landed", "landed"), ("What they asked", "objections"),
    ("Who was not for us", "waste"), ("What surprised me", "surprise"), ("What we commit to", "commitments"),
    ("By source", "sources"), ("Where we agree", "alignment"),
)  # fmt: skip


def paragraphs_by_part(letter: str) -> list[tuple[str, str]]:
    """Each paragraph with the part that it belongs to; "" for title, greeting, closing and signature."""
    found, part = [], ""
    for paragraph in letter.strip().split("\n\n"):
        if paragraph == CLOSED:
            part = "closing"
        elif part != "closing":
            part = _part_of(paragraph, part)
        found.append(("" if part in {"closing", "greeting"} else part, paragraph))
        if part == "greeting":
            part = "numbers"
    return found


def bodies(letter: str) -> dict[str, str]:
    """The paragraphs of each part that is in the letter, without the lead-in."""
    found: dict[str, list[str]] = {}
    for part, paragraph in paragraphs_by_part(letter):
        if part:
            found.setdefault(part, []).append(_LEAD_IN.sub("", paragraph, count=1).strip())
    return {part: "\n\n".join(texts) for part, texts in found.items()}


def with_hints(letter: str, laters: Sequence[Later]) -> str:
    """The letter with a line in italics under each part whose figures have changed since."""
    paragraphs = paragraphs_by_part(letter)
    return "\n\n".join(_hinted(paragraphs, laters)) + "\n"


def _hinted(paragraphs: Sequence[tuple[str, str]], laters: Sequence[Later]) -> Iterator[str]:
    for number, (part, paragraph) in enumerate(paragraphs):
        yield paragraph
        is_last = number + 1 == len(paragraphs) or paragraphs[number + 1][0] != part
        words = [later.words for later in laters if part and later.part == part]
        if is_last and words:
            yield f"*{escaped(' '.join(words))}*"


def _part_of(paragraph: str, before: str) -> str:
    if paragraph == GREETING and not before:
        return "greeting"
    lead_in = _LEAD_IN.match(paragraph)
    return next((part for words, part in _PARTS if lead_in and lead_in[1].startswith(words)), before)
