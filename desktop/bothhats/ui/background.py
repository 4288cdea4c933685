"""Work off the window's thread and back: `runner.run(work, then)`.

Work takes values and its Job, opens a reading connection of its own, returns a value, and touches no widget and no
model. `then` and the progress are called on the window's thread. The jobs of one runner go one after the other.
Whoever may go before the answer comes gives itself as `owner`: its jobs go with it.
"""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QMetaObject, QObject, Signal, Slot

from bothhats.storage.read_only import open_read_only

Value = TypeVar("Value")
_STEPS_BETWEEN_LOOKS = 20_000  # of SQLite's machine: some milliseconds


@dataclass(frozen=True, slots=True)
class Done(Generic[Value]):
    """The work came to its end with this value."""

    value: Value


@dataclass(frozen=True, slots=True)
class Failed:
    """The work raised this; a KnownProblem is for the owner, everything else is a bug."""

    error: Exception


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The work was cancelled, and is over."""


Answer = Done[Value] | Failed | Cancelled


class JobCancelled(Exception):
    """Raised inside the work where it notices that nobody wants it any more."""


class Executor(Protocol):
    """Where work is done; `concurrent.futures` has the real ones, tests have one by hand."""

    def submit(self, work: Callable[[], None], /) -> object:
        """Take this to be done later."""

    def shutdown(self) -> None:
        """Wait until nothing is left to do."""


class Job:
    """One piece of work: the window may cancel it, the work says how far it is and whether it should go on.

    `is_over` when it has answered.
    """

    def __init__(self, told: Callable[["Job"], None]) -> None:
        self._told = told
        self._has_news = False
        self.is_cancelled = False
        self.is_over = False
        self.far: tuple[int, int] = (0, 0)

    def cancel(self) -> None:
        """Not wanted any more: the work stops where it next looks; its answer is Cancelled."""
        self.is_cancelled = True

    def tell(self, done: int, of: int) -> None:
        """So many of so many; as often as one likes, for the window hears only the newest. Raises JobCancelled."""
        self.go_on()
        self.far = (done, of)
        if not self._has_news:
            self._has_news = True
            self._told(self)

    def go_on(self) -> None:
        """Raises JobCancelled when nobody wants it any more."""
        if self.is_cancelled:
            raise JobCancelled

    def heard(self) -> tuple[int, int]:
        """How far it is; the next news is told again."""
        self._has_news = False
        return self.far


Work = Callable[[Job], Value]
Then = Callable[[Answer[Value]], None]
Progress = Callable[[int, int], None]


class JobRunner(QObject):
    """Each job answers once, in the order in which they were given; after `close` nobody is answered."""

    _news = Signal(object)
    _ended = Signal(object, object)

    def __init__(self, executor: Executor | None = None) -> None:
        super().__init__()
        self._executor = executor
        self._open: dict[Job, tuple[Callable[[Any], None], Progress | None]] = {}
        self._leave: dict[Job, QMetaObject.Connection] = {}
        self._news.connect(self._on_news)
        self._ended.connect(self._on_ended)

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return bool(self._open)

    def run(
        self, work: Work[Value], then: Then[Value], progress: Progress | None = None, owner: QObject | None = None
    ) -> Job:
        """Do the work elsewhere, then call `then` with Done, Failed or Cancelled; meanwhile `progress(done, of)`."""
        job = Job(self._news.emit)
        self._open[job] = (then, progress)
        if owner is not None:
            self._leave[job] = owner.destroyed.connect(partial(self._drop, job))
        self._pool().submit(partial(self._do, job, work))
        return job

    def ask(
        self,
        path: Path,
        question: Callable[[sqlite3.Connection], Value],
        then: Then[Value],
        owner: QObject | None = None,
    ) -> Job:
        """Ask a file over a reading connection that lives as long as the job; a cancelled job stops in mid-query."""
        return self.run(partial(with_reader, path, lambda connection, _job: question(connection)), then, owner=owner)

    def close(self) -> None:
        """Cancel what is open, answer nobody, and wait: a worker must not outlive the interpreter."""
        for job in self._open:
            job.cancel()
        self._open.clear()
        for connection in self._leave.values():
            QObject.disconnect(connection)
        self._leave.clear()
        if self._executor is not None:
            self._executor.shutdown()

    def _pool(self) -> Executor:
        if self._executor is None:
            from concurrent.futures import ThreadPoolExecutor  # late: not before the first paint

            self._executor = ThreadPoolExecutor(1, thread_name_prefix="job")
        return self._executor

    def _do(self, job: Job, work: Work[Value]) -> None:
        """On the worker's thread."""
        self._ended.emit(job, _answer(job, work))

    @Slot(object)
    def _on_news(self, job: Job) -> None:
        far = job.heard()
        _, progress = self._open.get(job, (None, None))
        if progress is not None:
            progress(*far)

    @Slot(object, object)
    def _on_ended(self, job: Job, answer: Answer[Value]) -> None:
        job.is_over = True
        then, _ = self._open.pop(job, (None, None))
        if (connection := self._leave.pop(job, None)) is not None:
            QObject.disconnect(connection)
        if then is not None:
            then(answer)

    def _drop(self, job: Job, _owner: QObject | None = None) -> None:
        """Its owner is gone: there is nobody to answer."""
        job.cancel()
        self._open.pop(job, None)
        self._leave.pop(job, None)


def _answer(job: Job, work: Work[Value]) -> Answer[Value]:
    """A job that was cancelled too late is cancelled all the same, unless it has written: then it is Done."""
    try:
        job.go_on()
        return Done(work(job))
    except JobCancelled:
        return Cancelled()
    except Exception as error:  # noqa: BLE001 - one of the three places: it comes back as an answer
        return Cancelled() if job.is_cancelled else Failed(error)


def with_reader(path: Path, question: Callable[[sqlite3.Connection, Job], Value], job: Job) -> Value:
    """Work that asks a file over a connection of its own and may say how far it is. Raises JobCancelled."""
    connection = open_read_only(path)
    try:
        connection.set_progress_handler(lambda: job.is_cancelled, _STEPS_BETWEEN_LOOKS)
        value = question(connection, job)
        job.go_on()
        return value
    finally:
        connection.close()
