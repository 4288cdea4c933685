"""The board by keyboard and mouse: cards move, the focus follows, undo brings both back."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from bothhats.domain.lead_filter import LeadFilter
from bothhats.domain.pipeline import Outcome
from bothhats.queries.lead_rows import lead_rows
from bothhats.ui.context import Context
from bothhats.ui.pages.pipeline.lead_model import LEAD_MIME, LeadIdRole
from bothhats.ui.pages.pipeline.page import PipelinePage
from builders import TODAY, a_lead, board, closed, stage_id


def focused(page: PipelinePage) -> str:
    """The card that has the focus, and its lane: "Anna in New"."""
    for lane_id, lane in page.board.lanes.items():
        if lane.view.hasFocus():
            name = next(stage.name for stage in page.board.stages if stage.id == lane_id)
            return f"{lane.view.currentIndex().data()} in {name}"
    return "nowhere"


def drop(target, ids: list[int]) -> None:
    """Drop leads on a lane's cards or on a block."""
    mime = QMimeData()
    mime.setData(LEAD_MIME, " ".join(str(each) for each in ids).encode())
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    target.dropEvent(QDropEvent(QPointF(5, 5), copy, mime, left, none))


def test_a_card_moves_to_the_next_stage_by_key_and_undo_brings_it_back(context, make_page: Callable, keyboard) -> None:
    a_lead(context.workspace, "Anna")
    a_lead(context.workspace, "Bo", "Qualified")
    page = make_page()
    assert focused(page) == "Anna in New"

    keyboard.press("Ctrl+Shift+Right")
    assert board(context.workspace) == {"Qualified": ["Anna", "Bo"]}
    assert focused(page) == "Anna in Qualified"

    context.workspace.journal.undo()
    assert board(context.workspace) == {"New": ["Anna"], "Qualified": ["Bo"]}
    assert focused(page) == "Anna in New"


def test_arrows_walk_between_cards_lanes_and_blocks_over_empty_lanes(context, make_page: Callable, keyboard) -> None:
    for name in ("Anna", "Bo"):
        a_lead(context.workspace, name)
    a_lead(context.workspace, "Cy", "Proposal")
    page = make_page()

    keyboard.press("Down")
    assert focused(page) == "Bo in New"
    keyboard.press("Right")
    assert focused(page) == "Cy in Proposal"
    keyboard.press("Right")
    assert page.board.ended.blocks["won"].hasFocus()
    keyboard.press("Down")
    assert page.board.ended.blocks["lost"].hasFocus()
    keyboard.press("Left", "Left")
    assert focused(page) == "Anna in New"


@pytest.mark.parametrize(
    ("key", "command"), [("P", "lead.park"), ("X", "lead.close"), ("L", "lead.log"), ("T", "lead.follow_up")]
)
def test_letters_ask_for_what_is_to_be_done_with_the_card(
    context, make_page: Callable, keyboard, asked, key: str, command: str
) -> None:
    anna = a_lead(context.workspace, "Anna")
    make_page()
    keyboard.press(key)
    assert asked == [(command, [anna])]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_digit_in_the_menu_moves_closes_or_parks(context, make_page: Callable, keyboard, asked) -> None:
    anna = a_lead(context.workspace, "Anna")
    page = make_page()
    for key in ("6", "9"):
        keyboard.press("M")
        QTest.keyClick(_menu(page), getattr(Qt.Key, f"Key_{key}"))
    assert asked == [("lead.close", ([anna], Outcome.LOST)), ("lead.park", [anna])]
    keyboard.press("M")
    QTest.keyClick(_menu(page), Qt.Key.Key_4)
    assert board(context.workspace) == {"Proposal": ["Anna"]}


def test_several_cards_move_together(context, make_page: Callable, keyboard) -> None:
    for name in ("Anna", "Bo", "Cy"):
        a_lead(context.workspace, name)
    page = make_page()
    keyboard.press("Shift+Down")
    assert len(page.selected_lead_ids()) == 2
    keyboard.press("Ctrl+Shift+Right")
    assert board(context.workspace) == {"New": ["Cy"], "Qualified": ["Anna", "Bo"]}
    assert len(page.selected_lead_ids()) == 2


