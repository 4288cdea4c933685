"""Exports from the window: what, where, done beside it, and told with the way to the file."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from bothhats.domain.export_form import Export, Form
from bothhats.domain.problems import KnownProblem
from bothhats.domain.wording import counted
from bothhats.queries.lead_rows import lead_rows
from bothhats.ui.background import Answer, Done, Failed, Job, JobRunner
from bothhats.ui.context import Context
from bothhats.ui.dialogs.export_leads import Choice, ask_export
from bothhats.ui.dialogs.save_place import FileKind, ask_place
from bothhats.ui.widgets.toast import Toast

LONG_MS = 1000


class Exports(QObject):
    """Lives as long as its window. The work has a runner of its own, so that nothing waits for a long export."""

    def __init__(self, context: Context, window: QWidget, toast: Toast, jobs: JobRunner | None = None) -> None:
        super().__init__(window)
        self._context, self._window, self._toast = context, window, toast
        self._jobs = jobs or JobRunner()
        self._job: Job | None = None
        self._long = QTimer(self, singleShot=True, interval=LONG_MS)
        self.ask_export: Callable[[QWidget, Sequence[Choice]], Export | None] = ask_export
        self.ask_place = ask_place
        self.open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl

    def ask(self, choices: Sequence[Choice]) -> None:
        """Ask what shall go out of these, and where to, and begin."""
        what = self.ask_export(self._window, choices)
        if what is None:
            return
        words = self._kind(what.form)
        target = self._ask_target(f"{self._context.workspace.path.stem} {self._day}", [words], self.tr("Export"))
        if target:
            path = self._context.workspace.path
            self._begin(partial(_write, path, target, what), target, partial(self._told, what.form, target))

    def ask_person(self, lead_id: int) -> None:
        """Everything about one lead, to be read or for another program."""
        row = lead_rows(self._context.workspace.reader, [lead_id]).get(lead_id)
        if row is None:
            return
        kinds = [FileKind(self.tr("Text to read"), ".txt"), FileKind(self.tr("JSON for a program"), ".json")]
        target = self._ask_target(row.name, kinds, self.tr("Everything about {name}").format(name=row.name))
        if target:
            words = self.tr("Everything about {name} is in {file}").format(name=row.name, file=target.name)
            work = partial(_write_person, self._context.workspace.path, target, lead_id, self._context.today())
            self._begin(work, target, lambda _count: words)

    def finish(self) -> None:
        """Before the window goes: what is half written is taken away."""
        self._jobs.close()

    @property
    def _day(self) -> str:
        return str(self._context.today().isoformat())

    def _ask_target(self, name: str, kinds: Sequence[FileKind], title: str) -> Path | None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(self._context.kept.export_folder or documents)
        found = self.ask_place(self._window, folder if folder.is_dir() else Path.home(), _plain(name), kinds, title)
        if found is not None:
            self._context.kept.export_folder = str(found.parent)
        return found

    def _begin(self, work: Callable[[Job], int], target: Path, words: Callable[[int], str]) -> None:
        self._long.start()
        self._job = self._jobs.run(work, lambda answer: self._on_done(answer, target, words), self._on_far)

    def _on_far(self, done: int, of: int) -> None:
        """What takes long says how far it is, and can be stopped."""
        if not self._long.isActive() and self._job is not None:
            words = self.tr("Exporting {done} of {of}").format(done=f"{done:,}", of=f"{of:,}")
            self._toast.offer(words, self.tr("Cancel"), self._job.cancel, stays=True)

    def _on_done(self, answer: Answer[int], target: Path, words: Callable[[int], str]) -> None:
        self._job = None
        self._long.stop()
        if isinstance(answer, Done):
            folder = QUrl.fromLocalFile(str(target.parent))
            self._toast.offer(words(answer.value), self.tr("Show in folder"), lambda: self.open_url(folder))
        elif isinstance(answer, Failed):
            self._toast.hide()
            if not isinstance(answer.error, KnownProblem):
                raise answer.error
            self._context.navigation.problem_raised.emit(answer.error)
        else:
            self._toast.say(self.tr("Nothing was exported."), with_undo=False)

    def _told(self, form: Form, target: Path, count: int) -> str:
        words = {Form.CALENDAR: ("entry", "entries"), Form.TOUCHES: ("touch", "touches")}.get(form, ("lead",))
        things = counted(count, *words)
        return self.tr("{things} exported as {file}").format(things=things, file=target.name)

    def _kind(self, form: Form) -> FileKind:
        words = {
            Form.XLSX: self.tr("Workbook"),
            Form.CSV: self.tr("CSV"),
            Form.VCARD: self.tr("vCards"),
            Form.CUSTOMERS: self.tr("CSV for GnuCash"),
            Form.TOUCHES: self.tr("CSV"),
            Form.CALENDAR: self.tr("Calendar"),
            Form.JSON: self.tr("JSON"),
        }
        return FileKind(words[form], form.ending)


def _write(path: Path, target: Path, what: Export, job: Job) -> int:
    from bothhats.operations.exporting import export

    return export(path, target, what, job.tell)


def _write_person(path: Path, target: Path, lead_id: int, today: date, _job: Job) -> int:
    from bothhats.operations.exporting_person import export_person
    from bothhats.reports.person_text import person_text
    from bothhats.storage.read_only import open_read_only
    from bothhats.storage.safe_write import write_whole

    if target.suffix.lower() == ".json":
        export_person(path, target, lead_id)
        return 1
    reader = open_read_only(path)
    try:
        write_whole(target, person_text(reader, lead_id, today))
    finally:
        reader.close()
    return 1


def _plain(name: str) -> str:
    """A file's name from the owner's words: letters, digits, blanks, hyphens."""
    return (
        "".join(letter if letter.isalnum() or letter in " -_" else "_" for letter in name).strip(" _")[:80] or "export"
    )
