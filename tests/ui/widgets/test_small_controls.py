"""Number, combo, search, banner, empty state, shelf: one promise each."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from bothhats.ui.widgets.banner import Banner
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.combo import Combo
from bothhats.ui.widgets.empty_state import EmptyState
from bothhats.ui.widgets.number_field import NumberField
from bothhats.ui.widgets.search_field import SearchField
from bothhats.ui.widgets.shelf import HatMark, Shelf


def wheel(widget):
    """Turn the wheel over a widget by one notch."""
    nowhere, none = QPointF(5, 5), Qt.KeyboardModifier.NoModifier
    turn = QWheelEvent(
        nowhere, nowhere, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, none, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(widget, turn)


def test_scrolling_past_a_number_or_a_combo_changes_nothing(show):
    number, combo, other = NumberField("Promise, in days", 1, 30, 2), Combo("Period"), QLineEdit()
    combo.addItems(["This month", "Last month"])
    show(other, number, combo)
    other.setFocus()
    wheel(number)
    combo.setFocus()
    wheel(combo)
    assert (number.value(), combo.currentIndex()) == (2, 0)
    number.setFocus()
    wheel(number)
    assert number.value() == 1


def test_arrows_step_a_number_within_its_bounds(show, keyboard):
    number = NumberField("Promise, in days", 1, 3, 2)
    show(number)
    number.setFocus()
    keyboard.press("Up", "Up", "Up")
    assert (number.value(), number.accessibleName()) == (3, "Promise, in days")


def test_escape_empties_the_search_first_and_leaves_it_then(show, keyboard, qtbot):
    search = SearchField("Search people, notes, tags")
    left = []
    search.left.connect(lambda: left.append(1))
    show(search)
    search.setFocus()
    keyboard.type("priya")
    keyboard.press("Escape")
    assert (search.text(), left) == ("", [])
    keyboard.press("Escape")
    assert left == [1]


def test_a_banner_says_one_thing_with_one_way_out(show, qtbot):
    banner = Banner("Close")
    show(banner)
    banner.say("The backup folder is not there.", "Choose a folder", is_wrong=True)
    assert (banner.words, banner.property("wrong"), banner.isVisible()) == (
        "The backup folder is not there.",
        "true",
        True,
    )
    act = next(button for button in banner.findChildren(Button) if button.text() == "Choose a folder")
    with qtbot.waitSignal(banner.acted):
        act.click()
    assert banner.isHidden()


def test_a_banner_can_be_closed(show):
    banner = Banner("Close")
    show(banner)
    banner.say("Backed up this morning, 08:31.")
    close = next(button for button in banner.findChildren(Button) if button.accessibleName() == "Close")
    close.click()
    assert banner.isHidden()


@pytest.mark.parametrize("width", [330, 900])
def test_the_sentence_of_an_empty_state_is_seen_whole(show, width):
    sentence = "Leads come from the form on your site, a vCard, a file of yours, or one typed line."
    state = EmptyState("No leads yet", sentence, Button("Add a lead", "primary"))
    show(state, width=width)
    label = state._sentence
    assert label.height() >= label.heightForWidth(label.width())
    assert label.width() > 250


def test_a_shelf_is_a_named_group(show):
    shelf = Shelf("sales", "Sales hat", "who to talk to", "15 people")
    show(shelf)
    shelf.set_words("Sales hat tells")
    group = QAccessible.queryAccessibleInterface(shelf)
    assert (group.role(), group.text(QAccessible.Text.Name)) == (QAccessible.Role.Grouping, "Sales hat tells")


@pytest.mark.parametrize("hat", ["marketing", "sales", "both"])
def test_a_hat_alone_has_a_name(show, hat):
    mark = HatMark(hat, f"{hat} hat")
    show(mark)
    assert mark.accessibleName() == f"{hat} hat"
    assert len({mark.grab().toImage().pixelColor(x, 8).name() for x in range(16)}) > 1
