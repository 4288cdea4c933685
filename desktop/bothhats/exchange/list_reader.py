"""Whatever list the owner brings becomes a table: CSV or TSV, a workbook, vCards, a table that was pasted."""

from pathlib import Path

from bothhats.exchange.csv_reader import read_csv
from bothhats.exchange.markup_reader import OPEN_DOCUMENT, read_markup, read_open_document
from bothhats.exchange.other_files import check_is_file, is_markup
from bothhats.exchange.table import Reading, Table
from bothhats.exchange.vcard_table import read_vcards

_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_MARKED = 200  # bytes, in which an OpenDocument file says what it is
_CARD = "BEGIN:VCARD"
_HEAD = 4096


def read_list(content: bytes | Path, reading: Reading | None = None) -> Table:
    """The table in these bytes or this file, by what it is and not by its ending.

    Raises a KnownProblem that says why there is none, OSError where the file cannot be read.
    """
    head = _head(content)
    asked = reading or Reading()
    if OPEN_DOCUMENT in head[:_MARKED]:
        return read_open_document(content, asked)
    if is_markup(head):
        return read_markup(content, asked)
    if head.startswith(_WORKBOOKS):
        from bothhats.exchange.xlsx_reader import read_xlsx

        return read_xlsx(content, asked)
    if _is_cards(head):
        return read_vcards(content, asked.encoding)
    return read_csv(content, reading=asked)


def _head(content: bytes | Path) -> bytes:
    if isinstance(content, bytes):
        return content[:_HEAD]
    check_is_file(content)
    with content.open("rb") as file:
        return file.read(_HEAD)


def _is_cards(head: bytes) -> bool:
    """Also in UTF-16, with a mark, and below blank lines."""
    letters = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return letters[: len(_CARD)].upper() == _CARD.encode()
