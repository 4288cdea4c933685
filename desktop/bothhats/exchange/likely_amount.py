"""What an amount that cannot be read may mean: `12.5k`, `(500)`, `ca. 500`; offered to the owner, never taken."""

import re
from decimal import Decimal

from bothhats.domain.money import DE, EN, Currency, MoneyFormat, NotAnAmount, format_plain, parse_amount

_OFFER = "Perhaps {} is meant."
_OFFERED = re.compile(r"Perhaps (-?[0-9]+(?:\.[0-9]+)?) is meant\.")
_AROUND = re.compile(
    r"(?:ca\.?|circa|approx\.?|about|etwa|rund|[~≈])?\s*(.+?)\s*(?:netto|brutto|net|gross)?", re.IGNORECASE
)
_THOUSANDS = re.compile(
    r"([0-9]+(?:[.,][0-9]{1,2})?)\s*(millionen|millions|million|mio\.?|mn|m|tsd\.?|k)", re.IGNORECASE
)
_NEGATIVE = re.compile(r"\((.+)\)|(.+)-")
_NO_ZERO = re.compile(r"(?<![0-9])[.,](?=[0-9])")


def with_offer(reason: str, text: str, currency: Currency, marks: MoneyFormat) -> str:
    """The reason why the text is no amount, and what it may mean, where that is clear enough to be asked."""
    amount = _likely(text, currency, marks)
    return reason if amount is None else f"{reason} {_OFFER.format(format_plain(amount, currency))}"


def offered_amount(reason: str) -> str:
    """What `with_offer` has put there; '' for nothing."""
    found = _OFFERED.search(reason)
    return found[1] if found else ""


def _likely(text: str, currency: Currency, marks: MoneyFormat) -> int | None:
    match = _AROUND.fullmatch(text.strip())
    bare = match[1] if match else text.strip()
    if negative := _NEGATIVE.fullmatch(bare):
        amount = _read(negative[1] or negative[2], currency, marks)
        return None if amount is None else -amount
    return _read(bare, currency, marks)


def _read(text: str, currency: Currency, marks: MoneyFormat) -> int | None:
    """The plain reading, with thousands and millions in words, or with the marks of the other countries."""
    if match := _THOUSANDS.search(text):
        times = 1000 if match[2].lower()[0] in "kt" else 1_000_000
        text = text.replace(match[0], f"{Decimal(match[1].replace(',', '.')) * times:f}".removesuffix(".00"))
    text = _NO_ZERO.sub("0.", text)
    for each in (marks, EN, DE):
        amount = parse_amount(text, currency, each)
        if not isinstance(amount, NotAnAmount):
            return amount
    return None


def is_about_marks(reason: str) -> bool:
    """Whether an amount was refused for its mark: it may part thousands where the file is said to part cents."""
    return "digits after the mark" in reason
