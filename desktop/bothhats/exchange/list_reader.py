"""Whatever list the owner brings becomes a table: CSV or TSV, a workbook, vCards, a table that was pasted."""

import re
from pathlib import Path

from bothhats.domain.problems import KnownProblem
from bothhats.exchange.csv_reader import read_csv
from bothhats.exchange.other_files import check_is_file
from bothhats.exchange.table import Reading, Table
from bothhats.exchange.text_encoding import decode
from bothhats.exchange.vcard_table import read_vcards

_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_FOLD_IN_A_LETTER = re.compile(rb"([\xc2-\xf4][\x80-\xbf]{0,2})\r?\n[ \t](?=[\x80-\xbf])")
_CARD = "BEGIN:VCARD"
_HEAD = 4096
_LARGEST = 200_000_000  # bytes of a workbook or of vCards, which are read whole


def read_list(content: bytes | Path, reading: Reading | None = None) -> Table:
    """The table in these bytes or this file, by what it is and not by its ending.

    Raises a KnownProblem that says why there is none, OSError where the file cannot be read.
    """
    head = _head(content)
    asked = reading or Reading()
    if head.startswith(_WORKBOOKS):
        from bothhats.exchange.xlsx_reader import read_xlsx

        return read_xlsx(_whole(content), asked)
    if _is_cards(head):
        text, encoding, notes = decode(_letters_whole(_whole(content)), asked.encoding)
        return read_vcards(text, encoding, notes)
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


def _letters_whole(cards: bytes) -> bytes:
    """Some programs fold a line in the middle of a letter; then the lines are put together before it is decoded."""
    try:
        cards.decode("utf-8")
    except UnicodeDecodeError:
        return _FOLD_IN_A_LETTER.sub(rb"\1", cards)
    return cards


def _whole(content: bytes | Path) -> bytes:
    if isinstance(content, bytes):
        return content
    if content.stat().st_size > _LARGEST:
        raise KnownProblem(
            "The file is larger than 200 MB.", "Save the list as CSV, or cut it into several files, and choose those."
        )
    return content.read_bytes()
