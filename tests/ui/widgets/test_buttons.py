"""Buttons and chips: the ring for the keyboard alone, why something is off, names, words as they are."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLineEdit, QPushButton

from bothhats.ui.theme.focus_ring import GAP, WIDTH
from bothhats.ui.theme.fonts import font
from bothhats.ui.widgets.buttons import Button, FilterChip, IconButton, ReasonChip, SuggestionChip


def text_width(role, text):
    """How wide a text of a type role is."""
    return QFontMetrics(font(role)).horizontalAdvance(text)


def ringed(theme):
    """The button that the ring is around, if any."""
    ring = theme.focus.ring
    return ring.widget() if ring is not None and ring.isVisible() else None


def test_tab_puts_the_ring_outside_the_button(show, keyboard, theme):
    first, second = QLineEdit(), Button("Add a lead", "primary")
    show(first, second)
    first.setFocus()
    assert ringed(theme) is None
    keyboard.press("Tab")
    assert ringed(theme) is second
    assert theme.focus.ring.width() == second.width() + 2 * (WIDTH + GAP)


def test_the_ring_outlives_the_window_that_it_was_in(show, keyboard, theme, qtbot):
    button = Button("Add a lead")
    page = show(QLineEdit(), button)
    dialog = QDialog(page)
    first, second = Button("Cancel", "quiet"), Button("Close as lost")
    row = QHBoxLayout(dialog)
    row.addWidget(first)
    row.addWidget(second)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    first.setFocus()
    keyboard.press("Tab")
    assert ringed(theme) is second
    dialog.close()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.deleteLater()
    page.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is page)
    page.findChild(QLineEdit).setFocus()
    keyboard.press("Tab")
    assert ringed(theme) is button


def test_a_click_shows_no_ring(show, theme):
    field, chip = QLineEdit(), ReasonChip("price")
    page = show(field, chip)
    spot = chip.mapTo(page, chip.rect().center())
    QTest.mouseClick(page.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert chip.hasFocus()
    assert chip.isChecked()
    assert ringed(theme) is None


def test_the_ring_leaves_fields_alone(show, keyboard, theme):
    button, field = Button("Add"), QLineEdit()
    show(button, field)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    keyboard.press("Tab")
    assert field.hasFocus()
    assert ringed(theme) is None


def test_a_button_that_is_off_keeps_its_focus_and_says_why(show, keyboard):
    button = Button("&Finish", "primary", "check")
    pressed = []
    button.clicked.connect(lambda: pressed.append(1))
    show(button)
    button.set_off("Two questions are still open.")
    button.setFocus(Qt.FocusReason.TabFocusReason)
    keyboard.press("Space", "Alt+F")
    assert not button.isDown()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (pressed, button.hasFocus(), button.isEnabled()) == ([], True, True)
    assert button.toolTip() == button.accessibleDescription() == button.why_off == "Two questions are still open."
    button.set_off("")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (pressed, button.toolTip()) == ([1], "")


def test_an_icon_button_says_what_it_does(theme, qtbot):
    button = IconButton("phone", "Call Priya Nair")
    qtbot.addWidget(button)
    assert (button.text(), button.accessibleName(), button.toolTip()) == ("", "Call Priya Nair", "Call Priya Nair")
    button.set_off("No number yet.")
    button.set_off("")
    assert button.toolTip() == "Call Priya Nair"


@pytest.mark.parametrize("kind", [ReasonChip, SuggestionChip, FilterChip])
def test_an_ampersand_in_a_chip_is_no_mnemonic(theme, qtbot, kind):
    chip = kind("R&D budget")
    qtbot.addWidget(chip)
    assert chip.text() == "R&&D budget"
    assert chip.accessibleName() in ("R&D budget", "")


def test_a_chosen_reason_is_ticked_and_has_room_for_bold(theme, qtbot):
    chip = ReasonChip("went silent")
    qtbot.addWidget(chip)
    width = chip.sizeHint().width()
    bolder = text_width("strong", chip.value) - text_width("body", chip.value)
    chip.click()
    assert not chip.icon().isNull()
    assert chip.sizeHint().width() > width + chip.iconSize().width() + 4 + bolder
    chip.click()
    assert chip.icon().isNull()


@pytest.mark.parametrize(("is_small", "height"), [(False, 32), (True, 26)])
def test_buttons_are_as_high_as_designed(show, is_small, height):
    button: QPushButton = Button("Add", is_small=is_small)
    show(button)
    assert button.height() == height


def test_enter_presses_a_button_outside_of_dialogs(window, qtbot):
    button = Button("Start")
    button.setParent(window)
    button.show()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return)
