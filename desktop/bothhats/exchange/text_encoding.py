"""Bytes become text: a byte-order mark decides, else strict UTF-8, else the old Windows code page, said aloud."""

import codecs
import io
from collections.abc import Iterator
from typing import BinaryIO

from bothhats.domain.problems import KnownProblem, WrongUsage
from bothhats.domain.wording import counted
from bothhats.exchange.other_files import refuse_other_kinds

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\v\x1a\x1b\x1c\x1d\x1e\x1f")
_OLD_WINDOWS = "The file is not UTF-8; it was read as Windows text (cp1252). If letters look wrong, name the encoding."
_MIXED = "The file is UTF-8 but for {letters}, read as Windows text. Look in the preview whether they are right."
_WINDOWS = "bothhats.windows"
_HEAD = 65536
_PIECE = 1 << 20


def decode(content: bytes, encoding: str | None = None) -> tuple[str, str, tuple[str, ...]]:
    """(text, encoding, notes). What is not text at all is refused by what it is."""
    name, notes = find_encoding(io.BytesIO(content), encoding)
    return content.decode(name, errors_of(name)), name, notes


def errors_of(name: str) -> str:
    """How to open a file of this encoding: in one that is mostly UTF-8, what is none is Windows text."""
    return _WINDOWS if name.startswith("utf-8") else "strict"


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(_WINDOWS, _as_windows)


def find_encoding(file: BinaryIO, encoding: str | None = None) -> tuple[str, tuple[str, ...]]:
    """(encoding, notes) of a whole file, read piece by piece. What is not text at all is refused by what it is."""
    file.seek(0)
    head = file.read(_HEAD)
    refuse_other_kinds(head)
    if encoding:
        return _as_named(file, _known(encoding)), ()
    name = _named_by_mark(head) or _named_by_zeros(head)
    return (_as_named(file, name), ()) if name else _guessed(file)


def _known(encoding: str) -> str:
    try:
        "".encode(encoding)
    except (LookupError, ValueError):
        raise WrongUsage(f"There is no encoding “{encoding}”.", "Usual ones are utf-8, cp1252 and utf-16.") from None
    return "utf-8-sig" if codecs.lookup(encoding).name == "utf-8" else encoding


def _named_by_mark(head: bytes) -> str | None:
    return next((name for mark, name in _MARKS if head.startswith(mark)), None)


def _named_by_zeros(head: bytes) -> str | None:
    """UTF-16 without a mark: in Western text every other byte is zero, and none of the others."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if len(head) < 8 or max(even, odd) < len(head) * 0.4 or min(even, odd) > len(head) * 0.02:
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _as_named(file: BinaryIO, name: str) -> str:
    if not _fits(file, name) and not (name.startswith("utf-8") and _strangers(file)):
        raise KnownProblem(f"The file is not {name} text.", "Leave --encoding out, or name the one it was saved in.")
    return name


def _guessed(file: BinaryIO) -> tuple[str, tuple[str, ...]]:
    if _fits(file, "utf-8"):
        return "utf-8", ()
    if strangers := _strangers(file):
        return "utf-8", (_MIXED.format(letters=counted(strangers, "letter")),)
    if _fits(file, "cp1252"):
        return "cp1252", (_OLD_WINDOWS,)
    raise KnownProblem(
        "This does not look like a CSV file: its bytes are neither UTF-8 nor Windows text.",
        "If it is text, name its encoding with --encoding: cp850 for DOS, mac_roman for old Macs, shift_jis …",
    )


def _fits(file: BinaryIO, name: str) -> bool:
    """Whether all of the file can be read so. Refuses what holds control characters: it is no text."""
    seen = 0
    try:
        for text in pieces_of(file, name):
            if "\x00" in text or any(char in _CONTROLS for char in text[: max(0, _HEAD - seen)]):
                raise KnownProblem(
                    "This does not look like a CSV file: it holds control characters.",
                    "If it is UTF-16 text, import it with --encoding utf-16-le.",
                )
            seen += len(text)
    except UnicodeError:
        return False
    return True


def _strangers(file: BinaryIO) -> int:
    """How many letters of a file are no UTF-8 though most are; 0 where fewer are, or where it is no text at all."""
    beyond = ours = 0
    for text in pieces_of(file, "utf-8", "ignore"):
        if "\x00" in text:
            return 0
        beyond += _beyond_ascii(text)
    for text in pieces_of(file, "utf-8", _WINDOWS):
        ours += _beyond_ascii(text)
    return ours - beyond if ours <= 2 * beyond else 0


def _beyond_ascii(text: str) -> int:
    return 0 if text.isascii() else len(text) - len(text.encode("ascii", "ignore"))


def pieces_of(file: BinaryIO, name: str, errors: str = "") -> Iterator[str]:
    """The text of a whole file, piece by piece. Raises UnicodeError, unless told what to do with errors."""
    file.seek(0)
    decoder = codecs.getincrementaldecoder(name)(errors or "strict")
    while piece := file.read(_PIECE):
        yield decoder.decode(piece)
    yield decoder.decode(b"", final=True)
