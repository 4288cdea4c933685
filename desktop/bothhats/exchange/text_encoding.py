"""Bytes become text: a byte-order mark decides, else strict UTF-8, else the old Windows code page, said aloud."""

import codecs

from bothhats.domain.problems import KnownProblem, WrongUsage

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "a zip archive or an Excel workbook"),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"%PDF", "a PDF"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
)
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\v\x1a\x1b\x1c\x1d\x1e\x1f")
_OLD_WINDOWS = "The file is not UTF-8; it was read as Windows text (cp1252). If letters look wrong, name the encoding."


def decode(content: bytes, encoding: str | None = None) -> tuple[str, str, tuple[str, ...]]:
    """(text, encoding, notes). What is not text at all is refused by what it is."""
    for signature, what in _SIGNATURES:
        if content.startswith(signature):
            raise KnownProblem(f"This is {what}, not a CSV file.", "Save it as CSV first, then import that file.")
    name = _known(encoding) if encoding else _named_by_mark(content)
    text, name, notes = _decoded_as(content, name) if name else _guessed(content)
    if any(char in _CONTROLS for char in text[:65536]) or "\x00" in text:
        raise KnownProblem(
            "This does not look like a CSV file: it holds control characters.",
            "If it is UTF-16 text, import it with --encoding utf-16-le.",
        )
    return text, name, notes


def _known(encoding: str) -> str:
    try:
        "".encode(encoding)
    except (LookupError, ValueError):
        raise WrongUsage(f"There is no encoding “{encoding}”.", "Usual ones are utf-8, cp1252 and utf-16.") from None
    return "utf-8-sig" if codecs.lookup(encoding).name == "utf-8" else encoding


def _named_by_mark(content: bytes) -> str | None:
    return next((name for mark, name in _MARKS if content.startswith(mark)), None)


def _decoded_as(content: bytes, name: str) -> tuple[str, str, tuple[str, ...]]:
    try:
        return content.decode(name), name, ()
    except UnicodeError:
        raise KnownProblem(
            f"The file is not {name} text.", "Leave --encoding out, or name the one it was saved in."
        ) from None


def _guessed(content: bytes) -> tuple[str, str, tuple[str, ...]]:
    try:
        return content.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("cp1252"), "cp1252", (_OLD_WINDOWS,)
    except UnicodeDecodeError:
        raise KnownProblem(
            "This does not look like a CSV file: its bytes are neither UTF-8 nor Windows text.",
            "If it is text, name its encoding with --encoding.",
        ) from None
