"""vCards as the table that a CSV file gives: a row a card, further addresses and numbers in columns of theirs."""

import io
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from bothhats.domain.problems import KnownProblem
from bothhats.exchange.list_file import LONG_FILE, lines_in, opened, size_of
from bothhats.exchange.long_list import LongList, kept
from bothhats.exchange.table import Table, too_long
from bothhats.exchange.text_encoding import errors_of, find_encoding, pieces_of
from bothhats.exchange.vcard_reader import Card, cards_of

_FIELDS = ("key", "name", "company", "role", "email", "phone", "website", "address", "tags", "notes")
_SEVERAL = ("Email", "Phone", "Website")
_FOLD_IN_A_LETTER = re.compile(rb"([\xc2-\xf4][\x80-\xbf]{0,2})\r?\n[ \t](?=[\x80-\xbf])")
_FOLD = 16  # bytes, more than a letter and a fold
_PIECE = 1 << 20
_MOST = 5  # columns of one kind; what is beyond stands in the last


def read_vcards(content: bytes | Path, encoding: str | None = None) -> Table:
    """Raises KnownProblem where no card says anything of a person, and OSError."""
    with _letters_whole(opened(content)) as file:
        name, notes = find_encoding(file, encoding)
        is_long = size_of(file) > LONG_FILE
        cards: list[Card] | LongList[Card] = LongList() if is_long else []
        with io.TextIOWrapper(file, name, errors_of(name)) as text:
            for number, card in enumerate(cards_of(lines_in(text)), 1):
                too_long(number)
                cards.append(card)
    if not cards:
        raise KnownProblem("No vCard in the file says who somebody is.", "Export the contacts again as vCard or CSV.")
    header, widths, more = _columns(cards)
    rows: list[list[str]] | LongList[list[str]] = LongList() if is_long else []
    rows.extend([*_row(card, widths), *(card.more.get(column, "") for column in more)] for card in cards)
    return Table(header, kept(rows), name, "", notes)


def _letters_whole(file: BinaryIO) -> BinaryIO:
    """Some programs fold a line in the middle of a letter; then the lines are put together before it is decoded."""
    try:
        for _ in pieces_of(file, "utf-8"):
            pass
    except UnicodeError:
        return _unfolded(file)
    return file


def _unfolded(file: BinaryIO) -> BinaryIO:
    whole = tempfile.TemporaryFile(prefix="bothhats-")  # noqa: SIM115 - the caller closes it
    with file:
        file.seek(0)
        rest = b""
        while piece := file.read(_PIECE):
            text = _FOLD_IN_A_LETTER.sub(rb"\1", rest + piece)
            rest = text[-_FOLD:]
            whole.write(text[:-_FOLD])
        whole.write(rest)
    return whole


def _columns(cards: Iterable[Card]) -> tuple[tuple[str, ...], list[int], tuple[str, ...]]:
    """The header, how many columns each kind of several has, and the columns of what else there is."""
    widths = [1] * len(_SEVERAL)
    more: dict[str, None] = {}
    for card in cards:
        widths = [min(_MOST, max(each)) for each in zip(widths, map(len, _several(card)), strict=True)]
        more.update(dict.fromkeys(card.more))
    header = [*_FIELDS]
    for name, width in zip(_SEVERAL, widths, strict=True):
        header += [f"{name} {number}" for number in range(2, width + 1)]
    return (*header, *more), widths, tuple(more)


def _several(card: Card) -> tuple[tuple[str, ...], ...]:
    return card.emails, tuple(phone.replace(";ext=", " ext. ") for phone in card.phones), card.websites


def _row(card: Card, widths: list[int]) -> list[str]:
    first = [(values or ("",))[0] for values in _several(card)]
    row = [card.key, card.name, card.company, card.role, *first, card.address, ";".join(card.tags), card.notes]
    for values, width in zip(_several(card), widths, strict=True):
        rest = list(values[1:width])
        rest += [""] * (width - 1 - len(rest))
        if len(values) > width:
            rest[-1:] = [", ".join(values[width - 1 :])]
        row += rest
    return row
