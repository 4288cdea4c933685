"""Which backups may go: enough of each age stays for years, and none that holds far more than the newest."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

NEWEST, DAYS, WEEKS, MONTHS = 10, 7, 4, 12
ALL_OF = timedelta(days=2)
_FEW = 10


@dataclass(frozen=True, slots=True)
class Kept:
    """A backup as the rotation sees it: its number, its time, how many rows it holds."""

    number: int
    made_at: datetime
    rows: int


def superfluous(backups: Sequence[Kept], now: datetime) -> set[int]:
    """The numbers of those that may go.

    All of two days stay, seven daily ones, four weekly, twelve monthly, one a year for ever, and the newest ten. The
    order is that of the numbers: a clock that was wrong for a while makes no backup old. One that holds more than
    twice as much as the newest stays too: the file may have shrunk by accident.
    """
    newest_first = sorted(backups, key=lambda each: each.number, reverse=True)
    stays = {each.number for each in newest_first[:NEWEST]}
    stays |= {each.number for each in newest_first if now - each.made_at <= ALL_OF}
    for part, most in ((_day, DAYS), (_week, WEEKS), (_month, MONTHS), (_year, None)):
        stays |= _newest_of_each(newest_first, part, most)
    if newest_first:
        limit = 2 * max(newest_first[0].rows, _FEW)
        stays |= {each.number for each in newest_first if each.rows > limit}
    return {each.number for each in backups} - stays


def _newest_of_each(newest_first: Sequence[Kept], part: Callable[[datetime], object], most: int | None) -> set[int]:
    found: dict[object, int] = {}
    for each in newest_first:
        found.setdefault(part(each.made_at), each.number)
    return set(list(found.values())[:most])


def _day(moment: datetime) -> object:
    return moment.date()


def _week(moment: datetime) -> object:
    return moment.isocalendar()[:2]


def _month(moment: datetime) -> object:
    return moment.year, moment.month


def _year(moment: datetime) -> object:
    return moment.year
