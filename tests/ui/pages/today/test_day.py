"""Today as a whole: sentence, badge, strip, what is empty, what is due, and how it follows the file."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from today_story import contacted, day, planned, row_of

from bothhats.ui.widgets.toast import Toast
from builders import TODAY, a_lead, closed, talked

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def sentence(shown) -> str:
    return shown.page.day_view.header.sentence


def empty_words(column) -> tuple[str, str]:
    return column.empty._heading.text(), column.empty._sentence.text()


def test_the_header_names_the_day_and_says_how_things_stand(workspace, show):
    workspace.settings.change("owner_name", "Maren")
    for name, due in (("Leo", -4), ("Tilda", -1), ("Priya", 0), ("Hugo", 0), ("Sam", 0)):
        planned(workspace, name, due)
    shown = show()
    assert shown.page.day_view.header._title.text() == "Tuesday 6 October"
    assert sentence(shown).startswith("Good ")
    assert sentence(shown).endswith(", Maren. Two follow-ups have slipped, three are for today.")
    assert shown.badges == [5]


@pytest.mark.parametrize(
    ("due", "words"),
    [
        ([-1], "One follow-up has slipped, nothing is for today."),
        ([0], "One follow-up is for today."),
        ([0, 0], "Two follow-ups are for today."),
        ([-1, 0], "One follow-up has slipped, one is for today."),
        ([3], "Nothing is waiting for you."),
    ],
)
def test_the_sentence_counts_in_words(workspace, show, due, words):
    for number, each in enumerate(due):
        planned(workspace, f"Lead {number}", each)
    assert sentence(show()).endswith(f". {words}")


def test_what_waits_otherwise_is_named(workspace, show):
    contacted(workspace, "Rowan", -10, stage="In conversation")
    shown = show()
    assert sentence(shown).endswith("One lead has no next step.")
    contacted(workspace, "Martin", -39, stage="Proposal")
    assert sentence(shown).endswith("One lead has gone silent.")
    a_lead(workspace, "Nadia", arrived_on=day(-1))
    assert sentence(shown).endswith("One new lead waits for a first word.")
    a_lead(workspace, "Old promise", arrived_on=day(-9))
    assert sentence(shown).endswith("One lead has slipped, nothing is for today.")


def test_below_1100_the_greeting_is_dropped(workspace, show):
    planned(workspace, "Priya", 0)
    shown = show()
    shown.page.resize(936, 620)
    assert sentence(shown) == "One follow-up is for today."
    shown.page.resize(1192, 740)
    assert sentence(shown).endswith(". One follow-up is for today.")


def test_an_empty_file_offers_the_first_lead_and_an_import(show):
    shown = show()
    column = shown.page.day_view.sales
    assert empty_words(column)[0] == "No leads yet"
    column.add_button.click()
    column.import_button.click()
    assert shown.commands == [("lead.add", None), ("import.open", None)]
    assert not shown.page.day_view.due.isVisible()


def test_all_done_says_who_is_next_and_shows_what_was_done(workspace, show):
    planned(workspace, "Imogen Shaw", 3)
    workspace.leads.park([contacted(workspace, "Hannah")], date(2026, 11, 2), day(-1))
    talked(workspace, contacted(workspace, "Priya"), note="Start date agreed")
    priya = workspace.reader.execute("SELECT id FROM lead WHERE name = 'Priya'").fetchone()[0]
    closed(workspace, priya)
    shown = show()
    column = shown.page.day_view.sales
    assert empty_words(column) == (
        "Everyone has heard from you.",
        "The next follow-up is Imogen Shaw on Friday. One is parked; it comes back on 2 November.",
    )
    assert [row.title for row in column.list.rows.rows] == ["Done today", "Priya"]
    assert column.list.rows.rows[1].beside == "Start date agreed, won"
    parked: list[object] = []
    shown.context.navigation.leads_requested.connect(lambda ids, _words: parked.append(ids))
    column.parked_button.click()
    assert len(parked) == 1


def test_every_question_has_an_answer_when_nothing_is_left_to_say(workspace, show):
    planned(workspace, "Priya", 0)
    row_of(workspace, "review", month="2026-09", page=10, started_on="2026-10-02", finished_on="2026-10-02")
    shown = show()
    assert empty_words(shown.page.day_view.marketing) == (
        "Every question has an answer.",
        "Nothing was heard twice without a live asset that answers it. The October review opens on 1 November.",
    )


def test_the_strip_filters_both_columns_and_again_shows_all(workspace, show):
    planned(workspace, "Priya", 0)
    planned(workspace, "Imogen", 3)
    row_of(workspace, "commitment", hat="marketing", text="Draft the checklist", due_on=day(3).isoformat())
    row_of(workspace, "commitment", hat="marketing", text="Another day", due_on=day(20).isoformat())
    shown = show()
    friday = shown.page.day_view.strip.buttons[4]
    assert friday.accessibleName() == "Friday 9 October, 1 to do"
    QTest.mouseClick(friday, Qt.MouseButton.LeftButton)
    assert shown.lead_names == ["Imogen"]
    assert [row.title for row in shown.marketing.rows.rows if not row.is_head] == ["Draft the checklist"]
    assert friday.isChecked()
    friday.click()
    assert shown.lead_names == ["Priya", "Imogen"]
    assert shown.page.day_view.strip.buttons[1].isChecked()


def test_digits_filter_by_weekday_and_a_free_day_says_so(workspace, show):
    priya = planned(workspace, "Priya", 0)
    shown = show()
    shown.choose("lead", priya)
    shown.press(Key.Key_7)
    assert empty_words(shown.page.day_view.sales)[0] == "Nobody waits on Sunday."
    assert empty_words(shown.page.day_view.marketing)[0] == "Nothing is promised for Sunday."
    shown.page.day_view.strip.choose(6)
    assert shown.lead_names == ["Priya"]


def test_the_strip_says_what_each_day_holds(workspace, show):
    planned(workspace, "Tilda", -1)
    planned(workspace, "Priya", 0)
    a_lead(workspace, "Felix", arrived_on=day(-1))
    words = [button.accessibleName().rsplit(", ", 1)[1] for button in show().page.day_view.strip.buttons]
    assert words == ["1 slipped", "1 to do", "1 promise", "free", "free", "free", "free"]


def test_the_header_asks_the_window(workspace, show):
    priya = planned(workspace, "Priya", 0)
    shown = show()
    shown.choose("lead", priya)
    view = shown.page.day_view
    view.log_button.click()
    view.add_button.click()
    shown.page.focus_search("priya")
    QTest.keyClick(view.search, Key.Key_Return)
    assert shown.commands == [("lead.log", [priya]), ("lead.add", None), ("search", "priya")]


def test_the_review_and_the_definition_are_due(workspace, show):
    planned(workspace, "Priya", 0)
    shown = show()
    due = shown.page.day_view.due
    assert (due._review_title.text(), due._review_words.text()) == (
        "September review",
        "due tomorrow",
    )
    assert (due._look_words.text(), due.look_button.text()) == ("not written yet", "Write it")
    due.review_button.click()
    due.look_button.click()
    assert (shown.reviews, shown.parts) == (["2026-09"], [("playbook", "definition:look")])
    row_of(workspace, "review", month="2026-09", page=5, started_on="2026-10-02")
    assert (due._review_words.text(), due.review_button.text()) == ("page 5 of 10, due tomorrow", "Continue")
    shown.page.resize(936, 620)
    assert due._review_words.text() == "5 of 10"


def test_a_hidden_page_keeps_its_badge_and_refreshes_when_it_is_shown(workspace, show, qtbot):
    shown = show()
    shown.page.hide()
    with qtbot.waitSignal(shown.page.badge_changed) as told:
        planned(workspace, "Priya", 0)
    assert told.args == [1]
    assert shown.lead_names == []
    shown.page.show()
    assert shown.lead_names == ["Priya"]


def test_midnight_turns_the_page(workspace, show, context):
    planned(workspace, "Priya", 1)
    shown = show()
    assert shown.badges == [0]
    object.__setattr__(shown.page.context, "today", lambda: day(1))
    shown.page.turn_day()
    assert shown.badges == [0, 1]
    assert shown.page.context.today() > TODAY


def test_a_toast_stands_above_what_is_due_and_a_long_list_scrolls_clear_of_it(workspace, show):
    for number in range(30):
        planned(workspace, f"Lead {number}", 0)
    shown = show()
    page, listed = shown.page, shown.page.day_view.sales.list
    toast = Toast(page, "Undo")
    toast.say("Moved to Proposal", with_undo=True)
    due = page.day_view.due
    assert toast.geometry().bottom() < due.mapTo(page, due.rect().topLeft()).y()
    listed.verticalScrollBar().setValue(listed.verticalScrollBar().maximum())
    last = listed.visualRect(listed.rows.index(listed.rows.rowCount() - 1))
    assert listed.viewport().height() - last.bottom() > toast.height()
