"""The lines of vCards 2.1 to 4.0: unfolded, taken apart, decoded.

Own code: vobject, the one kept-up library, fails on 2 of 18 real cards (Android photos, Lotus Notes) and on hostile
nesting; a card of which we want eight properties needs no object model.
"""

import quopri
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

MOST_LETTERS = 1_000_000
_NOT_READ = ("PHOTO", "LOGO", "SOUND", "KEY")  # long, and nothing of it is kept
_PROPERTY = re.compile(r"(?:[\w-]+\.)?([\w-]+)((?:;(?:[^:;\"]|\"[^\"]*\")*)*):(.*)", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_PARTS = re.compile(r"(?<!\\);")


@dataclass(frozen=True, slots=True)
class Line:
    """One property: its name in capitals, its parameters in capitals, its raw value."""

    name: str
    parameters: tuple[str, ...]
    value: str

    def text(self) -> str:
        """The value as people read it."""
        return unescaped(self.value)

    def parts(self) -> list[str]:
        """The components of N, ORG or ADR; absent ones are ''."""
        return [unescaped(part).strip() for part in _PARTS.split(self.value)]


def unescaped(text: str) -> str:
    """Without the backslashes that stand before commas, semicolons and line ends."""
    return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], text)


def lines_of(lines: Iterable[str]) -> Iterator[Line]:
    """The properties one after the other; what is none, or far too long (a photo), is passed over."""
    for whole in _unfolded(lines):
        match = _PROPERTY.fullmatch(whole) if len(whole) <= MOST_LETTERS else None
        if match is None:
            continue
        parameters = tuple(part.strip().upper() for part in match[2].split(";") if part.strip())
        value = match[3]
        if any(each.endswith("QUOTED-PRINTABLE") for each in parameters):
            value = _quoted_printable(value, parameters)
        elif any(each in ("ENCODING=B", "ENCODING=BASE64", "BASE64") for each in parameters):
            continue
        yield Line(match[1].upper(), parameters, value)


def _unfolded(lines: Iterable[str]) -> Iterator[str]:
    """A quoted-printable line that ends with `=` goes on with the next, its blanks too; so does one before a blank."""
    held: str | None = None
    for line in (each.rstrip("\r\n") for each in lines):
        if held is not None and held.endswith("=") and "QUOTED-PRINTABLE" in held.partition(":")[0].upper():
            held = held[:-1] + line
        elif held is not None and line[:1] in (" ", "\t") and line.strip():
            held += line[1:] if len(held) <= MOST_LETTERS and not held[:5].upper().startswith(_NOT_READ) else ""
        else:
            if held is not None:
                yield held
            held = line
    if held is not None:
        yield held


def _quoted_printable(value: str, parameters: tuple[str, ...]) -> str:
    content = quopri.decodestring(value.encode("utf-8", "replace"))
    charset = next((each.partition("=")[2] for each in parameters if each.startswith("CHARSET=")), "UTF-8")
    try:
        text = content.decode(charset)
    except (LookupError, UnicodeDecodeError):
        text = content.decode("cp1252", "replace")
    return text.replace("\r\n", "\n")
