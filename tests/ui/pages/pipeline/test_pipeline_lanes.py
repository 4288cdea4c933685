"""How the board is laid out: the order inside the columns, cards put by hand, columns hidden and shown."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu

from bothhats.ui.pages.pipeline.board_view import placed
from bothhats.ui.pages.pipeline.lead_model import LEAD_MIME
from bothhats.ui.pages.pipeline.page import PipelinePage
from builders import TODAY, a_lead, stage_id


def lanes(page: PipelinePage) -> dict[str, list[str]]:
    """What each column shows, from top to bottom."""
    found = {}
    for lane, stage in zip(page.board.lanes.values(), page.board.stages, strict=True):
        found[stage.name] = [lane.model.index(row, 0).data() for row in range(lane.model.rowCount())]
    return found


def choose(button, words: str) -> QAction:
    """Choose from a button's menu."""
    menu = button.menu()
    menu.aboutToShow.emit()
    action = next(each for each in menu.actions() if each.text() == words)
    action.trigger()
    return action


def drop(page: PipelinePage, stage: str, ids: list[int], row: int) -> None:
    """Drop leads above the card at a row of a column, or under the last one."""
    view = page.board.lanes[stage_id(page.context.workspace, stage)].view
    rect = view.visualRect(view.model().index(row, 0))
    point = QPointF(20, rect.top() + 2 if rect.isValid() else view.height() - 5)
    mime = QMimeData()
    mime.setData(LEAD_MIME, " ".join(str(each) for each in ids).encode())
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    view.dropEvent(QDropEvent(point, copy, mime, left, none))


@pytest.fixture
def three(context) -> list[int]:
    """Anna is due first, Bo is worth most, Cy came last."""
    workspace = context.workspace
    return [
        a_lead(workspace, "Anna", value=100, arrived_on=TODAY.replace(day=1), follow_up_on=TODAY),
        a_lead(workspace, "Bo", value=300, arrived_on=TODAY.replace(day=2), follow_up_on=TODAY.replace(day=8)),
        a_lead(workspace, "Cy", arrived_on=TODAY.replace(day=5), follow_up_on=TODAY.replace(day=20)),
    ]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Value: highest first", ["Bo", "Anna", "Cy"]),
        ("Arrival: newest first", ["Cy", "Bo", "Anna"]),
        ("Follow-up: soonest first", ["Anna", "Bo", "Cy"]),
    ],
)
def test_the_order_inside_the_columns_is_chosen_and_kept(context, make_page: Callable, three, words, names) -> None:
    page = make_page()
    choose(page.layout_parts.lane_tools.order_button, "Value: highest first")
    choose(page.layout_parts.lane_tools.order_button, words)
    assert lanes(page)["New"] == names
    assert page.layout_parts.lane_tools.order_button.text() == words
    assert lanes(make_page())["New"] == names


def test_by_hand_a_card_stays_where_it_was_dropped_and_undo_takes_it_back(context, make_page: Callable, three) -> None:
    anna, _, cy = three
    page = make_page()
    choose(page.layout_parts.lane_tools.order_button, "Ordered by hand")
    assert lanes(page)["New"] == ["Anna", "Bo", "Cy"]
    drop(page, "New", [cy], 0)
    assert lanes(page)["New"] == ["Cy", "Anna", "Bo"]
    drop(page, "New", [anna], 9)
    assert lanes(page)["New"] == ["Cy", "Bo", "Anna"]
    context.workspace.journal.undo()
    context.workspace.journal.undo()
    assert lanes(page)["New"] == ["Anna", "Bo", "Cy"]
    assert context.workspace.journal.redo() == "Cy moved within the column"
    assert lanes(page)["New"] == ["Cy", "Anna", "Bo"]


def test_by_hand_keys_take_the_card_up_and_down_with_the_focus(context, make_page: Callable, three, keyboard) -> None:
    page = make_page()
    choose(page.layout_parts.lane_tools.order_button, "Ordered by hand")
    page.enter_list()
    keyboard.press("Ctrl+Shift+Down")
    assert lanes(page)["New"] == ["Bo", "Anna", "Cy"]
    keyboard.press("Ctrl+Shift+Down", "Ctrl+Shift+Down")
    assert lanes(page)["New"] == ["Bo", "Cy", "Anna"]
    keyboard.press("Ctrl+Shift+Up")
    assert lanes(page)["New"] == ["Bo", "Anna", "Cy"]
    assert page.board.selected_ids() == [three[0]]


