"""A chart of Insights: its marks lead to their leads, it turns into its numbers, both can be taken along."""

import csv
import io
from pathlib import Path

import pytest
from asked_of_charts import cells, funnel, home, listed, middle_of
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from bothhats.charts.drawing import ChartTable
from bothhats.ui.pages.insights.numbers_table import NumbersTable
from bothhats.ui.pages.insights.taking_along import save_chart
from builders import TODAY, a_lead
from screen import heard_from

LAST_QUARTER = TODAY.replace(month=8)


def test_a_mark_leads_to_the_very_leads_behind_it_by_mouse(insights, leads):
    page = insights()
    mark = next(each for each in home(page).view.marks if set(each.ids) == {leads["Anna"], leads["Bo"]})
    QTest.mouseClick(page.part.home.view, Qt.MouseButton.LeftButton, pos=middle_of(mark))
    assert listed(page) == {leads["Anna"], leads["Bo"]}
    assert page.panel.words == mark.words


def test_the_arrows_go_from_mark_to_mark_and_enter_leads_to_the_leads(insights, leads, keyboard):
    page = insights()
    view = home(page).view
    view.setFocus(Qt.FocusReason.TabFocusReason)
    read_out = []
    for mark in view.marks:
        read_out.append(view.accessibleDescription())
        keyboard.press("Return")
        assert listed(page) == set(mark.ids)
        assert page.panel.list.hasFocus() == bool(mark.ids)
        if mark.ids:
            keyboard.press("Esc")
        assert view.hasFocus()
        keyboard.press("Right")
    assert read_out == [mark.words for mark in view.marks]
    assert view.accessibleDescription() == view.marks[0].words, "after the last comes the first"
    keyboard.press("Left")
    assert view.accessibleDescription() == view.marks[-1].words
    keyboard.press("Home", "End", "Left")
    assert view.accessibleDescription() == view.marks[-2].words


def test_nobody_stands_behind_a_mark_of_none(insights, leads):
    page = insights()
    none = next(mark for mark in home(page).view.marks if not mark.ids)
    QTest.mouseClick(page.part.home.view, Qt.MouseButton.LeftButton, pos=middle_of(none))
    assert listed(page) == set()


def test_t_turns_the_chart_into_its_numbers_and_the_focus_goes_along(context, insights, leads, keyboard):
    page = insights()
    home(page).view.setFocus()
    keyboard.press("T")
    assert (home(page).view.isVisible(), home(page).table.hasFocus()) == (False, True)
    keyboard.press("T")
    assert (home(page).view.hasFocus(), home(page).table.isVisible()) == (True, False)


def test_picture_and_numbers_are_copied_by_key_and_no_name_is_a_formula(context, insights, leads, keyboard):
    a_lead(context.workspace, "Finn", today=LAST_QUARTER, source="=1+1")
    page = insights()
    home(page).view.setFocus()
    told = heard_from(context)
    keyboard.press("Ctrl+C")
    assert QApplication.clipboard().image().width() >= 2 * home(page).view.width() - 2
    keyboard.press("Ctrl+Shift+C")
    assert told == ["The chart is copied", "The numbers are copied"]
    rows = list(csv.reader(io.StringIO(QApplication.clipboard().text()), delimiter="\t"))
    assert rows[0][:2] == ["Source", "Leads"]
    assert {row[0] for row in rows[1:]} == {"Ad", "Referral", "$_=Fair", "'=1+1"}


@pytest.mark.parametrize(
    ("ending", "begins", "what"),
    [
        ("png", b"\x89PNG", "The chart is"),
        ("svg", b"<?xml", "The chart is"),
        ("csv", b"\xef\xbb\xbfSource,Leads", "The numbers are"),
    ],
)
def test_a_chart_is_saved_in_each_form_and_told(
    context, insights, leads, tmp_path: Path, monkeypatch, ending, begins, what
):
    page, told = insights(), heard_from(context)
    path = tmp_path / f"leads.{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "leads"), ""))
    save_chart(home(page), ending)
    assert path.read_bytes().startswith(begins)
    assert told == [f"{what} in leads.{ending}"]


@pytest.mark.parametrize("ending", ["png", "svg", "csv"])
def test_where_it_cannot_be_written_one_sentence_says_so(context, insights, leads, tmp_path, monkeypatch, ending):
    problems, told = [], heard_from(context)
    context.navigation.problem_raised.connect(problems.append)
    page = insights()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "gone" / f"leads.{ending}"), ""))
    save_chart(home(page), ending)
    assert "cannot be written" in problems[0].message
    assert problems[0].way_out == "Choose another folder or name."
    assert told == []


@pytest.mark.parametrize("ending", ["png", "svg", "csv"])
def test_what_was_saved_before_stays_whole_where_the_new_cannot_be(
    context, insights, leads, tmp_path, monkeypatch, ending
):
    problems = []
    context.navigation.problem_raised.connect(problems.append)
    page = insights()
    path = tmp_path / f"leads.{ending}"
    path.write_text("old")
    (tmp_path / f".leads.{ending}.part").mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    save_chart(home(page), ending)
    assert (len(problems), path.read_text()) == (1, "old")


