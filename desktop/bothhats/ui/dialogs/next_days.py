"""The days that are offered for a next step at one key; pure."""

from datetime import date, timedelta

from bothhats.domain.wording import WEEKDAYS

NO_DAY = "none"
_FRIDAY = 4


def next_days(today: date) -> list[date]:
    """Tomorrow, a day at the end of this week (or the start of the next), in a week, in two weeks."""
    tomorrow, week, fortnight = (today + timedelta(days=days) for days in (1, 7, 14))
    to_friday = (_FRIDAY - today.weekday()) % 7
    third = to_friday if to_friday > 1 else (7 - today.weekday()) % 7
    while third in (0, 1, 7):
        third += 1
    return sorted([tomorrow, today + timedelta(days=third), week, fortnight])


def weekday_and_day(day: date) -> str:
    """ "Fri 9"."""
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day}"


def day_choices(today: date, tomorrow: str, fortnight: str, none: str) -> list[tuple[object, str]]:
    """The days as choices; the last, NO_DAY, takes the follow-up away."""
    days = next_days(today)
    named = {days[0]: tomorrow, today + timedelta(days=14): fortnight}
    return [*((day, named.get(day) or weekday_and_day(day)) for day in days), (NO_DAY, none)]
