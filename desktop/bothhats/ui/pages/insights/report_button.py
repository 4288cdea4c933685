"""What Insights shows, as a document: PDF, Markdown, or on a printer. While it is drawn it says how far, and stops."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMenu

from bothhats.domain.problems import KnownProblem
from bothhats.queries.scope import Scope
from bothhats.reports.period_pages import PeriodReport, pages_of, period_pdf, period_report, write_markdown
from bothhats.storage.safe_write import write_whole
from bothhats.ui.background import Answer, Done, Failed, Job, with_reader
from bothhats.ui.context import Context
from bothhats.ui.printing import print_pages
from bothhats.ui.widgets.buttons import Button

WantedScope = Callable[[], Scope]
Use = Callable[[PeriodReport], None]


class ReportButton(Button):
    """`scope` tells what is counted when it is pressed."""

    def __init__(self, context: Context, scope: WantedScope) -> None:
        super().__init__("", icon_name="file-down")
        self._context, self._scope = context, scope
        self._job: Job | None = None
        self._choices = QMenu(self)
        self._choices.addAction(self.tr("Report as PDF…"), lambda: self._ask_where("pdf"))
        self._choices.addAction(self.tr("Report as Markdown…"), lambda: self._ask_where("md"))
        self._choices.addAction(self.tr("Print the report…"), self.print_report)
        self.clicked.connect(self._on_clicked)
        self._rest()

    def save_as(self, path: Path) -> None:
        """Draw all charts beside the window, and write them by the ending."""
        self._make(partial(self._write, path))

    def print_report(self) -> None:
        """Draw all charts beside the window, and ask which printer."""
        self._make(self._print)

    def _on_clicked(self) -> None:
        if self._job is None:
            self._choices.popup(self.mapToGlobal(self.rect().bottomLeft()))
        else:
            self._job.cancel()

    def _ask_where(self, ending: str) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the report"), f"insights.{ending}", f"*.{ending}")
        if name:
            self.save_as(Path(name if name.lower().endswith(f".{ending}") else f"{name}.{ending}"))

    def _make(self, use: Use) -> None:
        if self._job is not None:
            return
        scope, path = self._scope(), self._context.workspace.path
        job = self._context.jobs.run(
            partial(with_reader, path, lambda connection, job: period_report(connection, scope, told=job.tell)),
            partial(self._on_made, use),
            self._on_progress,
            owner=self,
        )
        self._job = None if job.is_over else job

    def _on_progress(self, done: int, of: int) -> None:
        self.setText(self.tr("Stop, {done} of {of}").format(done=done, of=of))

    def _on_made(self, use: Use, answer: Answer[PeriodReport]) -> None:
        self._rest()
        try:
            if isinstance(answer, Done):
                use(answer.value)
            elif isinstance(answer, Failed):
                raise answer.error
        except KnownProblem as problem:
            self._context.navigation.problem_raised.emit(problem)

    def _rest(self) -> None:
        self._job = None
        self.setText(self.tr("Report"))

    def _write(self, path: Path, report: PeriodReport) -> None:
        if path.suffix.lower() == ".pdf":
            write_whole(path, period_pdf(report))
        else:
            write_markdown(report, path)
        self._context.navigation.told.emit(self.tr("The report is in {name}").format(name=path.name))

    def _print(self, report: PeriodReport) -> None:
        print_pages(self, pages_of(report), report.paper)
