"""The values that the owner gives to every row, checked once before any row is read."""

from datetime import date

from bothhats.domain.lead_fields import FIELDS_BY_NAME, FieldKind
from bothhats.domain.money import NotAnAmount, parse_amount
from bothhats.domain.problems import KnownProblem, Refused, WrongUsage
from bothhats.domain.typed_date import parse_date
from bothhats.exchange.existing import Existing
from bothhats.exchange.import_options import ImportOptions
from bothhats.exchange.outcome_words import is_open, outcome_of
from bothhats.exchange.stage_book import StageBook


def fixed_values(options: ImportOptions, existing: Existing, today: date) -> dict[str, str]:
    """Text by field, dates (also in words) as ISO; raises the problem with a value that no row could take."""
    fixed: dict[str, str] = {}
    for name, text in options.sets:
        if text:
            fixed[name] = _fixed(name, text, existing, today)
    return fixed


def _fixed(name: str, text: str, existing: Existing, today: date) -> str:
    kind = FIELDS_BY_NAME[name].kind
    if kind is FieldKind.DATE:
        return _day(name, text, today).isoformat()
    if kind is FieldKind.MONEY:
        amount = parse_amount(text, existing.currency)
        if isinstance(amount, NotAnAmount):
            raise WrongUsage(amount.reason, f"Write --set {name}=1234.50.")
    if kind is FieldKind.OUTCOME and not _is_outcome(text):
        raise _no_such("outcome", text, "won, lost, no decision, not a fit")
    stages = StageBook(existing.stages)
    if kind is FieldKind.STAGE and not (stages.named(text) or _is_outcome(text)):
        raise _no_such("stage", text, stages.names)
    return text


def _day(name: str, text: str, today: date) -> date:
    is_ambiguous = "/" in text and parse_date(text, today) != parse_date(text, today, day_first=False)
    day = None if is_ambiguous else parse_date(text, today)
    if day is None:
        raise WrongUsage(f"“{text}” is not a date for {name}.", "Write it as 2026-11-22, or in words.")
    return day


def _is_outcome(text: str) -> bool:
    return is_open(text) or outcome_of(text) is not None


def _no_such(what: str, text: str, known: str) -> KnownProblem:
    return Refused(f"There is no {what} “{text}”.", f"Choose one of {known}.")
