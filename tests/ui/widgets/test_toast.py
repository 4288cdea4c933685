"""The toast says what happened, offers Undo, and waits while it is looked at."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from bothhats.ui.widgets.foot import Foot
from bothhats.ui.widgets.toast import MARGIN, Toast


@pytest.fixture
def toast(show):
    """A toast over a page with one field, saying something."""
    field = QLineEdit()
    page = show(field)
    QTest.mouseMove(page.windowHandle(), QPoint(2, 2))
    made = Toast(page, "Undo")
    made.field = field
    made.say("Moved to Proposal", with_undo=True)
    return made


def test_undo_is_told_and_takes_it_away(toast, qtbot):
    with qtbot.waitSignal(toast.undo_wanted):
        QTest.mouseClick(toast.undo_button, Qt.MouseButton.LeftButton)
    assert toast.isHidden()


def test_the_next_one_takes_the_place_of_the_one_before(toast):
    toast.say("Undone: Moved to Proposal", with_undo=False)
    assert (toast.words, toast.undo_button.isHidden(), toast.timer.isActive()) == (
        "Undone: Moved to Proposal",
        True,
        True,
    )


def test_it_goes_when_its_time_is_over(toast):
    toast.timer.timeout.emit()
    assert toast.isHidden()


def test_it_waits_while_its_button_has_the_focus(toast):
    assert toast.timer.isActive()
    toast.undo_button.setFocus()
    assert not toast.timer.isActive()
    toast.field.setFocus()
    assert toast.timer.isActive()


def test_it_waits_while_the_pointer_is_on_it(toast):
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Enter))
    assert not toast.timer.isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast.timer.isActive()


def test_it_stands_at_the_bottom_right_and_stays_there(toast):
    for size in ((480, 300), (700, 500)):
        toast.parentWidget().resize(*size)
        right, bottom = toast.x() + toast.width(), toast.y() + toast.height()
        assert (size[0] - right, size[1] - bottom) == (MARGIN, MARGIN)


def test_a_long_sentence_gives_way_and_undo_does_not(toast):
    long = "<b>Anna</b> " + "Bergström " * 20 + "moved to Proposal"
    toast.say(long, with_undo=True)
    assert toast.width() <= toast.parentWidget().width() - 2 * MARGIN
    assert toast.undo_button.width() >= toast.undo_button.sizeHint().width()
    assert (toast.words, toast.accessibleName()) == (long, long)


def test_it_is_announced_politely(toast):
    assert toast.accessibleName() == "Moved to Proposal"
    assert toast.undo_button.focusPolicy() == Qt.FocusPolicy.TabFocus


def test_it_may_offer_something_else_which_is_done_once(toast):
    done = []
    toast.offer("Exported", "Show in folder", lambda: done.append("shown"))
    assert (toast.undo_button.isHidden(), toast.act_button.text()) == (True, "Show in folder")
    QTest.mouseClick(toast.act_button, Qt.MouseButton.LeftButton)
    assert (done, toast.isHidden()) == (["shown"], True)
    toast.say("Moved to Proposal", with_undo=True)
    assert toast.act_button.isHidden()


def test_what_goes_on_stays_until_the_next_one(toast):
    toast.offer("Exporting 1 of 3", "Cancel", lambda: None, stays=True)
    toast.offer("Exporting 2 of 3", "Cancel", lambda: None, stays=True)
    assert (toast.words, toast.timer.isActive()) == ("Exporting 2 of 3", False)
    toast.say("Exported", with_undo=False)
    assert toast.timer.isActive()


def test_it_stands_above_the_foot_of_a_page_and_covers_no_way_on(toast):
    page = toast.parentWidget()
    foot = Foot(page)
    foot.setGeometry(0, page.height() - 60, page.width(), 60)
    foot.show()
    toast.say("Kept", with_undo=True)
    assert toast.geometry().bottom() < foot.y()
    foot.hide()
    assert toast.geometry().bottom() > foot.y()
    foot.show()
    assert toast.geometry().bottom() < foot.y()
