"""The filter of the pipeline: popover, chips that fold, ranges, clearing; one filter behind board and table."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bothhats.domain.lead_filter import NOT_RECORDED, LeadFilter, NextContact, View
from bothhats.domain.pipeline import Hat, Outcome
from bothhats.queries.filter_lists import named_rows
from bothhats.ui.pages.pipeline.filter_popover import FilterPopover
from bothhats.ui.pages.pipeline.page import PipelinePage
from bothhats.ui.widgets.buttons import FilterChip
from builders import TODAY, a_lead, closed, stage_id, talked

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def cards(page: PipelinePage) -> list[str]:
    """The names on the board, lane by lane."""
    return [lane.model.row(place).name for lane in page.board.all_lanes() for place in range(lane.model.rowCount())]


def rows(page: PipelinePage) -> list[str]:
    """The names in the table."""
    return [page.table_model.row(place).name for place in range(page.table_model.rowCount())]


def chips(page: PipelinePage) -> list[str]:
    """What the chips of the bar say, the folded ones behind a plus."""
    shown = [chip.text() for chip in page.filter_bar.chips.chips if not chip.isHidden()]
    return shown + [f"+{choice.words}" for choice in page.filter_bar.chips.folded]


def opened(page: PipelinePage, qtbot) -> FilterPopover:
    """The popover, opened by the mouse."""
    qtbot.mouseClick(page.filter_bar.button, Qt.MouseButton.LeftButton)
    popover = page.filter_bar.popover
    qtbot.waitUntil(popover.isVisible)
    return popover


def row_id(context, table: str, name: str) -> int:
    """The row of that name in one of the lists."""
    return next(row.id for row in named_rows(context.workspace.reader, table) if row.name == name)


def test_every_kind_of_choice_is_offered_and_takes_effect_at_once(context, make_page: Callable, qtbot) -> None:
    workspace = context.workspace
    anna = a_lead(workspace, "Anna", "Proposal", source="Ad", tags=("studio",), value=500_00)
    a_lead(workspace, "Bo", campaign="Spring")
    talked(workspace, anna, heard="Too dear")
    page = make_page()
    wanted = {
        ("source_ids", row_id(context, "source", "Ad")): ["Anna"],
        ("source_ids", NOT_RECORDED): ["Bo"],
        ("campaign_ids", row_id(context, "campaign", "Spring")): ["Bo"],
        ("campaign_ids", NOT_RECORDED): ["Anna"],
        ("stage_ids", stage_id(workspace, "Proposal")): ["Anna"],
        ("hats", Hat.MARKETING): ["Bo"],
        ("next_contact", NextContact.AHEAD): ["Bo"],
        ("tag_ids", row_id(context, "tag", "studio")): ["Anna"],
        ("objection_ids", row_id(context, "objection", "Too dear")): ["Anna"],
    }
    popover = opened(page, qtbot)
    for key, names in wanted.items():
        qtbot.mouseClick(popover.chips[key], Qt.MouseButton.LeftButton)
        assert cards(page) == names, key
        assert len(chips(page)) == 1
        qtbot.mouseClick(popover.chips[key], Qt.MouseButton.LeftButton)
    assert page.filter == LeadFilter()
    assert cards(page) == ["Bo", "Anna"]


def test_the_popover_is_walked_with_tab_between_groups_and_arrows_within(
    context, make_page: Callable, qtbot, keyboard
) -> None:
    a_lead(context.workspace, "Anna", source="Ad")
    page = make_page()
    page.filter_bar.button.setFocus()
    keyboard.press("Space")
    popover = page.filter_bar.popover
    qtbot.waitUntil(popover.isVisible)
    fields = [field for field, _group in popover.groups]
    for _ in fields[: fields.index("hats")]:
        keyboard.press("Tab")
        if popover.focusWidget() is popover.groups[0][1].finder:
            keyboard.press("Tab")
    keyboard.press("Right", "Space")
    assert page.filter.hats == {Hat.SALES}
    keyboard.press("Left", "Left", "Space")
    assert page.filter.hats == {Hat.SALES, Hat.MARKETING}
    keyboard.press("Escape")
    assert QApplication.activePopupWidget() is None


def test_a_long_list_is_folded_and_searched_and_keeps_what_is_chosen(
    context, make_page: Callable, qtbot, keyboard
) -> None:
    a_lead(context.workspace, "Anna", tags=tuple(f"tag {n:02}" for n in range(40)))
    a_lead(context.workspace, "Bo", tags=("Größe",))
    page = make_page()
    popover = opened(page, qtbot)
    tags = dict(popover.groups)["tag_ids"]
    assert len(tags.chips) < 12
    tags.finder.setFocus()
    keyboard.type("grosse")
    assert [chip.text() for chip in tags.chips.values()] == ["Größe"]
    qtbot.waitUntil(lambda: all(chip.isVisible() for chip in tags.chips.values()))
    keyboard.press("Tab", "Space")
    assert cards(page) == ["Bo"]
    tags.finder.clear()
    assert "Größe" in [chip.text() for chip in tags.chips.values()]


def test_a_value_range_counts_from_and_up_to_and_says_what_is_no_amount(
    context, make_page: Callable, qtbot, keyboard
) -> None:
    for name, value in (("None", None), ("Low", 100_00), ("High", 900_00)):
        a_lead(context.workspace, name, value=value)
    page = make_page()
    popover = opened(page, qtbot)
    popover.value.low.setFocus()
    keyboard.type("200")
    assert cards(page) == ["High"]
    assert chips(page) == ["Value: from €200"]
    popover.value.high.setFocus()
    keyboard.type("much")
    assert popover.value.high.property("wrong") == "true"
    assert cards(page) == ["High"]
    popover.value.high.selectAll()
    keyboard.type("100")
    popover.value.low.selectAll()
    popover.value.low.setFocus()
    keyboard.press("Delete")
    assert cards(page) == ["Low"]
    assert chips(page) == ["Value: up to €100"]
    popover.close()
    page.filter_bar.chips.chips[0].click()
    assert page.filter == LeadFilter()


def test_arrival_is_asked_for_in_words_that_mean_the_past(context, make_page: Callable, qtbot, keyboard) -> None:
    for name, day in (("Old", date(2026, 8, 31)), ("New", date(2026, 9, 1)), ("Today", TODAY)):
        a_lead(context.workspace, name, arrived_on=day)
    page = make_page()
    popover = opened(page, qtbot)
    popover.arrived.first.line.setFocus()
    keyboard.type("1 sep")
    assert page.filter.arrived_from == date(2026, 9, 1)
    popover.arrived.last.line.setFocus()
    keyboard.type("mon")
    assert page.filter.arrived_to == date(2026, 10, 5)
    assert cards(page) == ["New"]
    assert chips(page) == ["Arrived: 1 Sep to 5 Oct"]
    popover.arrived.last.line.setText("someday")
    assert popover.arrived.last.is_wrong
    assert page.filter.arrived_to is None


def test_the_popover_shows_what_is_chosen_when_it_opens_again_and_clears_it(
    context, make_page: Callable, qtbot
) -> None:
    a_lead(context.workspace, "Anna", source="Ad")
    page = make_page()
    chosen = LeadFilter(source_ids=frozenset({NOT_RECORDED}), value_from=500_00, arrived_to=date(2026, 9, 3))
    page.set_filter(chosen)
    popover = opened(page, qtbot)
    assert popover.chips["source_ids", NOT_RECORDED].isChecked()
    assert (popover.value.ends, popover.arrived.ends) == ((500_00, None), (None, date(2026, 9, 3)))
    assert page.filter == chosen
    qtbot.mouseClick(popover.clear_button, Qt.MouseButton.LeftButton)
    assert page.filter == LeadFilter()
    assert not popover.chips["source_ids", NOT_RECORDED].isChecked()
    assert (popover.value.ends, popover.arrived.ends) == ((None, None), (None, None))


def test_the_popover_stays_inside_a_small_window_and_follows_the_focus(
    context, make_page: Callable, window, qtbot, keyboard
) -> None:
    a_lead(context.workspace, "Anna", tags=tuple(f"tag {n}" for n in range(30)))
    window.resize(1024, 680)
    page = make_page()
    popover = opened(page, qtbot)
    assert popover.geometry().bottom() <= window.mapToGlobal(window.rect().bottomRight()).y()
    popover.arrived.last.line.setFocus(Qt.FocusReason.TabFocusReason)
    line = popover.arrived.last.line
    qtbot.waitUntil(lambda: not line.visibleRegion().isEmpty())


def test_chips_without_room_fold_into_a_number_whose_menu_takes_them_away(
    context, make_page: Callable, window, qtbot
) -> None:
    a_lead(context.workspace, "Anna", tags=tuple(f"quite a long tag {n}" for n in range(9)))
    window.resize(1024, 680)
    page = make_page()
    tags = frozenset(row.id for row in named_rows(context.workspace.reader, "tag"))
    page.set_filter(LeadFilter(tag_ids=tags))
    row = page.filter_bar.chips
    hidden = len(row.folded)
    assert 0 < hidden < 9
    assert row.more.text() == f"+{hidden}"
    assert row.more.geometry().right() <= row.width()
    row.more.menu().aboutToShow.emit()
    row.more.menu().actions()[-1].trigger()
    assert len(page.filter.tag_ids) == 8
    assert len(row.folded) == hidden - 1
    page.resize(2400, 680)
    qtbot.waitUntil(lambda: not row.folded)
    assert row.more.isHidden()


def test_chips_are_taken_away_by_key_and_the_focus_stays_in_the_bar(
    context, make_page: Callable, qtbot, keyboard
) -> None:
    a_lead(context.workspace, "Anna")
    page = make_page()
    page.set_filter(LeadFilter(hats=frozenset(Hat)))
    page.filter_bar.chips.chips[0].setFocus(Qt.FocusReason.TabFocusReason)
    keyboard.press("Space")
    assert chips(page) == ["Hat: sales hat"]
    assert isinstance(QApplication.focusWidget(), FilterChip)
    keyboard.press("Return")
    assert chips(page) == []
    assert QApplication.focusWidget() is page.filter_bar.button


def test_nothing_that_matches_says_so_and_one_button_clears_it_all(context, make_page: Callable, qtbot) -> None:
    a_lead(context.workspace, "Anna")
    page = make_page()
    page.set_filter(LeadFilter(text="nobody", hats=frozenset({Hat.SALES})))
    assert page.layout_parts.clear_button.isVisible()
    qtbot.mouseClick(page.layout_parts.clear_button, Qt.MouseButton.LeftButton)
    assert page.search.text() == ""
    assert cards(page) == ["Anna"]


def test_cleared_by_key_the_focus_goes_to_the_leads(context, make_page: Callable, keyboard) -> None:
    a_lead(context.workspace, "Anna")
    page = make_page()
    page.set_filter(LeadFilter(text="nobody"))
    page.layout_parts.clear_button.setFocus()
    keyboard.press("Space")
    assert QApplication.focusWidget() is page.board.all_lanes()[0].view


def test_a_reason_brings_the_table_with_its_ended_leads_and_the_board_drops_it(context, make_page: Callable) -> None:
    workspace = context.workspace
    closed(workspace, a_lead(workspace, "Anna", source="Ad"), Outcome.LOST, reason="price")
    a_lead(workspace, "Bo", source="Ad")
    page = make_page()
    ad = frozenset({row_id(context, "source", "Ad")})
    page.set_filter(LeadFilter(source_ids=ad, reason_ids=frozenset({row_id(context, "lost_reason", "price")})))
    assert not page.is_board
    assert rows(page) == ["Anna"]
    assert chips(page) == ["Source: Ad", "Why it ended: price"]
    page.form.choose(0)
    assert page.filter == LeadFilter(source_ids=ad)
    assert cards(page) == ["Bo"]


def test_the_filter_stays_when_the_form_changes_and_follows_what_is_committed(context, make_page: Callable) -> None:
    workspace = context.workspace
    anna = a_lead(workspace, "Anna", tags=("studio",))
    a_lead(workspace, "Bo")
    page = make_page()
    page.set_filter(LeadFilter(tag_ids=frozenset({row_id(context, "tag", "studio")})))
    page.form.choose(1)
    assert rows(page) == ["Anna"]
    with workspace.journal.step("Tag renamed"):
        workspace.journal.connection.execute("UPDATE tag SET name = 'atelier'")
    assert chips(page) == ["Tag: atelier"]
    workspace.leads.tag([anna], [], ["atelier"])
    assert page.layout_parts.clear_button.isVisible()
    workspace.journal.undo()
    assert rows(page) == ["Anna"]


def test_searching_marks_the_cards_and_says_on_them_where_it_found(context, make_page: Callable, qtbot) -> None:
    workspace = context.workspace
    anna, roof = a_lead(workspace, "Anna", value=100_00), a_lead(workspace, "Roof Ltd")
    talked(workspace, anna, date(2026, 9, 4), note="asked about the roof", stage_id=stage_id(workspace, "New"))
    page = make_page()
    lane = page.board.all_lanes()[0]
    page.search.setFocus()
    before = lane.view.grab().toImage()
    QTest.keyClicks(page.search, "roof")
    assert sorted(lane.model.ids) == sorted([anna, roof])
    tip = lane.model.index_of(anna).data(Qt.ItemDataRole.ToolTipRole)
    assert "Found in a call of 4 Sep: asked about the roof." in tip
    assert "Found" not in lane.model.index_of(roof).data(Qt.ItemDataRole.AccessibleTextRole)
    assert lane.view.grab().toImage() != before
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    assert "Found" not in lane.model.index_of(anna).data(Qt.ItemDataRole.AccessibleTextRole)
    assert lane.view.grab().toImage() == before


def test_a_search_waits_for_a_pause_once_it_was_slow_and_enter_does_not(context, make_page: Callable, qtbot) -> None:
    a_lead(context.workspace, "Anna")
    a_lead(context.workspace, "Bo")
    page = make_page()
    page.search.setFocus()
    page.search._took = 10_000
    QTest.keyClicks(page.search, "an")
    assert len(cards(page)) == 2
    page.set_filter(LeadFilter(hats=frozenset({Hat.MARKETING})))
    qtbot.waitUntil(lambda: cards(page) == ["Anna"])
    assert page.filter == LeadFilter(text="an", hats=frozenset({Hat.MARKETING}))
    page.search._took = 10_000
    QTest.keyClicks(page.search, "x")
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    assert page.layout_parts.clear_button.isVisible()


def test_clearing_keeps_the_view(context, make_page: Callable) -> None:
    closed(context.workspace, a_lead(context.workspace, "Anna"), Outcome.WON)
    page = make_page()
    page.set_filter(LeadFilter(view=View.ENDED, text="nobody"))
    page.clear_filter()
    assert page.filter == LeadFilter(view=View.ENDED)
    assert rows(page) == ["Anna"]
