"""The pipeline: one filter and one selection behind board and table, a detail pane beside them."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from bothhats.domain.changes import ChangeSet
from bothhats.domain.lead_filter import LeadFilter, View
from bothhats.domain.wording import counted, number
from bothhats.queries.board import read_board
from bothhats.queries.lead_list import lead_ids, totals
from bothhats.queries.lists import stages
from bothhats.queries.settings import read_settings
from bothhats.ui.context import Context
from bothhats.ui.page import Page
from bothhats.ui.pages.pipeline.board_view import BoardView
from bothhats.ui.pages.pipeline.detail_pane import WIDTH, DetailPane
from bothhats.ui.pages.pipeline.filter_bar import FilterBar
from bothhats.ui.pages.pipeline.lead_model import short_money
from bothhats.ui.pages.pipeline.table_model import LeadTableModel
from bothhats.ui.pages.pipeline.table_view import TableView
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.empty_state import EmptyState
from bothhats.ui.widgets.page_header import PageHeader
from bothhats.ui.widgets.search_field import SearchField
from bothhats.ui.widgets.segments import Segments

SEARCH, SEARCH_BESIDE_PANE = 224, 150
_TABLES = ("lead", "stage", "touch", "stage_change", "outcome_change", "setting", "source", "campaign", "lead_tag")
_KEYS = {
    Qt.Key.Key_P: "lead.park",
    Qt.Key.Key_X: "lead.close",
    Qt.Key.Key_L: "lead.log",
    Qt.Key.Key_T: "lead.follow_up",
    Qt.Key.Key_C: "lead.call",
    Qt.Key.Key_E: "lead.email",
    Qt.Key.Key_Delete: "lead.bin",
}


class PipelinePage(Page):
    """Where an owner lives."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.filter = LeadFilter()
        self._settings = read_settings(context.workspace.reader)
        self.header = PageHeader(self.tr("Pipeline"))
        self.search = SearchField(self.tr("Search"))
        self.form = Segments(
            self.tr("Show as"),
            [("board", self.tr("Board")), ("table", self.tr("Table"))],
            "board",
            icons=("square-kanban", "table-2"),
        )
        self.filter_bar = FilterBar(context)
        self.board = BoardView(context)
        self.table_model = LeadTableModel(context, self._settings)
        self.table = TableView(context, self.table_model)
        self.pane = DetailPane(context)
        self._views = QStackedWidget()
        self._assemble()
        self._connect()

    def refresh(self, changes: ChangeSet | None = None) -> None:
        if changes is not None and not changes.touches(*_TABLES):
            return
        self._settings = read_settings(self.context.workspace.reader)
        self.table_model.settings = self._settings
        if changes is None or changes.touches("source", "campaign", "stage", "lead_tag"):
            self.filter_bar.fill()
        self._show(changes.lead_ids if changes and not changes.touches("stage", "setting") else None)
        if self.pane.isVisible() and self.pane.lead_id is not None:
            self._open_pane(self.pane.lead_id)

    def show_lead(self, lead_id: int) -> None:
        """Open a lead in the pane, and select it where it is shown."""
        self._open_pane(lead_id)
        if not self.board.focus_lead(lead_id, takes_focus=False):
            self.table.table.focus_lead(lead_id)

    def show_leads(self, ids: Iterable[int], words: str) -> None:
        """Show just these leads as a filter that says what they are, in the table."""
        self._set_filter(LeadFilter(view=View.ALL, ids=frozenset(ids), ids_words=words))
        self.form.choose(1)

    def focus_search(self, text: str = "") -> None:
        """Put the focus into the search field."""
        if text:
            self.search.setText(text)
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def selected_lead_ids(self) -> list[int]:
        """The selected leads, or the one in the pane."""
        is_board = self._views.currentWidget() is self.board
        ids = self.board.selected_ids() if is_board else self.table.table.selected_ids()
        return ids or ([self.pane.lead_id] if self.pane.isVisible() and self.pane.lead_id else [])

    def move_leads(self, ids: list[int], stage_id: int) -> None:
        """Ask to move leads; the hand-off may ask back."""
        self.context.navigation.command_requested.emit("lead.move", (ids, stage_id))

    def _assemble(self) -> None:
        log = Button(self.tr("Log"), icon_name="message-square-plus")
        log.setToolTip(self.tr("Log a touch, Ctrl+L"))
        log.clicked.connect(lambda: self._command("lead.log", self.selected_lead_ids()))
        add = Button(self.tr("Add a lead"), "primary", "plus")
        add.clicked.connect(lambda: self._command("lead.add", None))
        self.search.setFixedWidth(SEARCH)
        for widget in (self.search, log, add):
            self.header.add(widget)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self.form)
        tools.addWidget(self.filter_bar, 1)
        self._empty = self._empty_states()
        for view in (self.board, self.table, *self._empty):
            self._views.addWidget(view)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(28, 0, 20, 0)
        column.setSpacing(8)
        column.addWidget(self.header)
        column.addLayout(tools)
        column.addWidget(self._views, 1)
        column.setContentsMargins(28, 0, 20, 14)
        self._splitter = QSplitter()
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self.pane)
        self._splitter.setStretchFactor(0, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._splitter)
        self.pane.hide()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._enter_list()

    def _empty_states(self) -> tuple[EmptyState, EmptyState]:
        add = Button(self.tr("Add a lead"), "primary", "plus")
        add.clicked.connect(lambda: self._command("lead.add", None))
        bring = Button(self.tr("Import a list"), icon_name="upload")
        bring.clicked.connect(lambda: self._command("import.open", None))
        clear = Button(self.tr("Clear filters"), icon_name="x")
        clear.clicked.connect(self._clear)
        return (
            EmptyState(
                self.tr("No leads yet"), self.tr("Add the first one, or bring in the list you have."), add, bring
            ),
            EmptyState(self.tr("Nothing matches these filters"), self.tr("No lead is like that."), clear),
        )

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda text: self._set_filter(replace(self.filter, text=text)))
        self.search.entered.connect(self._enter_list)
        self.form.changed.connect(lambda _form: self._show(None))
        self.filter_bar.changed.connect(self._set_filter)
        self.board.moved.connect(self.move_leads)
        self.board.closed.connect(lambda ids, outcome: self._command("lead.close", (ids, outcome)))
        self.board.parked.connect(lambda ids: self._command("lead.park", ids))
        self.board.ids_wanted.connect(self.show_leads)
        self.table.table.order_wanted.connect(lambda _order, _down: self._show(None))
        for view in (self.board, self.table.table):
            view.opened.connect(self._open_pane)
            view.pressed_key.connect(self._on_key)
        self.pane.closed.connect(self._close_pane)

    def _command(self, command: str, about: object) -> None:
        self.context.navigation.command_requested.emit(command, about)

    def _set_filter(self, lead_filter: LeadFilter) -> None:
        self.filter = lead_filter
        self.filter_bar.show_filter(lead_filter)
        if lead_filter.text != self.search.text():
            self.search.setText(lead_filter.text)
        self._show(None)

    def _clear(self) -> None:
        self._set_filter(LeadFilter())

    def _show(self, touched: frozenset[int] | None) -> None:
        reader, today = self.context.workspace.reader, self.context.today()
        found = totals(reader, self.filter, today)
        is_board = self.form.value == "board" and self.filter.view == View.OPEN
        if not found.count and not self.filter.is_plain:
            self._views.setCurrentWidget(self._empty[1])
        elif not found.count and not totals(reader, LeadFilter(view=View.ALL), today).count:
            self._views.setCurrentWidget(self._empty[0])
        elif is_board:
            board = read_board(reader, self.filter, today, self._settings.promise_days)
            self.board.show_board(board, self._settings, touched)
            self._views.setCurrentWidget(self.board)
        else:
            model = self.table_model
            days = self._settings.promise_days
            ids = lead_ids(reader, self.filter, today, days, model.order, is_descending=model.is_descending)
            model.show_ids(ids)
            model.forget(touched)
            self._views.setCurrentWidget(self.table)
        money = short_money(found.value, self._settings.currency)
        self.header.say(self.tr("Pipeline"), self._sentence(found.count, money, found.parked))

    def _sentence(self, count: int, money: str, parked: int) -> str:
        kinds = {View.OPEN: self.tr("open lead"), View.ENDED: self.tr("ended lead"), View.ALL: self.tr("lead")}
        words = self.tr("{leads} worth {money}").format(leads=counted(count, kinds[self.filter.view]), money=money)
        if self.filter.ids_words:
            words = f"{self.filter.ids_words}: {words}"
        return self.tr("{leads}, {n} of them parked").format(leads=words, n=number(parked)) if parked else words

    def _open_pane(self, lead_id: int) -> None:
        if not self.pane.show_lead(lead_id):
            self._close_pane()
            return
        if not self.pane.isVisible():
            self.search.setFixedWidth(SEARCH_BESIDE_PANE)
            self.pane.show()
            self._splitter.setSizes([max(400, self._splitter.width() - WIDTH), WIDTH])

    def _close_pane(self) -> None:
        self.pane.hide()
        self.search.setFixedWidth(SEARCH)
        self._enter_list()

    def _enter_list(self) -> None:
        if self._views.currentWidget() is self.board:
            if not self.board.selected_ids():
                self.board.focus_first()
            elif self.pane.lead_id is not None:
                self.board.focus_lead(self.pane.lead_id)
        else:
            self.table.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_key(self, event: QKeyEvent) -> None:
        ids = self.selected_lead_ids()
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        key = Qt.Key(event.key())
        if plain and key in _KEYS and ids:
            event.accept()
            self._command(_KEYS[key], ids)
        elif plain and key == Qt.Key.Key_M and ids:
            event.accept()
            self._move_menu(ids)
        elif key == Qt.Key.Key_Escape and self.pane.isVisible():
            event.accept()
            self._close_pane()

    def _move_menu(self, ids: list[int]) -> None:
        menu = QMenu(self)
        for place, stage in enumerate(stages(self.context.workspace.reader), 1):
            words = f"&{place}  {stage.name.replace('&', '&&')}"
            menu.addAction(words, partial(self.move_leads, ids, stage.id))
        menu.addSeparator()
        menu.addAction(self.tr("&Close…"), lambda: self._command("lead.close", ids))
        menu.addAction(self.tr("&Park…"), lambda: self._command("lead.park", ids))
        menu.popup(self.mapToGlobal(self.rect().center()))