def test_when_the_card_leaves_the_focus_stays_on_the_next_one(context, make_page: Callable) -> None:
    anna = a_lead(context.workspace, "Anna")
    a_lead(context.workspace, "Bo")
    page = make_page()
    closed(context.workspace, anna, Outcome.LOST)
    assert focused(page) == "Bo in New"
    assert [page.board.lanes[stage_id(context.workspace, "New")].model.index(0, 0).data(LeadIdRole)] == (
        page.selected_lead_ids()
    )
    context.workspace.journal.undo()
    assert focused(page) == "Anna in New"


def test_a_drop_on_a_lane_moves_and_on_a_block_asks(context, make_page: Callable, asked, qtbot) -> None:
    anna = a_lead(context.workspace, "Anna")
    page = make_page()
    drop(page.board.ended.blocks["not_a_fit"], [anna])
    drop(page.board.ended.blocks["parked"], [anna])
    assert asked == [("lead.close", ([anna], Outcome.NOT_A_FIT)), ("lead.park", [anna])]
    drop(page.board.lanes[stage_id(context.workspace, "Proposal")].view, [anna])
    qtbot.waitUntil(lambda: board(context.workspace) == {"Proposal": ["Anna"]})


def test_a_drop_where_the_card_stands_already_does_nothing(context, make_page: Callable, asked, qtbot) -> None:
    anna = a_lead(context.workspace, "Anna")
    page = make_page()
    drop(page.board.lanes[stage_id(context.workspace, "New")].view, [anna])
    QApplication.processEvents()
    assert asked == []


def test_a_click_opens_the_pane_and_escape_goes_back_to_the_card(context, make_page: Callable, keyboard) -> None:
    anna, bo = a_lead(context.workspace, "Anna"), a_lead(context.workspace, "Bo")
    page = make_page()
    view = page.board.lanes[stage_id(context.workspace, "New")].view
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(1, 0)).center())
    assert (page.pane.isVisible(), page.pane.lead_id) == (True, bo)
    keyboard.press("Up")
    assert page.pane.lead_id == anna
    keyboard.press("Return")
    assert page.pane.isAncestorOf(QApplication.focusWidget())
    keyboard.press("Escape")
    assert not page.pane.isVisible()
    assert focused(page) == "Anna in New"


def test_a_block_opens_as_a_lane_from_which_parked_leads_come_back(context, make_page: Callable, keyboard) -> None:
    anna = a_lead(context.workspace, "Anna", value=500)
    context.workspace.leads.park([anna], date(2026, 11, 2), TODAY)
    page = make_page()
    block = page.board.ended.blocks["parked"]
    assert block.accessibleName() == "Parked, 1 lead, next back Mon 2 Nov"
    block.click()
    assert page.board.extra.isVisible()
    assert page.board.extra.model.ids == [anna]
    drop(page.board.lanes[stage_id(context.workspace, "Qualified")].view, [anna])
    QApplication.processEvents()
    assert page.board.extra.model.ids == []
    assert page.board.lanes[stage_id(context.workspace, "Qualified")].model.ids == [anna]
    block.click()
    assert not page.board.extra.isVisible()


def test_lanes_are_named_with_hat_count_and_value(context, make_page: Callable) -> None:
    a_lead(context.workspace, "Anna", "Qualified", value=6000_00)
    page = make_page()
    view = page.board.lanes[stage_id(context.workspace, "Qualified")].view
    assert view.accessibleName() == "Qualified, marketing hat, 1 lead, €6,000"


def test_an_empty_file_offers_to_add_and_to_import(context: Context, make_page: Callable, asked) -> None:
    page = make_page()
    parts = page.layout_parts
    assert parts.import_button.isVisible()
    parts.add_buttons[1].click()
    parts.import_button.click()
    assert asked == [("lead.add", None), ("import.open", None)]


