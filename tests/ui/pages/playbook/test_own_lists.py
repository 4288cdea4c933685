"""Stages, reasons, sources, tags and goals through their widgets, each undone and done again."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from bothhats.domain.pipeline import Hat, Outcome, Step
from bothhats.queries.goals import read_goals
from bothhats.queries.lists import reasons, sources, stages, tags, tags_of
from bothhats.queries.own_lists import own_list
from bothhats.ui.pages.pipeline.page import PipelinePage
from bothhats.ui.pages.playbook.drag_handle import DragHandle
from bothhats.ui.pages.playbook.goals_part import GoalCell
from bothhats.ui.pages.playbook.page import PlaybookPage
from bothhats.ui.pages.playbook.stage_row import StageRow
from bothhats.ui.widgets.buttons import IconButton, SuggestionChip
from bothhats.ui.widgets.segments import Segments
from builders import TODAY, a_lead, board, closed


def choose(menu: QMenu, *words: str) -> None:
    """Choose an action of a menu by the beginnings of its words, through sub-menus."""
    menu.aboutToShow.emit()
    for number, word in enumerate(words):
        action = next(each for each in menu.actions() if each.text().replace("&", "").startswith(word))
        if number == len(words) - 1:
            action.trigger()
        else:
            menu = QAction.menu(action)


def retype(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def there_and_back(workspace, see) -> None:
    """The last step is undone and done again, exactly."""
    after = see()
    workspace.journal.undo()
    assert see() != after
    workspace.journal.redo()
    assert see() == after


@pytest.fixture
def names(workspace):
    return lambda: [stage.name for stage in stages(workspace.reader)]


@pytest.fixture
def row(playbook):
    """The row of a stage."""

    def find(name: str) -> StageRow:
        found = playbook.parts["stages"].body.findChildren(StageRow)
        return next(each for each in found if each.name.text() == name)

    return find


def test_a_stage_is_added_renamed_moved_and_given_to_the_other_hat(playbook, named, row, names, workspace, keyboard):
    playbook.show_part("stages")
    field = named(QLineEdit, "New stage")
    field.setFocus()
    keyboard.type("Trial")
    keyboard.press("Return")
    assert names() == ["New", "Qualified", "Trial", "In conversation", "Proposal"]
    assert named(QLineEdit, "New stage").text() == ""
    there_and_back(workspace, names)
    retype(row("Trial").name, "Trial week")
    there_and_back(workspace, names)
    row("Trial week").name.setFocus()
    keyboard.press("Alt+Up", "Alt+Up")
    assert names() == ["Trial week", "New", "Qualified", "In conversation", "Proposal"]
    assert QApplication.focusWidget() is row("Trial week").name, "it is taken along"
    there_and_back(workspace, names)
    row("Trial week").hat.choose(0)
    row("Trial week").rhythm.setValue(3)
    row("Trial week").chance.setValue(12)
    stage = stages(workspace.reader)[0]
    assert (stage.hat, stage.rhythm_days, stage.chance) == (Hat.MARKETING, 3, 12)
    workspace.journal.undo()
    stage = stages(workspace.reader)[0]
    assert (stage.hat, stage.rhythm_days, stage.chance) == (Hat.SALES, 7, 30), "changes of one stage are one step"


def test_a_stage_with_leads_goes_by_saying_where_they_go_and_the_board_follows(
    playbook, row, names, workspace, context, window
):
    a_lead(workspace, "Anna", "Qualified")
    a_lead(workspace, "Bo", "Qualified")
    pipeline = PipelinePage(context)
    pipeline.setParent(window)
    pipeline.resize(window.size())
    pipeline.show()
    playbook.show_part("stages")
    choose(row("Qualified").more.menu(), "Remove, and its 2 leads go to", "In conversation")
    assert names() == ["New", "In conversation", "Proposal"]
    assert board(workspace) == {"In conversation": ["Anna", "Bo"]}
    assert list(pipeline.board.lanes)[:3] == [stage.id for stage in stages(workspace.reader)]
    there_and_back(workspace, names)
    chips = playbook.parts["stages"].body.findChildren(SuggestionChip)
    chips[0].click()
    assert names() == ["New", "Qualified", "In conversation", "Proposal"]
    choose(row("Qualified").more.menu(), "Remove")
    assert names() == ["New", "In conversation", "Proposal"], "an empty one goes at once"


def test_what_entering_a_stage_asks_is_the_owners_choice(playbook, row, workspace):
    playbook.show_part("stages")
    choose(row("Proposal").more.menu(), "Entering it asks", "sales-ready")
    assert stages(workspace.reader)[-1].judges == Step.SALES_READY
    there_and_back(workspace, lambda: stages(workspace.reader)[-1].judges)


def test_a_name_that_is_taken_is_told_stays_typed_and_esc_gives_the_old_one_back(playbook, row, names, context):
    told = []
    context.navigation.problem_raised.connect(told.append)
    playbook.show_part("stages")
    retype(row("Proposal").name, "new")
    assert "There is a stage called new already." in str(told[0])
    assert names() == ["New", "Qualified", "In conversation", "Proposal"]
    field = row("new").name
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "Proposal"


def test_reasons_are_reordered_renamed_merged_added_and_retired(playbook, named, workspace, keyboard):
    lead, other = a_lead(workspace, "Anna"), a_lead(workspace, "Bo")
    closed(workspace, lead, Outcome.LOST, reason="price")
    closed(workspace, other, Outcome.LOST, reason="no budget")
    playbook.show_part("stages")

    def see():
        return [(each.name, each.used, each.is_retired) for each in own_list(workspace.reader, "lost")]

    first = [name for name, *_ in see()]
    fields = playbook.parts["stages"].body.findChildren(QLineEdit)
    lost = next(each for each in fields if each.text() == "no budget")
    lost.setFocus()
    keyboard.press("Alt+Up")
    assert [name for name, *_ in see()] == ["no budget", "price", *first[2:]]
    there_and_back(workspace, see)
    keyboard.press("End")
    keyboard.type(" this year")
    keyboard.press("Return")
    assert see()[0] == ("no budget this year", 1, False)
    there_and_back(workspace, see)
    choose(named(IconButton, "More for no budget this year").menu(), "Merge into", "price")
    assert see()[0] == ("price", 2, False)
    there_and_back(workspace, see)
    retype(named(QLineEdit, "Another reason, for ending otherwise"), "moved away")
    assert see()[-1] == ("moved away", 0, False)
    choose(named(IconButton, "More for moved away").menu(), "Retire")
    assert "moved away" not in reasons(workspace.reader, "lost")
    there_and_back(workspace, see)
    named(SuggestionChip, "moved away").click()
    assert "moved away" in reasons(workspace.reader, "lost")


def test_sources_are_added_told_apart_renamed_merged_and_retired(playbook, named, workspace):
    a_lead(workspace, "Anna", source="Social")
    playbook.show_part("sources")
    assert playbook.header.sentence == "9 sources, and whose work each is. Eight of them brought nobody yet."

    def see():
        return [(each.name, each.kind, each.used, each.is_retired) for each in own_list(workspace.reader, "source")]

    retype(named(QLineEdit, "New source"), "Podcast")
    assert ("Podcast", "marketing", 0, False) in see()
    there_and_back(workspace, see)
    named(Segments, "Kind of Podcast").choose(2)
    assert ("Podcast", "word_of_mouth", 0, False) in see()
    there_and_back(workspace, see)
    retype(named(QLineEdit, "Name of Podcast"), "Podcasts")
    there_and_back(workspace, see)
    choose(named(IconButton, "More for Social").menu(), "Merge into", "Podcasts")
    assert ("Podcasts", "word_of_mouth", 1, False) in see()
    there_and_back(workspace, see)
    choose(named(IconButton, "More for Podcasts").menu(), "Retire")
    assert "Podcasts" not in [each.name for each in sources(workspace.reader)]
    assert ("Podcasts", "word_of_mouth", 1, True) in see()
    there_and_back(workspace, see)


def test_tags_are_added_renamed_merged_and_taken_away(playbook, named, workspace):
    lead = a_lead(workspace, "Anna", tags=("vip",))
    playbook.show_part("sources")

    def see():
        return tags(workspace.reader), tags_of(workspace.reader, [lead])

    retype(named(QLineEdit, "New tag"), "regular")
    there_and_back(workspace, see)
    retype(named(QLineEdit, "Name of vip"), "VIP guest")
    assert see() == (["regular", "VIP guest"], {lead: ("VIP guest",)})
    choose(named(IconButton, "More for VIP guest").menu(), "Merge into", "regular")
    assert see() == (["regular"], {lead: ("regular",)})
    there_and_back(workspace, see)
    choose(named(IconButton, "More for regular").menu(), "Take it off all leads")
    assert see() == ([], {})
    there_and_back(workspace, see)


def cell(playbook, name: str) -> GoalCell:
    found = playbook.parts["goals"].body.findChildren(GoalCell)
    return next(each for each in found if each.accessibleName() == name)


def test_goals_are_set_from_a_month_on_and_carried_forward(playbook, workspace, keyboard):
    playbook.show_part("goals")
    cell(playbook, "Leads, October 2026").setFocus()
    for text in ("12", "8", "3", "6000", "90 %"):
        keyboard.type(text)
        keyboard.press("Return")
    goals = {"leads": 12, "conversations": 8, "closes": 3, "revenue": 600000, "promise": 90}
    assert read_goals(workspace.reader, "2026-10") == goals
    assert cell(playbook, "Leads, December 2026").placeholderText() == "12"
    assert cell(playbook, "Revenue, October 2026").text() == "6000.00"
    retype(cell(playbook, "Leads, December 2026"), "15")
    assert read_goals(workspace.reader, "2026-11")["leads"] == 12
    assert read_goals(workspace.reader, "2027-03")["leads"] == 15
    assert cell(playbook, "Leads, January 2027").placeholderText() == "15"
    there_and_back(workspace, lambda: read_goals(workspace.reader, "2027-03"))
    field = cell(playbook, "Leads, December 2026")
    field.setFocus()
    field.selectAll()
    keyboard.press("Backspace", "Return")
    assert read_goals(workspace.reader, "2026-11")["leads"] == 12
    assert "leads" not in read_goals(workspace.reader, "2027-03"), "it has ended"
    there_and_back(workspace, lambda: read_goals(workspace.reader, "2027-03"))


def test_a_goal_that_is_carried_on_ends_by_delete_and_goes_on_by_delete_or_another_one(playbook, workspace, keyboard):
    workspace.goals.set("2026-10", "revenue", 600000)
    playbook.show_part("goals")
    cell(playbook, "Revenue, December 2026").setFocus()
    keyboard.press("Delete")
    shown = [cell(playbook, f"Revenue, {m}").placeholderText() for m in ("November 2026", "December 2026")]
    assert shown == ["6000.00", "none"]
    assert QApplication.focusWidget() is cell(playbook, "Revenue, December 2026")
    assert [read_goals(workspace.reader, m) for m in ("2026-11", "2026-12")] == [{"revenue": 600000}, {}]
    retype(cell(playbook, "Revenue, February 2027"), "7000")
    assert [read_goals(workspace.reader, m) for m in ("2027-01", "2027-02")] == [{}, {"revenue": 700000}]
    cell(playbook, "Revenue, December 2026").setFocus()
    keyboard.press("Backspace")
    assert read_goals(workspace.reader, "2027-01") == {"revenue": 600000}
    cell(playbook, "Leads, December 2026").setFocus()
    before = workspace.journal.undo_label
    keyboard.press("Delete")
    assert workspace.journal.undo_label == before, "there is nothing to end"


@pytest.mark.parametrize(("name", "typed"), [("Leads", "a few"), ("Promise kept, %", "120"), ("Revenue", "1,2,3.x")])
def test_what_is_no_goal_is_told_and_stays_typed(playbook, context, name, typed):
    told = []
    context.navigation.problem_raised.connect(told.append)
    playbook.show_part("goals")
    retype(cell(playbook, f"{name}, October 2026"), typed)
    assert "The goal stayed as it was." in str(told[0])
    assert cell(playbook, f"{name}, October 2026").text() == typed
    assert read_goals(context.workspace.reader, "2026-10") == {}
    QTest.keyClick(cell(playbook, f"{name}, October 2026"), Qt.Key.Key_Escape)
    assert cell(playbook, f"{name}, October 2026").text() == ""


def test_the_example_of_a_goal_is_no_data_and_other_months_are_turned_to(playbook, named, workspace):
    from bothhats.ui.widgets.buttons import Button

    playbook.show_part("goals")
    assert cell(playbook, "Leads, October 2026").placeholderText() == "e.g. 12"
    assert read_goals(workspace.reader, "2026-10") == {}
    named(Button, "Earlier").click()
    assert cell(playbook, "Leads, April 2026")
    named(Button, "Later").click()
    named(Button, "Later").click()
    assert cell(playbook, "Leads, April 2027")
    assert TODAY.month == 10


def test_arrows_go_from_row_to_row_and_a_row_that_goes_leaves_the_focus_in_its_place(playbook, named, row, keyboard):
    playbook.show_part("stages")
    row("New").name.setFocus()
    keyboard.press("Down", "Down", "Up")
    assert QApplication.focusWidget() is row("Qualified").name
    keyboard.press("Tab", "Right")
    assert QApplication.focusWidget().parent().accessibleName() == "Hat of Qualified"
    keyboard.press("Tab")
    keyboard.type("5")
    keyboard.press("Tab")
    keyboard.type("20")
    keyboard.press("Tab")
    assert (row("Qualified").hat.value, row("Qualified").rhythm.value(), row("Qualified").chance.value()) == (
        *(Hat.SALES, 5, 20),
    )
    named(QLineEdit, "Name of no budget yet").setFocus()
    keyboard.press("Down", "Down")
    assert QApplication.focusWidget().text() == "asked to be called later"
    more = named(IconButton, "More for timing")
    more.setFocus()
    choose(more.menu(), "Retire")
    assert isinstance(QApplication.focusWidget(), IconButton | QLineEdit), "not out of the list"


def test_rows_are_dragged_by_their_handle(playbook, row, names, workspace):
    def drag(handle: DragHandle, down: int) -> None:
        QApplication.processEvents()
        start = handle.rect().center()
        origin = handle.mapToGlobal(start)
        QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=start)
        for step in (down // 2, down):
            where = start + QPoint(0, step)
            event = QMouseEvent(
                QMouseEvent.Type.MouseMove, where, origin + QPoint(0, step),
                Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
            )  # fmt: skip
            QApplication.sendEvent(handle, event)
        release = QMouseEvent(
            QMouseEvent.Type.MouseButtonRelease, start, origin + QPoint(0, down),
            Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(handle, release)

    playbook.show_part("stages")
    first = row("New")
    QApplication.processEvents()
    pitch = row("Qualified").y() - first.y()
    drag(first.findChild(DragHandle), 2 * pitch + 5)
    assert names() == ["Qualified", "In conversation", "New", "Proposal"]
    there_and_back(workspace, names)
    drag(row("New").findChild(DragHandle), -9 * pitch)
    assert names()[0] == "New", "beyond the end is the end"
    drag(row("New").findChild(DragHandle), 3)
    assert names()[0] == "New"
    fields = playbook.parts["stages"].body.findChildren(QLineEdit)
    last = next(each for each in fields if each.text() == "asked to be called later")
    drag(last.parentWidget().findChild(DragHandle), -40)
    assert [each.name for each in own_list(workspace.reader, "parked")][2:] == [
        *("asked to be called later", "not yet sales-ready"),
    ]


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("stages", "New stage"),
        ("stages", "Another reason, for parking"),
        ("sources", "New source"),
        ("sources", "New tag"),
    ],
)
def test_half_a_word_for_another_one_is_there_when_the_app_starts_again(
    context, playbook, window, named, place, name
):  # fmt: skip
    playbook.show_part(place)
    QTest.keyClicks(named(QLineEdit, name), "Tri")
    window.close()
    again = PlaybookPage(context)
    again.show_part(place)
    field = next(each for each in again.parts[place].body.findChildren(QLineEdit) if each.accessibleName() == name)
    assert field.text() == "Tri"
    QTest.keyClicks(field, "al")
    QTest.keyClick(field, Qt.Key.Key_Return)
    again.refresh()
    found = [each.text() for each in again.parts[place].body.findChildren(QLineEdit) if each.accessibleName() == name]
    assert found == [""], "it was added, and is no draft any more"
    for kept in (context.workspace.reader.execute("SELECT value FROM app_state WHERE name LIKE 'typed_%'")).fetchall():
        assert kept == ("",)
