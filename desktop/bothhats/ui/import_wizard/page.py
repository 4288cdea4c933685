"""Import in the window: File, Columns and problems, Preview, Done. It decides; the steps show, a worker works."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from bothhats.domain.changes import ChangeSet
from bothhats.domain.problems import KnownProblem
from bothhats.domain.wording import counted
from bothhats.exchange.import_preview import Fate, problem_file
from bothhats.exchange.planned import ImportPlan
from bothhats.exchange.saved_mapping import read_mappings, written
from bothhats.exchange.table import Reading
from bothhats.queries.settings import remembered
from bothhats.storage.safe_write import write_whole
from bothhats.ui.background import Answer, Cancelled, Done, Failed
from bothhats.ui.context import Context
from bothhats.ui.import_wizard import work
from bothhats.ui.import_wizard.columns_card import DROP
from bothhats.ui.import_wizard.columns_step import ColumnsStep, window_words
from bothhats.ui.import_wizard.done_step import DoneStep
from bothhats.ui.import_wizard.file_step import FileStep
from bothhats.ui.import_wizard.foot import ImportFoot
from bothhats.ui.import_wizard.one_job import OneJob
from bothhats.ui.import_wizard.preview_step import PreviewStep
from bothhats.ui.import_wizard.step_trail import StepTrail
from bothhats.ui.import_wizard.wizard_state import ImportState
from bothhats.ui.import_wizard.words_dialog import ask_words
from bothhats.ui.page import Page
from bothhats.ui.turning import undo
from bothhats.ui.widgets.page_header import PageHeader

MAPPINGS = "import_mappings"
FILE, COLUMNS, PREVIEW, DONE = range(4)


class ImportPage(Page):
    """Nothing is written before Import is pressed; then it is one step that undo takes back."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.setObjectName("page")
        self.state: ImportState | None = None
        self.outlook: work.Outlook | None = None
        self._written: ChangeSet | None = None
        self._asked_for: tuple[str, bytes | Path] | None = None
        self.trail = StepTrail([self.tr("File"), self.tr("Columns and problems"), self.tr("Preview"), self.tr("Done")])
        self.header = PageHeader(self.tr("Import leads"))
        self.header.add(self.trail)
        self.file_step, self.columns_step = FileStep(), ColumnsStep()
        self.preview_step, self.done_step = PreviewStep(), DoneStep()
        self._stack = QStackedWidget()
        for step in (self.file_step, self.columns_step, self.preview_step, self.done_step):
            self._stack.addWidget(step)
        self.foot = ImportFoot()
        self._work = OneJob(context.jobs, self.foot, self)
        head = QWidget()
        holder = QVBoxLayout(head)
        holder.setContentsMargins(28, 0, 28, 0)
        holder.addWidget(self.header)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._stack, 1)
        column.addWidget(self.foot)
        self._connect()
        self._go(FILE)

    @property
    def step(self) -> int:
        """Where the import stands."""
        return self.trail.step

    def begin(self) -> None:
        """Start anew, unless a file is half way through: that stays."""
        if self.step == DONE or self.state is None:
            self._start_anew()

    def read(self, name: str, content: bytes | Path, reading: Reading | None = None) -> None:
        """Read a list; what is none stays on the first step with the reason."""
        self._asked_for = (name, content)
        mappings = read_mappings(remembered(self.context.workspace.reader, MAPPINGS))
        self._work.run(
            partial(work.read, name, content, reading, mappings), self._on_read, self.tr("Reading the file…")
        )

    def read_file(self, file: Path) -> None:
        """Read a file of the disk."""
        self.read(file.name, file)

    def change(self, state: ImportState, *, is_shown: bool = True) -> None:
        """The owner wants it otherwise: see what would happen now."""
        self.state = state
        if is_shown:
            self.columns_step.show_state(state)
        self._look()

    def refresh(self, changes: ChangeSet | None = None) -> None:
        """The file may have changed under the plan, or the import may have been undone."""
        if self.state is not None and self.step in (COLUMNS, PREVIEW) and not self.foot.is_writing:
            self._look()
        elif self.step == DONE and self._written is not None:
            self._follow(self._written, changes)

    def _follow(self, written: ChangeSet, changes: ChangeSet | None) -> None:
        """Undo here takes back the import and nothing else: not what was done after it."""
        if changes is not None and (changes.label, changes.lead_ids) == (written.label, written.lead_ids):
            self._tell_done(is_undone=changes.kind == "undo")
        self.done_step.allow_undo(is_newest=self.context.workspace.journal.undo_label == written.label)

    def _tell_done(self, *, is_undone: bool = False) -> None:
        if is_undone:
            self.done_step.show_undone()
        elif self.state and self.outlook and self.outlook.plan:
            self.done_step.show_done(self.outlook.plan, self.state.name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.foot.is_writing:
            self.context.navigation.place_requested.emit("pipeline")  # what is half done stays; Cancel drops it
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        file, columns, done = self.file_step, self.columns_step, self.done_step
        file.chosen.connect(self.read_file)
        file.pasted.connect(lambda text: self.read(self.tr("Pasted table"), text.encode("utf-8"), Reading("utf-8")))
        file.past_wanted.connect(self._show_past)
        for bar in (file.reading, columns.reading):
            bar.changed.connect(self._read_again)
        columns.columns.chosen.connect(self._choose_field)
        columns.columns.words_wanted.connect(self._ask_words)
        columns.problems.mended.connect(self._with_state(lambda state, *said: state.with_cell(*said)))
        columns.problems.translated.connect(self._with_state(lambda state, *said: state.with_word(*said)))
        columns.problems.left.connect(
            self._with_state(lambda state, rows: replace(state, left_out=state.left_out | rows))
        )
        columns.problems.wanted.connect(
            self._with_state(lambda state, row: replace(state, taken_anyway=state.taken_anyway | {row}))
        )
        columns.side.key_chosen.connect(self._with_state(lambda state, key: replace(state, key=key)))
        columns.side.update_chosen.connect(self._with_state(lambda state, update: replace(state, update=update)))
        columns.side.dates_chosen.connect(self._with_state(lambda state, order: replace(state, date_format=order)))
        columns.side.mark_chosen.connect(self._with_state(lambda state, mark: replace(state, decimal_mark=mark)))
        columns.side.kind_chosen.connect(
            self._with_state(lambda state, kind: state.as_touches(is_touches=kind == "touches"))
        )
        for button in (columns.problems.save_button, self.preview_step.save_button, done.save_button):
            button.clicked.connect(self._save_problems)
        done.show_button.clicked.connect(lambda: self.context.navigation.place_requested.emit("pipeline"))
        done.undo_button.clicked.connect(lambda: undo(self.context, self.window()))
        done.again_button.clicked.connect(self._start_anew)
        self.foot.back_button.clicked.connect(self._back)
        self.foot.cancel_button.clicked.connect(self._cancel)
        self.foot.next_button.clicked.connect(self._next)
        self.foot.stop_button.clicked.connect(self._work.stop)

    def _with_state(self, changed: Callable[..., ImportState]) -> Callable[..., None]:
        def act(*said: Any) -> None:
            if self.state is not None:
                self.change(changed(self.state, *said))

        return act

    def _start_anew(self) -> None:
        self._work.stop()
        self.state, self.outlook = None, None
        self.columns_step.side.mapping_name.clear()
        self.file_step.complain("")
        self._go(FILE)

    def _go(self, step: int) -> None:
        self.trail.show_step(step)
        self._stack.setCurrentIndex(step)
        self._tell()
        first = {FILE: self.file_step.choose_button, DONE: self.done_step.show_button}.get(step)
        if first is not None and self.isVisible():
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        state, plan = self.state, self.outlook.plan if self.outlook else None
        words = self.tr("Choose the file, see what would happen, then let it happen.")
        if state is not None:
            rows = counted(len(state.table.rows), "row")
            words = f"{state.name}, {rows}"
            if state.mapping_name:
                words += self.tr(", read as your “{name}”").format(name=state.mapping_name)
            elif state.preset:
                words += self.tr(", recognised: {name}").format(name=state.preset)
        is_touches = state is not None and state.is_touches
        self.header.say(self.tr("Import touches") if is_touches else self.tr("Import leads"), words)
        name = state.name if state is not None else ""
        self.foot.show_step(self.step, plan, self._why_not() if self.step != FILE else "", name)

    def _why_not(self) -> str:
        """Why there is no going on; '' where there is."""
        if self.outlook is None or self.outlook.plan is None:
            return self.tr("First solve what is written in red.")
        plan = self.outlook.plan
        some = len(plan.creates) + len(plan.updates) if isinstance(plan, ImportPlan) else len(plan.touches)
        return "" if some else self.tr("No row would come in or change anything.")

    def _read_again(self, reading: Reading) -> None:
        if self._asked_for is not None:
            self.read(*self._asked_for, reading)

    def _on_read(self, answer: Answer[ImportState]) -> None:
        match answer:
            case Done(state):
                self.state, self.outlook = state, None
                self.file_step.complain("")
                self.columns_step.show_state(state)
                self._go(COLUMNS)
                self._look()
            case Failed(KnownProblem() as problem):
                self._refuse(window_words(problem), may_help="ncoding" in f"{problem}")
            case Failed(OSError()):
                self._refuse(self.tr("The file cannot be read. Check its permissions."))
            case Failed(error):
                raise error

    def _refuse(self, words: str, *, may_help: bool = False) -> None:
        """Why it is no list; a file that was read before stays as it was read."""
        if self.state is not None and self.step == COLUMNS:
            self.columns_step.wrong.setText(words)
            self.columns_step.wrong.show()
            self.columns_step.reading.show_table(self.state.table)
            return
        self.file_step.complain(words, may_help=may_help)
        self._go(FILE)

    def _look(self) -> None:
        if self.state is None:
            return
        asked = partial(work.look, self.context.workspace.path, self.state, self.context.today())
        self._work.run(asked, self._on_look, self.tr("Looking at the rows"))

    def _on_look(self, answer: Answer[work.Outlook]) -> None:
        match answer:
            case Done(outlook) if self.state is not None:
                self.outlook = outlook
                self.columns_step.show_outlook(self.state, outlook)
                if self.step == PREVIEW:
                    if outlook.plan is None:
                        self._go(COLUMNS)
                    else:
                        self.preview_step.show_outlook(self.state, outlook)
                self._tell()
            case Failed(KnownProblem() as problem):
                self.context.navigation.problem_raised.emit(problem)
            case Failed(error):
                raise error

    def _choose_field(self, place: int, name: str) -> None:
        if self.state is not None:
            is_dropped = name == DROP
            self.change(self.state.with_field(place, "" if is_dropped else name, is_dropped=is_dropped))

    def _ask_words(self, name: str) -> None:
        if self.state is None or self.outlook is None:
            return
        said = ask_words(self, self.state, self.outlook, name)
        if said is not self.state:
            self.change(said)

    def _back(self) -> None:
        if self.step == PREVIEW:
            self._go(COLUMNS)
        elif self.step == COLUMNS:
            self._go(FILE)

    def _cancel(self) -> None:
        if self.foot.is_writing:
            self._work.stop()
            return
        self._start_anew()
        self.context.navigation.place_requested.emit("pipeline")

    def _next(self) -> None:
        if self.state is not None and self.step == FILE:
            self._go(COLUMNS)
            return
        if self.state is None or self.outlook is None or self.outlook.plan is None:
            return
        if self.step == COLUMNS:
            self.preview_step.show_outlook(self.state, self.outlook)
            self._go(PREVIEW)
        elif self.step == PREVIEW:
            self._carry_out()

    def _carry_out(self) -> None:
        assert self.state is not None
        assert self.outlook is not None
        assert self.outlook.plan is not None
        self._remember()
        path, today = self.context.workspace.path, self.context.today()
        asked = partial(work.bring_in, path, self.outlook.plan, self.state.name, today)
        is_long = work.is_long(self.state, self.outlook.plan)
        self._work.run(asked, self._on_written, self.tr("Importing"), is_writing=True, is_long=is_long)

    def _on_written(self, answer: Answer[ChangeSet | None]) -> None:
        match answer:
            case Done(changes) if self.state and self.outlook and self.outlook.plan:
                self._written = changes
                self._go(DONE)
                self._tell_done()
                if changes is not None:
                    self.context.workspace.hear(changes)
            case Cancelled():
                self.context.navigation.told.emit(self.tr("The import was stopped. Nothing was written."))
                self._tell()
            case Failed(KnownProblem() as problem):
                self.context.navigation.problem_raised.emit(problem)
            case Failed(error):
                raise error

    def _remember(self) -> None:
        name = self.columns_step.side.mapping_name.text().strip()
        if name and self.state is not None:
            kept = read_mappings(remembered(self.context.workspace.reader, MAPPINGS))
            kept.pop(name, None)
            text = written({name: self.state.saved(), **kept})
            self.context.workspace.settings.remember(MAPPINGS, text)

    def _save_problems(self) -> None:
        if self.state is None or self.outlook is None or self.outlook.plan is None:
            return
        suggested = f"{Path(self.state.name).stem} - {self.tr('left out')}.csv"
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the rows left out"), suggested, "*.csv")
        if not name:
            return
        left_out = self.outlook.preview.by_fate[Fate.PROBLEM]
        try:
            rows = (place + 1 for place in left_out)
            write_whole(Path(name), problem_file(self.state.table, rows, self.outlook.plan.problems))
            told = self.tr("The rows left out are in {name}").format(name=Path(name).name)
            self.context.navigation.told.emit(told)
        except KnownProblem as problem:
            self.context.navigation.problem_raised.emit(problem)

    def _show_past(self) -> None:
        from bothhats.ui.import_wizard.past_imports import PastImports

        PastImports(self.context, self).exec()
