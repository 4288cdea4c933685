"""Insights through its widgets: what is chosen is drawn, and what happens elsewhere too."""

import json

import pytest
from asked_of_charts import cells, funnel, home, wanted
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from bothhats.resource_files import resource
from bothhats.ui.pages.insights.periods import CHOICES, period_of
from bothhats.ui.widgets.buttons import Button
from builders import TODAY, a_lead, closed, talked
from queries.naive_figures import naive_report

LAST_QUARTER = TODAY.replace(month=8)


def test_the_choices_decide_what_is_counted(context, insights, leads):
    page = insights()
    assert [(row[0], row[1]) for row in cells(home(page))] == [("Ad", "2"), ("$_=Fair", "1"), ("Referral", "1")]
    page.choices.source.setCurrentIndex(page.choices.source.findText("Ad"))
    assert [(row[0], row[1]) for row in cells(home(page))] == [("Ad", "2")]
    page.choices.source.setCurrentIndex(0)
    page.choices.period.setCurrentIndex(page.choices.period.findData("this_month"))
    assert [(row[0], row[1]) for row in cells(home(page))] == [("Referral", "1")]
    assert page.header.sentence == "1 October to 6 October 2026, leads counted by the day they arrived, as of today"


def test_a_file_without_leads_says_so_and_invites(context, insights):
    page = insights()
    assert page.empty.isVisible()
    a_lead(context.workspace, "Anna", source="Ad")
    assert not page.empty.isVisible()


def test_a_change_elsewhere_is_drawn_and_a_hidden_page_waits_for_it(context, insights, leads):
    page = insights()
    talked(context.workspace, leads["Bo"], LAST_QUARTER)
    assert next(row for row in cells(home(page)) if row[0] == "Ad")[3] == "2"
    page.hide()
    context.workspace.leads.bin([leads["Anna"]])
    page.show()
    assert next(row for row in cells(home(page)) if row[0] == "Ad")[1] == "1"


def test_the_funnel_is_a_part_with_its_own_numbers(insights, leads):
    page = insights()
    page.show_part("funnel")
    assert page.part.card.isVisible()
    assert [row[:4] for row in cells(funnel(page))] == [
        ["Leads", "4", "–", "2"],
        ["Conversations", "2", "2 of 4", "1"],
        ["Opportunities", "1", "1 of 2", "0"],
        ["Closes", "1", "1 of 1", "–"],
        ["Qualified, of whom talked", "0", "0 of 0", "–"],
    ]


def test_the_sentence_the_marks_and_the_table_follow_each_choice(context, insights, leads):
    a_lead(context.workspace, "Spring", today=LAST_QUARTER, source="Ad", campaign="Books by the 5th")
    page = insights()
    assert home(page).sentence.startswith("5 leads, 2 conversations, 1 close;")
    assert len(home(page).view.marks) == 9
    page.choices.campaign.setCurrentIndex(page.choices.campaign.findText("Books by the 5th"))
    assert (
        home(page).sentence
        == "Too few to tell: 1 lead, 0 conversations, 0 closes; one lead is still open, so this will grow."
    )
    assert [mark.words for mark in home(page).view.marks] == [
        "Ad: 1 lead, one still open",
        "Ad: 0 of 1 talked",
        "Ad: 0 of 1 closed",
    ]
    assert cells(home(page)) == [["Ad", "1", "1", "0", "0", "0"]]
    assert cells(funnel(page))[0][:2] == ["Leads", "1"], "the choices stay from chart to chart"
    page.choices.source.setCurrentIndex(page.choices.source.findText("Referral"))
    assert funnel(page).sentence == home(page).sentence == "No leads arrived in this period."
    assert (home(page).view.marks, cells(home(page))) == ((), [])


def test_choices_are_made_with_the_keyboard_too(insights, leads, keyboard):
    page = insights()
    page.choices.period.setFocus()
    keyboard.press("Home")
    assert page.choices.period.currentText() == "This month"
    assert cells(home(page)) == [["Referral", "1", "1", "0", "0", "0"]]


def test_an_empty_file_has_nothing_to_choose_and_one_thing_to_do(context, insights):
    commands = []
    context.navigation.command_requested.connect(lambda name, about: commands.append((name, about)))
    page = insights()
    assert (page.header.sentence, page.choices.isVisible()) == ("", False)
    words = {label.text() for label in page.empty.findChildren(QLabel)}
    assert {"Nothing to draw yet", "Charts begin with the first lead."} <= words
    QTest.mouseClick(page.empty.findChild(Button), Qt.MouseButton.LeftButton)
    assert commands == [("lead.add", None)]


def test_a_young_file_begins_with_this_quarter_and_leaves_the_choice_alone_afterwards(context, insights):
    page = insights()
    anna = a_lead(context.workspace, "Anna", source="Ad")
    assert page.choices.period.currentText() == "This quarter"
    assert cells(home(page)) == [["Ad", "1", "1", "0", "0", "0"]]
    page.choices.period.setCurrentIndex(page.choices.period.findData("last_month"))
    talked(context.workspace, anna)
    assert page.choices.period.currentText() == "Last month"


