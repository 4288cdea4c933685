"""How the pipeline is laid out: header, tools, the views on top of each other, the bulk bar, the pane at the right."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from bothhats.ui.context import Context
from bothhats.ui.pages.pipeline.board_view import BoardView
from bothhats.ui.pages.pipeline.bulk_bar import BulkBar
from bothhats.ui.pages.pipeline.detail_pane import DetailPane
from bothhats.ui.pages.pipeline.filter_bar import FilterBar
from bothhats.ui.pages.pipeline.lane_tools import LaneTools
from bothhats.ui.pages.pipeline.table_columns import COLUMNS, tr
from bothhats.ui.pages.pipeline.table_model import LeadTableModel
from bothhats.ui.pages.pipeline.table_view import LeadTable
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.empty_state import EmptyState
from bothhats.ui.widgets.page_header import PageHeader
from bothhats.ui.widgets.search_field import SearchField
from bothhats.ui.widgets.segments import Segments

SEARCH, SEARCH_BESIDE_PANE = 224, 150
PANE, NARROW_PANE = 338, 328
NARROW = 1100


class PipelineLayout:
    """Makes the parts and puts them together; it connects nothing but what concerns the looks."""

    def __init__(self, page: QWidget, context: Context, model: LeadTableModel) -> None:
        self._page = page
        self._pane_width = 0
        self.header = PageHeader(page.tr("Pipeline"))
        self.search = SearchField(page.tr("Search people, notes, tags"))
        self.log_button = Button(page.tr("Log"), icon_name="message-square-plus")
        self.form = Segments(
            page.tr("Show as"),
            [("board", page.tr("Board")), ("table", page.tr("Table"))],
            "board",
            icons=("square-kanban", "table-2"),
        )
        self.filter_bar = FilterBar(context)
        self.board = BoardView(context)
        self.table = LeadTable(context, model)
        self.bulk_bar = BulkBar(context)
        self.pane = DetailPane(context)
        self.lane_tools = LaneTools(context)
        self._columns = Button(page.tr("Columns"), "quiet", "columns-3")
        self.add_buttons = [Button(page.tr("Add a lead"), "primary", "plus") for _ in range(2)]
        self.import_button = Button(page.tr("Import a list"), icon_name="upload")
        self.clear_button = Button(page.tr("Clear filters"), icon_name="x")
        self._views = QStackedWidget()
        self._splitter = QSplitter()
        self._assemble()

    @property
    def is_narrow(self) -> bool:
        """Whether second clauses are dropped."""
        return self._page.window().width() < scaled(NARROW)

    def connect_buttons(self, ask: Callable[[str, object], None], chosen: Callable[[], list[int]]) -> None:
        """The buttons of the head and of the empty page ask for their commands."""
        self.log_button.clicked.connect(lambda: ask("lead.log", chosen()))
        self.import_button.clicked.connect(lambda: ask("import.open", None))
        for button in self.add_buttons:
            button.clicked.connect(lambda: ask("lead.add", None))
        self.log_button.setToolTip(self._page.tr("Log a touch, Ctrl+L"))
        self.add_buttons[0].setToolTip(self._page.tr("Add a lead, Ctrl+N"))

    def show_view(self, name: str) -> None:
        """Show board, table, no_leads or no_match."""
        self._views.setCurrentWidget(self._named[name])
        self.lane_tools.setVisible(name == "board")
        self._columns.setVisible(name == "table")

    def show_bulk_bar(self, *, is_shown: bool) -> None:
        """The bar takes the place of the page's foot."""
        self.bulk_bar.setVisible(is_shown)
        self.fit()

    def show_pane(self, *, is_shown: bool) -> None:
        """Open or close the pane; it keeps the width that the owner gave it."""
        if is_shown == self.pane.isVisibleTo(self._page):
            return
        if not is_shown and self.pane.isVisible():
            self._pane_width = self.pane.width()
        self.pane.setVisible(is_shown)
        if is_shown:
            width = self._pane_width or scaled(NARROW_PANE if self.is_narrow else PANE)
            self._splitter.setSizes([max(1, self._splitter.width() - width), width])
        self.fit()

    def fit(self) -> None:
        """Give the parts the room that there is."""
        has_pane = self.pane.isVisibleTo(self._page)
        self.search.setFixedWidth(scaled(SEARCH_BESIDE_PANE if has_pane else SEARCH))
        self.search.setPlaceholderText(
            self._page.tr("Search") if has_pane else self._page.tr("Search people, notes, tags")
        )
        self.log_button.setText(self._page.tr("Log") if has_pane else self._page.tr("Log a touch"))
        side = 20 if self.is_narrow else 28
        self._column.setContentsMargins(side, 0, 14 if has_pane else side, 0 if self.bulk_bar.isVisible() else 16)
        self.lane_tools.fit(is_narrow=self.is_narrow or has_pane)

    def _assemble(self) -> None:
        for widget in (self.search, self.log_button, self.add_buttons[0]):
            self.header.add(widget)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self.form)
        tools.addWidget(self.filter_bar, 1)
        tools.addWidget(self.lane_tools)
        tools.addWidget(self._columns)
        self._columns.setMenu(QMenu(self._columns))
        self._columns.menu().aboutToShow.connect(self._fill_columns)
        self._named = {"board": self.board, "table": self.table, **self._empty_states()}
        for view in self._named.values():
            self._views.addWidget(view)
        self._column = QVBoxLayout()
        self._column.setSpacing(10)
        self._column.addWidget(self.header)
        self._column.addLayout(tools)
        self._column.addWidget(self._views, 1)
        left = QWidget()
        whole = QVBoxLayout(left)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._column, 1)
        whole.addWidget(self.bulk_bar)
        self.bulk_bar.hide()
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self.pane)
        self._splitter.setStretchFactor(0, 1)
        self.pane.hide()
        outer = QVBoxLayout(self._page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._splitter)

    def _empty_states(self) -> dict[str, QWidget]:
        return {
            "no_leads": EmptyState(
                self._page.tr("No leads yet"),
                self._page.tr("Add the first one, or bring in the list you have."),
                self.add_buttons[1],
                self.import_button,
            ),
            "no_match": EmptyState(
                self._page.tr("Nothing matches these filters"),
                self._page.tr("No lead is like that."),
                self.clear_button,
            ),
        }

    def _fill_columns(self) -> None:
        menu, look = self._columns.menu(), self.table.look
        menu.clear()
        for column in COLUMNS[1:]:
            action = menu.addAction(tr(column.head))
            action.setCheckable(True)
            action.setChecked(look.is_shown(column.name))
            action.toggled.connect(lambda on, name=column.name: look.show_column(name, is_shown=on))
        menu.addSeparator()
        menu.addAction(self._page.tr("As at first"), look.reset)
