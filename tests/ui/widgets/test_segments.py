"""Segments are a named group of radio buttons, by mouse and by key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from bothhats.ui.widgets.segments import Segments

KINDS = [("call", "Call"), ("email", "Email"), ("note", "R&D note")]


@pytest.fixture
def kinds(show):
    """Three choices, the first one chosen, with the focus; what was told is in `told`."""
    segments = Segments("Kind", KINDS, "call")
    segments.told = []
    segments.changed.connect(segments.told.append)
    show(segments)
    segments.setFocus()
    return segments


def test_arrows_choose_and_stop_at_the_ends(kinds, keyboard):
    keyboard.press("Left", "Right", "Right", "Right")
    assert (kinds.value, kinds.told) == ("note", ["email", "note"])
    keyboard.press("Up")
    assert kinds.value == "email"


def test_a_digit_chooses_by_place_unless_a_key_is_held(kinds, keyboard):
    keyboard.press("3")
    assert (kinds.value, kinds.button(2).hasFocus()) == ("note", True)
    keyboard.press("4", "0", "Alt+2", "Ctrl+1")
    assert (kinds.value, kinds.told) == ("note", ["note"])


def test_the_focus_goes_with_the_choice_and_only_one_is_in_the_tab_order(kinds, keyboard):
    keyboard.press("Right")
    assert kinds.button(1).hasFocus()
    stops = [bool(kinds.button(number).focusPolicy() & Qt.FocusPolicy.TabFocus) for number in range(3)]
    assert stops == [False, True, False]


def test_the_focus_goes_with_a_click_and_with_a_choice_from_elsewhere(kinds, keyboard):
    QTest.mouseClick(kinds.button(2), Qt.MouseButton.LeftButton)
    assert kinds.button(2).hasFocus()
    kinds.set_value("email")
    assert kinds.button(1).hasFocus()


def test_choosing_the_chosen_one_again_tells_nothing(kinds):
    kinds.choose(0)
    kinds.choose(2)
    kinds.choose(2)
    assert kinds.told == ["note"]


def test_setting_a_value_tells_nothing(kinds):
    kinds.set_value("email")
    assert (kinds.value, kinds.told) == ("email", [])


def test_nothing_may_be_chosen_until_a_key_does(kinds, keyboard):
    kinds.set_value(None)
    assert kinds.value is None
    assert [bool(kinds.button(number).focusPolicy()) for number in range(3)] == [True, False, False]
    keyboard.press("Right")
    assert kinds.told == ["call"]


def test_a_value_may_be_nothing_itself(show):
    segments = Segments("Next", [(None, "None"), (1, "Tomorrow")])
    told = []
    segments.changed.connect(told.append)
    show(segments)
    segments.choose(0)
    assert told == [None]


def test_the_whole_part_takes_a_click(kinds):
    QTest.mouseClick(kinds.button(1), Qt.MouseButton.LeftButton, pos=kinds.button(1).rect().bottomRight())
    assert kinds.told == ["email"]


def test_screen_readers_hear_a_named_group_of_radio_buttons(kinds):
    group = QAccessible.queryAccessibleInterface(kinds)
    part = QAccessible.queryAccessibleInterface(kinds.button(2))
    assert (group.role(), group.text(QAccessible.Text.Name)) == (QAccessible.Role.Grouping, "Kind")
    assert (part.role(), part.text(QAccessible.Text.Name)) == (QAccessible.Role.RadioButton, "R&D note")


def test_a_part_is_as_wide_chosen_as_not(kinds):
    before = kinds.sizeHint()
    kinds.choose(2)
    assert kinds.sizeHint() == before


def test_parts_share_the_width_that_they_are_given(show):
    segments = Segments("Outcome", [(1, "Won"), (2, "Lost"), (3, "No decision")], has_check=True)
    segments.setSizePolicy(segments.sizePolicy().Policy.Expanding, segments.sizePolicy().verticalPolicy())
    show(segments)
    widths = [segments.button(number).width() for number in range(3)]
    assert max(widths) - min(widths) <= 1
