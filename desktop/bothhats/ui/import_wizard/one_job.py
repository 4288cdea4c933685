"""The work of an import, one job at a time: a newer question makes the older one pointless."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from bothhats.ui.background import Answer, Job, JobRunner
from bothhats.ui.import_wizard.foot import ImportFoot
from bothhats.ui.long_wait import LongWait


class OneJob:
    """Tells the foot what is going on. What writes for long lets the window wait."""

    def __init__(self, jobs: JobRunner, foot: ImportFoot, page: QWidget) -> None:
        self._jobs, self._foot, self._page = jobs, foot, page
        self._job: Job | None = None
        self._question = 0

    def run(
        self,
        asked: Callable[[Job], Any],
        then: Callable[[Answer[Any]], None],
        words: str,
        *,
        is_writing: bool = False,
        is_long: bool = False,
    ) -> None:
        """Ask, then hear the answer, unless something else is asked before."""
        self.stop()
        self._question += 1
        question = self._question
        self._foot.show_busy(words, is_writing=is_writing)
        wait = LongWait(self._page.window(), words) if is_long else None

        def answered(answer: Answer[Any]) -> None:
            if wait is not None:
                wait.end()
            if question == self._question:
                self._question += 1
                self._job = None
                self._foot.show_idle()
                then(answer)

        def far(done: int, of: int) -> None:
            if question == self._question:
                told = self._foot.show_progress(done, of)
                if wait is not None:
                    wait.far(done, of, told)

        job = self._jobs.run(asked, answered, far, owner=self._page)
        self._job = job if question == self._question else self._job
        if wait is not None:
            wait.wait_for(job)

    def stop(self) -> None:
        """What was asked is not wanted any more; a writing import still says whether it was stopped in time."""
        if self._job is not None:
            self._job.cancel()
        if not self._foot.is_writing:
            self._question += 1
            self._job = None
            self._foot.show_idle()
