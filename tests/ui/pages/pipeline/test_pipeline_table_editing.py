"""The table as a spreadsheet: cells edited in place, columns put as the owner wants them, rows copied."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bothhats.domain.lead_filter import Order, View
from bothhats.queries.lead_rows import lead_rows
from bothhats.ui.pages.pipeline.fact_editors import LineEditor
from bothhats.ui.pages.pipeline.page import PipelinePage
from bothhats.ui.pages.pipeline.table_columns import COLUMNS
from builders import TODAY, a_lead, closed

SECTIONS = {column.name: section for section, column in enumerate(COLUMNS, 1)}


@pytest.fixture
def table(make_page: Callable) -> Callable[[], PipelinePage]:
    """The page with the table chosen and the focus in it."""

    def make() -> PipelinePage:
        page = make_page()
        page.form.choose(1)
        page.enter_list()
        return page

    return make


def go_to(page: PipelinePage, column: str, row: int = 0) -> None:
    """Put the focus on a cell."""
    page.table.setCurrentIndex(page.table_model.index(row, SECTIONS[column]))


def editor(page: PipelinePage) -> LineEditor | None:
    """The editor that is open in a cell."""
    return next((each for each in page.table.findChildren(LineEditor) if each.isVisible()), None)


def retype(page: PipelinePage, keyboard, column: str, text: str, *, leave: str = "Return") -> None:
    """Edit a cell of the first row by keyboard."""
    go_to(page, column)
    keyboard.press("F2")
    assert editor(page) is not None
    QApplication.processEvents()
    if popup := QApplication.activePopupWidget():
        popup.close()
    editor(page).clear()
    QTest.keyClicks(editor(page), text)
    QTest.keyClick(editor(page), Qt.Key.Key_Return if leave == "Return" else Qt.Key.Key_Escape)


def names(page: PipelinePage) -> list[str]:
    """What the table shows, from top to bottom."""
    return [page.table_model.index(row, 1).data() for row in range(page.table_model.rowCount())]


def click_head(page: PipelinePage, column: str, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    """Click the head of a column."""
    head = page.table.horizontalHeader()
    spot = QPoint(head.sectionViewportPosition(SECTIONS[column]) + 30, 10)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, modifier, spot)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize(
    ("column", "text", "field", "value"),
    [
        ("value", "2,400.50", "value", 2400_50),
        ("value", "", "value", None),
        ("due", "in 2 weeks", "follow_up_on", date(2026, 10, 20)),
        ("next_step", "Send the plan", "next_step", "Send the plan"),
        ("stage", "proposal", "stage_name", "Proposal"),
        ("source", "Referral", "source_name", "Referral"),
        ("campaign", "Books by the 5th", "campaign_name", "Books by the 5th"),
    ],
)
def test_a_cell_is_edited_in_place_undone_and_done_again(context, table, keyboard, column, text, field, value) -> None:
    anna = a_lead(context.workspace, "Anna", follow_up_on=TODAY, value=7)
    page = table()
    page.table.look.show_column(column, is_shown=True)
    before = getattr(lead_rows(context.workspace.reader, [anna])[anna], field)
    retype(page, keyboard, column, text)
    assert editor(page) is None
    assert getattr(lead_rows(context.workspace.reader, [anna])[anna], field) == value
    assert page.table.hasFocus()
    context.workspace.journal.undo()
    assert getattr(lead_rows(context.workspace.reader, [anna])[anna], field) == before
    context.workspace.journal.redo()
    assert getattr(lead_rows(context.workspace.reader, [anna])[anna], field) == value


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize(
    ("column", "text", "says"),
    [
        ("value", "much", "amount"),
        ("due", "31 feb", "There is no 31 February"),
        ("due", "soonish", "That is no day."),
        ("stage", "Nowhere", "There is no stage of that name."),
        ("next_step", "Call", "set the follow-up first"),
    ],
)
def test_what_is_wrong_is_said_and_the_typed_text_stays(context, table, keyboard, column, text, says) -> None:
    anna = a_lead(context.workspace, "Anna")
    page = table()
    before = lead_rows(context.workspace.reader, [anna])
    retype(page, keyboard, column, text)
    assert editor(page) is not None
    assert editor(page).text() == text
    assert says in editor(page).accessibleDescription()
    page.search.setFocus()
    assert editor(page).text() == text
    QTest.keyClick(editor(page), Qt.Key.Key_Escape)
    assert editor(page) is None
    assert lead_rows(context.workspace.reader, [anna]) == before


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_leaving_a_cell_keeps_what_was_typed_and_escape_does_not(context, table, keyboard) -> None:
    anna = a_lead(context.workspace, "Anna", value=100)
    page = table()
    retype(page, keyboard, "value", "7", leave="Escape")
    assert lead_rows(context.workspace.reader, [anna])[anna].value == 100
    go_to(page, "value")
    keyboard.press("F2")
    editor(page).setText("8")
    page.search.setFocus()
    assert lead_rows(context.workspace.reader, [anna])[anna].value == 800


def test_a_double_click_edits_and_a_single_one_opens_the_pane(context, table, qtbot) -> None:
    a_lead(context.workspace, "Anna", value=100)
    page = table()
    spot = page.table.visualRect(page.table_model.index(0, SECTIONS["value"])).center()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert editor(page).text() == "1.00"
    assert not page.pane.isVisible()
    QTest.keyClick(editor(page), Qt.Key.Key_Escape)
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.waitUntil(page.pane.isVisible)


def test_an_ended_lead_has_no_next_step_to_edit(context, table, keyboard) -> None:
    closed(context.workspace, a_lead(context.workspace, "Anna"))
    page = table()
    page.filter_bar.view.choose(View.ENDED)
    for column in ("due", "next_step", "stage"):
        assert not page.table_model.index(0, SECTIONS[column]).flags() & Qt.ItemFlag.ItemIsEditable
    assert page.table_model.index(0, SECTIONS["value"]).flags() & Qt.ItemFlag.ItemIsEditable


def test_shift_sorts_within_what_is_sorted_already_and_the_order_is_kept(context, table, keyboard) -> None:
    for name, source, value in (("Anna", "Ad", 1), ("Bo", "Event", 2), ("Cy", "Ad", 3)):
        a_lead(context.workspace, name, source=source, value=value)
    page = table()
    click_head(page, "source")
    click_head(page, "value", Qt.KeyboardModifier.ShiftModifier)
    assert names(page) == ["Anna", "Cy", "Bo"]
    click_head(page, "value", Qt.KeyboardModifier.ShiftModifier)
    assert names(page) == ["Cy", "Anna", "Bo"]
    go_to(page, "name")
    keyboard.press("Alt+Down")
    assert names(page) == ["Cy", "Bo", "Anna"]
    go_to(page, "source")
    keyboard.press("Alt+Up")
    go_to(page, "value")
    keyboard.press("Alt+Shift+Down")
    assert names(page) == ["Cy", "Anna", "Bo"]
    assert table().table_model.orders == (Order("source"), Order("value", is_descending=True))


def test_columns_are_moved_sized_and_hidden_and_stay_so(context, table, keyboard) -> None:
    a_lead(context.workspace, "Anna")
    page = table()
    look, head = page.table.look, page.table.horizontalHeader()
    go_to(page, "value")
    keyboard.press("Ctrl+Shift+Left", "Ctrl+Shift+Left", "Ctrl+Shift+Left")
    head.resizeSection(SECTIONS["company"], 222)
    look.show_column("qualified", is_shown=False)
    shown = [COLUMNS[section - 1].name for section in look.shown_sections()]
    assert shown == ["value", "name", "company", "stage", "source", "due", "next_step", "last_touch"]
    again = table().table
    assert [COLUMNS[section - 1].name for section in again.look.shown_sections()] == shown
    assert abs(again.columnWidth(SECTIONS["company"]) - 222) <= 1
    menu = page.layout_parts._columns.menu()
    menu.aboutToShow.emit()
    menu.actions()[-1].trigger()
    assert [COLUMNS[section - 1].name for section in look.shown_sections()][:3] == ["name", "company", "stage"]


@pytest.mark.parametrize("text", ["", "name", "nonsense:12", "company:5", "name:-4 x:y ::: name:99999"])
def test_a_broken_memory_of_the_columns_costs_only_looks(context, table, text) -> None:
    context.kept.table_columns = text
    context.kept.table_orders = text
    a_lead(context.workspace, "Anna")
    page = table()
    assert page.table.look.is_shown("name")
    assert names(page) == ["Anna"]


def test_rows_are_copied_as_a_spreadsheet_takes_them(context, table, keyboard) -> None:
    a_lead(context.workspace, "=Anna", value=2400_50, source="Ad", follow_up_on=date(2026, 10, 9), company="A\tB")
    a_lead(context.workspace, "Bo", follow_up_on=date(2026, 10, 12), value=100_00)
    page = table()
    for name in ("stage", "last_touch", "qualified"):
        page.table.look.show_column(name, is_shown=False)
    keyboard.press("Ctrl+A", "Ctrl+Shift+C")
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0].split("\t") == ["Name", "Company", "Value", "Source", "Follow-up", "Next step"]
    rows = sorted(line.split("\t")[:5] for line in lines[1:])
    assert rows == [["'=Anna", "A B", "2400.50", "Ad", "2026-10-09"], ["Bo", "", "100", "", "2026-10-12"]]
