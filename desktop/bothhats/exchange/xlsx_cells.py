"""One cell of a workbook as text and back: what a spreadsheet shows, not how it stores it."""

import re
from datetime import date, datetime, time
from decimal import Decimal

ERRORS = frozenset({"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"})
_COUNTED_ZEROS = re.compile(r"0{2,20}")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TO_ESCAPE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\r]|_(?=x[0-9A-Fa-f]{4}_)")


def cell_text(value: object, number_format: str = "") -> str:
    """The text of a cell. A number of the format 00000 keeps its zeros in front; midnight is a date alone."""
    if isinstance(value, str):
        return unescaped(value)
    if isinstance(value, date | time):
        return _moment(value)
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, bool):
        return str(value).upper()
    is_counted = isinstance(value, int) and value >= 0 and _COUNTED_ZEROS.fullmatch(number_format)
    return str(value).zfill(len(number_format) if is_counted else 0)


def _moment(value: date | time) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "seconds")
    return value.isoformat()


def _number(value: float) -> str:
    """As a spreadsheet shows it: fifteen digits, no exponent, no .0."""
    text = f"{Decimal(f'{value:.15g}'):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def unescaped(text: str) -> str:
    """Characters that XML cannot hold stand in a workbook as _x000B_."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def escaped(text: str) -> str:
    """The other way; lone surrogates cannot be kept and become U+FFFD."""
    clean = text.encode("utf-8", "replace").decode() if _has_surrogate(text) else text
    return _TO_ESCAPE.sub(lambda match: f"_x{ord(match[0]):04X}_", clean)


def _has_surrogate(text: str) -> bool:
    return any("\ud800" <= char <= "\udfff" for char in text) if not text.isascii() else False