def test_what_matches_nothing_says_so_and_the_filter_can_be_cleared(context: Context, make_page: Callable) -> None:
    a_lead(context.workspace, "Anna")
    page = make_page()
    page.search.setText("nobody")
    assert page.layout_parts.clear_button.isVisible()
    page.layout_parts.clear_button.click()
    assert page.filter == LeadFilter()
    assert page.search.text() == ""
    assert page.board.isVisible()


def test_the_board_scrolls_sideways_where_it_has_no_room_and_lanes_keep_their_width(context, make_page, window) -> None:
    lead_id = a_lead(context.workspace, "Anna", "Proposal")
    window.resize(936, 640)
    page = make_page()
    page.show_lead(lead_id)
    QApplication.processEvents()
    assert all(lane.width() >= 150 for lane in page.board.lanes.values())
    assert page.board.horizontalScrollBar().maximum() > 0
    card = page.board.lanes[stage_id(context.workspace, "Proposal")]
    left = card.mapTo(page.board.viewport(), card.rect().topLeft()).x()
    assert 0 <= left <= page.board.viewport().width() - card.width()


def _menu(page: PipelinePage) -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_of_a_card_has_everything_that_can_be_done_with_it(context, make_page: Callable, asked) -> None:
    anna = a_lead(context.workspace, "Anna")
    page = make_page()
    view = page.board.lanes[stage_id(context.workspace, "New")].view
    view.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5)))
    menu = _menu(page)
    for action in menu.actions():
        if action.menu() is None and not action.isSeparator():
            action.trigger()
    menu.close()
    names = (
        *("log", "follow_up", "judge", "park", "close", "call", "email"),
        *("tag", "source", "campaign", "merge", "copy", "export", "export_person", "bin"),
    )
    assert asked == [(f"lead.{name}", [anna]) for name in names]


def test_f2_on_a_card_edits_its_value(context, make_page: Callable, keyboard) -> None:
    anna = a_lead(context.workspace, "Anna")
    make_page()
    keyboard.press("F2")
    keyboard.type("1200")
    keyboard.press("Return")
    assert lead_rows(context.workspace.reader, [anna])[anna].value == 1200_00


def test_the_pane_keeps_the_width_that_it_was_given(context, make_page: Callable, qtbot) -> None:
    anna = a_lead(context.workspace, "Anna")
    page = make_page()
    page.show_lead(anna)
    assert page.pane.width() == 338
    splitter = page.pane.parentWidget()
    splitter.moveSplitter(page.width() - 440, 1)
    page.close_pane()
    page.show_lead(anna)
    assert page.pane.width() == pytest.approx(440, abs=2)


def test_a_stage_that_is_renamed_is_shown_under_its_new_name(context, make_page: Callable) -> None:
    a_lead(context.workspace, "Anna")
    page = make_page()
    new = stage_id(context.workspace, "New")
    with context.workspace.journal.step("New renamed"):
        context.workspace.journal.connection.execute("UPDATE stage SET name = 'Fresh & new' WHERE id = ?", (new,))
    assert page.board.lanes[new].view.accessibleName().startswith("Fresh & new, marketing hat, 1 lead")


def test_more_than_one_card_brings_the_bar_and_its_buttons_are_about_them(context, make_page, asked, keyboard) -> None:
    ids = [a_lead(context.workspace, name, value=100_00) for name in ("Anna", "Bo", "Cy")]
    page = make_page()
    assert not page.bulk_bar.isVisible()
    keyboard.press("Shift+Down")
    assert page.bulk_bar.isVisible()
    assert page.bulk_bar.accessibleDescription() == "2 selected, €200"
    page.bulk_bar.wanted.emit("lead.tag")
    keyboard.press("G")
    assert asked == [("lead.tag", sorted(page.board.selected_ids()))] * 2
    page.bulk_bar.cleared.emit()
    assert not page.bulk_bar.isVisible()
    assert len(page.board.selected_ids()) == 1
    assert len(ids) == 3
