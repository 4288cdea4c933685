"""The frame of a chart: sentence, chart or its numbers, the period before, and how it is counted.

T turns the chart into its numbers and back, Ctrl+C copies the picture, Ctrl+Shift+C the numbers.
"""

import sqlite3
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QVBoxLayout

from bothhats.charts.catalogue import Chart
from bothhats.domain.problems import KnownProblem
from bothhats.queries.progress import KeptProgress
from bothhats.queries.scope import Scope
from bothhats.queries.settings import read_settings
from bothhats.reports.period_charts import PrintedChart, printed_chart
from bothhats.reports.period_pages import pages_of_chart
from bothhats.storage.safe_write import write_whole
from bothhats.ui.background import Answer, Done, Failed, JobRunner
from bothhats.ui.chart_view import ChartView
from bothhats.ui.pages.insights.chart_asking import Answered, ChartAsking, MakeForm, Question
from bothhats.ui.pages.insights.numbers import table_text, together
from bothhats.ui.pages.insights.numbers_table import NumbersTable
from bothhats.ui.pages.insights.scope_words import period_words
from bothhats.ui.printing import print_pages
from bothhats.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from bothhats.charts.drawing import ChartTable

MARGIN = 18
Printed = tuple[PrintedChart, str]  # with the paper of the settings


