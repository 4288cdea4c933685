"""How the week ahead speaks: its sentence, its headings, its cards; pure."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from bothhats.domain.wording import WEEKDAYS, capitalised, counted, long_date, month_name, near_date, number, told
from bothhats.queries.week_ahead import Item, WeekAhead
from bothhats.ui.pages.today.day_words import coming_day, past_day
from bothhats.ui.pages.today.row import Row


def week_sentence(answer: WeekAhead, slipped_at_first: int) -> str:
    """From when to when, and what still needs a day."""
    first, last = answer.days[0], answer.days[-1]
    start = str(first.day) if first.month == last.month else long_date(first, last)
    week = _tr("{} {} to {} {}.").format(
        WEEKDAYS[first.weekday()], start, WEEKDAYS[last.weekday()], long_date(last, answer.today)
    )
    return f"{week} {_slipped_sentence(answer.slipped_count, slipped_at_first)}"


def _slipped_sentence(still: int, at_first: int) -> str:
    if not at_first:
        return _tr("Nothing slipped.")
    if not still:
        return _tr("Everything that slipped has a day.")
    need = _tr("needs") if still == 1 else _tr("need")
    return _tr("{} that slipped still {} a day.").format(capitalised(told(still, _tr("thing"))), need)


def slipped_heading(answer: WeekAhead, items: Sequence[Item]) -> str:
    """ "Slipped last week", or since when where it is longer ago."""
    if not items:
        return _tr("Nothing slipped")
    last_week = answer.days[0] - timedelta(days=7)
    earliest = min(item.on for item in items)
    if last_week <= earliest and all(item.on < answer.days[0] for item in items):
        return _tr("Slipped last week")
    return _tr("Slipped since {}").format(long_date(earliest, answer.today))


def week_label(start: date, answer: WeekAhead) -> str:
    """Over the rows of one week, where there are several."""
    if start == answer.days[0]:
        return _tr("This week")
    if start == answer.days[0] - timedelta(days=7):
        return _tr("Last week")
    return _tr("Week of {}").format(long_date(start, answer.today))


def planned_counts(items: Sequence[Item]) -> str:
    """ "8 follow-ups, 1 new lead, 1 review"."""
    found = Counter(item.kind for item in items)
    names = {
        "follow_up": (_tr("follow-up"), _tr("follow-ups")),
        "promise": (_tr("new lead"), _tr("new leads")),
        "commitment": (_tr("commitment"), _tr("commitments")),
        "parked": (_tr("back from parking"), _tr("back from parking")),
        "review": (_tr("review"), _tr("reviews")),
    }
    return ", ".join(counted(found[kind], *words) for kind, words in names.items() if found[kind])


def day_heading(days: Sequence[date], count: int) -> tuple[str, str]:
    """ "Mon 5", or "10–11" for the weekend, and its count in words where it is many."""
    first = days[0]
    name = f"{WEEKDAYS[first.weekday()][:3]} {first.day}"
    if len(days) > 1:
        in_a_row = (days[1] - first).days == 1
        name = f"{first.day}–{days[1].day}" if in_a_row else f"{days[1].day}, {first.day}"
    return name, told(count, _tr("thing")) if count > 8 else ""


def card(item: Item, today: date) -> Row:
    """A thing of the week as a card."""
    title = _tr("Review") if item.kind == "review" else item.title
    what = _card_words(item, today)
    hat = {"marketing": _tr("marketing hat"), "sales": _tr("sales hat")}.get(item.hat or "", "")
    when = coming_day(item.on, today)
    sentence = f"{title}, {hat}. {what.rstrip('.')}. {capitalised(when)}." if hat else f"{title}. {what}. {when}."
    kind = item.kind if item.kind in ("review", "commitment") else "lead"
    name = item.what if item.kind == "review" else title
    return Row((kind, item.id), title, item.hat or "", what, sentence=sentence, name=name, on=item.on)


def _card_words(item: Item, today: date) -> str:
    if item.kind == "review":
        return _tr("{}, about 15 minutes").format(month_name(item.what))
    if item.kind == "promise" and item.since:
        since = past_day(item.since, today).removeprefix(_tr("on "))
        new = _tr("New today.") if item.since == today else _tr("New since {}.").format(since)
        by = _tr("Contact today") if item.on == today else _tr("Contact by {}").format(near_date(item.on, today))
        return f"{new} {by}"
    if item.kind == "parked":
        return _tr("Back from parking")
    if item.kind == "commitment":
        return commitment_words(item)
    return item.what or _tr("Follow up")


def slipped_what(item: Item, today: date) -> str:
    """The second line of what slipped."""
    if item.kind == "promise" and item.since:
        return _tr("Came in {}, not contacted yet").format(past_day(item.since, today))
    return commitment_words(item) if item.kind == "commitment" else item.what or _tr("Follow up")


def commitment_words(item: Item) -> str:
    """Which review it is from."""
    return _tr("A commitment from {}").format(month_name(item.what)) if item.what else _tr("A commitment")


def free_day(answer: WeekAhead) -> date:
    """The next day of this week with least to do, weekends last; Monday where the week is over."""
    ahead = [day for day in answer.days if day > answer.today and day.weekday() < 5]
    if not ahead:
        return answer.today + timedelta(days=7 - answer.today.weekday())
    return min(ahead, key=lambda day: (len(answer.on(day)), day))


def shown_on(answer: WeekAhead) -> str:
    """When the week ahead appears."""
    if answer.settings.week_ahead_day == answer.settings.week_start:
        return _tr("Shown on the first start of each week.")
    return _tr("Shown on the first start from {} on.").format(WEEKDAYS[answer.settings.week_ahead_day % 7])


def people_told(count: int) -> str:
    """ "5 people"."""
    return counted(count, _tr("person"), _tr("people"))


def more_told(count: int) -> str:
    """How much more stands on Today."""
    return _tr("{} more on Today").format(capitalised(number(count)))


def _tr(text: str) -> str:
    return QCoreApplication.translate("WeekAhead", text)
