"""Another program writes to the file, or the day turns, while the window is open."""

import sqlite3
from dataclasses import replace
from datetime import date

from bothhats.ui.outside_world import LONGEST_WAIT_MS, OutsideWorld, local_today
from builders import TODAY, a_lead


def test_what_another_program_writes_is_noticed_and_our_own_changes_are_not(context, window, workspace, qtbot):
    world = OutsideWorld(context, window)
    told = []
    world.changed.connect(lambda: told.append(True))
    a_lead(workspace)
    qtbot.waitUntil(lambda: not world._settled.isActive())
    assert told == []
    with qtbot.waitSignal(world.changed), sqlite3.connect(workspace.path) as other:
        other.execute("UPDATE lead SET name = 'Somebody'")


def test_a_day_that_turned_while_the_machine_slept_is_noticed_once(context, window, qtbot):
    days = [TODAY]
    moving = replace(context, today=lambda: days[0])
    world = OutsideWorld(moving, window)
    told = []
    world.changed.connect(lambda: told.append(True))
    world.look_at_clock()
    days[0] = date(2026, 10, 7)
    world.look_at_clock()
    world.look_at_clock()
    assert told == [True]


def test_the_clock_is_looked_at_soon_again(context, window):
    world = OutsideWorld(context, window)
    assert 0 < world._midnight.interval() <= LONGEST_WAIT_MS
    assert local_today() == date.today()
