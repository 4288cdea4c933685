"""Looks after the backups of the open file: by hand, once a day by themselves, and put back."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from bothhats.domain.problems import KnownProblem
from bothhats.storage.backup_place import folder_problem
from bothhats.storage.backups import BY_HAND, Backup, make_backup
from bothhats.storage.daily_backup import keep_at_end, keep_daily
from bothhats.ui.background import Answer, Done, Failed, Job
from bothhats.ui.backup_trouble import remember_trouble
from bothhats.ui.context import Context
from bothhats.ui.main_window import MainWindow
from bothhats.ui.window_settings import WindowSettings

AN_HOUR_MS = 3_600_000


class BackupCare(QObject):
    """Lives as long as its window; `reopen` shows the file anew and says a sentence."""

    def __init__(self, context: Context, window: MainWindow, reopen: Callable[[str], None]) -> None:
        super().__init__(window)
        self._context, self._window, self._reopen = context, window, reopen
        self._hourly = QTimer(self, interval=AN_HOUR_MS)
        self._hourly.timeout.connect(self.look)

    def begin(self) -> None:
        """Make the backup of the day where it is due, now and each hour: a window may stay open for days."""
        self._hourly.start()
        self.look()

    def look(self) -> None:
        """Make the backup of the day where it is due."""
        self._run(partial(_keep, self._path), lambda _made: None)

    def back_up(self) -> None:
        """Make one now, whether something has changed or not."""
        self._run(partial(_back_up, self._path), self._on_made, self._context.navigation.problem_raised.emit)

    def restore(self) -> None:
        """Ask which backup shall come back; what is shown then is another file's content."""
        from bothhats.ui.restoring import Restoring

        restoring = Restoring(self._path, self._context.jobs, self._context.today, self._window)
        if restoring.ask():
            QTimer.singleShot(0, partial(self._reopen, restoring.told))  # this object goes with its window

    @property
    def _path(self) -> Path:
        return self._context.workspace.path

    def _run(
        self,
        work: Callable[[Job], Backup | None],
        then: Callable[[Backup | None], None],
        tell: Callable[[KnownProblem], None] = lambda _problem: None,
    ) -> None:
        def on_answer(answer: Answer[Backup | None]) -> None:
            problem = answer.error if isinstance(answer, Failed) else folder_problem(self._path)
            if problem is not None and not isinstance(problem, KnownProblem):
                raise problem
            if isinstance(answer, Done | Failed) and remember_trouble(self._context.kept, self._path, problem):
                self._window.see_anew()
            if isinstance(answer, Failed) and isinstance(problem, KnownProblem):
                tell(problem)
            if isinstance(answer, Done):
                then(answer.value)

        self._context.jobs.run(work, on_answer)

    def _on_made(self, made: Backup | None) -> None:
        if made is not None:
            self._window.toast.say(self.tr("Backed up as {name}").format(name=made.path.name), with_undo=False)
            self._context.navigation.backed_up.emit()


def close_with_backup(path: Path, kept: WindowSettings) -> None:
    """The last thing that is done with a file; what hinders it is shown on Today the next time."""
    try:
        keep_at_end(path, datetime.now())
    except KnownProblem as problem:
        remember_trouble(kept, path, problem)
    else:
        remember_trouble(kept, path, folder_problem(path))


def _keep(path: Path, _job: Job) -> Backup | None:
    return keep_daily(path, datetime.now())


def _back_up(path: Path, _job: Job) -> Backup | None:
    return make_backup(path, BY_HAND, datetime.now())
