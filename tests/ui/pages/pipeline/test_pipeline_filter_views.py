"""Saved views in the toolbar: chosen, saved, updated, renamed, reordered, removed; undone and done again."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from bothhats.domain.lead_filter import LeadFilter, View
from bothhats.domain.pipeline import Hat, Outcome
from bothhats.ui.dialogs.name_view import NameView, ask_view_name
from bothhats.ui.pages.pipeline.page import PipelinePage
from builders import a_lead, closed

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
SALES = LeadFilter(hats=frozenset({Hat.SALES}))


@pytest.fixture
def page(context, make_page: Callable) -> PipelinePage:
    """A pipeline with two open leads and an ended one."""
    a_lead(context.workspace, "Anna", "Proposal")
    a_lead(context.workspace, "Bo")
    closed(context.workspace, a_lead(context.workspace, "Cy"), Outcome.LOST)
    return make_page()


def menu(page: PipelinePage) -> QMenu:
    """The menu of the views, as it is when it opens."""
    page.filter_bar.view.menu().aboutToShow.emit()
    return page.filter_bar.view.menu()


def listed(page: PipelinePage) -> list[str]:
    """The views with their counts, the chosen one with a star."""
    actions = [action for action in menu(page).actions() if action.isCheckable()]
    return [action.text().replace("\t", " ") + "*" * action.isChecked() for action in actions]


def act(page: PipelinePage, name: str) -> None:
    """Choose what to do with the views."""
    menu(page)
    next(action for action in page.filter_bar.view.menu().actions() if action.objectName() == name).trigger()


def offered(page: PipelinePage) -> list[str]:
    """What can be done with the views now."""
    return [action.objectName() for action in menu(page).actions() if action.objectName() and action.isEnabled()]


def named(page: PipelinePage, name: str | None) -> None:
    """Answer the dialog with this name."""
    page.views.ask_name = lambda _parent, _begun, _taken: name


def saved(page: PipelinePage, name: str, lead_filter: LeadFilter) -> None:
    """A view of this name."""
    page.set_filter(lead_filter)
    named(page, name)
    act(page, "save")


def test_the_three_views_are_always_there_with_their_counts(page: PipelinePage) -> None:
    assert listed(page) == ["Open leads 2*", "All leads 3", "Ended leads 1"]
    assert offered(page) == ["save"]
    page.filter_bar.view.choose(View.ENDED)
    assert page.filter == LeadFilter(view=View.ENDED)
    assert not page.is_board
    assert page.filter_bar.view.words == "Ended leads"


def test_a_view_is_saved_by_key_and_chosen_by_mouse(page: PipelinePage, context, qtbot, keyboard) -> None:
    page.set_filter(SALES)

    def name_it(dialog: NameView) -> None:
        keyboard.press("Return")
        assert dialog.hint.text() == "A view needs a name."
        keyboard.type("Sales & more")
        keyboard.press("Return")

    keyboard.answer(name_it)
    act(page, "save")
    assert page.filter_bar.view.words == "Sales & more"
    assert listed(page) == ["Open leads 2", "All leads 3", "Ended leads 1", "Sales && more 1*"]

    page.filter_bar.view.choose(View.OPEN)
    assert page.filter == LeadFilter()
    qtbot.mouseClick(page.filter_bar.view, Qt.MouseButton.LeftButton)
    opened = page.filter_bar.view.menu()
    qtbot.waitUntil(opened.isVisible)
    own = next(action for action in opened.actions() if action.text().startswith("Sales"))
    qtbot.mouseClick(opened, Qt.MouseButton.LeftButton, pos=opened.actionGeometry(own).center())
    assert page.filter == SALES
    assert page.filter_bar.view.words == "Sales & more"


def test_a_view_remembers_board_or_table_and_its_search(page: PipelinePage) -> None:
    page.form.choose(1)
    saved(page, "Anna", LeadFilter(text="ann"))
    page.form.choose(0)
    page.filter_bar.view.choose(View.OPEN)
    assert (page.is_board, page.search.text()) == (True, "")
    page.show_part(str(page.filter_bar.views[0].id))
    assert (page.is_board, page.search.text()) == (False, "ann")
    assert page.header.sentence == "1 open lead"


def test_a_changed_view_says_so_and_is_updated_and_undone(page: PipelinePage, context) -> None:
    saved(page, "Mine", SALES)
    assert "update" not in offered(page)
    other = LeadFilter(hats=frozenset({Hat.MARKETING}))
    page.set_filter(other)
    assert page.filter_bar.view.words == "Mine, changed"
    act(page, "update")
    assert page.filter_bar.view.words == "Mine"
    assert page.filter_bar.views[0].lead_filter == other
    context.workspace.journal.undo()
    assert page.filter_bar.view.words == "Mine, changed"
    assert page.filter_bar.views[0].lead_filter == SALES
    context.workspace.journal.redo()
    assert page.filter_bar.view.words == "Mine"


def test_clearing_leaves_the_view_of_the_owner(page: PipelinePage) -> None:
    saved(page, "Mine", SALES)
    page.clear_filter()
    assert page.filter_bar.view.words == "Open leads"
    assert listed(page)[0] == "Open leads 2*"


def test_a_view_is_renamed_reordered_and_removed_with_undo_and_redo(page: PipelinePage, context) -> None:
    journal = context.workspace.journal
    saved(page, "First", SALES)
    saved(page, "Second", LeadFilter(text="bo"))
    assert offered(page) == ["save", "rename", "up", "remove"]
    act(page, "up")
    named(page, "Best")
    act(page, "rename")
    assert listed(page)[3:] == ["Best 1*", "First 1"]
    act(page, "remove")
    assert listed(page)[3:] == ["First 1"]
    assert page.filter_bar.view.words == "Open leads"
    assert page.filter == LeadFilter(text="bo")

    for expected in (["Best 1*", "First 1"], ["Second 1*", "First 1"], ["First 1", "Second 1*"], ["First 1"], []):
        journal.undo()
        assert listed(page)[3:] == expected
    for expected in (["First 1"], ["First 1", "Second 1*"], ["Second 1*", "First 1"], ["Best 1*", "First 1"]):
        journal.redo()
        assert listed(page)[3:] == expected


def test_a_dialog_that_is_left_changes_nothing_and_a_taken_name_is_said_to_be(
    page: PipelinePage, context, keyboard
) -> None:
    saved(page, "Mine", SALES)
    said: list[str] = []

    def take_it(dialog: NameView) -> None:
        keyboard.type("mine")
        keyboard.press("Return")
        said.append(dialog.hint.text())
        keyboard.press("Escape")

    page.views.ask_name = ask_view_name
    keyboard.answer(take_it)
    act(page, "save")
    assert said == ["There is a view called mine already. Choose another name."]
    assert [view.name for view in page.filter_bar.views] == ["Mine"]
    problems: list[str] = []
    context.navigation.problem_raised.connect(lambda problem: problems.append(problem.message))
    named(page, "MINE")
    act(page, "save")
    assert problems == ["There is a view called MINE already."]


def test_counts_follow_what_happens(page: PipelinePage, context) -> None:
    saved(page, "Mine", SALES)
    a_lead(context.workspace, "Dev", "Proposal")
    assert listed(page)[3] == "Mine 2*"
    context.workspace.journal.undo()
    assert listed(page)[3] == "Mine 1*"
