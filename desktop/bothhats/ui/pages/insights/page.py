"""Insights: charts in groups at the left, what is counted in the header, the leads behind a mark at the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from bothhats.charts.catalogue import CHARTS, GROUPS, HOME, chart_of
from bothhats.domain.changes import ChangeSet
from bothhats.queries.arrivals import first_arrival
from bothhats.queries.lists import campaigns, sources
from bothhats.queries.progress import KeptProgress
from bothhats.ui.context import Context
from bothhats.ui.page import Page
from bothhats.ui.pages.insights.chart_part import ChartPart
from bothhats.ui.pages.insights.choices import Choices
from bothhats.ui.pages.insights.lead_panel import LeadPanel
from bothhats.ui.pages.insights.overview import Overview
from bothhats.ui.pages.insights.part import OVERVIEW, Part
from bothhats.ui.pages.insights.remembered import read_choice, write_choice
from bothhats.ui.pages.insights.report_button import ReportButton
from bothhats.ui.pages.insights.scope_words import header_words
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.combo import Combo
from bothhats.ui.widgets.empty_state import EmptyState
from bothhats.ui.widgets.nav_list import NavItem, NavList
from bothhats.ui.widgets.page_header import PageHeader

NARROW = 992  # the page in a window of 1080
NAV = 192
GAP = 20
SMALLER = 0.95  # so much smaller a chart may be drawn for the leads to stand beside it


class InsightsPage(Page):
    """Each part is made when it is first gone to; only the one that shows asks its charts."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.header = PageHeader(self.tr("Insights"))
        self.choices = Choices(read_choice(context))
        self.nav = NavList(self.tr("Charts"), _items(self.tr("Overview")), NAV, pitch=31)
        self.nav_combo = Combo(self.tr("Charts"))
        for item in _items(self.tr("Overview")):
            if item.id:
                self.nav_combo.addItem(item.words, item.id)
        self.panel = LeadPanel(context)
        self.report_button = ReportButton(context, lambda: self.choices.scope)
        self.parts: dict[str, Part] = {}
        self._kept = KeptProgress()
        self.stack = QStackedWidget()
        self._body = QStackedWidget()
        self._assemble()
        self._connect()
        part = context.kept.insights_part
        self.show_part(part if chart_of(part) else OVERVIEW)

    @property
    def part(self) -> Part:
        """What shows."""
        shown = self.stack.currentWidget()
        assert isinstance(shown, Part)
        return shown

    def refresh(self, changes: ChangeSet | None = None) -> None:
        reader, today = self.context.workspace.reader, self.context.today()
        if changes is None or changes.touches("source", "campaign"):
            self.choices.fill(
                [(each.name, each.id) for each in sources(reader)], [(each.name, each.id) for each in campaigns(reader)]
            )
        if changes is None or changes.touches("lead"):
            first = first_arrival(reader)
            self.choices.begin(today, first)
            self.choices.setVisible(first is not None)
            self.report_button.setVisible(first is not None)
            self._body.setCurrentIndex(0 if first else 1)
        self._kept = KeptProgress()
        for part in self.parts.values():
            part.grow_old(changes)
        self._ask()
        if self.panel.ids and (changes is None or changes.touches("lead", "touch", "stage_change", "outcome_change")):
            self.panel.refresh(self._kept)

    def show_part(self, part: str) -> None:
        """Open the overview or one chart, by its id; the focus goes to the tools of the chart."""
        self.nav.show_item(part if chart_of(part) and part != HOME else OVERVIEW)
        if self.isVisible() and isinstance(self.part, ChartPart):
            self.part.card.form_choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._kept = KeptProgress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._find_room()

    def _assemble(self) -> None:
        self.header.add(self.choices)
        self.header.add(self.report_button)
        self.nav_combo.setMinimumWidth(scaled(NAV))
        self.nav_combo.hide()
        self._middle = QVBoxLayout()
        self._middle.setSpacing(12)
        self._middle.addWidget(self.nav_combo, 0, Qt.AlignmentFlag.AlignLeft)
        self._middle.addWidget(self.stack, 1)
        charts = QWidget()
        self._row = QHBoxLayout(charts)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._row.addWidget(self.nav)
        self._row.addLayout(self._middle, 1)
        self._row.addWidget(self.panel)
        add = Button(self.tr("Add a lead"), "primary", "plus")
        add.clicked.connect(lambda: self.context.navigation.command_requested.emit("lead.add", None))
        self.empty = EmptyState(self.tr("Nothing to draw yet"), self.tr("Charts begin with the first lead."), add)
        self._body.addWidget(charts)
        self._body.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 0, 28, 20)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._body, 1)

    def _connect(self) -> None:
        self.nav.chosen.connect(self._on_part)
        self.nav_combo.currentIndexChanged.connect(lambda: self.nav.show_item(self.nav_combo.currentData()))
        self.choices.changed.connect(self._on_choice)
        self.panel.closed.connect(self._on_panel_closed)
        print_key = QShortcut(QKeySequence("Ctrl+P"), self)
        print_key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        print_key.activated.connect(self._print)

    def _on_part(self, name: str) -> None:
        if name not in self.parts:
            self.parts[name] = self._make(name)
            self.stack.addWidget(self.parts[name])
        self.stack.setCurrentWidget(self.parts[name])
        self.nav_combo.setCurrentIndex(self.nav_combo.findData(name))
        self.context.kept.insights_part = name
        self.panel.close_list()
        self._find_room()
        if self.isVisible():
            self._ask()

    def _make(self, name: str) -> Part:
        chart = chart_of(name)
        part = ChartPart(chart, self.context) if chart else Overview(self.context)
        part.chosen.connect(self._on_chosen)
        part.opened.connect(self.show_part)
        part.asked_anew.connect(self._ask)
        return part

    def _print(self) -> None:
        """The chart of this page; on the overview the report."""
        if isinstance(self.part, ChartPart):
            self.part.card.print_chart()
        else:
            self.report_button.print_report()

    def _on_choice(self) -> None:
        write_choice(self.context, self.choices.choice)
        for part in self.parts.values():
            part.grow_old(None)
        self.panel.close_list()
        self._ask()

    def _ask(self) -> None:
        """Ask the charts that show and are old, and say what is counted."""
        if self._body.currentIndex() == 0:
            scope = self.choices.scope
            self.part.ask(scope, self.choices.scope_before, self._kept)
            words = header_words(scope, self.context.today(), self.part.counted, is_short=self._is_narrow)
            self.header.say(self.tr("Insights"), words)
        else:
            self.header.say(self.tr("Insights"), "")

    def _on_chosen(self, ids: tuple[int, ...], words: str) -> None:
        self.panel.show_leads(ids, words, self.choices.scope.as_of, self._kept)
        self.part.single_out(ids)
        self._find_room()
        self.panel.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_panel_closed(self) -> None:
        self._find_room()
        if self.stack.count():
            self.part.single_out(())
            self.part.focus_chart()

    @property
    def _is_narrow(self) -> bool:
        return self.width() < scaled(NARROW)

    def _find_room(self) -> None:
        """The leads stand at the right while the chart keeps the width it needs, else below it.

        Before it comes to that the navigation becomes a combo.
        """
        room = self.width() - 56
        is_open = bool(self.panel.ids)
        least = scaled(self.part.least_width * SMALLER) if self.stack.count() else 0
        beside = self.panel.width() + GAP if is_open else 0
        fits_beside = room - beside >= least
        has_nav = not self._is_narrow and room - scaled(NAV) - GAP - (beside if fits_beside else 0) >= least
        self.nav.setVisible(has_nav)
        self.nav_combo.setVisible(not has_nav)
        self._place_panel(is_beside=fits_beside)

    def _place_panel(self, *, is_beside: bool) -> None:
        target = self._row if is_beside else self._middle
        if target.indexOf(self.panel) < 0:
            (self._middle if is_beside else self._row).removeWidget(self.panel)
            target.addWidget(self.panel)
        self.panel.spread(is_wide=not is_beside)


def _items(overview: str) -> list[NavItem]:
    items = [NavItem(OVERVIEW, overview)]
    for group in GROUPS:
        charts = [chart for chart in CHARTS if chart.group == group]
        if charts:
            items += [NavItem("", group), *(NavItem(chart.id, chart.title) for chart in charts)]
    return items