def test_undo_and_redo_are_drawn(context, insights, leads):
    page = insights()
    before = cells(home(page))
    closed(context.workspace, leads["Anna"], on=LAST_QUARTER)
    after = cells(home(page))
    assert after != before
    context.workspace.journal.undo()
    assert cells(home(page)) == before
    context.workspace.journal.redo()
    assert cells(home(page)) == after


def test_a_new_source_can_be_chosen_and_the_chosen_one_stays(context, insights, leads):
    page = insights()
    page.choices.source.setCurrentIndex(page.choices.source.findText("Referral"))
    a_lead(context.workspace, "Gus", today=LAST_QUARTER, source="Aardvark & Söhne")
    assert page.choices.source.currentText() == "Referral"
    assert page.choices.source.findText("Aardvark & Söhne") > 0
    assert [row[0] for row in cells(home(page))] == ["Referral"]


def test_in_a_small_window_the_parts_are_a_combo_and_both_go_to_the_same_part(insights, leads, keyboard):
    page = insights()
    assert (page.nav.isVisible(), page.nav_combo.isVisible()) == (True, False)
    page.resize(936, 640)
    assert (page.nav.isVisible(), page.nav_combo.isVisible()) == (False, True)
    page.nav_combo.setFocus()
    keyboard.press("Down")
    assert page.nav.here == page.part.card.chart.id == page.nav_combo.currentData()
    page.resize(1192, 760)
    page.nav.setFocus()
    keyboard.press("Up")
    assert (page.part.home.isVisible(), page.nav_combo.currentText()) == (True, "Overview")


def test_a_long_name_leaves_the_header_its_sentence(context, insights, leads):
    a_lead(context.workspace, "Finn", today=LAST_QUARTER, source="A source of eighty letters " + "x" * 53)
    page = insights()
    page.resize(936, 640)
    assert page.choices.width() < 936 * 0.65
    assert home(page).view.width() <= 936


@pytest.fixture
def story(workspace):
    """The made-up business."""
    workspace.load_sample(json.loads(resource("sample", "story.json").read_text()), TODAY)
    return workspace


@pytest.mark.parametrize("choice", CHOICES)
def test_the_charts_say_what_a_second_plain_count_says(story, insights, choice):
    page = insights()
    page.choices.period.setCurrentIndex(page.choices.period.findData(choice))
    period = period_of(choice, TODAY, TODAY.replace(year=2020))
    naive = naive_report(story.reader, period.start, period.end, TODAY, ["source"])
    groups = {each["source"]: each["arrived"] for each in naive["by_source"] if each["arrived"]["leads"]}
    shown = {row[0]: [int(cell) for cell in row[1:]] for row in cells(home(page))}
    assert {name: (row[0], row[2], row[4], row[1] + row[3]) for name, row in shown.items()} == {
        name or "not recorded": (group["leads"], group["conversations"], group["closes"], group["open"])
        for name, group in groups.items()
    }
    arrived = naive["arrived"]
    steps = [arrived[name] for name in ("leads", "conversations", "opportunities", "closes", "qualified")]
    assert [int(row[1]) for row in cells(funnel(page))] == steps
    assert sum(int(row[4]) for row in cells(funnel(page)) if row[4] != "–") == arrived["open"]
    assert sum(int(row[5]) for row in cells(funnel(page)) if row[5] != "–") == arrived["parked"]


def test_the_story_of_the_mockups_is_told(story, insights, context, keyboard):
    page, asked = insights(), wanted(context)
    assert home(page).sentence == (
        "Google Ads brought eight leads and not one conversation. 34 leads, 19 conversations, 5 closes;"
        " 17 leads are still open, so this will grow."
    )
    funnel(page).view.setFocus()
    keyboard.press("Home", "Return")
    assert page.panel._count.text() == "34 leads, 19 conversations"
    page.panel.pipeline_button.click()
    assert len(asked[0][0]) == 34
    assert [row[1] for row in cells(funnel(page))] == ["34", "19", "10", "5", "23"]
    assert [row[3:] for row in cells(funnel(page))][:3] == [
        ["15", "6", "1", "5 no decision, 4 not a fit"],
        ["9", "7", "2", "2 lost"],
        ["5", "4", "–", "1 lost"],
    ]


def test_who_is_parked_and_what_a_source_is_called_now_is_drawn_at_once(context, insights, leads):
    page = insights()
    context.workspace.leads.park([leads["Dana"]], TODAY.replace(year=2027), LAST_QUARTER)
    assert cells(funnel(page))[0][5] == "1"
    ad = page.choices.source.itemData(page.choices.source.findText("Ad"))
    context.workspace.lists.change_source(ad, "Ads & posters", "marketing")
    assert cells(home(page))[0][0] == "Ads & posters"
    assert home(page).view.marks[0].words.startswith("Ads & posters: ")
    assert page.choices.source.findText("Ad") < 0
