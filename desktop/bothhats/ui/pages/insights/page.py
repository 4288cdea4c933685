"""Insights: choose a period, a source and a campaign, and see leads → conversations → closes."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from bothhats.domain.changes import ChangeSet
from bothhats.domain.wording import long_date
from bothhats.queries.arrivals import first_arrival
from bothhats.queries.home import read_home
from bothhats.queries.lists import campaigns, sources
from bothhats.queries.scope import Scope
from bothhats.ui.context import Context
from bothhats.ui.page import Page
from bothhats.ui.pages.insights.chart_card import ChartCard
from bothhats.ui.pages.insights.choices import Choices
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.combo import Combo
from bothhats.ui.widgets.empty_state import EmptyState
from bothhats.ui.widgets.nav_list import NavItem, NavList
from bothhats.ui.widgets.page_header import PageHeader

NARROW = 992  # the page in a window of 1080
_TABLES = ("lead", "touch", "stage_change", "outcome_change", "judgement", "parking", "source", "campaign")


class InsightsPage(Page):
    """The choices stay from chart to chart; a chart's marks lead to the leads behind them."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.header = PageHeader(self.tr("Insights"))
        self.choices = Choices()
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
        self._cards = {"overview": self.home, "funnel": self.funnel}
        parts = (NavItem("overview", self.tr("Overview")), NavItem("funnel", self.tr("Funnel")))
        self.nav = NavList(self.tr("Charts"), parts, 168)
        self.nav_combo = Combo(self.tr("Charts"))
        for part in parts:
            self.nav_combo.addItem(part.words, part.id)
        self._stack = QStackedWidget()
        self._body = QStackedWidget()
        self._assemble()
        self._connect()

    def refresh(self, changes: ChangeSet | None = None) -> None:
        if changes is None or changes.touches("source", "campaign"):
            reader = self.context.workspace.reader
            self.choices.fill(
                [(each.name, each.id) for each in sources(reader)], [(each.name, each.id) for each in campaigns(reader)]
            )
        if changes is None or changes.touches(*_TABLES):
            self._draw()

    def show_part(self, part: str) -> None:
        """Open one chart by its name: overview or funnel."""
        self.nav.show_item(part if part in self._cards else "overview")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < scaled(NARROW)
        self.nav.setVisible(not is_narrow)
        self.nav_combo.setVisible(is_narrow)

    def _assemble(self) -> None:
        self.header.add(self.choices)
        for card in self._cards.values():
            self._stack.addWidget(_scrolled(card))
        self.nav_combo.setMinimumWidth(scaled(168))
        self.nav_combo.hide()
        charts = QWidget()
        grid = QGridLayout(charts)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.nav_combo, 0, 1, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.nav, 1, 0)
        grid.addWidget(self._stack, 1, 1)
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
        self.nav.chosen.connect(self._on_part)
        self.nav.show_item("overview")
        self.nav_combo.currentIndexChanged.connect(lambda: self.nav.show_item(self.nav_combo.currentData()))
        self.choices.changed.connect(self._draw)
        for card in self._cards.values():
            card.chosen.connect(self.context.navigation.leads_requested)
            card.failed.connect(self.context.navigation.problem_raised)

    def _on_part(self, part: str) -> None:
        place = list(self._cards).index(part)
        self._stack.setCurrentIndex(place)
        self.nav_combo.setCurrentIndex(place)

    def _draw(self) -> None:
        from bothhats.charts.funnel import draw_funnel, funnel_height, funnel_sentence, funnel_table
        from bothhats.charts.home import draw_home, home_height, home_sentence, home_table

        reader, today = self.context.workspace.reader, self.context.today()
        first = first_arrival(reader)
        self.choices.begin(today, first)
        self.choices.setVisible(first is not None)
        self._body.setCurrentIndex(0 if first else 1)
        period = self.choices.period_at(today, first)
        self._say(period.start, period.last, today, is_empty=first is None)
        home = read_home(reader, Scope(period, self.choices.source_ids, self.choices.campaign_ids))
        funnel = home.funnel
        self.home.show_chart(
            lambda width, colours, families: draw_home(home, width, colours, families),
            home_height(home),
            home_sentence(home),
            home_table(home),
        )
        self.funnel.show_chart(
            lambda width, colours, families: draw_funnel(funnel, width, colours, families),
            funnel_height(funnel),
            funnel_sentence(funnel),
            funnel_table(funnel),
        )

    def _say(self, start: date, end: date, today: date, *, is_empty: bool) -> None:
        words = self.tr("Arrived {start} to {end}, as of today")
        words = words.format(start=long_date(start, today), end=long_date(end))
        self.header.say(self.tr("Insights"), "" if is_empty else words)


def _scrolled(card: QWidget) -> QScrollArea:
    holder = QWidget()
    holder.setObjectName("scrolled")
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 8)
    column.addWidget(card)
    column.addStretch()
    area = QScrollArea()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setWidget(holder)
    return area
