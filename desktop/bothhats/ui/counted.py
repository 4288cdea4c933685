"""A figure that is counted off the window's thread, while the one from before stands there."""

import logging
import sqlite3
from collections.abc import Callable
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QObject

from bothhats.queries.progress import file_state
from bothhats.ui.background import Answer, Done, Failed, Job
from bothhats.ui.context import Context

Value = TypeVar("Value")


class Counted(Generic[Value]):
    """`value` is what was counted last, None before the first time; `told` is called when there is a newer one.

    It is not told any more once its owner is gone.
    """

    def __init__(self, context: Context, owner: QObject, told: Callable[[], object]) -> None:
        self.value: Value | None = None
        self._context, self._owner, self._told = context, owner, told
        self._asked: tuple[int, object] | None = None
        self._job: Job | None = None

    def ask(self, question: Callable[[sqlite3.Connection], Value], about: object) -> None:
        """Count it anew where something was committed since, or it is about something else (a day, a period).

        What was asked before is not wanted any more.
        """
        workspace = self._context.workspace
        state = (file_state(workspace.reader), about)
        if state == self._asked:
            return
        self._asked = state
        if self._job is not None:
            self._job.cancel()
        tell = partial(self._on_answer, state)
        self._job = self._context.jobs.ask(workspace.path, question, tell, owner=self._owner)

    def _on_answer(self, state: tuple[int, object], answer: Answer[Value]) -> None:
        if state != self._asked:
            return
        if isinstance(answer, Done):
            self.value = answer.value
            self._told()
        elif isinstance(answer, Failed):
            logging.getLogger(__name__).error("The count failed.", exc_info=answer.error)
