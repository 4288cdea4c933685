"""One chart on a page of its own."""

from bothhats.charts.catalogue import Chart
from bothhats.ui.context import Context
from bothhats.ui.pages.insights.page_card import PageCard
from bothhats.ui.pages.insights.part import Part


class ChartPart(Part):
    """Its card, as high as it needs."""

    def __init__(self, chart: Chart, context: Context) -> None:
        super().__init__(context)
        self.counted = chart.counted
        self.card = PageCard(chart, context.jobs, context.workspace.path)
        self.card.view_wanted.connect(self._on_view)
        self.add_card(self.card)
        self.column.addWidget(self.card)
        self.column.addStretch(1)

    def _on_view(self) -> None:
        self.card.is_stale = True
        self.asked_anew.emit()