class ChartCard(QFrame):
    """One chart with its words; `chosen` passes on which leads were asked for. A sub-class adds title and tools."""

    chosen = Signal(object, str)
    failed = Signal(object)  # a KnownProblem
    told = Signal(str)

    def __init__(self, chart: Chart, form: MakeForm, jobs: JobRunner, path: Path, *, is_short: bool) -> None:
        super().__init__()
        self.setObjectName("card")
        self.chart = chart
        self.form = form
        self.is_stale = True
        self.answered: Answered | None = None
        self._words = ""
        self._is_short = is_short
        self._jobs, self._path = jobs, path
        self._asking = ChartAsking(jobs, path, self)
        self.view = ChartView(chart.title, jobs)
        self.view_before = ChartView(self.tr("{chart}, the period before").format(chart=chart.title), jobs)
        self.table = NumbersTable(chart.title)
        self._sentence = plain_label("", "body", "ink2", wraps=True)
        self._heading_before = plain_label("", "small_strong", "ink2", wraps=True)
        self._sentence_before = plain_label("", "body", "ink2", wraps=True)
        self._note = plain_label(chart.note, "small", "ink2", wraps=True)
        self.column = QVBoxLayout(self)
        self.add_head()
        self._assemble()
        self._connect()

    @property
    def sentence(self) -> str:
        """The chart in words."""
        return self._words

    @property
    def least_width(self) -> int:
        """How wide the card wants to be, in pixels of the design."""
        chart = self.answered.told.picture.least_width if self.answered else 0
        return chart + 2 * MARGIN

    @property
    def is_table(self) -> bool:
        """Whether the numbers stand in place of the chart."""
        return not self.table.isHidden()

    @property
    def numbers(self) -> "ChartTable | None":
        """What the table shows: this period's numbers, and those of the one before where it is compared."""
        return together(self.answered) if self.answered else None

    def ask(self, scope: Scope, before: Scope | None, kept: KeptProgress) -> None:
        """Show the chart of this; the old one stays until the new one is there."""
        self.is_stale = False
        self._asking.ask(Question(self.form, scope, before, kept))

    def show_form(self, *, is_table: bool) -> None:
        """Chart or numbers; the focus goes along."""
        views = (self.view, self.view_before)
        has_focus = self.table.hasFocus() or any(view.hasFocus() for view in views)
        self.table.setVisible(is_table)
        self.view.setVisible(not is_table)
        self.view_before.setVisible(not is_table and self._has_chart_before)
        if has_focus:
            (self.table if is_table else self.view).setFocus(Qt.FocusReason.TabFocusReason)

    def turn(self) -> None:
        """From the chart to its numbers and back."""
        self.show_form(is_table=not self.is_table)

    def turn_note(self) -> None:
        """Say how it is counted, or no longer."""
        self._note.setVisible(self._note.isHidden())

    def copy_numbers(self) -> None:
        """Put the numbers on the clipboard, for a spreadsheet."""
        if self.numbers is not None:
            QGuiApplication.clipboard().setText(table_text(self.numbers, separator="\t"))
            self.told.emit(self.tr("The numbers are copied"))

    def save_as(self, path: Path) -> None:
        """Write picture or numbers, by the ending; `told` says where they are, or `failed` why not."""
        if path.suffix.lower() != ".csv":
            self.view.save(path)
        elif self.numbers is not None:
            try:
                write_whole(path, table_text(self.numbers).encode("utf-8-sig"))
                self.told.emit(self.tr("The numbers are in {name}").format(name=path.name))
            except KnownProblem as problem:
                self.failed.emit(problem)

    def print_chart(self) -> None:
        """Draw it for paper with its numbers, and ask which printer."""
        if self.answered is None:
            return
        scope, chart = self.answered.question.scope, self.chart
        form = chart.views[0].form if self._is_short else self.form

        def question(connection: sqlite3.Connection) -> Printed:
            return printed_chart(connection, scope, chart, form), read_settings(connection).paper

        self._jobs.ask(self._path, question, partial(self._on_printed, scope), owner=self)

    def _on_printed(self, scope: Scope, answer: Answer[Printed]) -> None:
        if isinstance(answer, Done):
            printed, paper = answer.value
            print_pages(self, pages_of_chart(printed, scope), paper)
        elif isinstance(answer, Failed):
            self._on_not_answered(answer.error)

    @property
    def _has_chart_before(self) -> bool:
        return not self._is_short and self.answered is not None and self.answered.before is not None

    def _assemble(self) -> None:
        self.column.setContentsMargins(MARGIN, 14, MARGIN, 8)
        self.column.setSpacing(6)
        self.column.addWidget(self._sentence)
        self.column.addSpacing(8)
        for widget in (self.view, self._heading_before, self._sentence_before, self.view_before, self.table):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.column.addWidget(self._note)
        for widget in (self._heading_before, self._sentence_before, self.view_before, self.table, self._note):
            widget.hide()

    def say(self, words: str) -> None:
        """Put it in words."""
        self._words = words
        self._sentence.setText(words)

    def add_head(self) -> None:
        """Put title or tools above the sentence; first, so that the focus comes to them first."""

    def _connect(self) -> None:
        for key, act in (("T", self.turn), ("Ctrl+C", self.view.copy), ("Ctrl+Shift+C", self.copy_numbers)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)  # as an argument it would be ignored
            shortcut.activated.connect(act)
        self._asking.answered.connect(self._on_answered)
        self._asking.failed.connect(self._on_not_answered)
        self._asking.slow.connect(self._on_slow)
        for view in (self.view, self.view_before):
            view.chosen.connect(self.chosen)
            view.failed.connect(self._on_failed)
            view.copied.connect(lambda: self.told.emit(self.tr("The chart is copied")))
            view.saved.connect(self._on_saved)
        self.view.drawn.connect(lambda: self._fade(is_faded=False))

    def _on_slow(self) -> None:
        """The old chart at half strength; where there is none yet, a word in place of it."""
        self._fade(is_faded=True)
        if self.answered is None:
            self.say(self.tr("One moment: this is being counted."))

    def _on_answered(self, answered: Answered) -> None:
        self.answered = answered
        self.say(answered.told.picture.sentence)
        self.view.show_chart(answered.told.picture)
        self._show_before(answered)
        self.table.show_numbers(together(answered))
        if self.is_table:
            self._fade(is_faded=False)

    def _show_before(self, answered: Answered) -> None:
        before, scope = answered.before, answered.question.before
        for widget in (self._heading_before, self._sentence_before):
            widget.setVisible(before is not None)
        self.view_before.setVisible(self._has_chart_before and not self.is_table)
        if before is not None and scope is not None:
            self._heading_before.setText(self.tr("The period before, {days}").format(days=period_words(scope.period)))
            self._sentence_before.setText(before.picture.sentence)
            self.view_before.show_chart(before.picture)

    def _on_not_answered(self, error: Exception) -> None:
        """The others stand; what this one shows is old, and says so."""
        self.is_stale = True
        words = str(error) if isinstance(error, KnownProblem) else self.tr("A fault in Both Hats; the log has it.")
        self.say(self.tr("This chart could not be drawn. {why}").format(why=words))
        self._fade(is_faded=True)

    def _on_saved(self, path: Path) -> None:
        self.told.emit(self.tr("The chart is in {name}").format(name=path.name))

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, KnownProblem):
            self.failed.emit(error)
        else:
            self._on_not_answered(error)

    def _fade(self, *, is_faded: bool) -> None:
        for view in (self.view, self.view_before):
            view.fade(is_faded=is_faded)
