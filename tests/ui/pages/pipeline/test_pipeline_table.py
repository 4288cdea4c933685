"""The table: checked, sorted and searched by keyboard and mouse; one filter and one selection with the board."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bothhats.domain.lead_filter import LeadFilter, View
from bothhats.domain.pipeline import Outcome
from bothhats.ui.pages.pipeline.page import PipelinePage
from builders import TODAY, a_lead, board, closed, stage_id, talked


@pytest.fixture
def table(make_page: Callable, keyboard) -> Callable[[], PipelinePage]:
    """The page with the table chosen and the focus in it."""

    def make() -> PipelinePage:
        page = make_page()
        page.form.choose(1)
        page.enter_list()
        return page

    return make


def names(page: PipelinePage) -> list[str]:
    """What the table shows, from top to bottom."""
    return [page.table_model.index(row, 1).data() for row in range(page.table_model.rowCount())]


def section(page: PipelinePage, head: str) -> int:
    """The column of that head."""
    headers = range(page.table_model.columnCount())
    return next(at for at in headers if page.table_model.headerData(at, Qt.Orientation.Horizontal) == head)


def test_a_click_on_a_head_sorts_and_a_second_one_turns_it_round(context, table) -> None:
    for name, value in (("Anna", 300), ("Bo", None), ("Cy", 100)):
        a_lead(context.workspace, name, value=value)
    page = table()
    head = page.table.horizontalHeader()
    at = section(page, "Value")
    spot = QPoint(head.sectionViewportPosition(at) + 30, 10)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert names(page) == ["Cy", "Anna", "Bo"]
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert names(page) == ["Anna", "Cy", "Bo"]


def test_alt_and_arrow_sort_by_the_column_the_focus_is_in(context, table, keyboard) -> None:
    for name in ("Bo", "Anna"):
        a_lead(context.workspace, name)
    page = table()
    keyboard.press("Alt+Up")
    assert names(page) == ["Anna", "Bo"]
    keyboard.press("Alt+Down")
    assert names(page) == ["Bo", "Anna"]


def test_space_checks_and_the_bar_says_what_is_checked_and_does_it(context, table, keyboard, asked) -> None:
    anna = a_lead(context.workspace, "Anna", value=2160_00, follow_up_on=TODAY)
    bo = a_lead(context.workspace, "Bo")
    page = table()
    keyboard.press("Space", "Shift+Down")
    assert page.selected_lead_ids() == [anna, bo]
    assert page.bulk_bar.isVisible()
    assert page.bulk_bar.accessibleDescription() == "2 selected, €2,160, one without a value"
    keyboard.press("P", "Del")
    assert asked == [("lead.park", [anna, bo]), ("lead.bin", [anna, bo])]
    page.bulk_bar.moved.emit(stage_id(context.workspace, "Proposal"))
    assert sorted(board(context.workspace)["Proposal"]) == ["Anna", "Bo"]
    keyboard.press("Escape")
    assert not page.bulk_bar.isVisible()


def test_control_a_checks_all_and_the_box_in_the_head_none_again(context, table, keyboard) -> None:
    for name in ("Anna", "Bo", "Cy"):
        a_lead(context.workspace, name)
    page = table()
    keyboard.press("Ctrl+A")
    assert len(page.table_model.checked_ids) == 3
    QTest.mouseClick(page.table.horizontalHeader().viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert page.table_model.checked_ids == []


def test_a_click_on_the_box_checks_and_beside_it_opens_the_pane(context, table) -> None:
    anna = a_lead(context.workspace, "Anna")
    page = table()
    for column in (0, 1):
        spot = page.table.visualRect(page.table_model.index(0, column)).center()
        QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        assert page.table_model.checked_ids == [anna]
        assert page.pane.isVisible() == (column == 1)


def test_letters_jump_to_a_name_while_nothing_is_checked(context, table, keyboard, asked) -> None:
    for name in ("Anna", "Xaver"):
        a_lead(context.workspace, name, follow_up_on=TODAY)
    page = table()
    keyboard.press("X")
    assert page.table.currentIndex().siblingAtColumn(1).data() == "Xaver"
    assert asked == []


def test_the_search_shows_where_a_hidden_word_stands(context, table) -> None:
    anna = a_lead(context.workspace, "Anna", arrived_on=TODAY)
    talked(context.workspace, anna, TODAY, note="Her till is old")
    a_lead(context.workspace, "Tilda")
    page = table()
    page.search.setText("till")
    assert names(page) == ["Anna"]
    assert page.table_model.index(0, section(page, "Next step")).data() == "in a call of 6 Oct: Her till is old"
    page.search.setText("til")
    assert sorted(names(page)) == ["Anna", "Tilda"]


def test_the_selection_goes_along_from_view_to_view(context, make_page: Callable, keyboard) -> None:
    for name in ("Anna", "Bo", "Cy"):
        a_lead(context.workspace, name)
    page = make_page()
    keyboard.press("Down", "Shift+Down")
    chosen = page.selected_lead_ids()
    assert len(chosen) == 2
    page.form.choose(1)
    assert page.selected_lead_ids() == chosen
    page.form.choose(0)
    assert page.selected_lead_ids() == chosen


def test_ended_leads_are_shown_in_the_table_and_the_board_goes_back_to_the_open_ones(context, make_page) -> None:
    a_lead(context.workspace, "Anna")
    closed(context.workspace, a_lead(context.workspace, "Bo"), Outcome.NO_DECISION)
    page = make_page()
    page.filter_bar.view.choose(View.ALL)
    assert sorted(names(page)) == ["Anna", "Bo"]
    assert page.form.value == "table"
    assert page.header.sentence == "2 leads"
    follow_up = page.table_model.index(names(page).index("Bo"), section(page, "Follow-up")).data()
    assert follow_up == "no decision, 6 Oct"
    page.form.choose(0)
    assert page.filter == LeadFilter()
    assert page.board.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_choices_in_the_popover_become_chips_that_take_them_away(context, make_page: Callable, keyboard) -> None:
    a_lead(context.workspace, "Anna", source="Ad")
    a_lead(context.workspace, "Bo", source="Event")
    page = make_page()
    page.filter_bar.button.click()
    ad = context.workspace.reader.execute("SELECT id FROM source WHERE name = 'Ad'").fetchone()[0]
    chip = page.filter_bar.popover.chips["source_ids", ad]
    chip.setFocus()
    keyboard.press("Space")
    assert page.header.sentence == "1 open lead"
    keyboard.press("Escape")
    assert QApplication.activePopupWidget() is None
    chips = page.filter_bar.findChildren(type(page.layout_parts.clear_button))
    taken = next(each for each in chips if each.text() == "Source: Ad")
    taken.click()
    assert page.header.sentence == "2 open leads"


def test_leads_that_another_place_asks_for_come_as_a_filter_with_its_words(context, make_page: Callable) -> None:
    anna = a_lead(context.workspace, "Anna")
    a_lead(context.workspace, "Bo")
    page = make_page()
    page.show_leads([anna], "Won from referrals")
    assert names(page) == ["Anna"]
    assert page.header.sentence == "Won from referrals: 1 lead"


def test_a_column_can_be_hidden_and_another_one_shown(context, table) -> None:
    a_lead(context.workspace, "Anna")
    page = table()
    page.table.look.show_column("company", is_shown=False)
    page.table.look.show_column("arrived", is_shown=True)
    assert not page.table.look.is_shown("company")
    assert page.table.look.is_shown("arrived")


def test_the_sentence_counts_parked_leads_as_open(context, make_page: Callable) -> None:
    for number in range(3):
        lead_id = a_lead(context.workspace, f"Lead {number}", value=1000_00)
        if number:
            context.workspace.leads.park([lead_id], TODAY.replace(month=11), TODAY)
    assert make_page().header.sentence == "3 open leads worth €3,000, two of them parked"


def test_a_page_that_was_hidden_shows_what_happened_meanwhile(context, make_page: Callable) -> None:
    page = make_page()
    page.hide()
    a_lead(context.workspace, "Anna")
    page.show()
    assert page.header.sentence == "1 open lead"


def test_leads_checked_in_the_table_are_selected_in_all_their_lanes(context, table, keyboard) -> None:
    for name, stage in (("Anna", "New"), ("Bo", "Proposal")):
        a_lead(context.workspace, name, stage)
    page = table()
    keyboard.press("Ctrl+A")
    page.form.choose(0)
    assert len(page.selected_lead_ids()) == 2
    assert sum(bool(lane.view.selected_ids()) for lane in page.board.lanes.values()) == 2
