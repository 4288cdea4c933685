"""The overview: the home chart, and three charts in brief that follow the period."""

from PySide6.QtWidgets import QHBoxLayout

from bothhats.charts.catalogue import BRIEF, CHARTS, HOME, Chart
from bothhats.ui.context import Context
from bothhats.ui.pages.insights.overview_card import OverviewCard
from bothhats.ui.pages.insights.part import Part


class Overview(Part):
    """Wide on top, below in three columns."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        by_id = {chart.id: chart for chart in CHARTS}
        self.home = self._card(by_id[HOME])
        self.column.addWidget(self.home)
        row = QHBoxLayout()
        row.setSpacing(16)
        self.brief = [self._card(by_id[each]) for each in BRIEF if each in by_id]
        for card in self.brief:
            row.addWidget(card, 1)
        self.column.addLayout(row)
        self.column.addStretch(1)

    def _card(self, chart: Chart) -> OverviewCard:
        card = OverviewCard(chart, self.context.jobs, self.context.workspace.path)
        card.opened.connect(self.opened)
        self.add_card(card)
        return card
