"""Asking for one chart, off the window's thread: the newest question is answered, a stale answer is dropped."""

import logging
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from bothhats.charts.catalogue import Form
from bothhats.queries.progress import KeptProgress, keeping
from bothhats.queries.scope import Scope
from bothhats.ui.background import Answer, Done, Failed, Job, JobRunner
from bothhats.ui.chart_rendering import Picture

if TYPE_CHECKING:
    from bothhats.charts.drawing import ChartTable

FADE_AFTER_MS = 300
MakeForm = Callable[[], Form[Any]]


@dataclass(frozen=True, slots=True)
class Question:
    """A chart's form, what it is asked about, and what beside it; `kept` is what other charts have read already."""

    make_form: MakeForm
    scope: Scope
    before: Scope | None = None
    kept: KeptProgress = field(default_factory=KeptProgress, compare=False)


@dataclass(frozen=True, slots=True)
class Told:
    """One answer, ready to be shown."""

    picture: Picture
    table: "ChartTable"


@dataclass(frozen=True, slots=True)
class Answered:
    """What was asked, and the answer; `before` is that of the period before, where it was asked for."""

    question: Question
    told: Told
    before: Told | None = None


class ChartAsking(QObject):
    """`answered` and `failed` come to the window's thread; `slow` when an answer has been due for 300 ms."""

    answered = Signal(object)
    failed = Signal(Exception)
    slow = Signal()

    def __init__(self, jobs: JobRunner, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs, self._path = jobs, path
        self._job: Job | None = None
        self._number = 0
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(FADE_AFTER_MS)
        self._patience.timeout.connect(self.slow)

    def ask(self, question: Question) -> None:
        """Ask anew; what was asked before is not wanted any more."""
        if self._job is not None:
            self._job.cancel()
        self._number += 1
        self._patience.start()
        tell = partial(self._on_answer, self._number)
        self._job = self._jobs.ask(self._path, partial(answer_to, question), tell, owner=self)

    def _on_answer(self, number: int, answer: Answer[Answered]) -> None:
        if number != self._number:
            return
        self._patience.stop()
        if isinstance(answer, Done):
            self.answered.emit(answer.value)
        elif isinstance(answer, Failed):
            logging.getLogger(__name__).error("A chart failed.", exc_info=answer.error)
            self.failed.emit(answer.error)


def answer_to(question: Question, connection: sqlite3.Connection) -> Answered:
    """The answer; here the chart's code is loaded."""
    form = question.make_form()
    with keeping(question.kept):
        now = told(form, connection, question.scope)
        return Answered(question, now, told(form, connection, question.before) if question.before else None)


def told(form: Form[Any], connection: sqlite3.Connection, scope: Scope) -> Told:
    """One form's answer about a scope."""
    answer = form.ask(connection, scope)

    def draw(width: int, colours: Any, families: Any) -> Any:
        return form.draw(answer, width, colours, families)

    picture = Picture(draw, form.height(answer), form.sentence(answer), form.least_width)
    return Told(picture, form.table(answer))
