"""The lower half of the pane: judgements with their checklist, and the timeline that can be cut and corrected."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from bothhats.domain.good_lead import Criterion, IdealCustomer
from bothhats.domain.lead import Judging
from bothhats.domain.pipeline import Step, Verdict
from bothhats.ui.pages.pipeline.judgement_row import JudgementRow
from bothhats.ui.pages.pipeline.page import PipelinePage
from bothhats.ui.pages.pipeline.timeline import TimelineRow
from builders import TODAY, a_lead, talked


@pytest.fixture
def open_pane(make_page: Callable) -> Callable[[int], PipelinePage]:
    """The page with the pane open on a lead."""

    def make(lead_id: int) -> PipelinePage:
        page = make_page()
        page.show_lead(lead_id)
        return page

    return make


def words(page: PipelinePage) -> list[str]:
    """What the timeline shows, from top to bottom."""
    return [row.happening.words for row in page.pane.timeline.rows()]


def touch(page: PipelinePage) -> TimelineRow:
    """The first touch that the timeline shows."""
    return next(row for row in page.pane.timeline.rows() if row.happening.touch_id)


def notes(context) -> list[str]:
    """The notes of all touches."""
    return [row[0] for row in context.workspace.reader.execute("SELECT note FROM touch ORDER BY id")]


@pytest.mark.parametrize(
    ("sort", "shown"),
    [
        ("touches only", ["Call, a real conversation"]),
        ("conversations only", ["Call, a real conversation"]),
        ("what was heard", ["Call, a real conversation"]),
        ("how it moved", ["Moved to In conversation", "Arrived"]),
    ],
)
def test_the_timeline_is_cut_to_one_sort(context, open_pane, sort, shown) -> None:
    anna = a_lead(context.workspace, "Anna")
    talked(context.workspace, anna, TODAY, heard="Too dear?")
    page = open_pane(anna)
    whole = words(page)
    menu = page.pane.timeline.choice.menu()
    next(each for each in menu.actions() if each.text() == sort).trigger()
    assert words(page) == shown
    assert page.pane.timeline.choice.text() == sort
    menu.actions()[0].trigger()
    assert words(page) == whole


def test_a_sort_without_anything_says_so(context, open_pane) -> None:
    page = open_pane(a_lead(context.workspace, "Anna"))
    page.pane.timeline.choice.menu().actions()[1].trigger()
    assert "Nothing of that sort yet" in [label.text() for label in page.pane.timeline.findChildren(QLabel)]


def test_a_note_is_edited_in_place_and_undo_takes_it_back(context, open_pane, keyboard) -> None:
    anna = a_lead(context.workspace, "Anna")
    talked(context.workspace, anna, TODAY, note="Asked about Xero")
    page = open_pane(anna)
    touch(page).setFocus()
    keyboard.press("F2")
    keyboard.type(" and VAT")
    keyboard.press("Ctrl+Return")
    assert notes(context) == ["Asked about Xero and VAT"]
    assert touch(page).hasFocus()
    context.workspace.journal.undo()
    assert notes(context) == ["Asked about Xero"]
    context.workspace.journal.redo()
    assert notes(context) == ["Asked about Xero and VAT"]


def test_escape_leaves_the_note_as_it_was_and_leaving_keeps_it(context, open_pane, keyboard) -> None:
    anna = a_lead(context.workspace, "Anna")
    talked(context.workspace, anna, TODAY, note="One")
    page = open_pane(anna)
    for leave, left in (("Escape", "One"), ("", "One two")):
        touch(page).setFocus()
        keyboard.press("Return")
        keyboard.type(" two")
        if leave:
            keyboard.press(leave)
        else:
            page.search.setFocus()
        assert notes(context) == [left]


def test_what_happens_meanwhile_does_not_take_the_typed_note_away(context, open_pane, keyboard) -> None:
    anna = a_lead(context.workspace, "Anna")
    talked(context.workspace, anna, TODAY, note="One")
    page = open_pane(anna)
    touch(page).setFocus()
    keyboard.press("F2")
    keyboard.type(" two")
    context.workspace.leads.edit(anna, {"role": "Owner"})
    talked(context.workspace, anna, TODAY)
    keyboard.type(" three")
    keyboard.press("Ctrl+Return")
    assert notes(context) == ["One two three", ""]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("by_mouse", [True, False], ids=["menu", "key"])
def test_a_touch_is_deleted_with_what_was_heard_and_comes_back(context, open_pane, keyboard, qtbot, by_mouse) -> None:
    anna = a_lead(context.workspace, "Anna")
    talked(context.workspace, anna, TODAY, heard="Too dear?")
    page = open_pane(anna)
    row = touch(page)
    if by_mouse:
        QApplication.sendEvent(
            row, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), row.mapToGlobal(QPoint(5, 5)))
        )
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        menu.actions()[1].trigger()
        menu.close()
    else:
        row.setFocus()
        keyboard.press("Delete")
    qtbot.waitUntil(lambda: notes(context) == [])
    assert context.workspace.reader.execute("SELECT count(*) FROM hearing").fetchone() == (0,)
    context.workspace.journal.undo()
    assert notes(context) == [""]
    assert context.workspace.reader.execute("SELECT count(*) FROM hearing").fetchone() == (1,)


def test_a_judgement_opens_as_the_checklist_it_was_made_by(context, open_pane, keyboard) -> None:
    criteria = [
        Criterion(Step.MARKETING_QUALIFIED, "Owner-run"),
        Criterion(Step.MARKETING_QUALIFIED, "Asked us something", "intent", must=False),
    ]
    context.workspace.definitions.write(IdealCustomer("Owners", "", "", ""), criteria, TODAY)
    ids = [row[0] for row in context.workspace.reader.execute("SELECT id FROM criterion ORDER BY position, id")]
    anna = a_lead(context.workspace, "Anna")
    answers = {ids[0]: "no", ids[1]: "unknown"}
    judging = Judging(Step.MARKETING_QUALIFIED, Verdict.MET, answers, note="I know her", overruled=True)
    context.workspace.leads.judge(anna, judging, TODAY)
    page = open_pane(anna)
    row = page.pane.findChild(JudgementRow)
    assert not row.checklist.isVisible()
    row.open_button.setFocus()
    keyboard.press("Space")
    said = [label.text() for label in row.checklist.findChildren(QLabel) if label.text()]
    assert said == ["Owner-run", "must", "Asked us something", "nice", "I know her",
                    "Against version 1 of the definition, overruled"]  # fmt: skip
    context.workspace.leads.edit(anna, {"role": "Owner"})
    QApplication.processEvents()
    rows = [each for each in page.pane.findChildren(JudgementRow) if each.isVisible()]
    assert [each.checklist.isVisible() for each in rows] == [True]


def heard(context) -> list[tuple]:
    """Each hearing with its phrase."""
    sql = "SELECT o.text, words, touch_id FROM hearing JOIN objection o ON o.id = objection_id ORDER BY hearing.id"
    return context.workspace.reader.execute(sql).fetchall()


def test_words_of_a_note_become_a_hearing_with_one_key(context, open_pane, keyboard, qtbot) -> None:
    context.workspace.objections.add("question", "Is switching a hassle?", TODAY)
    anna = a_lead(context.workspace, "Anna")
    talked(context.workspace, anna, TODAY, note="Nice call. She fears the switch")
    page = open_pane(anna)
    row = touch(page)
    row.setFocus()
    keyboard.press("F2", "Ctrl+Shift+Left", "Ctrl+Shift+Left")
    keyboard.answer(lambda _dialog: keyboard.press("Return"))
    keyboard.press("Alt+J")
    assert heard(context) == [("Is switching a hassle?", "the switch", 1)]
    assert row.is_editing, "the note is still being typed"
    page.window().activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is row.editor)
    keyboard.press("Esc")
    assert any("“the switch”" in label.text() for label in touch(page).findChildren(QLabel))
    context.workspace.journal.undo()
    assert heard(context) == []


def test_a_whole_note_becomes_a_hearing_of_something_new(context, open_pane, keyboard) -> None:
    anna = a_lead(context.workspace, "Anna")
    talked(context.workspace, anna, TODAY, note="Who does\nthe work?")
    page = open_pane(anna)
    touch(page).setFocus()

    def name_it(dialog):
        assert dialog.phrases.token_field.line.selectedText() == "Who does the work?"
        keyboard.press("Return")

    keyboard.answer(name_it)
    keyboard.press("Alt+J")
    assert heard(context) == [("Who does the work?", "Who does the work?", 1)]


def test_a_hearing_that_is_not_chosen_is_none(context, open_pane, keyboard) -> None:
    anna = a_lead(context.workspace, "Anna")
    talked(context.workspace, anna, TODAY, note="Hm")
    page = open_pane(anna)
    touch(page).setFocus()
    keyboard.answer(lambda dialog: dialog.reject())
    keyboard.press("Alt+J")
    assert heard(context) == []
