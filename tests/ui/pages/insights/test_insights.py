"""Insights through its widgets: what is chosen is drawn, marks lead to their leads, numbers can be taken along."""

import csv
import io
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from bothhats.ui.pages.insights.page import InsightsPage
from builders import TODAY, a_lead, closed, talked

LAST_QUARTER = TODAY.replace(month=8)


@pytest.fixture
def insights(context, window):
    """The page in its window, once the test has put its leads into the file."""

    def make() -> InsightsPage:
        page = InsightsPage(context)
        page.setParent(window)
        page.resize(window.size())
        page.show()
        return page

    return make


@pytest.fixture
def leads(workspace):
    """Four of the last quarter from two sources; two talked, one was won; one more of this month."""
    anna, bo, cy, dana = (
        a_lead(workspace, name, today=LAST_QUARTER, source=source)
        for name, source in (("Anna", "Ad"), ("Bo", "Ad"), ("Cy", "Referral"), ("Dana", "$_=Fair"))
    )
    talked(workspace, anna, LAST_QUARTER)
    talked(workspace, cy, LAST_QUARTER)
    closed(workspace, cy, on=LAST_QUARTER)
    a_lead(workspace, "Eli", source="Referral")
    return {"Anna": anna, "Bo": bo, "Cy": cy, "Dana": dana}


def cells(card) -> list[list[str]]:
    """The numbers of a chart as its table shows them."""
    table = card.table
    return [
        [table.item(row, column).text() for column in range(table.columnCount())] for row in range(table.rowCount())
    ]


def middle_of(mark) -> QPoint:
    """Where one clicks at a mark."""
    return QPoint(int(mark.x + mark.width / 2), int(mark.y + mark.height / 2))


def wanted(context) -> list[tuple[set[int], str]]:
    """Which leads are asked for."""
    asked = []
    context.navigation.leads_requested.connect(lambda ids, words: asked.append((set(ids), words)))
    return asked


def test_the_choices_decide_what_is_counted(context, insights, leads):
    page = insights()
    assert [(row[0], row[1]) for row in cells(page.home)] == [("Ad", "2"), ("$_=Fair", "1"), ("Referral", "1")]
    page.choices.source.setCurrentIndex(page.choices.source.findText("Ad"))
    assert [(row[0], row[1]) for row in cells(page.home)] == [("Ad", "2")]
    page.choices.source.setCurrentIndex(0)
    page.choices.period.setCurrentIndex(page.choices.period.findData("this_month"))
    assert [(row[0], row[1]) for row in cells(page.home)] == [("Referral", "1")]
    assert page.header.sentence == "Arrived 1 October to 6 October 2026, as of today"


def test_a_file_without_leads_says_so_and_invites(context, insights):
    page = insights()
    assert page._empty.isVisible()
    a_lead(context.workspace, "Anna", source="Ad")
    assert not page._empty.isVisible()


def test_a_mark_leads_to_the_very_leads_behind_it_by_mouse(context, insights, leads):
    page, asked = insights(), wanted(context)
    mark = next(each for each in page.home.view.marks if set(each.ids) == {leads["Anna"], leads["Bo"]})
    QTest.mouseClick(page.home.view, Qt.MouseButton.LeftButton, pos=middle_of(mark))
    assert asked == [({leads["Anna"], leads["Bo"]}, mark.words)]


def test_the_arrows_go_from_mark_to_mark_and_enter_leads_to_the_leads(context, insights, leads, keyboard):
    page, asked = insights(), wanted(context)
    view = page.home.view
    view.setFocus(Qt.FocusReason.TabFocusReason)
    read_out = []
    for _ in view.marks:
        read_out.append(view.accessibleDescription())
        keyboard.press("Return", "Right")
    assert read_out == [mark.words for mark in view.marks]
    assert view.accessibleDescription() == view.marks[0].words, "after the last comes the first"
    assert asked == [(set(mark.ids), mark.words) for mark in view.marks if mark.ids]
    keyboard.press("Left")
    assert view.accessibleDescription() == view.marks[-1].words
    keyboard.press("Home", "End", "Left")
    assert view.accessibleDescription() == view.marks[-2].words


def test_nobody_stands_behind_a_mark_of_none(context, insights, leads, keyboard):
    page, asked = insights(), wanted(context)
    none = next(mark for mark in page.home.view.marks if not mark.ids)
    QTest.mouseClick(page.home.view, Qt.MouseButton.LeftButton, pos=middle_of(none))
    assert asked == []


def test_t_turns_the_chart_into_its_numbers_and_the_focus_goes_along(context, insights, leads, keyboard):
    page = insights()
    page.home.view.setFocus()
    keyboard.press("T")
    assert (page.home.view.isVisible(), page.home.table.hasFocus()) == (False, True)
    keyboard.press("T")
    assert (page.home.view.hasFocus(), page.home.table.isVisible()) == (True, False)


def test_picture_and_numbers_are_copied_by_key_and_no_name_is_a_formula(context, insights, leads, keyboard):
    a_lead(context.workspace, "Finn", today=LAST_QUARTER, source="=1+1")
    page = insights()
    page.home.view.setFocus()
    keyboard.press("Ctrl+C")
    assert QApplication.clipboard().image().width() >= 2 * page.home.view.width() - 2
    keyboard.press("Ctrl+Shift+C")
    rows = list(csv.reader(io.StringIO(QApplication.clipboard().text()), delimiter="\t"))
    assert rows[0][:2] == ["Source", "Leads"]
    assert {row[0] for row in rows[1:]} == {"Ad", "Referral", "$_=Fair", "'=1+1"}


@pytest.mark.parametrize(
    ("ending", "begins"), [("png", b"\x89PNG"), ("svg", b"<?xml"), ("csv", b"\xef\xbb\xbfSource,Leads")]
)
def test_a_chart_is_saved_in_each_form(insights, leads, tmp_path: Path, monkeypatch, ending, begins):
    page = insights()
    path = tmp_path / f"leads.{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "leads"), ""))
    page.home._save(ending)
    assert path.read_bytes().startswith(begins)


@pytest.mark.parametrize("ending", ["png", "svg", "csv"])
def test_where_it_cannot_be_written_one_sentence_says_so(context, insights, leads, tmp_path, monkeypatch, ending):
    problems = []
    context.navigation.problem_raised.connect(problems.append)
    page = insights()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "gone" / f"leads.{ending}"), ""))
    page.home._save(ending)
    assert "cannot be written" in problems[0].message
    assert problems[0].way_out == "Choose another folder; nothing was changed."


def test_a_change_elsewhere_is_drawn_and_a_hidden_page_waits_for_it(context, insights, leads):
    page = insights()
    talked(context.workspace, leads["Bo"], LAST_QUARTER)
    assert next(row for row in cells(page.home) if row[0] == "Ad")[3] == "2"
    page.hide()
    context.workspace.leads.bin([leads["Anna"]])
    page.show()
    assert next(row for row in cells(page.home) if row[0] == "Ad")[1] == "1"


def test_the_funnel_is_a_part_with_its_own_numbers(insights, leads):
    page = insights()
    page.show_part("funnel")
    assert page.funnel.isVisible()
    assert [row[:4] for row in cells(page.funnel)] == [
        ["Leads", "4", "–", "2"],
        ["Conversations", "2", "2 of 4", "1"],
        ["Opportunities", "1", "1 of 2", "0"],
        ["Closes", "1", "1 of 1", "–"],
        ["Qualified, of whom talked", "0", "0 of 0", "–"],
    ]