def test_by_hand_a_card_moved_to_another_column_lands_where_it_was_dropped_in_one_step(
    context, make_page: Callable, three, qtbot
) -> None:
    for name in ("Dana", "Eli"):
        a_lead(context.workspace, name, "Proposal")
    page = make_page()
    choose(page.layout_parts.lane_tools.order_button, "Ordered by hand")
    before = lanes(page)["Proposal"]
    drop(page, "Proposal", [three[0]], 1)
    qtbot.waitUntil(lambda: len(lanes(page)["Proposal"]) == 3)
    assert lanes(page)["Proposal"] == [before[0], "Anna", before[1]]
    context.workspace.journal.undo()
    assert lanes(page) == {"New": ["Anna", "Bo", "Cy"], "Qualified": [], "In conversation": [], "Proposal": before}


def test_without_the_order_by_hand_keys_up_and_down_move_nothing(context, make_page, three, keyboard) -> None:
    page = make_page()
    before = context.workspace.journal.undo_label
    keyboard.press("Ctrl+Shift+Down")
    drop(page, "New", [three[1]], 0)
    assert context.workspace.journal.undo_label == before


def test_a_new_lead_stands_behind_those_put_by_hand(context, make_page: Callable, three) -> None:
    page = make_page()
    choose(page.layout_parts.lane_tools.order_button, "Ordered by hand")
    drop(page, "New", [three[2]], 0)
    a_lead(context.workspace, "Dana", follow_up_on=TODAY)
    assert lanes(page)["New"][0] == "Cy"
    assert set(lanes(page)["New"][1:]) == {"Anna", "Bo", "Dana"}


def test_a_hidden_column_comes_back_and_its_leads_are_counted_all_along(context, make_page: Callable, three) -> None:
    page = make_page()
    tools = page.layout_parts.lane_tools
    choose(tools.columns_button, "New")
    assert "New" not in lanes(page)
    assert tools.columns_button.text() == "One column hidden"
    assert page.header.sentence.startswith("3 open leads")
    assert "New" not in lanes(make_page())
    choose(tools.columns_button, "New")
    assert lanes(page)["New"] == ["Anna", "Bo", "Cy"]


def test_the_last_column_cannot_be_hidden(context, make_page: Callable) -> None:
    page = make_page()
    tools = page.layout_parts.lane_tools
    for name in ("New", "Qualified", "In conversation"):
        choose(tools.columns_button, name)
    tools.columns_button.menu().aboutToShow.emit()
    assert [each.isEnabled() for each in tools.columns_button.menu().actions()] == [True, True, True, False]
    tools.hide_stage(stage_id(context.workspace, "Proposal"))
    assert list(lanes(page)) == ["Proposal"]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_head_of_a_column_hides_it_and_leads_to_the_stages(context, make_page: Callable, qtbot) -> None:
    page = make_page()
    parts = []
    context.navigation.part_requested.connect(lambda place, part: parts.append((place, part)))
    lane = page.board.lanes[stage_id(context.workspace, "Qualified")]
    for words in ("Change the stages…", "Hide this column"):
        lane._head.customContextMenuRequested.emit(QPoint(5, 5))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        next(each for each in menu.actions() if each.text() == words).trigger()
        menu.close()
    assert parts == [("playbook", "stages")]
    qtbot.waitUntil(lambda: list(lanes(page)) == ["New", "In conversation", "Proposal"])


def test_moving_by_key_goes_past_a_hidden_column(context, make_page: Callable, three, keyboard) -> None:
    page = make_page()
    choose(page.layout_parts.lane_tools.columns_button, "Qualified")
    choose(page.layout_parts.lane_tools.columns_button, "In conversation")
    page.enter_list()
    keyboard.press("Ctrl+Shift+Right")
    assert lanes(page) == {"New": ["Bo", "Cy"], "Proposal": ["Anna"]}


@pytest.mark.parametrize(
    ("moved", "row", "order"),
    [([3], 0, [3, 1, 2]), ([1], 3, [2, 3, 1]), ([1], 1, [1, 2, 3]), ([2], 1, [1, 2, 3]), ([9], 1, [1, 9, 2, 3])],
)
def test_a_row_counts_the_cards_as_they_stand(moved: list[int], row: int, order: list[int]) -> None:
    assert placed([1, 2, 3], moved, row) == order
