"""The week ahead by keyboard and mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from today_story import day, planned, row_of

from bothhats.queries.lead_rows import lead_rows
from bothhats.queries.week_ahead import week_ahead_shown
from bothhats.ui.pages.today.day_list import wrapped
from bothhats.ui.theme.fonts import font
from bothhats.ui.widgets.labels import ElidedLabel
from bothhats.ui.widgets.toast import Toast
from builders import TODAY, a_lead

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def due(workspace, lead_id):
    return lead_rows(workspace.reader, [lead_id])[lead_id].follow_up_on


def begun(show):
    """The briefing on the screen."""
    shown = show()
    shown.page.show_week_ahead()
    return shown, shown.page.week_view


def press_button(row, name):
    """A button of a row that slipped."""
    next(button for button in row.findChildren(QPushButton) if button.text() == name).click()


def cards(view):
    """The planner as a picture."""
    return [[row.title for row in column.list.rows.rows] for column in view.planner.columns]


def test_it_takes_the_sheet_at_the_first_launch_of_a_week_and_once(workspace, show, qtbot):
    planned(workspace, "Leo", -4)
    shown = show()
    assert shown.page.show_week_ahead_if_due()
    assert shown.page.is_week_ahead
    qtbot.waitUntil(lambda: week_ahead_shown(workspace.reader) == TODAY)
    shown.page.week_view.start_button.click()
    assert not shown.page.is_week_ahead
    assert not shown.page.show_week_ahead_if_due()


def test_an_empty_file_has_no_week_ahead(show):
    assert not show().page.show_week_ahead_if_due()


def test_what_slipped_can_be_given_a_day_and_taken_back(workspace, show):
    leo, tilda = planned(workspace, "Leo", -4), planned(workspace, "Tilda", -6)
    _, view = begun(show)
    assert view.slipped._title.text() == "Slipped last week"
    assert view.header.sentence.endswith("Monday 5 to Sunday 11 October. Two things that slipped still need a day.")
    press_button(view.slipped.list.rows[0], "Today")
    assert due(workspace, leo) == TODAY
    assert view.header.sentence.endswith("One thing that slipped still needs a day.")
    assert [row.item.title for row in view.slipped.list.rows] == ["Leo", "Tilda"]
    press_button(view.slipped.list.rows[1], "Thu 8")
    assert due(workspace, tilda) == day(2)
    press_button(view.slipped.list.rows[0], "Undo")
    assert due(workspace, leo) == day(-4)
    press_button(view.slipped.list.rows[1], "Undo")
    assert due(workspace, tilda) == day(-6)


def test_done_logs_the_touch_and_undo_takes_it_back(workspace, show):
    leo = planned(workspace, "Leo", -4)
    shown, view = begun(show)
    press_button(view.slipped.list.rows[0], "Done")
    shown.press(Key.Key_Return)
    assert due(workspace, leo) == day(7)
    assert view.header.sentence.endswith("Everything that slipped has a day.")
    press_button(view.slipped.list.rows[0], "Undo")
    assert due(workspace, leo) == day(-4)


def test_a_commitment_that_slipped_can_be_kept(workspace, show):
    a_lead(workspace)
    row_of(workspace, "commitment", hat="marketing", text="Draft the checklist", due_on="2026-09-30")
    _, view = begun(show)
    press_button(view.slipped.list.rows[0], "Done")
    assert workspace.reader.execute("SELECT state FROM commitment").fetchone() == ("kept",)
    press_button(view.slipped.list.rows[0], "Undo")
    assert workspace.reader.execute("SELECT state FROM commitment").fetchone() == ("open",)


def test_a_commitment_that_slipped_can_be_given_a_day_and_moved_on_by_a_digit(workspace, show):
    a_lead(workspace)
    row_of(workspace, "commitment", hat="marketing", text="Draft the checklist", due_on="2026-09-30")
    shown, view = begun(show)
    press_button(view.slipped.list.rows[0], "Today")
    assert cards(view)[1] == ["Draft the checklist"]
    view.planner.columns[1].list.focus_at(0)
    shown.press(Key.Key_5)
    assert cards(view)[4] == ["Draft the checklist"]
    workspace.journal.undo()
    workspace.journal.undo()
    assert workspace.reader.execute("SELECT due_on FROM commitment").fetchone() == ("2026-09-30",)
    assert view.header.sentence.endswith("One thing that slipped still needs a day.")


def test_missed_weeks_are_grouped(workspace, show):
    planned(workspace, "Leo", -4)
    planned(workspace, "Old", -20)
    _, view = begun(show)
    assert view.slipped._title.text() == "Slipped since 16 September"


def test_nothing_slipped_and_a_free_week_say_so(workspace, show):
    a_lead(workspace, arrived_on=day(0))
    workspace.follow_ups.snooze([1], day(20), TODAY)
    workspace.touches.log(_email(1), TODAY)
    _, view = begun(show)
    assert view.slipped._title.text() == "Nothing slipped"
    assert view.header.sentence.endswith("Nothing slipped.")
    assert view.free.isVisible()
    assert not view.planner.isVisible()


def _email(lead_id):
    from bothhats.domain.lead import TouchReport
    from bothhats.domain.pipeline import TouchKind

    return TouchReport(lead_id, TouchKind.EMAIL, TODAY)


def test_the_planner_holds_the_week_and_digits_move_a_card(workspace, show):
    priya = planned(workspace, "Priya", 0)
    planned(workspace, "Imogen", 3)
    planned(workspace, "Sunday", 5)
    shown, view = begun(show)
    assert cards(view) == [[], ["Priya"], ["Review"], [], ["Imogen"], ["Sunday"]]
    shown.press(Key.Key_4)
    assert due(workspace, priya) == day(2)
    assert cards(view)[3] == ["Priya"]
    workspace.journal.undo()
    assert cards(view)[1] == ["Priya"]


def test_a_day_that_is_over_takes_nothing(workspace, show):
    priya = planned(workspace, "Priya", 0)
    shown, _ = begun(show)
    shown.press(Key.Key_1)
    assert due(workspace, priya) == TODAY


def test_arrows_walk_and_keys_do_what_they_do_on_today(workspace, show):
    priya, imogen = planned(workspace, "Priya", 0), planned(workspace, "Imogen", 3)
    shown, view = begun(show)
    shown.press(Key.Key_Right, Key.Key_Return)
    assert shown.reviews == ["2026-09"]
    shown.press(Key.Key_Right)
    assert shown.page.selected_lead_ids() == [imogen]
    shown.press(Key.Key_Return)
    assert shown.leads == [imogen]
    shown.press(Key.Key_Left, Key.Key_Left, Key.Key_S)
    shown.type("oct 16")
    shown.press(Key.Key_Return)
    assert due(workspace, priya) == day(10)
    assert cards(view)[1] == []


def test_space_in_the_planner_logs_it_as_done(workspace, show):
    priya = planned(workspace, "Priya", 0)
    shown, _ = begun(show)
    shown.press(Key.Key_Space, Key.Key_Return)
    assert due(workspace, priya) == day(7)
    workspace.journal.undo()
    assert due(workspace, priya) == TODAY


def test_ctrl_enter_starts_the_week_and_change_leads_to_the_settings(workspace, show, qtbot):
    planned(workspace, "Priya", 0)
    shown, view = begun(show)
    view.change_button.click()
    assert shown.parts == [("settings", "rhythm")]
    shown.page.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is shown.page)
    QTest.keyClick(shown.target(), Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not shown.page.is_week_ahead


def test_a_long_name_that_slipped_is_elided_and_nothing_stands_beyond_the_list(workspace, show):
    name = "Wilhelmina Featherstonehaugh-Cholmondeley of the Lower Marsh"
    a_lead(workspace, name, company="Marsh", today=day(-4), follow_up_on=day(-4))
    a_lead(workspace, "Leo", company="Marchetti Gelato", today=day(-4), follow_up_on=day(-4))
    _, view = begun(show)
    listed = view.slipped.list
    assert listed.widget().width() <= listed.viewport().width()
    long, short = (next(each for each in row.findChildren(ElidedLabel)) for row in listed.rows)
    assert (long.text(), name in long.toolTip()) == (name, True)
    assert (short.text(), short.toolTip()) == ("Leo", "")


def test_a_toast_covers_no_way_on_of_the_week(workspace, show):
    planned(workspace, "Leo", -4)
    shown, view = begun(show)
    toast = Toast(shown.page, "Undo")
    toast.say("Moved to Proposal", with_undo=True)
    button = view.start_button
    assert toast.geometry().bottom() < button.mapTo(shown.page, button.rect().topLeft()).y()


@pytest.mark.parametrize(
    "words",
    ["Chase the signed engagement letter", "Donaudampfschifffahrtsgesellschaft", "one two three", "", "مرحبا بك"],
)
def test_the_words_of_a_card_fit_its_width_whatever_they_are(theme, words):
    metrics = QFontMetrics(font("small"))
    for width in (30, 64, 200):
        lines = wrapped(words, "small", width, 4)
        assert len(lines) <= 4
        assert all(metrics.horizontalAdvance(line) <= width + 1 for line in lines)
        shown = "".join(lines).replace(" ", "")
        assert len(wrapped(words, "small", width, 9, beside=9)) >= len(wrapped(words, "small", width, 9))
        assert shown == words.replace(" ", "") or (shown.endswith("…") and len(lines) == 4)
