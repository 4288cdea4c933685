"""Putting a backup back from the window: ask, do it beside the window, then show the file as it is now."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QProcess
from PySide6.QtWidgets import QFileDialog, QWidget

from bothhats.domain.problems import KnownProblem
from bothhats.queries.backup_difference import Differences, differences
from bothhats.storage.backups import Backup, backup_at, listed
from bothhats.system.this_program import this_program
from bothhats.ui.background import Answer, Done, Failed, Job, JobRunner
from bothhats.ui.backup_words import when_words
from bothhats.ui.dialogs.restore import RestoreBackup


class Restoring(QObject):
    """`told` is the sentence to say once it is done; `start` starts another program."""

    def __init__(
        self,
        path: Path,
        jobs: JobRunner,
        today: Callable[[], date],
        window: QWidget | None,
        start: Callable[[str, list[str]], object] = QProcess.startDetached,
    ) -> None:
        super().__init__(window)
        self._path, self._jobs, self._today, self._window, self._start = path, jobs, today, window, start
        self._comparing: Job | None = None
        self.told = ""

    def ask(self) -> bool:
        """Show the backups; whether one was put back."""
        dialog = RestoreBackup(self._window, self._jobs, self._today())
        dialog.chosen.connect(partial(self._compare, dialog))
        dialog.copy_wanted.connect(self.open_copy)
        dialog.other_wanted.connect(partial(self._choose_file, dialog))
        dialog.restore_wanted.connect(partial(self._restore, dialog))
        dialog.show_backups(listed(self._path))
        return bool(dialog.exec())

    def open_copy(self, backup: Backup) -> None:
        """In a window of its own, in which nothing can be changed."""
        program, *words = this_program()
        self._start(program, [*words, "--look-at", str(backup.path)])

    def _choose_file(self, dialog: RestoreBackup) -> None:
        path = self._path
        name, _ = QFileDialog.getOpenFileName(dialog, self.tr("Backup"), str(path.parent), f"*{path.suffix};;*")
        if name:
            other = backup_at(Path(name))
            dialog.show_backups([other, *(each for each in listed(path) if each.path != other.path)])

    def _compare(self, dialog: RestoreBackup, backup: Backup) -> None:
        if self._comparing is not None:
            self._comparing.cancel()

        def tell(answer: Answer[Differences]) -> None:
            if isinstance(answer, Done | Failed):
                dialog.tell_differences(backup, answer.value if isinstance(answer, Done) else None)

        question = partial(_differences, backup.path)
        self._comparing = self._jobs.ask(self._path, question, tell, owner=dialog)

    def _restore(self, dialog: RestoreBackup, backup: Backup) -> None:
        dialog.table.stop()
        dialog.begin()
        work = partial(_put_back, self._path, backup.path)
        self._jobs.run(work, lambda answer: self._on_restored(dialog, backup, answer))

    def _on_restored(self, dialog: RestoreBackup, backup: Backup, answer: Answer[Path | None]) -> None:
        if isinstance(answer, Done):
            when = when_words(backup.made_at, self._today())
            self.told = self.tr("Your file is as it was {when}. What it was before is kept as a backup.").format(
                when=when
            )
            dialog.accept()
        elif isinstance(answer, Failed):
            problem = answer.error
            if not isinstance(problem, KnownProblem):
                dialog.fail(KnownProblem(self.tr("It was not put back; your file is as it was.")))
                raise problem
            dialog.fail(problem)


def _differences(backup: Path, reader: object) -> Differences:
    return differences(reader, backup)  # type: ignore[arg-type]


def _put_back(path: Path, backup: Path, _job: Job) -> Path | None:
    from bothhats.storage.restore import restore

    return restore(path, backup, datetime.now())