def test_the_keys_work_in_the_table_as_in_the_chart(insights, leads, keyboard):
    page = insights()
    home(page).view.setFocus()
    keyboard.press("T", "Down", "Right")
    assert (home(page).table.currentRow(), home(page).table.currentColumn()) == (1, 1)
    keyboard.press("Ctrl+Shift+C")
    assert QApplication.clipboard().text().startswith("Source\tLeads")
    keyboard.press("Ctrl+C")
    assert QApplication.clipboard().image().width() > 760


def test_the_switch_turns_the_chart_and_keeps_the_focus(insights, leads):
    card = funnel(insights())
    for number, form in ((1, card.table), (0, card.view)):
        QTest.mouseClick(card.form_choice.button(number), Qt.MouseButton.LeftButton)
        assert form.isVisible()
        assert not form.hasFocus(), "the focus never jumps by itself"


def test_the_keys_of_a_chart_are_for_the_chart_alone(insights, leads, keyboard):
    page = insights()
    page.choices.source.setFocus()
    keyboard.press("T")
    assert home(page).view.isVisible()


def test_numbers_are_saved_so_that_a_spreadsheet_reads_names_as_names(context, insights, tmp_path, monkeypatch):
    for number, name in enumerate(("=1+1", "+49", "-3 %", "@home", 'Say "hi", twice', "Fair")):
        a_lead(context.workspace, f"Lead {number}", today=LAST_QUARTER, source=name)
    path = tmp_path / "numbers.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    page = insights()
    save_chart(home(page), "csv")
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    assert rows[0] == ["Source", "Leads", "Open, not talked yet", "Conversations", "Of these open", "Closes"]
    assert {row[0] for row in rows[1:]} == {"'=1+1", "+49", "'-3 %", "'@home", 'Say "hi", twice', "Fair"}
    assert [row[0].lstrip("'") for row in rows[1:]] == [row[0] for row in cells(home(page))]


def test_a_picture_is_saved_at_twice_the_size_under_the_chart_s_name(insights, leads, tmp_path, monkeypatch):
    offered = []

    def choose(_parent, _title, name, _kinds):
        offered.append(name)
        return str(tmp_path / "q3 v1.2"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    page = insights()
    save_chart(home(page), "png")
    assert offered == ["Leads, conversations and closes, by source.png"]
    picture = QImage(str(tmp_path / "q3 v1.2.png"))
    assert abs(picture.width() - 2 * home(page).view.width()) <= 2
    assert abs(picture.height() - 2 * home(page).view.height()) <= 2


def test_a_drawing_says_nothing_of_the_machine_and_nothing_saved_means_nothing_written(
    insights, leads, tmp_path, monkeypatch
):
    page = insights()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    save_chart(home(page), "svg")
    assert list(tmp_path.glob("*.svg")) == []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "chart.svg"), ""))
    save_chart(home(page), "svg")
    drawing = (tmp_path / "chart.svg").read_text(encoding="utf-8")
    assert str(tmp_path) not in drawing
    assert "<dc:date>" not in drawing
    assert "Matplotlib v" not in drawing


def test_a_chart_follows_the_theme_and_the_width(insights, leads, theme):
    page = insights()
    view = home(page).view
    light = view.grab().toImage().pixelColor(3, view.height() - 3)
    theme.set_mode("dark")
    try:
        assert view.grab().toImage().pixelColor(3, view.height() - 3).lightness() < light.lightness()
    finally:
        theme.set_mode("light")
    marks = view.marks
    page.resize(960, 700)
    QApplication.processEvents()
    assert [mark.ids for mark in view.marks] == [mark.ids for mark in marks]
    assert max(mark.x + mark.width for mark in view.marks) <= view.width()


def test_tab_goes_from_tool_to_tool_and_through_the_numbers(insights, leads, keyboard):
    page = insights()
    card = funnel(page)
    page.nav.setFocus()
    went = []
    for _ in range(4):
        keyboard.press("Tab")
        went.append(QApplication.focusWidget())
    assert went[0] is card.form_choice.button(0)
    assert went[3] is card.view
    keyboard.press("T", "Tab")
    assert not card.table.hasFocus()


def test_words_of_the_table_stand_left_and_figures_right(theme, qtbot):
    table = NumbersTable("Reasons")
    qtbot.addWidget(table)
    rows = (
        ("Won", "price", "2", "£30", "–"),
        ("Won", "3M came", "–", "none", "–"),
        ("Lost", "timing", "1", "–£4", "–"),
    )
    table.show_numbers(ChartTable(("Ended", "Reason", "Leads", "Value", "Parked"), rows))
    right = [
        bool(table.item(0, column).textAlignment() & Qt.AlignmentFlag.AlignRight) for column in range(len(rows[0]))
    ]
    assert right == [False, False, True, True, True]
