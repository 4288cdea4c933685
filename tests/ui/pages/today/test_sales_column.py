"""The sales hat's column by keyboard and mouse; what is done is one step and can be undone."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from today_story import contacted, day, planned, row_of

from bothhats.queries.lead_rows import lead_rows
from bothhats.ui.pages.today.row_model import dragged_key
from builders import TODAY, a_lead

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def lead(workspace, lead_id):
    return lead_rows(workspace.reader, [lead_id])[lead_id]


def touches(workspace):
    return workspace.reader.execute("SELECT kind, two_way, happened_on, note FROM touch ORDER BY id").fetchall()


def click(shown, part, key):
    """Click a part of a row of the sales column."""
    index = shown.sales.rows.index(shown.sales.rows.place_of(key))
    rect = QRectF(shown.sales.visualRect(index))
    parts = shown.sales.itemDelegate().parts(index, rect, shown.sales.width(), is_active=True)
    spot = parts.ring if part == "ring" else parts.action(part).center()
    QTest.mouseClick(shown.sales.viewport(), Qt.MouseButton.LeftButton, pos=spot.toPoint())


def test_the_rows_say_who_what_when_and_how_much(workspace, show):
    planned(workspace, "Leo", -4, "Ask about the quote", company="Marchetti Gelato", stage="Proposal", value=360000)
    row = show().sales.rows.rows[1]
    assert (row.title, row.beside, row.what, row.end, row.end_below) == (
        "Leo", "Marchetti Gelato", "Ask about the quote", "4 days late", "Proposal · €3,600",
    )  # fmt: skip
    assert row.sentence == "Leo, Marchetti Gelato. Ask about the quote. 4 days late. Proposal, €3,600."


def test_heads_count_and_cannot_be_chosen(workspace, show):
    planned(workspace, "Leo", -4)
    planned(workspace, "Priya", 0)
    shown = show()
    assert [(row.title, row.beside) for row in shown.sales.rows.rows if row.is_head] == [
        ("Slipped", "1"),
        ("Today", "1"),
    ]
    shown.choose("lead", shown.sales.rows.rows[1].key[1])
    shown.press(Key.Key_Down)
    assert shown.sales.current_row().title == "Priya"
    shown.press(Key.Key_Home)
    assert shown.sales.current_row().title == "Leo"
    shown.press(Key.Key_End)
    assert shown.sales.current_row().title == "Priya"


def test_space_and_enter_log_a_call_and_plan_the_next_one_and_undo_brings_the_row_back(workspace, show):
    priya, hugo = planned(workspace, "Priya", 0), planned(workspace, "Hugo", 0)
    shown = show()
    before = touches(workspace)
    shown.choose("lead", priya)
    shown.press(Key.Key_Space, Key.Key_Return)
    assert touches(workspace) == [*before, ("call", 0, TODAY.isoformat(), "")]
    assert lead(workspace, priya).follow_up_on == day(7)
    assert shown.lead_names == ["Hugo"]
    assert shown.sales.current_row().key == ("lead", hugo)
    workspace.journal.undo()
    assert shown.lead_names == ["Priya", "Hugo"]
    assert touches(workspace) == before


def test_the_popover_takes_another_kind_a_talk_a_date_in_words_and_what_to_do(workspace, show):
    priya = planned(workspace, "Priya", 0)
    shown = show()
    shown.choose("lead", priya)
    shown.press(Key.Key_Space)
    popover = QApplication.activePopupWidget()
    popover.kinds.choose(1)
    popover.talked.click()
    popover.next_day.set_words("fri")
    popover.next_words.setText("Send the quote")
    shown.press(Key.Key_Return)
    assert touches(workspace)[-1][:2] == ("email", 1)
    row = lead(workspace, priya)
    assert (row.follow_up_on, row.next_step, row.stage_name) == (day(3), "Send the quote", "In conversation")
    workspace.journal.undo()
    assert lead(workspace, priya).follow_up_on == TODAY


def test_a_date_that_is_none_keeps_the_popover_open(workspace, show):
    priya = planned(workspace, "Priya", 0)
    shown = show()
    shown.choose("lead", priya)
    shown.press(Key.Key_Space)
    popover = QApplication.activePopupWidget()
    popover.next_day.set_words("someday")
    shown.press(Key.Key_Return)
    assert popover.isVisible()
    assert lead(workspace, priya).follow_up_on == TODAY
    popover.close()


def test_escape_leaves_a_note_without_a_next_step(workspace, show):
    priya = planned(workspace, "Priya", 0, "Call: start date")
    shown = show()
    shown.choose("lead", priya)
    shown.press(Key.Key_Space, Key.Key_Escape)
    assert touches(workspace)[-1] == ("note", 0, TODAY.isoformat(), "Call: start date")
    assert lead(workspace, priya).follow_up_on is None
    workspace.journal.undo()
    assert lead(workspace, priya).follow_up_on == TODAY


def test_more_opens_the_log_dialog(workspace, show):
    priya = planned(workspace, "Priya", 0)
    shown = show()
    shown.choose("lead", priya)
    shown.press(Key.Key_Space)
    QApplication.activePopupWidget().more_button.click()
    assert shown.commands == [("lead.log", [priya])]


@pytest.mark.parametrize(("key", "to"), [(Key.Key_1, 1), (Key.Key_2, 2), (Key.Key_3, 6)])
def test_s_and_a_digit_move_the_follow_up(workspace, show, key, to):
    priya, hugo = planned(workspace, "Priya", 0), planned(workspace, "Hugo", 0)
    shown = show()
    shown.choose("lead", priya)
    shown.press(Key.Key_S, key)
    assert (lead(workspace, priya).follow_up_on, lead(workspace, priya).next_step) == (day(to), "Call")
    assert shown.sales.current_row().key == ("lead", hugo)
    workspace.journal.undo()
    assert lead(workspace, priya).follow_up_on == TODAY


def test_s_takes_a_date_in_words_and_escape_changes_nothing(workspace, show):
    priya = planned(workspace, "Priya", 0)
    shown = show()
    shown.choose("lead", priya)
    shown.press(Key.Key_S, Key.Key_Escape)
    assert lead(workspace, priya).follow_up_on == TODAY
    shown.press(Key.Key_S)
    shown.type("oct 16")
    shown.press(Key.Key_Return)
    assert lead(workspace, priya).follow_up_on == day(10)


@pytest.mark.parametrize(
    ("key", "command"),
    [
        (Key.Key_T, "lead.follow_up"),
        (Key.Key_P, "lead.park"),
        (Key.Key_X, "lead.close"),
        (Key.Key_L, "lead.log"),
        (Key.Key_C, "lead.call"),
        (Key.Key_E, "lead.email"),
    ],
)
def test_letters_ask_the_window(workspace, show, key, command):
    priya = planned(workspace, "Priya", 0)
    shown = show()
    shown.choose("lead", priya)
    shown.press(key)
    assert shown.commands == [(command, [priya])]
    assert shown.page.selected_lead_ids() == [priya]


def test_enter_and_double_click_open_the_lead(workspace, show):
    priya = planned(workspace, "Priya", 0)
    shown = show()
    shown.choose("lead", priya)
    shown.press(Key.Key_Return)
    rect = shown.sales.visualRect(shown.sales.currentIndex())
    QTest.mouseDClick(shown.sales.viewport(), Qt.MouseButton.LeftButton, pos=rect.center() - QPoint(150, 0))
    assert shown.leads == [priya, priya]


def test_the_mouse_reaches_ring_and_icons(workspace, show):
    priya = planned(workspace, "Priya", 0)
    shown = show()
    click(shown, "call", ("lead", priya))
    click(shown, "email", ("lead", priya))
    assert [command for command, _ in shown.commands] == ["lead.call", "lead.email"]
    click(shown, "open", ("lead", priya))
    assert shown.leads == [priya]
    click(shown, "snooze", ("lead", priya))
    shown.press(Key.Key_1)
    assert lead(workspace, priya).follow_up_on == day(1)
    workspace.journal.undo()
    click(shown, "ring", ("lead", priya))
    shown.press(Key.Key_Return)
    assert lead(workspace, priya).follow_up_on == day(7)


def test_a_row_dropped_on_a_day_is_put_there_and_a_day_that_is_over_takes_nothing(workspace, show):
    priya = planned(workspace, "Priya", 0)
    shown = show()
    data = shown.sales.rows.mimeData([shown.sales.rows.index(shown.sales.rows.place_of(("lead", priya)))])
    assert dragged_key(data) == ("lead", priya)
    drop(shown.page.day_view.strip.buttons[0], data)
    assert lead(workspace, priya).follow_up_on == TODAY
    drop(shown.page.day_view.strip.buttons[4], data)
    assert lead(workspace, priya).follow_up_on == day(3)
    workspace.journal.undo()
    assert lead(workspace, priya).follow_up_on == TODAY


def drop(button, data: QMimeData) -> None:
    keys = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, keys)
    button.dropEvent(event)


def test_a_commitment_is_kept_by_its_ring(workspace, show):
    review = row_of(workspace, "review", month="2026-08", started_on="2026-09-03", finished_on="2026-09-03")
    made = row_of(
        workspace, "commitment", review_id=review, hat="sales", text="Contact guests in 2 days", due_on="2026-09-19"
    )
    planned(workspace, "Priya", 0)
    shown = show()
    rows = shown.sales.rows.rows
    row = rows[shown.sales.rows.place_of(("commitment", made))]
    assert (row.what, row.end) == ("A commitment from August. Was it kept?", "its day was 19 Sep")
    shown.choose("commitment", made)
    shown.press(Key.Key_Space)
    assert shown.sales.rows.place_of(("commitment", made)) == -1
    workspace.journal.undo()
    assert shown.sales.rows.place_of(("commitment", made)) >= 0


def test_a_new_lead_says_how_it_came_in_and_that_its_follow_up_is_too_late(workspace, show):
    nadia = a_lead(workspace, "Nadia", arrived_on=day(-2), campaign="Books by the 5th", source="Social")
    felix = a_lead(workspace, "Felix", arrived_on=day(-1), source="Website", follow_up_on=day(3))
    shown = show()
    rows = {row.key[1]: row for row in shown.sales.rows.rows if row.kind == "lead"}
    assert (rows[nadia].what, rows[nadia].end) == ("Came in on Sunday through “Books by the 5th”", "last day")
    assert rows[felix].what == "Came in yesterday through the website. The follow-up on Friday is after the promise"
    assert rows[felix].end == "1 day left"


def test_silent_parked_and_stepless_leads_say_why_they_are_here(workspace, show):
    silent = contacted(workspace, "Martin", -29, stage="In conversation")
    back = contacted(workspace, "Hannah", -20)
    workspace.leads.park([back], TODAY, day(-15), "timing", "moving her studio")
    stepless = contacted(workspace, "Rowan", -10, stage="In conversation")
    rows = {row.key[1]: row for row in show().sales.rows.rows if row.kind == "lead"}
    assert (rows[silent].what, rows[silent].end) == ("Last touch on 7 Sep", "silent for 29 days")
    assert (rows[back].what, rows[back].end) == ("Back from parking: moving her studio", "back today")
    assert rows[stepless].what == "Last touch on 26 Sep"


def test_done_today_stands_at_the_end_with_its_time(workspace, show):
    priya = planned(workspace, "Priya", 0)
    planned(workspace, "Hugo", -1)
    shown = show()
    shown.choose("lead", priya)
    shown.press(Key.Key_Space, Key.Key_Return)
    row = shown.sales.rows.rows[-1]
    assert (row.kind, row.title, row.beside, row.is_done) == ("done", "Priya", "Called", True)
    assert row.end.count(":") == 1


def test_many_rows_fold_to_ten_and_unfold(workspace, show):
    for number in range(51):
        planned(workspace, f"Lead {number:02}", -1)
    shown = show()
    assert len(shown.lead_names) == 10
    assert shown.sales.rows.rows[-1].title == "All 51"
    shown.choose("more", shown.sales.rows.rows[-1].key[1])
    shown.press(Key.Key_Return)
    assert len(shown.lead_names) == 51


def test_after_a_call_the_row_offers_to_log_it(workspace, show):
    priya = planned(workspace, "Priya", 0)
    shown = show()
    shown.choose("lead", priya)
    shown.press(Key.Key_E)
    assert shown.sales.current_row().button == "Log the email"
    shown.press(Key.Key_Return)
    assert shown.leads == [priya]
    shown.press(Key.Key_Space, Key.Key_Return)
    assert touches(workspace)[-1][0] == "email"
    workspace.journal.undo()
    assert shown.sales.rows.rows[1].button == ""


def test_the_context_menu_does_what_the_keys_do(workspace, show):
    priya = planned(workspace, "Priya", 0)
    shown = show()
    shown.choose("lead", priya)
    rect = shown.sales.current_rect()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, rect.center(), QPoint(0, 0))
    QApplication.sendEvent(shown.sales.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert next(action.text() for action in menu.actions() if action.text()) == "Done\tSpace"
    next(action for action in menu.actions() if action.text() == "Park\tP").trigger()
    menu.close()
    assert shown.commands == [("lead.park", [priya])]


def test_escape_takes_the_filter_away(workspace, show):
    priya = planned(workspace, "Priya", 0)
    planned(workspace, "Imogen", 3)
    shown = show()
    shown.choose("lead", priya)
    shown.press(Key.Key_5, Key.Key_Escape)
    assert shown.lead_names == ["Priya", "Imogen"]


def test_the_head_of_the_new_leads_says_how_the_promise_was_kept_this_month(workspace, show):
    a_lead(workspace, "Felix", arrived_on=day(-1))
    shown = show()
    assert shown.sales.rows.rows[0].end == "follow-up promise: 2 days"
    contacted(workspace, "Nadia", touched=-3, arrived=-3)
    contacted(workspace, "Late", touched=-1, arrived=-5)
    head = next(row for row in shown.sales.rows.rows if row.title == "New, not contacted yet")
    assert head.end == "promise of 2 days kept 1 of 2 this month"
