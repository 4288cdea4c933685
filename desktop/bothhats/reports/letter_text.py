"""The letter's own Markdown: paragraphs, bold lead-ins, nothing else; and leads by reference, {lead:12}.

References are resolved when the letter is shown, so that erasing a person reaches it.
"""

import json
import re
import sqlite3
from collections.abc import Callable, Collection
from unicodedata import bidirectional

_REFERENCE = re.compile(r"\{lead:(\d+)\}")
_MEANT = re.compile(r"([\\`*_\[\]<>~|&])")
_LINE_START = re.compile(r"^(\s*)(#|\+|-|=|\d+(?=[.)]))", re.MULTILINE)
_ESCAPED = re.compile(r"\\([^A-Za-z0-9\s])")
_NOBODY = "a lead"


def escaped(text: str) -> str:
    """Plain words as Markdown; a line end in them stays one."""
    marked = _MEANT.sub(r"\\\1", text)
    marked = _LINE_START.sub(lambda match: match[1] + _at_start(match[2]), marked)
    return re.sub(r"(?<!\n)\n(?!\n)", "  \n", marked)


def _at_start(mark: str) -> str:
    return f"{mark}\\" if mark[0].isdigit() else f"\\{mark}"


def plain(markdown: str) -> str:
    """The words of a letter without its marks."""
    text = re.sub(r"^#+ ", "", markdown, flags=re.MULTILINE)
    text = re.sub(r"(?<!\\)\*\*", "", text)
    return _ESCAPED.sub(r"\1", re.sub(r" +$", "", text, flags=re.MULTILINE))


def reference(lead_id: int) -> str:
    """A lead in a letter."""
    return f"{{lead:{lead_id}}}"


def resolved(connection: sqlite3.Connection, text: str, written: Callable[[str], str] = str) -> str:
    """The text with the names of the leads that it refers to; one that is gone is "a lead"."""
    ids = {int(found) for found in _REFERENCE.findall(text)}
    found = connection.execute(
        "SELECT id, display_name FROM lead WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),)
    )
    names = {lead_id: isolated(name) for lead_id, name in found.fetchall()}
    return _REFERENCE.sub(lambda match: written(names.get(int(match[1]), _NOBODY)), text)


def isolated(name: str) -> str:
    """A name from right to left, marked so that it does not draw its neighbours along."""
    is_from_right = any(bidirectional(letter) in {"R", "AL"} for letter in name)
    return f"\u2068{name}\u2069" if is_from_right else name


def resolved_markdown(connection: sqlite3.Connection, markdown: str) -> str:
    """A letter with its names, in which no name becomes a mark."""
    return resolved(connection, markdown, escaped)


def referenced(connection: sqlite3.Connection, text: str, known: Collection[int] = ()) -> str:
    """The text with references in place of names: of `known` leads, and of others that have two words or more."""
    found = [
        (name, lead_id)
        for lead_id, name in _names(connection)
        if name and name in text and (lead_id in known or " " in name)
    ]
    for name, lead_id in sorted(found, key=lambda each: (-len(each[0]), each[1] not in known, each[1])):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", reference(lead_id), text)
    return text


def referred_to(text: str) -> set[int]:
    """The leads that a text refers to."""
    return {int(found) for found in _REFERENCE.findall(text)}


def _names(connection: sqlite3.Connection) -> list[tuple[int, str]]:
    return list(connection.execute("SELECT id, display_name FROM lead").fetchall())
