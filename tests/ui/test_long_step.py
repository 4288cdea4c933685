"""What writes for long: the window waits, it can be stopped, and a step is as it would have been at once."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from bothhats.queries import undo_labels
from bothhats.ui import turning
from bothhats.ui.background import JobRunner
from bothhats.ui.import_wizard import work
from bothhats.ui.import_wizard.page import DONE, PREVIEW, ImportPage
from bothhats.ui.import_wizard.past_imports import PastImports
from bothhats.ui.long_wait import LongWait
from bothhats.ui.outside_world import OutsideWorld
from workers import ByHand

ROWS = "name,email\n" + "".join(f"Lead {n},l{n}@x.example\n" for n in range(40))


@pytest.fixture
def hand() -> ByHand:
    return ByHand()


@pytest.fixture
def by_hand(context, hand, monkeypatch):
    monkeypatch.setattr(undo_labels, "LONG_STEP", 30)
    monkeypatch.setattr(work, "MANY_ROWS", 30)
    return replace(context, jobs=JobRunner(hand))


def waits(widget) -> list[LongWait]:
    return [wait for wait in widget.window().findChildren(LongWait) if wait.isVisible()]


def names(context) -> int:
    return context.workspace.reader.execute("SELECT count(*) FROM lead").fetchone()[0]


@pytest.fixture
def written(by_hand, hand, qtbot) -> ImportPage:
    page = ImportPage(by_hand)
    qtbot.addWidget(page)
    page.show()
    page.read("long.csv", ROWS.encode())
    hand.turn()
    page.foot.next_button.click()
    assert page.step == PREVIEW
    return page


def test_a_long_import_lets_the_window_wait_and_can_be_stopped(written, hand):
    before = written.context.workspace.path.read_bytes()
    written.foot.next_button.click()
    (wait,) = waits(written)
    assert wait.windowModality() is Qt.WindowModality.WindowModal
    wait.canceled.emit()
    hand.turn()
    assert (waits(written), written.step) == ([], PREVIEW)
    assert written.context.workspace.path.read_bytes() == before
    written.foot.next_button.click()
    hand.turn()
    assert (waits(written), written.step, names(written.context)) == ([], DONE, 40)


def test_a_short_import_does_not(written, hand, monkeypatch):
    monkeypatch.setattr(work, "MANY_ROWS", 40)
    written.foot.next_button.click()
    assert waits(written) == []
    hand.turn()
    assert written.step == DONE


def test_a_long_step_is_undone_and_redone_beside_the_window_and_everybody_hears_of_it(written, hand, qtbot):
    written.foot.next_button.click()
    hand.turn()
    told = []
    written.context.feed.committed.connect(lambda changes: told.append((changes.kind, len(changes.lead_ids))))
    for turn, kind, left in ((turning.undo, "undo", 0), (turning.redo, "redo", 40)):
        turn(written.context, written)
        assert len(waits(written)) == 1
        hand.turn()
        assert (waits(written), names(written.context)) == ([], left)
        assert told.pop() == (kind, 40)


def test_a_long_undo_that_is_stopped_changes_nothing(written, hand):
    written.foot.next_button.click()
    hand.turn()
    before = written.context.workspace.path.read_bytes()
    turning.undo(written.context, written)
    waits(written)[0].canceled.emit()
    hand.turn()
    assert (waits(written), names(written.context)) == ([], 40)
    assert written.context.workspace.path.read_bytes() == before


def test_a_long_import_is_taken_back_beside_the_window(written, hand, qtbot):
    written.foot.next_button.click()
    hand.turn()
    dialog = PastImports(written.context, written)
    qtbot.addWidget(dialog)
    dialog.primary_button.click()
    assert (names(written.context), len(waits(dialog))) == (40, 1)
    hand.turn()
    assert (names(written.context), dialog.told.text()) == (0, "As before: 40 leads.")


def test_a_problem_of_a_long_step_is_shown_by_the_window(written, hand):
    written.foot.next_button.click()
    hand.turn()
    told = []
    written.context.navigation.problem_raised.connect(lambda problem: told.append(problem.message))
    turning.undo(written.context, written)
    written.context.workspace.path.rename(written.context.workspace.path.with_suffix(".gone"))
    hand.turn()
    assert len(told) == 1
    assert "There is no file" in told[0]


def test_while_we_write_nobody_asks_the_file_who_else_has_written(by_hand, hand, window, workspace, qtbot):
    """The file may be ours alone just then, and asking would make the window wait."""
    world = OutsideWorld(by_hand, window)
    by_hand.jobs.run(lambda _job: None, lambda _answer: None)
    asked = []
    workspace.reader.set_trace_callback(asked.append)
    with qtbot.waitSignal(world._settled.timeout):
        world._settled.start()
    assert (world._settled.isActive(), asked) == (True, [])
    workspace.reader.set_trace_callback(None)
    hand.turn()
    with qtbot.waitSignal(world._settled.timeout):
        pass
    assert not world._settled.isActive()
