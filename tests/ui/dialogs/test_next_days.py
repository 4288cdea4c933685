"""The days offered for a next step, and the moment of a touch in words."""

from datetime import date, timedelta

import pytest

from bothhats.ui.dialogs.next_days import next_days, weekday_and_day
from bothhats.ui.dialogs.touch_moment import Moment, read_moment
from builders import TODAY


def test_on_a_tuesday_tomorrow_friday_a_week_and_a_fortnight_are_offered():
    assert [weekday_and_day(day) for day in next_days(TODAY)] == ["Wed 7", "Fri 9", "Tue 13", "Tue 20"]


@pytest.mark.parametrize("offset", range(7))
def test_every_weekday_offers_four_different_days_ahead(offset):
    today = TODAY + timedelta(days=offset)
    days = next_days(today)
    assert len(set(days)) == 4
    assert days == sorted(days)
    assert days[0] == today + timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("", Moment(TODAY)),
        ("today 09:40", Moment(TODAY, "09:40")),
        ("9:05", Moment(TODAY, "09:05")),
        ("yesterday at 3pm", Moment(date(2026, 10, 5), "15:00")),
        ("12 am", Moment(TODAY, "00:00")),
        ("mon", Moment(date(2026, 10, 5))),
        ("fri 17.30", Moment(date(2026, 10, 2), "17:30")),
        ("3 oct", Moment(date(2026, 10, 3))),
        ("20 dec", Moment(date(2025, 12, 20))),
        ("2026-09-04", Moment(date(2026, 9, 4))),
    ],
)
def test_a_moment_is_read_from_words_and_lies_behind(text, moment):
    assert read_moment(text, TODAY) == moment


@pytest.mark.parametrize(
    ("text", "part"),
    [("tomorrow", "lies ahead"), ("in 2 weeks", "lies ahead"), ("whenever", "no day"), ("31 feb", "There is no 31")],
)
def test_what_is_no_moment_is_explained(text, part):
    assert part in read_moment(text, TODAY)
