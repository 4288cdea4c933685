"""Reminders beyond the window: once in the morning, put off for an hour, silent when nobody waits."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from bothhats.domain.lead import NextStep
from bothhats.system.autostart import is_on
from bothhats.ui.reminders import Reminders
from bothhats.ui.tray import Tray
from builders import TODAY, a_lead, talked


class Clock:
    """The local time, set by the test."""

    def __init__(self) -> None:
        self.now = datetime.combine(TODAY, datetime.min.time()) + timedelta(hours=7, minutes=59)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def tray(context, window, clock):
    return Tray(context, QIcon(), window, clock)


@pytest.fixture
def said(tray):
    """What was notified."""
    words = []
    tray.reminded.connect(words.append)
    return words


@pytest.fixture
def waiting(workspace):
    """Two follow-ups slipped, one is for today."""
    for name, days in (("Leo", -3), ("Tilda", -1), ("Priya", 0)):
        lead_id = a_lead(workspace, name, today=TODAY - timedelta(days=20))
        talked(workspace, lead_id, TODAY - timedelta(days=19))
        workspace.follow_ups.set([lead_id], NextStep(TODAY + timedelta(days=days), "Call"), TODAY - timedelta(days=5))


def test_it_says_once_in_the_morning_what_the_day_holds(tray, clock, said, waiting):
    tray.look()
    assert said == []
    clock.now += timedelta(minutes=1)
    tray.look()
    tray.look()
    assert said == ["Two follow-ups slipped, one follow-up for today: Leo, Tilda, Priya."]
    clock.now += timedelta(days=1)
    tray.look()
    assert len(said) == 2


def test_it_says_nothing_twice_a_day_after_a_new_launch(tray, clock, said, waiting, context, window):
    clock.now += timedelta(hours=3)
    tray.look()
    again = Tray(context, QIcon(), window, clock)
    again.reminded.connect(said.append)
    again.look()
    assert len(said) == 1


def test_it_can_be_put_off_for_an_hour(tray, clock, said, waiting):
    clock.now += timedelta(hours=1)
    tray.look()
    assert tray.again_action.isEnabled()
    tray.again_action.trigger()
    clock.now += timedelta(minutes=59)
    tray.look()
    assert len(said) == 1
    clock.now += timedelta(minutes=1)
    tray.look()
    assert len(said) == 2


def test_a_day_on_which_nobody_waits_says_nothing(tray, clock, said):
    clock.now += timedelta(hours=1)
    tray.look()
    assert said == []
    assert not tray.again_action.isEnabled()


def test_it_never_waits_longer_than_an_hour_and_wakes_at_eight(tray, clock):
    tray.look()
    assert 59_000 <= tray._next.interval() <= 61_000
    clock.now += timedelta(hours=2)
    tray.look()
    assert tray._next.interval() == 3_600_000


def test_without_a_tray_it_is_said_and_the_window_ends_the_program(context, window, qtbot):
    assert not Tray.is_possible()
    reminders = Reminders(context, window, lambda: None)
    with qtbot.waitSignal(context.navigation.told) as told:
        reminders.turn(is_on=True)
    assert told.args == ["This desktop has no tray; the window reminds when it is opened."]
    assert (reminders.tray, QApplication.quitOnLastWindowClosed()) == (None, True)
    assert (context.kept.reminders, is_on()) == ("on", True)
    reminders.turn(is_on=False)
    assert (context.kept.reminders, is_on()) == ("", False)


def test_what_this_desktop_lacks_is_said_once_not_at_each_start(context, window):
    told = []
    context.navigation.told.connect(told.append)
    Reminders(context, window, lambda: None).begin()
    Reminders(context, window, lambda: None).begin()
    assert told == ["This desktop has no tray; the window reminds when it is opened."]
