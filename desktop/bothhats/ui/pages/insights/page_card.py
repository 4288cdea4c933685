"""A chart on a page of its own: tools on top, the first sentence foremost."""

import re
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu

from bothhats.charts.catalogue import Chart
from bothhats.ui.background import JobRunner
from bothhats.ui.pages.insights.chart_card import ChartCard
from bothhats.ui.pages.insights.taking_along import add_saving
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.combo import Combo
from bothhats.ui.widgets.labels import plain_label
from bothhats.ui.widgets.segments import Segments

_FIRST = re.compile(r".{16,}?[.;](?= [A-Z0-9])")  # no "Dr." of somebody's name


INSIDE = 10  # between a small button's edge and its words


class PageCard(ChartCard):
    """`view_wanted`: another of the chart's views was chosen, so it is to be asked again."""

    view_wanted = Signal()

    def __init__(self, chart: Chart, jobs: JobRunner, path: Path) -> None:
        super().__init__(chart, chart.views[0].form, jobs, path, is_short=False)
        self.how_button = Button(self.tr("How is this counted?"), "quiet", is_small=True)
        self.how_button.clicked.connect(self.turn_note)
        foot = QHBoxLayout()
        foot.setContentsMargins(-INSIDE, 0, 0, 0)  # its words stand below the others'
        foot.addWidget(self.how_button)
        foot.addStretch(1)
        self.column.insertLayout(self.column.count() - 1, foot)

    def add_head(self) -> None:
        choices = [(False, self.tr("Chart")), (True, self.tr("Table"))]
        icons = ("chart-no-axes-gantt", "table-2")
        self.form_choice = Segments(self.tr("Show as"), choices, value=False, is_small=True, icons=icons)
        self.form_choice.changed.connect(lambda is_table: self.show_form(is_table=bool(is_table)))
        self.view_choice = Combo(self.tr("What is shown"))
        for view in self.chart.views:
            self.view_choice.addItem(view.words)
        self.view_choice.currentIndexChanged.connect(self._on_view)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self.form_choice)
        tools.addWidget(self.view_choice)
        self.view_choice.setVisible(len(self.chart.views) > 1)
        tools.addStretch(1)
        for button in self._taking_along():
            tools.addWidget(button)
        self.column.addLayout(tools)
        self._first = plain_label("", "strong", wraps=True)
        self.column.addWidget(self._first)

    def show_form(self, *, is_table: bool) -> None:
        super().show_form(is_table=is_table)
        self.form_choice.set_value(is_table)

    def say(self, words: str) -> None:
        super().say(words)
        first = _FIRST.match(words)
        self._first.setText(first.group() if first else words)
        self._sentence.setText(words[first.end() :].strip() if first else "")
        self._sentence.setVisible(bool(self._sentence.text()))

    def _taking_along(self) -> tuple[Button, Button]:
        copy = Button(self.tr("Copy"), icon_name="copy", is_small=True)
        copy.setAccessibleName(self.tr("Copy the picture"))
        copy.clicked.connect(self.view.copy)
        save = Button(self.tr("Save"), icon_name="download", is_small=True)
        menu = QMenu(save)
        add_saving(menu, self, with_copy=False)
        save.setMenu(menu)
        return copy, save

    def _on_view(self, number: int) -> None:
        self.form = self.chart.views[number].form
        self.view_wanted.emit()
