"""Columns by month: each says its figure, and leads to its month by click and key."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from bothhats.ui.widgets.month_bars import MonthBar, MonthBars

BARS = (MonthBar("2026-08", 0, "nobody"), MonthBar("2026-09", 2, "<b>2</b> people"), MonthBar("2026-10", 3, "3 people"))


@pytest.fixture
def bars(theme, qtbot):
    made = MonthBars("People by month", BARS)
    qtbot.addWidget(made)
    made.resize(300, 120)
    made.show()
    return made


def heard(bars):
    asked = []
    bars.chosen.connect(asked.append)
    return asked


def middle(bars, place):
    return bars.slot(place).center().toPoint()


@pytest.fixture
def pointed_at(bars, monkeypatch):
    """What the tooltip says at a place; the offscreen platform cannot show one."""
    shown = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, words, _widget, _room: shown.append(words))

    def point(at):
        QApplication.sendEvent(bars, QHelpEvent(QHelpEvent.Type.ToolTip, at, bars.mapToGlobal(at)))
        return shown[-1]

    return point


def test_each_month_says_its_figure_under_the_pointer_as_plain_words(bars, pointed_at):
    assert pointed_at(middle(bars, 0)) == "<qt>August 2026: nobody</qt>"
    assert pointed_at(middle(bars, 1)) == "<qt>September 2026: &lt;b&gt;2&lt;/b&gt; people</qt>"
    assert pointed_at(QPoint(2, 2)) == "<qt>August 2026: nobody</qt>"


def test_a_month_that_leads_somewhere_is_chosen_by_click_alone(bars):
    asked = heard(bars)
    QTest.mouseClick(bars, Qt.MouseButton.LeftButton, pos=middle(bars, 1))
    bars.lead_to({"2026-09", "2020-01"})
    for place in (0, 1, 2):
        QTest.mouseClick(bars, Qt.MouseButton.LeftButton, pos=middle(bars, place))
    QTest.mouseClick(bars, Qt.MouseButton.RightButton, pos=middle(bars, 1))
    assert asked == ["2026-09"]


@pytest.mark.parametrize(("place", "shape"), [(1, Qt.CursorShape.PointingHandCursor), (2, Qt.CursorShape.ArrowCursor)])
def test_the_pointer_tells_where_a_click_leads_somewhere(bars, place, shape):
    bars.lead_to({"2026-09"})
    QTest.mouseMove(bars, middle(bars, place))
    QApplication.processEvents()
    assert bars.cursor().shape() == shape


def test_the_arrows_go_from_month_to_month_and_enter_chooses(bars):
    asked = heard(bars)
    bars.lead_to({"2026-08", "2026-10"})
    bars.setFocus(Qt.FocusReason.TabFocusReason)
    assert bars.accessibleDescription() == "October 2026: 3 people"
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Left, Qt.Key.Key_Return, Qt.Key.Key_Home, Qt.Key.Key_Return):
        QTest.keyClick(bars, key)
    assert asked == ["2026-10", "2026-08"]
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Enter, Qt.Key.Key_Right, Qt.Key.Key_Enter):
        QTest.keyClick(bars, key)
    assert asked == ["2026-10", "2026-08", "2026-10", "2026-08"]


def test_where_nothing_leads_anywhere_the_keyboard_passes_by(bars, pointed_at):
    bars.lead_to({"2020-01"})
    assert bars.focusPolicy() == Qt.FocusPolicy.NoFocus
    bars.lead_to({"2026-09"})
    bars.show_bars(())
    QTest.keyClick(bars, Qt.Key.Key_Left)
    QTest.keyClick(bars, Qt.Key.Key_Return)
    assert pointed_at(QPoint(5, 5)) == ""


def test_the_chosen_month_has_a_ring(bars):
    bars.lead_to({"2026-09"})
    before = bars.grab().toImage()
    bars.setFocus(Qt.FocusReason.TabFocusReason)
    assert bars.grab().toImage() != before
