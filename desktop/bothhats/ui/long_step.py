"""A step that takes long is done off the window's thread, over a workspace of its own, while the window waits."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from bothhats.domain.changes import ChangeSet
from bothhats.domain.problems import KnownProblem
from bothhats.ui.background import Answer, Done, Failed, Job
from bothhats.ui.context import Context
from bothhats.ui.long_wait import LongWait
from bothhats.workspace import Workspace

_STEPS_BETWEEN_LOOKS = 50_000  # of SQLite's machine: some milliseconds


def carry_out(path: Path, act: Callable[[Workspace], object], job: Job) -> list[ChangeSet]:
    """What the act has committed; cancelled, SQLite stops in the midst of it and nothing is kept."""
    workspace = Workspace(path)
    heard: list[ChangeSet] = []
    workspace.listen(heard.append)
    try:
        connection = workspace.journal.connection
        connection.set_progress_handler(lambda: job.is_cancelled, _STEPS_BETWEEN_LOOKS)
        try:
            act(workspace)
        finally:
            connection.set_progress_handler(None, 0)
    finally:
        workspace.close()
    return heard


def take_long_step(
    context: Context,
    window: QWidget,
    words: str,
    act: Callable[[Workspace], object],
    then: Callable[[], None] = lambda: None,
) -> None:
    """Do it, let everybody hear what changed, then call `then`; a problem is shown by the window."""
    wait = LongWait(window, words)

    def answered(answer: Answer[list[ChangeSet]]) -> None:
        wait.end()
        if isinstance(answer, Done):
            for changes in answer.value:
                context.workspace.hear(changes)
            then()
        elif isinstance(answer, Failed):
            if not isinstance(answer.error, KnownProblem):
                raise answer.error
            context.navigation.problem_raised.emit(answer.error)

    wait.wait_for(context.jobs.run(partial(carry_out, context.workspace.path, act), answered))
