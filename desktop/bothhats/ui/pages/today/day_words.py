"""How Today speaks of days, numbers and the whole of it: pure, in the voice of DESIGN section 9."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from bothhats.domain.money import currency_of, format_for_people
from bothhats.domain.wording import WEEKDAYS, capitalised, counted, long_date, near_date, number, short_date, told
from bothhats.queries.today import Today, WeekDay
from bothhats.queries.today_sales import Section
from bothhats.queries.today_standing import Waiting


def day_title(day: date) -> str:
    """ "Tuesday 6 October"."""
    return f"{WEEKDAYS[day.weekday()]} {long_date(day, day)}"


def day_name(day: date) -> str:
    """ "Tue 6"."""
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day}"


def past_day(day: date, today: date) -> str:
    """ "today", "yesterday", "on Sunday" within six days, else "on 24 Sep"."""
    days = (today - day).days
    if days in (0, 1):
        return near_date(day, today)
    name = WEEKDAYS[day.weekday()] if 1 < days <= 6 else short_date(day, today)
    return _tr("on {}").format(name)


def coming_day(day: date, today: date) -> str:
    """ "today", "tomorrow", "on Friday", "on 16 October": inside a sentence."""
    days = (day - today).days
    if days in (0, 1):
        return near_date(day, today)
    return _tr("on {}").format(WEEKDAYS[day.weekday()] if 1 < days <= 6 else long_date(day, today))


def money(amount: int | None, currency: str) -> str:
    """ "£2,400", or that there is none."""
    return _tr("no value yet") if amount is None else format_for_people(amount, currency_of(currency))


def greeting(name: str, hour: int) -> str:
    """By the hour of the day, with the owner's name where it is known."""
    part = (hour >= 12) + (hour >= 18)
    words = (_tr("Good morning"), _tr("Good afternoon"), _tr("Good evening"))[part]
    return f"{words}, {name}." if name else f"{words}."


def day_sentence(answer: Today) -> str:
    """How things stand: what has slipped and what is for today, else the next thing that waits."""
    slipped, now = answer.sections[Section.SLIPPED], answer.sections[Section.TODAY]
    if slipped and now:
        are = _tr("is") if len(now) == 1 else _tr("are")
        return _tr("{slipped}, {today} {are} for today.").format(
            slipped=_slipped(slipped), today=number(len(now)), are=are
        )
    if slipped:
        return _tr("{}, nothing is for today.").format(_slipped(slipped))
    if now:
        are = _tr("is") if len(now) == 1 else _tr("are")
        return _tr("{} {} for today.").format(capitalised(told(len(now), "follow-up")), are)
    return _quiet_sentence(answer)


def _slipped(waiting: tuple[Waiting, ...]) -> str:
    has = _tr("has") if len(waiting) == 1 else _tr("have")
    what = "follow-up" if all(each.is_follow_up for each in waiting) else "lead"
    return _tr("{} {} slipped").format(capitalised(told(len(waiting), what)), has)


def _quiet_sentence(answer: Today) -> str:
    new, silent = answer.sections[Section.PROMISE], answer.sections[Section.SILENT]
    back, no_step = answer.sections[Section.BACK], answer.sections[Section.NO_STEP]
    if new:
        waits = _tr("waits") if len(new) == 1 else _tr("wait")
        return _tr("{} {} for a first word.").format(capitalised(told(len(new), "new lead")), waits)
    if back:
        are = _tr("is") if len(back) == 1 else _tr("are")
        return _tr("{} {} back from parking.").format(capitalised(told(len(back), "lead")), are)
    if silent:
        has = _tr("has") if len(silent) == 1 else _tr("have")
        return _tr("{} {} gone silent.").format(capitalised(told(len(silent), "lead")), has)
    if no_step:
        has = _tr("has") if len(no_step) == 1 else _tr("have")
        return _tr("{} {} no next step.").format(capitalised(told(len(no_step), "lead")), has)
    if answer.sales_commitments.open:
        return _tr("Nobody waits; {} of yours is open.").format(_tr("a commitment"))
    return _tr("Nothing is waiting for you.")


def strip_words(day: WeekDay, today: date) -> str:
    """What a day of the strip says: "1 slipped", "3 to do", "free"."""
    if day.slipped:
        return _tr("{} slipped").format(day.slipped)
    if day.to_do:
        return _tr("{} to do").format(day.to_do)
    if day.promises and day.day >= today:
        return counted(day.promises, _tr("promise"))
    return _tr("free today") if day.day == today else _tr("free")


def all_done_sentence(answer: Today, next_name: str) -> str:
    """Who is next, and who is parked."""
    parts = []
    coming = next_follow_up(answer)
    if coming and coming.due.on:
        when = coming_day(coming.due.on, answer.today)
        parts.append(_tr("The next follow-up is {} {}.").format(next_name, when))
    if answer.parked:
        first = answer.parked[0].due.on
        are = _tr("is") if len(answer.parked) == 1 else _tr("are")
        back = long_date(first, answer.today) if first else ""
        one = _tr("it comes back on {}") if len(answer.parked) == 1 else _tr("the first comes back on {}")
        parts.append(f"{capitalised(number(len(answer.parked)))} {are} {_tr('parked')}; {one.format(back)}.")
    return " ".join(parts) or _tr("No follow-up is planned.")


def next_follow_up(answer: Today) -> Waiting | None:
    """The earliest one after today."""
    return next(iter((*answer.sections[Section.LATER], *answer.planned)), None)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Today", text)
