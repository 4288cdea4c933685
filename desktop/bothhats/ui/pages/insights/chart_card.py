"""The frame of a chart: title, sentence, chart or its numbers, copy and save, and how it is counted."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QMenu, QTableWidget, QTableWidgetItem, QVBoxLayout

from bothhats.ui.chart_view import ChartView, Draw, table_text
from bothhats.ui.theme.fonts import font
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import plain_label
from bothhats.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from bothhats.charts.drawing import ChartTable


class ChartCard(QFrame):
    """One chart with its words and tools; `chosen` passes on which leads were asked for."""

    chosen = Signal(object, str)

    def __init__(self, title: str, counted_how: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self._table_now: ChartTable | None = None
        self.view = ChartView(title)
        self.table = QTableWidget()
        self.table.setAccessibleName(title)
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.horizontalHeader().setFont(font("small_strong"))
        self.table.hide()
        self._sentence = plain_label("", "body", "ink2", wraps=True)
        self._how = plain_label(counted_how, "small", "ink3", wraps=True)
        self._form = Segments(
            self.tr("Show as"), [(False, self.tr("Chart")), (True, self.tr("Table"))], value=False, is_small=True
        )
        self._assemble(title)
        self._form.changed.connect(self._show_form)
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
        self._fill(table)

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

    def _show_form(self, as_table: object) -> None:
        self.view.setVisible(not as_table)
        self.table.setVisible(bool(as_table))

    def _fill(self, table: "ChartTable") -> None:
        self.table.setColumnCount(len(table.heads))
        self.table.setRowCount(len(table.rows))
        self.table.setHorizontalHeaderLabels(table.heads)
        for row, cells in enumerate(table.rows):
            for column, words in enumerate(cells):
                self.table.setItem(row, column, QTableWidgetItem(words))
        self.table.resizeColumnsToContents()
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.setFixedHeight(40 + 32 * max(1, len(table.rows)))

    def _save(self, ending: str) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save"), f"chart.{ending}", f"*.{ending}")
        if not name or self._table_now is None:
            return
        if ending == "csv":
            Path(name).write_text(table_text(self._table_now), encoding="utf-8-sig")
        else:
            self.view.save(Path(name))
