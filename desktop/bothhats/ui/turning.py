"""Undo and redo from the window; a long step off its thread."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from bothhats.domain.problems import KnownProblem
from bothhats.queries.undo_labels import is_long_step, newest_step, undo_labels
from bothhats.ui.context import Context
from bothhats.ui.long_step import take_long_step
from bothhats.workspace import Workspace


def undo(context: Context, window: QWidget) -> None:
    """Take the newest step back; a problem is shown by the window."""
    words = QCoreApplication.translate("Turning", "Undoing “{step}”…")
    _turn(context, window, "done", words.format(step=undo_labels(context.workspace.reader)[0]))


def redo(context: Context, window: QWidget) -> None:
    """Do the step that was undone last again; a problem is shown by the window."""
    words = QCoreApplication.translate("Turning", "Doing “{step}” again…")
    _turn(context, window, "undone", words.format(step=undo_labels(context.workspace.reader)[1]))


def _turn(context: Context, window: QWidget, stack: str, words: str) -> None:
    def act(workspace: Workspace) -> None:
        journal = workspace.journal
        if stack == "done":
            journal.undo()
        else:
            journal.redo()

    reader = context.workspace.reader
    if is_long_step(reader, newest_step(reader, stack)):
        take_long_step(context, window, words, act)
        return
    try:
        act(context.workspace)
    except KnownProblem as problem:
        context.navigation.problem_raised.emit(problem)
