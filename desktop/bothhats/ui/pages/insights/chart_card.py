"""The frame of a chart: title, sentence, chart or its numbers, copy and save, and how it is counted.

T turns the chart into its numbers and back, Ctrl+C copies the picture, Ctrl+Shift+C the numbers.
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QMenu,
    QVBoxLayout,
)

from bothhats.domain.problems import FileNotWritable
from bothhats.ui.chart_view import ChartView, Draw, table_text
from bothhats.ui.pages.insights.numbers_table import NumbersTable
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import plain_label
from bothhats.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from bothhats.charts.drawing import ChartTable


class ChartCard(QFrame):
    """One chart with its words and tools; `chosen` passes on which leads were asked for."""

    chosen = Signal(object, str)
    failed = Signal(object)  # a KnownProblem

    def __init__(self, title: str, counted_how: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self._table_now: ChartTable | None = None
        self.view = ChartView(title)
        self.table = NumbersTable(title)
        self.table.hide()
        self._sentence = plain_label("", "body", "ink2", wraps=True)
        self._how = plain_label(counted_how, "small", "ink3", wraps=True)
        self._form = Segments(
            self.tr("Show as"), [(False, self.tr("Chart")), (True, self.tr("Table"))], value=False, is_small=True
        )
        self._assemble(title)
        self._form.changed.connect(self._show_form)
        for key, act in (("T", self._turn), ("Ctrl+C", self.view.copy), ("Ctrl+Shift+C", self._copy_numbers)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)  # as an argument it would be ignored
            shortcut.activated.connect(act)
        self.view.chosen.connect(self.chosen)

    @property
    def sentence(self) -> str:
        """The chart in words."""
        return self._sentence.text()

    def show_chart(self, draw: Draw, height: int, sentence: str, table: "ChartTable") -> None:
        """Show a chart and its numbers."""
        self._sentence.setText(sentence)
        self._table_now = table
        self.view.show_chart(draw, height, sentence)
        self.table.show_numbers(table)

    def _assemble(self, title: str) -> None:
        copy = Button(self.tr("Copy"), icon_name="copy", is_small=True)
        copy.clicked.connect(self.view.copy)
        save = Button(self.tr("Save"), icon_name="download", is_small=True)
        menu = QMenu(save)
        for words, ending in ((self.tr("Picture (PNG)"), "png"), (self.tr("Drawing (SVG)"), "svg")):
            menu.addAction(words, partial(self._save, ending))
        menu.addAction(self.tr("Numbers (CSV)"), lambda: self._save("csv"))
        save.setMenu(menu)
        head = QHBoxLayout()
        head.addWidget(plain_label(title, "strong"), 1)
        for tool in (self._form, copy, save):
            head.addWidget(tool)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._sentence)
        column.addSpacing(8)
        column.addWidget(self.view)
        column.addWidget(self.table)
        column.addWidget(self._how)

    def _turn(self) -> None:
        self._form.choose(0 if self.table.isVisible() else 1)

    def _copy_numbers(self) -> None:
        if self._table_now is not None:
            QGuiApplication.clipboard().setText(table_text(self._table_now, separator="\t"))

    def _show_form(self, as_table: object) -> None:
        """The focus goes from the chart to its numbers and back."""
        has_focus = self.view.hasFocus() or self.table.hasFocus()
        self.view.setVisible(not as_table)
        self.table.setVisible(bool(as_table))
        if has_focus:
            (self.table if as_table else self.view).setFocus(Qt.FocusReason.TabFocusReason)

    def _save(self, ending: str) -> None:
        suggested = f"{self.view.accessibleName()}.{ending}"
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save"), suggested, f"*.{ending}")
        if not name or self._table_now is None:
            return
        path = Path(name if name.lower().endswith(f".{ending}") else f"{name}.{ending}")
        try:
            if ending == "csv":
                path.write_text(table_text(self._table_now), encoding="utf-8-sig")
            else:
                self.view.save(path)
        except OSError:
            words = self.tr("{path} cannot be written.").format(path=path)
            self.failed.emit(FileNotWritable(words, self.tr("Choose another folder; nothing was changed.")))
