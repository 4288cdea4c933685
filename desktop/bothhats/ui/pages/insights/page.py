"""Insights: choose a period, a source and a campaign, and see leads → conversations → closes."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from bothhats.domain.changes import ChangeSet
from bothhats.domain.wording import long_date
from bothhats.queries.arrivals import first_arrival
from bothhats.queries.funnel import funnel_of, read_cohort, source_lines
from bothhats.queries.lists import campaigns, sources
from bothhats.ui.context import Context
from bothhats.ui.page import Page
from bothhats.ui.pages.insights.chart_card import ChartCard
from bothhats.ui.pages.insights.periods import CHOICES, period_of
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.combo import Combo
from bothhats.ui.widgets.empty_state import EmptyState
from bothhats.ui.widgets.page_header import PageHeader

_TABLES = ("lead", "touch", "stage_change", "outcome_change", "judgement", "parking", "source", "campaign")


class InsightsPage(Page):
    """The choices stay from chart to chart; a chart's marks lead to the leads behind them."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.header = PageHeader(self.tr("Insights"))
        self.period = Combo(self.tr("Period"))
        self.source = Combo(self.tr("Source"))
        self.campaign = Combo(self.tr("Campaign"))
        self.home = ChartCard(
            self.tr("Leads, conversations and closes, by source"),
            self.tr(
                "Leads counted by the day they arrived; each has gone as far as it had by today. Open leads stay in."
            ),
        )
        self.funnel = ChartCard(
            self.tr("The funnel"),
            self.tr("Reaching a later step counts as reaching the earlier ones. Ranges are 95 % Wilson intervals."),
        )
        self._parts = QListWidget()
        self._stack = QStackedWidget()
        self._body = QStackedWidget()
        self._assemble()
        self._connect()

    def refresh(self, changes: ChangeSet | None = None) -> None:
        if changes is None or changes.touches("source", "campaign"):
            self._fill_choices()
        if changes is None or changes.touches(*_TABLES):
            self._draw()

    def show_part(self, part: str) -> None:
        """Open one chart by its name: overview or funnel."""
        self._parts.setCurrentRow({"overview": 0, "funnel": 1}.get(part, 0))

    def _assemble(self) -> None:
        words = {
            "this_month": self.tr("This month"),
            "last_month": self.tr("Last month"),
            "this_quarter": self.tr("This quarter"),
            "last_quarter": self.tr("Last quarter"),
            "this_year": self.tr("This year"),
            "last_12_months": self.tr("Last 12 months"),
            "everything": self.tr("Everything"),
        }
        for choice in CHOICES:
            self.period.addItem(words[choice], choice)
        self.period.setCurrentIndex(CHOICES.index("last_quarter"))
        for combo in (self.period, self.source, self.campaign):
            combo.setMinimumWidth(130)
            self.header.add(combo)
        self._parts.setObjectName("nav")
        self._parts.setAccessibleName(self.tr("Charts"))
        self._parts.setFixedWidth(168)
        for name in (self.tr("Overview"), self.tr("Funnel")):
            self._parts.addItem(QListWidgetItem(name))
        for card in (self.home, self.funnel):
            self._stack.addWidget(_scrolled(card))
        charts = QWidget()
        row = QHBoxLayout(charts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        row.addWidget(self._parts)
        row.addWidget(self._stack, 1)
        add = Button(self.tr("Add a lead"), "primary", "plus")
        add.clicked.connect(lambda: self.context.navigation.command_requested.emit("lead.add", None))
        self._empty = EmptyState(self.tr("Nothing to draw yet"), self.tr("Charts begin with the first lead."), add)
        self._body.addWidget(charts)
        self._body.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 0, 28, 20)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._body, 1)

    def _connect(self) -> None:
        self._parts.currentRowChanged.connect(self._stack.setCurrentIndex)
        self._parts.setCurrentRow(0)
        for combo in (self.period, self.source, self.campaign):
            combo.currentIndexChanged.connect(self._draw)
        for card in (self.home, self.funnel):
            card.chosen.connect(self.context.navigation.leads_requested)
            card.failed.connect(self.context.navigation.problem_raised)

    def _fill_choices(self) -> None:
        reader = self.context.workspace.reader
        _refill(self.source, self.tr("All sources"), [(each.name, each.id) for each in sources(reader)])
        _refill(self.campaign, self.tr("All campaigns"), [(each.name, each.id) for each in campaigns(reader)])

    def _draw(self) -> None:
        from bothhats.charts.funnel import draw_funnel, funnel_height, funnel_sentence, funnel_table
        from bothhats.charts.home import draw_home, home_height, home_sentence, home_table

        reader, today = self.context.workspace.reader, self.context.today()
        first = first_arrival(reader)
        self._body.setCurrentIndex(0 if first else 1)
        period = period_of(self.period.currentData(), today, first)
        self._say(period.start, min(period.end, today), today)
        cohort = read_cohort(reader, period, _chosen(self.source), _chosen(self.campaign))
        funnel, lines = funnel_of(cohort), source_lines(reader, cohort)
        self.home.show_chart(
            lambda width, colours, families: draw_home(lines, funnel, width, colours, families),
            home_height(lines),
            home_sentence(lines, funnel),
            home_table(lines),
        )
        self.funnel.show_chart(
            lambda width, colours, families: draw_funnel(funnel, width, colours, families),
            funnel_height(funnel),
            funnel_sentence(funnel),
            funnel_table(funnel),
        )

    def _say(self, start: date, end: date, today: date) -> None:
        words = self.tr("Arrived {start} to {end}, as of today")
        self.header.say(self.tr("Insights"), words.format(start=long_date(start, today), end=long_date(end)))


def _chosen(combo: Combo) -> set[int | None] | None:
    return None if combo.currentData() is None else {combo.currentData()}


def _refill(combo: Combo, everything: str, choices: Sequence[tuple[str, int]]) -> None:
    kept = combo.currentData()
    combo.blockSignals(True)
    combo.clear()
    combo.addItem(everything, None)
    for name, row_id in choices:
        combo.addItem(name, row_id)
    combo.setCurrentIndex(max(0, combo.findData(kept)) if kept is not None else 0)
    combo.blockSignals(False)


def _scrolled(card: QWidget) -> QScrollArea:
    holder = QWidget()
    holder.setObjectName("scrolled")
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 8, 8)
    column.addWidget(card)
    column.addStretch()
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(holder)
    return area
