"""Files that are no list, told by what they are: one sentence and the way to a list."""

import re
from collections.abc import Iterable
from pathlib import Path

from bothhats.domain.problems import KnownProblem

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "a zip archive or an Excel workbook"),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or a recording"),
    (b"ID3", "a recording"),
    (b"%PDF", "a PDF"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"{\\rtf", "a text document"),
    (b"!BDN", "an Outlook mailbox"),
    (b"BEGIN:VCALENDAR", "a calendar"),
    (b"dn: ", "an LDIF address book"),
)
_SAVE_AS = "Open it where it was made, save or export the list there as CSV, and import that."
_WEB_PAGE = re.compile(rb"\s*<(?:!doctype|html|head|body|table|\?xml)\b", re.IGNORECASE)
_SYLK = re.compile(rb"ID;P[^\r\n]*\r?\n[BCFOP];[A-Z]")  # a CSV file may begin with ID;Person
_JSON = re.compile(rb"\s*(?:\[\s*)?\{\s*\"[^\"]*\"\s*:")
_MARK = b"\xef\xbb\xbf"
# What a zip archive is, by a part that only it has.
_PACKAGES: tuple[tuple[str, str, str], ...] = (
    ("word/", "This is a Word document.", "Copy its table and paste it here, or save the table as CSV."),
    ("ppt/", "This is a presentation.", "Choose the list itself, as CSV, .xlsx or vCards."),
    ("content.xml", "This is an OpenDocument file.", "Open it, save it as .xlsx or CSV, and choose that."),
    ("Index/", "This is a Numbers sheet.", "In Numbers choose File > Export To > CSV or Excel, and choose that."),
    ("xl/workbook.bin", "This is a binary workbook (.xlsb).", "Save it as .xlsx or CSV, and choose that."),
)
_APPLICATION = slice(68, 72)  # where SQLite keeps whose file it is
_WORKBOOK = ("xl/", "[content_types].xml")


def check_is_file(path: Path) -> None:
    """Refuse a folder, and a pipe or a device that could keep us waiting for ever. Raises KnownProblem, OSError."""
    if path.is_dir():
        raise KnownProblem(f"{path} is a folder.", "Choose the file with the list in it.")
    if path.exists() and not path.is_file():
        raise KnownProblem(f"{path} is not a file.", "Save the list as a file first, and choose that.")


def is_markup(head: bytes) -> bool:
    """Whether this begins a web page or XML."""
    return _WEB_PAGE.match(head.removeprefix(_MARK)) is not None


def refuse_other_kinds(head: bytes) -> None:
    """Refuse the beginning of what is no text with columns. Raises KnownProblem."""
    text = head.removeprefix(_MARK)
    _refuse_our_own(text)
    for signature, what in _SIGNATURES:
        if text.startswith(signature):
            raise KnownProblem(f"This is {what}, not a CSV file.", _SAVE_AS)
    if _SYLK.match(text):
        raise KnownProblem("This is a SYLK sheet, not a CSV file.", _SAVE_AS)
    if is_markup(text):
        raise KnownProblem(
            "This is a web page or XML, whatever its name says.",
            "Open it in your spreadsheet, save it as CSV or .xlsx.",
        )
    if _JSON.match(text):
        raise KnownProblem("This is JSON, not a list of rows and columns.", _SAVE_AS)


def _refuse_our_own(head: bytes) -> None:
    """Whole files have a door of their own."""
    if head.startswith(b"SQLite format 3\x00") and head[_APPLICATION] == b"BHat":
        raise KnownProblem(
            "This is a pipeline file of Both Hats, not a list.", "Open it, or put it back as a backup with Restore."
        )
    if _JSON.match(head) and b'"format": "Both Hats"' in head[:200]:
        raise KnownProblem(
            "This is a whole file of Both Hats as JSON, not a list.", "Open it with File > Open a JSON export."
        )


def refuse_other_packages(names: Iterable[str]) -> None:
    """Refuse a zip archive whose parts are not those of a workbook. Raises KnownProblem."""
    parts = [name.replace("\\", "/") for name in names]
    for beginning, what, way_out in _PACKAGES:
        if any(part.startswith(beginning) for part in parts):
            raise KnownProblem(what, way_out)
    if parts and not any(part.lower().startswith(_WORKBOOK) for part in parts):
        raise KnownProblem("This is a zip archive.", "Unpack it, and choose the list that is inside.")
