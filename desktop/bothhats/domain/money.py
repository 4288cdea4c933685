"""Money in whole minor units of one currency: how people write it, how it is written for them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

# ISO 4217 minor units that are not 2.
_DIGITS = {
    **dict.fromkeys(
        (
            "BIF",
            "CLP",
            "DJF",
            "GNF",
            "ISK",
            "JPY",
            "KMF",
            "KRW",
            "PYG",
            "RWF",
            "UGX",
            "VND",
            "VUV",
            "XAF",
            "XOF",
            "XPF",
        ),
        0,
    ),
    **dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3),
}
_SYMBOLS = {
    "AUD": "A$", "BRL": "R$", "CAD": "CA$", "CNY": "CN¥", "CZK": "Kč", "DKK": "kr.", "EUR": "€", "GBP": "£",
    "HUF": "Ft", "ILS": "₪", "INR": "₹", "JPY": "¥", "KRW": "₩", "MXN": "MX$", "NOK": "kr", "NZD": "NZ$", "PHP": "₱",
    "PLN": "zł", "SEK": "kr", "TRY": "₺", "UAH": "₴", "USD": "$", "VND": "₫", "ZAR": "R",
}  # fmt: skip
_DOLLARS = ("AUD", "CAD", "MXN", "NZD", "HKD", "SGD")
_BLANKS = " \u00a0\u2007\u2009\u202f"
_GROUP_MARKS = ".,'’" + _BLANKS
_NUMBER = re.compile(rf"[0-9]+(?:[{re.escape(_GROUP_MARKS)}][0-9]+)*")
_NO_CENTS = re.compile(r"(?<=[0-9])([.,])[-–—]{1,2}$")  # "500,-" and "500.--"
_MOST_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Currency:
    """One currency of the world; `digits` is how many its minor unit has."""

    code: str
    digits: int
    symbol: str


@dataclass(frozen=True, slots=True)
class MoneyFormat:
    """How a country writes amounts; also which mark is meant where one alone could be either."""

    decimal_mark: str
    group_mark: str
    is_symbol_first: bool


EN = MoneyFormat(".", ",", is_symbol_first=True)
DE = MoneyFormat(",", ".", is_symbol_first=False)


@dataclass(frozen=True, slots=True)
class NotAnAmount:
    """Why a text is no amount; a sentence for the owner."""

    reason: str


def currency_of(code: str) -> Currency:
    """The currency with this ISO 4217 code; unknown ones have two digits and their code as symbol."""
    upper = code.strip().upper()
    return Currency(upper, _DIGITS.get(upper, 2), _SYMBOLS.get(upper, upper))


def parse_amount(text: str, currency: Currency, marks: MoneyFormat = EN) -> int | NotAnAmount:
    """Minor units of an amount as people write it; never rounds, never guesses which mark is the decimal one."""
    cents = rf"\g<1>{'0' * currency.digits}" if currency.digits else ""
    sign, number = _split_sign(_NO_CENTS.sub(cents, _without_currency(text.strip(), currency)))
    if not _NUMBER.fullmatch(number):
        return NotAnAmount(f"“{text.strip()}” is not an amount in {currency.code}.")
    whole, fraction = _split_number(number, marks)
    if whole is None:
        return NotAnAmount(f"“{text.strip()}” is not an amount: its digits are grouped oddly.")
    if len(fraction) > currency.digits:
        return NotAnAmount(_too_many_digits(text.strip(), currency))
    if len(whole) + currency.digits > _MOST_DIGITS:
        return NotAnAmount(f"“{text.strip()}” is too large.")
    return sign * int(whole + fraction.ljust(currency.digits, "0"))


def marks_of(texts: Iterable[str]) -> MoneyFormat:
    """EN or DE, as a whole column of amounts is written: DE only if nothing speaks for EN."""
    numbers = {match.group() for text in texts if (match := _NUMBER.search(text))}
    german = any(_is_decimal(number, ",") for number in numbers)
    return DE if german and not any(_is_decimal(number, ".") for number in numbers) else EN


def format_plain(amount: int, currency: Currency) -> str:
    """For files and programs: digits and a point, `1234.50`."""
    return _written(amount, currency, ".", "")


def format_for_people(amount: int, currency: Currency, style: MoneyFormat = EN) -> str:
    """`£2,400` or `2.400,50 €`: no minor units where there are none."""
    units = 10**currency.digits
    number = _written(abs(amount), currency, style.decimal_mark, style.group_mark)
    if amount % units == 0 and currency.digits:
        number = number[: -currency.digits - 1]
    minus = "-" if amount < 0 else ""
    if style.is_symbol_first:
        gap = "\u00a0" if currency.symbol.isalpha() and currency.symbol.isascii() else ""
        return f"{minus}{currency.symbol}{gap}{number}"
    return f"{minus}{number}\u00a0{currency.symbol}"


def _written(amount: int, currency: Currency, decimal_mark: str, group_mark: str) -> str:
    whole, fraction = divmod(abs(amount), 10**currency.digits)
    text = f"{whole:,}".replace(",", group_mark)
    if currency.digits:
        text += f"{decimal_mark}{fraction:0{currency.digits}d}"
    return f"-{text}" if amount < 0 else text


def _without_currency(text: str, currency: Currency) -> str:
    names = {currency.code, currency.symbol} | ({"$"} if currency.code in _DOLLARS else set())
    for name in sorted(names, key=len, reverse=True):
        if text[: len(name)].upper() == name.upper():
            return text[len(name) :].strip()
        if text[-len(name) :].upper() == name.upper():
            return text[: -len(name)].strip()
        if text[:1] in "-−+" and text[1 : 1 + len(name)].upper() == name.upper():
            return text[0] + text[1 + len(name) :].strip()
    return text


def _split_sign(text: str) -> tuple[int, str]:
    if text[:1] in ("-", "−"):
        return -1, text[1:].strip()
    return 1, text.removeprefix("+").strip()


def _split_number(number: str, marks: MoneyFormat) -> tuple[str | None, str]:
    """(whole, fraction) as digits; whole is None where the groups are no groups."""
    used = [char for char in number if char in ".,"]
    if not used or used.count(used[-1]) > 1:
        return _ungrouped(number), ""
    mark = used[-1]
    if len(used) == 1 and mark == marks.group_mark and not _is_decimal(number, mark):
        return _ungrouped(number), ""
    whole, _, fraction = number.rpartition(mark)
    return (_ungrouped(whole) if fraction.isdecimal() else None), fraction


def _is_decimal(number: str, mark: str) -> bool:
    """Whether this mark can only be the decimal one: it is the last, stands once, and no group of three follows."""
    whole, found, fraction = number.rpartition(mark)
    if not found or mark in whole or not fraction.isdecimal():
        return False
    return len(fraction) != 3 or len(whole) > 3 or whole == "0" or any(not char.isdecimal() for char in whole)


def _ungrouped(whole: str) -> str | None:
    groups = re.split(rf"[{re.escape(_GROUP_MARKS)}]", whole)
    if len(groups) == 1:
        return whole
    marks = {char for char in whole if not char.isdecimal()}
    is_grouped = len(marks) == 1 and 1 <= len(groups[0]) <= 3 and len(groups[-1]) == 3
    if not is_grouped or any(len(group) not in (2, 3) for group in groups[1:]):
        return None
    return "".join(groups)


def _too_many_digits(text: str, currency: Currency) -> str:
    if currency.digits == 0:
        return f"“{text}” has digits after the mark, and {currency.code} has none."
    return f"“{text}” has more than {currency.digits} digits after the mark."
