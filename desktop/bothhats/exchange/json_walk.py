"""Read a JSON text value by value, so that no document is too large for the memory.

The values themselves are the standard library's: the C parser that ijson brings turns a half surrogate into a
question mark without a word.
"""

import json
from collections.abc import Iterator
from typing import Any, TextIO

_CHUNK = 2**18
_MOST = 2**24
_LONGEST_MARK = 4  # a value that ends this near to what is read so far may go on behind it
_BLANK = " \t\n\r"


def _refused(text: str) -> Any:
    raise ValueError(text)


_VALUES = json.JSONDecoder(parse_float=_refused, parse_constant=_refused)


class JsonWalk:
    """Goes through a text once; no fractions, no value of over 16 million characters.

    Each method raises ValueError (or RecursionError) where the text is no JSON or ends too early.
    """

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._text = ""
        self._at = 0

    def stands_at(self, mark: str) -> bool:
        """Whether the next character, blanks aside, is this one."""
        self._pass_blanks()
        return self._text[self._at : self._at + 1] == mark

    def names(self) -> Iterator[str]:
        """The names in an object; the value of each is to be read before the next is asked for."""
        for _ in self._parts("{", "}"):
            name = self.value()
            if not isinstance(name, str):
                raise ValueError(name)
            self._pass(":")
            yield name

    def items(self) -> Iterator[None]:
        """Stands at each item of a list in turn; it is to be read before the next."""
        return self._parts("[", "]")

    def value(self) -> Any:
        """A whole value."""
        self._pass_blanks()
        while True:
            try:
                value, end = _VALUES.raw_decode(self._text, self._at)
            except json.JSONDecodeError:
                if len(self._text) - self._at > _MOST or not self._read_on():
                    raise
                continue
            if end + _LONGEST_MARK <= len(self._text) or not self._read_on():
                self._at = end
                return value

    def end(self) -> None:
        """Nothing may follow."""
        if not self.stands_at(""):
            raise ValueError(self._text[self._at : self._at + 1])

    def _parts(self, start: str, end: str) -> Iterator[None]:
        self._pass(start)
        if not self.stands_at(end):
            yield
            while self.stands_at(","):
                self._at += 1
                yield
        self._pass(end)

    def _pass(self, mark: str) -> None:
        if not self.stands_at(mark):
            raise ValueError(self._text[self._at : self._at + 1])
        self._at += 1

    def _pass_blanks(self) -> None:
        while True:
            while self._at < len(self._text) and self._text[self._at] in _BLANK:
                self._at += 1
            if self._at < len(self._text) or not self._read_on():
                return

    def _read_on(self) -> bool:
        more = self._file.read(max(_CHUNK, len(self._text) - self._at))
        if more:
            self._text, self._at = self._text[self._at :] + more, 0
        return bool(more)
