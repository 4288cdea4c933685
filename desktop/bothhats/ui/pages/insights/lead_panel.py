"""The leads behind a chosen mark: beside the chart, to be opened one by one, taken to the pipeline, or saved."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from bothhats.domain.problems import KnownProblem
from bothhats.domain.wording import counted
from bothhats.queries.leads_behind import LeadsBehind, leads_behind
from bothhats.queries.progress import KeptProgress, keeping
from bothhats.ui.background import Answer, Done, Failed, Job
from bothhats.ui.context import Context
from bothhats.ui.pages.insights.lead_list import LeadList
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.buttons import Button, IconButton
from bothhats.ui.widgets.labels import ElidedLabel

WIDTH = 332
LOW = 236  # how high, below a chart
_NO_LIMIT = 16_777_215


class LeadPanel(QWidget):
    """`closed` when it is put away; the page then gives the focus back to the chart."""

    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.ids: tuple[int, ...] = ()
        self.words = ""
        self._as_of = date.min
        self._job: Job | None = None
        self.list = LeadList()
        self._words = ElidedLabel("", "heading")
        self._count = ElidedLabel("", "body", "ink2")
        self._close_button = IconButton("x", self.tr("Close the list of leads"), "quiet", is_small=True)
        self.pipeline_button = Button(self.tr("Open in Pipeline"), icon_name="square-kanban")
        self.save_button = Button(self.tr("Save as CSV"), "quiet", "download")
        self._assemble()
        self.list.opened.connect(context.navigation.lead_requested)
        self.list.left.connect(self.close_list)
        self._close_button.clicked.connect(self.close_list)
        self.pipeline_button.clicked.connect(lambda: context.navigation.leads_requested.emit(self.ids, self.words))
        self.save_button.clicked.connect(self._save)
        leave = QShortcut(QKeySequence("Esc"), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.close_list)
        self.hide()

    def show_leads(self, ids: Sequence[int], words: str, as_of: date, kept: KeptProgress) -> None:
        """List the leads behind a mark, with what the mark says; `kept` is what the charts have read."""
        self.ids, self.words, self._as_of = tuple(ids), words, as_of
        self._words.setText(words.partition(":")[0])
        self._count.setText("")
        self.list.setAccessibleName(words)
        self.show()
        self.refresh(kept)

    def refresh(self, kept: KeptProgress) -> None:
        """Read them again."""
        if self._job is not None:
            self._job.cancel()
        question, path = partial(_read, kept, self.ids, self._as_of), self._context.workspace.path
        self._job = self._context.jobs.ask(path, question, partial(self._on_read, self.ids), owner=self)

    def spread(self, *, is_wide: bool) -> None:
        """As wide as the chart when it stands below it, else of its own width."""
        width = scaled(WIDTH)
        self.setMinimumWidth(0 if is_wide else width)
        self.setMaximumWidth(_NO_LIMIT if is_wide else width)
        self.setMaximumHeight(scaled(LOW) if is_wide else _NO_LIMIT)

    def close_list(self) -> None:
        """Put it away."""
        self.ids = ()
        self.hide()
        self.closed.emit()

    def _on_read(self, ids: tuple[int, ...], answer: Answer[LeadsBehind]) -> None:
        if ids != self.ids or not isinstance(answer, Done):
            return
        behind = answer.value
        self.list.show_leads(behind, self._context.today())
        talked = counted(behind.conversations, "conversation")
        self._count.setText(f"{counted(len(behind.leads), 'lead')}, {talked}")

    def _save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save"), f"{self._words.text()}.csv", "*.csv")
        if name:
            target = Path(name if name.lower().endswith(".csv") else f"{name}.csv")
            path, ids = self._context.workspace.path, self.ids
            self._context.jobs.run(
                lambda _job: _export(path, target, ids), partial(self._on_saved, target, len(ids)), owner=self
            )

    def _on_saved(self, target: Path, count: int, answer: Answer[None]) -> None:
        if isinstance(answer, Done):
            words = self.tr("{things} exported as {file}")
            self._context.navigation.told.emit(words.format(things=counted(count, "lead"), file=target.name))
        elif isinstance(answer, Failed) and isinstance(answer.error, KnownProblem):
            self._context.navigation.problem_raised.emit(answer.error)
        elif isinstance(answer, Failed):
            raise answer.error

    def _assemble(self) -> None:
        self.spread(is_wide=False)
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(self._words)
        names.addWidget(self._count)
        head = QHBoxLayout()
        head.addLayout(names, 1)
        head.addWidget(self._close_button)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.pipeline_button)
        foot.addWidget(self.save_button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        column.addStretch(0)


def _read(kept: KeptProgress, ids: Sequence[int], as_of: date, connection: sqlite3.Connection) -> LeadsBehind:
    with keeping(kept):
        return leads_behind(connection, ids, as_of)


def _export(path: Path, target: Path, ids: Sequence[int]) -> None:
    from bothhats.domain.export_form import Export, Form
    from bothhats.operations.exporting import export

    export(path, target, Export(Form.CSV, ids))
