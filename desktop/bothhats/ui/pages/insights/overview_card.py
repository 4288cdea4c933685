"""A chart on the overview: its title, and everything one can do with it in one menu."""

from pathlib import Path

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu

from bothhats.charts.catalogue import HOME, Chart
from bothhats.ui.background import JobRunner
from bothhats.ui.pages.insights.chart_card import ChartCard
from bothhats.ui.pages.insights.taking_along import add_saving
from bothhats.ui.widgets.buttons import IconButton
from bothhats.ui.widgets.labels import plain_label


class OverviewCard(ChartCard):
    """The home chart, or the brief form of another one; `opened` asks for the chart's own page."""

    opened = Signal(str)

    def __init__(self, chart: Chart, jobs: JobRunner, path: Path) -> None:
        super().__init__(chart, chart.brief or chart.views[0].form, jobs, path, is_short=True)

    def add_head(self) -> None:
        name = self.tr("What to do with “{chart}”").format(chart=self.chart.title)
        self.menu_button = IconButton("ellipsis", name, "quiet", is_small=True)
        self.menu_button.clicked.connect(self._open_menu)
        self.column.setSpacing(2)
        head = QHBoxLayout()
        head.addWidget(plain_label(self.chart.title, "strong", wraps=True), 1)
        head.addWidget(self.menu_button)
        self.column.addLayout(head)

    def menu(self) -> QMenu:
        """What one can do with it."""
        menu = QMenu(self)
        if self.chart.id != HOME:
            menu.addAction(self.tr("Open it"), lambda: self.opened.emit(self.chart.id))
        turned = self.tr("Show the chart") if self.is_table else self.tr("Show the numbers")
        menu.addAction(f"{turned}\tT", self.turn)
        menu.addAction(self.tr("How is this counted?"), self.turn_note)
        menu.addSeparator()
        add_saving(menu, self)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _open_menu(self) -> None:
        self.menu().popup(self.menu_button.mapToGlobal(QPoint(0, self.menu_button.height())))
