"""The leads behind a mark: who they are and how they stand, opened by click or Enter, taken along."""

import csv
from pathlib import Path

import pytest
from asked_of_charts import funnel, home, listed, wanted
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from bothhats.domain.pipeline import Outcome
from builders import TODAY, a_lead, closed, talked
from screen import heard_from

LAST_QUARTER = TODAY.replace(month=8)


@pytest.fixture
def behind(insights, leads, keyboard):
    """The page with all leads of the funnel beside it."""

    def show():
        page = insights()
        funnel(page).view.setFocus()
        keyboard.press("Home", "Return")
        return page

    return show


def said(page) -> list[str]:
    """What a screen reader reads of each row."""
    rows = page.panel.list.rows
    return [rows.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(rows.rowCount())]


def test_each_row_says_who_how_and_when(workspace, behind, leads):
    page = behind()
    closed(workspace, leads["Anna"], Outcome.LOST, LAST_QUARTER, reason="price")
    workspace.leads.park([leads["Dana"]], TODAY.replace(year=2027), LAST_QUARTER)
    assert said(page) == [
        "Anna. Lost: price. arrived 6 Aug, talked 6 Aug.",
        "Bo. New. arrived 6 Aug, never talked.",
        "Cy. Won. arrived 6 Aug, talked 6 Aug.",
        "Dana. New, parked. arrived 6 Aug, never talked.",
    ]
    assert (page.panel._words.text(), page.panel._count.text()) == (
        "4 leads, 2 open, not talked yet",
        "4 leads, 2 conversations",
    )


def test_enter_and_a_click_open_one_in_the_pipeline(context, behind, leads, keyboard):
    page = behind()
    opened = []
    context.navigation.lead_requested.connect(opened.append)
    assert page.panel.list.hasFocus()
    keyboard.press("Down", "Return")
    place = page.panel.list.visualRect(page.panel.list.rows.index(3)).center()
    QTest.mouseClick(page.panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened == [leads["Bo"], leads["Dana"]]


def test_all_of_them_become_a_filter_of_the_pipeline(context, behind, leads):
    page = behind()
    asked = wanted(context)
    page.panel.pipeline_button.click()
    assert asked == [(set(leads.values()), page.panel.words)]


def test_they_are_saved_as_a_list_and_told(context, behind, tmp_path: Path, monkeypatch):
    page, told = behind(), heard_from(context)
    path = tmp_path / "behind.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path.with_suffix("")), ""))
    page.panel.save_button.click()
    with path.open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    assert [row["name"] for row in rows] == ["Anna", "Bo", "Cy", "Dana"]
    assert told == ["4 leads exported as behind.csv"]


def test_where_they_cannot_be_saved_it_is_said(context, behind, tmp_path, monkeypatch):
    page = behind()
    problems = []
    context.navigation.problem_raised.connect(problems.append)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "gone" / "x.csv"), ""))
    page.panel.save_button.click()
    assert len(problems) == 1


def test_esc_goes_back_to_the_mark_and_another_chart_puts_the_list_away(behind, keyboard):
    page = behind()
    keyboard.press("Esc")
    assert listed(page) == set()
    assert page.part.card.view.hasFocus()
    keyboard.press("Return")
    assert len(listed(page)) == 4
    assert page.part.card.view._behind
    home(page)
    assert listed(page) == set()


def test_the_list_follows_what_happens_to_its_leads(behind, workspace, leads):
    page = behind()
    talked(workspace, leads["Bo"], LAST_QUARTER)
    workspace.leads.bin([leads["Cy"]])
    assert [each.split(".")[0] for each in said(page)] == ["Anna", "Bo", "Dana"]
    assert page.panel._count.text() == "3 leads, 2 conversations"


def test_the_list_stands_at_the_right_and_where_there_is_no_room_below(behind):
    page = behind()
    chart, panel = page.stack.geometry(), page.panel.geometry()
    assert panel.left() >= chart.right()
    page.resize(936, 640)
    page.layout().activate()
    page._row.activate()
    page._middle.activate()
    assert page.panel.geometry().top() >= page.stack.geometry().bottom()


def test_a_name_of_any_kind_is_listed(insights, workspace, keyboard):
    for name in ("=1+1", "<b>Bold</b>", "دانا", "🦊 " + "x" * 120):
        a_lead(workspace, name, source="Ad", today=LAST_QUARTER)
    page = insights()
    funnel(page).view.setFocus()
    keyboard.press("Home", "Return")
    assert len(listed(page)) == 4
    page.panel.list.grab()
    assert any(each.startswith("<b>Bold</b>. New") for each in said(page))
