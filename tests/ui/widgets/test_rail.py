"""The rail goes to places, wears the one badge, and says whether everything is saved."""

import pytest
from PySide6.QtCore import Qt

from bothhats.ui.widgets.rail import Rail

PLACES = [("today", "Today", "sun"), ("pipeline", "Pipeline", "square-kanban"), ("settings", "Settings", "settings")]


@pytest.fixture
def rail(show):
    """Three places, at the first; where it went is in `told`."""
    made = Rail(PLACES)
    made.told = []
    made.chosen.connect(made.told.append)
    show(made)
    made.show_place("today")
    return made


def test_keys_go_to_a_place(rail, keyboard):
    rail._items["pipeline"].setFocus()
    keyboard.press("Space")
    assert rail.told == ["pipeline"]
    assert [item.isChecked() for item in rail._items.values()] == [False, True, False]


def test_showing_a_place_tells_nothing(rail):
    rail.show_place("settings")
    assert rail.told == []


def test_the_badge_is_said_in_words(rail):
    rail.set_badge("today", 5, "5 to do")
    assert (rail._items["today"].badge, rail._items["today"].accessibleDescription()) == (5, "5 to do")


def test_only_what_is_not_saved_can_be_asked_about(rail, qtbot):
    rail.saved.say("All saved")
    assert rail.saved.focusPolicy() == Qt.FocusPolicy.NoFocus
    rail.saved.say("Not saved", is_wrong=True)
    assert (rail.saved.accessibleName(), rail.saved.focusPolicy()) == ("Not saved", Qt.FocusPolicy.TabFocus)
    with qtbot.waitSignal(rail.saved.clicked):
        rail.saved.click()
