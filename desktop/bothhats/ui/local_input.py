"""What the owner types, read as it is written where they live: 3/4 and 2.400 mean one thing here, another there."""

from datetime import date

from PySide6.QtCore import QLocale

from bothhats.domain import typed_date
from bothhats.domain.money import DE, EN, Currency, MoneyFormat, NotAnAmount, parse_amount
from bothhats.system.region import is_day_first

NEAR_DAYS = 120


def local_marks() -> MoneyFormat:
    """Whether a comma or a point is the decimal mark where one alone could be either."""
    return DE if QLocale().decimalPoint() == "," else EN


def read_amount(text: str, currency: Currency) -> int | NotAnAmount:
    """Minor units of a typed amount, or why it is none."""
    return parse_amount(text, currency, local_marks())


def read_day(text: str, today: date) -> date | None:
    """The day that the words mean; None for what is no day."""
    return typed_date.parse_date(text, today, day_first=is_day_first())


def read_past_day(text: str, today: date) -> date | None:
    """The same for what lies behind: a weekday or a day without a year is the last one."""
    return typed_date.parse_past_date(text, today, day_first=is_day_first())


def read_near_day(text: str, today: date) -> date | None:
    """For what may lie on either side, as spend does: "1 sep" is this year's until it is 120 days ago."""
    ahead, past = read_day(text, today), read_past_day(text, today)
    is_near = past is not None and (today - past).days <= NEAR_DAYS
    return past if is_near and (ahead is None or (ahead - today).days > NEAR_DAYS) else ahead


def no_such_day(text: str, today: date) -> str | None:
    """A sentence for a day that does not exist, with the nearest one that does; None for all else."""
    return typed_date.explain_no_such_day(text, today, day_first=is_day_first())
