"""A JSON export comes back as a file of its own, which is then opened; the one that is open stays as it is."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from bothhats.domain.problems import KnownProblem
from bothhats.system.paths import SUFFIX
from bothhats.ui.background import Answer, Done, Failed, Job
from bothhats.ui.context import Context
from bothhats.ui.dialogs.save_place import FileKind, ask_place
from bothhats.ui.main_window import MainWindow


class BringingBack(QObject):
    """`start` shows the window for a file."""

    def __init__(self, context: Context, window: MainWindow, start: Callable[[Path], object]) -> None:
        super().__init__(window)
        self._context, self._window, self._start = context, window, start
        self.ask_place = ask_place

    def ask(self) -> None:
        """Ask which export, and what the new file shall be called."""
        folder = self._context.kept.export_folder or str(Path.home())
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("An export of Both Hats"), folder, "*.json")
        if not name:
            return
        path = self._context.workspace.path
        kinds = [FileKind(self.tr("Pipeline"), SUFFIX)]
        target = self.ask_place(self._window, path.parent, Path(name).stem, kinds, self.tr("The new file"))
        if target is not None:
            self._window.toast.say(self.tr("Bringing {file} back").format(file=Path(name).name), with_undo=False)
            self._context.jobs.run(partial(_bring_back, Path(name), target), partial(self._on_answer, target))

    def _on_answer(self, target: Path, answer: Answer[None]) -> None:
        if isinstance(answer, Done):
            QTimer.singleShot(0, partial(self._start, target))  # this object goes with its window
        elif isinstance(answer, Failed):
            if not isinstance(answer.error, KnownProblem):
                raise answer.error
            self._context.navigation.problem_raised.emit(answer.error)


def _bring_back(export: Path, target: Path, _job: Job) -> None:
    from bothhats.operations.bringing_in import bring_in

    bring_in(target, export, datetime.now())
