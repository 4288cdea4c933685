"""The pipeline: one filter and one selection behind board and table, a detail pane beside them."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent

from bothhats.domain.changes import ChangeSet
from bothhats.domain.lead_filter import LeadFilter, View
from bothhats.domain.problems import KnownProblem
from bothhats.queries.board import read_board
from bothhats.queries.lead_list import Totals, lead_ids, matches, totals
from bothhats.queries.settings import read_settings
from bothhats.ui.context import Context
from bothhats.ui.page import Page, ShownLeads
from bothhats.ui.pages.pipeline.lead_keys import LeadMenus, command_of
from bothhats.ui.pages.pipeline.page_layout import PipelineLayout
from bothhats.ui.pages.pipeline.page_views import PageViews
from bothhats.ui.pages.pipeline.page_words import Room, sentence
from bothhats.ui.pages.pipeline.table_model import LeadTableModel

_TABLES = (
    *("lead", "stage", "source", "campaign", "tag", "lead_tag", "setting", "reason", "lane_place"),
    *("touch", "stage_change", "outcome_change", "follow_up", "parking", "judgement"),
    *("hearing", "claim_heard", "asset_use", "claim", "campaign_claim", "objection", "saved_view"),
)
_LISTS = ("source", "campaign", "stage", "tag", "lead_tag", "reason", "hearing", "objection", "saved_view")


class PipelinePage(Page):
    """Where an owner lives."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.filter = LeadFilter()
        self._found = Totals(0, 0, 0, 0)
        self._settings = read_settings(context.workspace.reader)
        self.table_model = LeadTableModel(context, self._settings)
        self.layout_parts = parts = PipelineLayout(self, context, self.table_model)
        self.header, self.search, self.form, self.filter_bar = parts.header, parts.search, parts.form, parts.filter_bar
        self.board, self.table, self.pane, self.bulk_bar = parts.board, parts.table, parts.pane, parts.bulk_bar
        self.views = PageViews(self, context, parts.filter_bar, parts.form)
        self._menus = LeadMenus(self, self, context, self.board.ended.outcomes)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._connect()

    def refresh(self, changes: ChangeSet | None = None) -> None:
        if changes is not None and not changes.touches(*_TABLES):
            return
        self._settings = read_settings(self.context.workspace.reader)
        self.table_model.settings = self._settings
        if changes is None or changes.touches(*_LISTS):
            self.filter_bar.fill()
        if changes is not None and changes.rows.keys() == {"saved_view"}:
            return
        is_known = changes is not None and not changes.touches("stage", "setting", "source", "campaign")
        self._show(changes.lead_ids if changes and is_known else None, _turned_lead(changes))
        if self.pane.isVisible() and self.pane.lead_id is not None and not self.pane.show_lead(self.pane.lead_id):
            self.close_pane()
        if changes is not None and changes.touches("stage_change") and len(changes.lead_ids) == 1 and self.is_board:
            self.board.announce(next(iter(changes.lead_ids)))

    def show_lead(self, lead_id: int) -> None:
        """Open a lead in the pane, and select it where it is shown."""
        self._refresh_if_stale()
        self.open_pane(lead_id)
        if self.is_board:
            self.board.focus.go_to([lead_id], takes_focus=False)
        else:
            self.table.focus_lead(lead_id)

    def show_leads(self, ids: Iterable[int], words: str) -> None:
        """Show just these leads as a filter that says what they are, in the table."""
        self._refresh_if_stale()
        self.set_filter(LeadFilter(view=View.ALL, ids=frozenset(ids), ids_words=words))

    def show_part(self, part: str) -> None:
        """Show a view: open, all or ended, or one of the owner's by its id."""
        self._refresh_if_stale()
        self.views.show_view(int(part) if part.isdecimal() else View(part))

    def clear_filter(self) -> None:
        """Take every choice and the searched words away; the view stays."""
        is_button_left = self.layout_parts.clear_button.hasFocus()
        self.set_filter(LeadFilter(view=self.filter.view))
        if is_button_left:
            self.enter_list()

    def focus_search(self, text: str = "") -> None:
        """Put the focus into the search field."""
        if text:
            self.search.setText(text)
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def selected_lead_ids(self) -> list[int]:
        """The selected leads, or the one in the pane."""
        ids = self.board.selected_ids() if self.is_board else self.table.selected_ids()
        return ids or ([self.pane.lead_id] if self.pane.isVisible() and self.pane.lead_id else [])

    def shown_leads(self) -> ShownLeads:
        """What the filter lets through, as the table orders it, with the columns of the table."""
        reader, orders = self.context.workspace.reader, self.table_model.orders
        ids = lead_ids(reader, self.filter, self.context.today(), self._settings.promise_days, orders)
        return ShownLeads(self.filter_bar.view.words, ids, self.table.look.field_names())

    def move_leads(self, ids: list[int], stage_id: int, order: Sequence[int] = ()) -> None:
        """Ask to move leads; the hand-off may ask back. `order` is how the column stands then, by hand."""
        self.ask("lead.move", (ids, stage_id, order) if order else (ids, stage_id))

    def ask(self, command: str, about: object) -> None:
        """Ask the window for a command."""
        self.context.navigation.command_requested.emit(command, about)

    @property
    def is_board(self) -> bool:
        """Whether the board is chosen; only open leads have one."""
        return self.form.value == "board"

    def set_filter(self, lead_filter: LeadFilter) -> None:
        """Show what a filter lets through; ended leads have no board, so the table comes."""
        is_new_text = lead_filter.text != self.filter.text
        self.filter = lead_filter
        if lead_filter.shows_ended:
            self.form.set_value("table")
        self.filter_bar.show_filter(lead_filter)
        if is_new_text:  # else something may be typed already that is not searched for yet
            self.search.setText(lead_filter.text)
        self._show(None)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.header.sentence))

    def open_pane(self, lead_id: int, *, takes_focus: bool = False) -> None:
        """Open the pane on a lead; Enter takes the focus along."""
        if not self.pane.show_lead(lead_id):
            self.close_pane()
            return
        self.layout_parts.show_pane(is_shown=True)
        if takes_focus:
            self.pane.enter()

    def close_pane(self) -> None:
        """Put the pane away; the focus goes back to the card or row."""
        self.layout_parts.show_pane(is_shown=False)
        self.enter_list()

    def enter_list(self) -> None:
        """Put the focus into the board or the table."""
        if self.is_board:
            self.board.focus.enter()
        else:
            self.table.focus_first()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.enter_list()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.layout_parts.fit()
        self._say()

    def _connect(self) -> None:
        self.search.searched.connect(self._on_text)
        self.search.entered.connect(self.enter_list)
        self.search.left.connect(self.enter_list)
        self.form.changed.connect(self._on_form)
        self.filter_bar.changed.connect(self.set_filter)
        self.board.moved.connect(self.move_leads)
        self.board.placed.connect(self._arrange)
        self.board.hide_wanted.connect(self.layout_parts.lane_tools.hide_stage)
        self.layout_parts.lane_tools.changed.connect(lambda: self._show(frozenset()))
        self.board.closed.connect(lambda ids, outcome: self.ask("lead.close", (ids, outcome)))
        self.board.parked.connect(lambda ids: self.ask("lead.park", ids))
        self.table.order_wanted.connect(lambda: self._show(frozenset()))
        self.table_model.checks_changed.connect(self._on_checks)
        self.bulk_bar.wanted.connect(lambda command: self.ask(command, self._several()))
        self.bulk_bar.moved.connect(lambda stage: self.move_leads(self._several(), stage))
        self.bulk_bar.cleared.connect(self._clear_checks)
        for view in (self.board, self.table):
            view.opened.connect(lambda lead_id, by_key: self.open_pane(lead_id, takes_focus=by_key))
            view.pressed_key.connect(self._on_key)
            view.menu_wanted.connect(self._open_menu)
            view.selection_changed.connect(self._on_selection)
        self.pane.closed.connect(self.close_pane)
        self.pane.moved.connect(self.move_leads)
        self.layout_parts.connect_buttons(self.ask, self.selected_lead_ids)
        self.layout_parts.clear_button.clicked.connect(self.clear_filter)

    def _arrange(self, order: Sequence[int], moved: Sequence[int]) -> None:
        try:
            self.context.workspace.leads.arrange(order, moved)
        except KnownProblem as problem:
            self.context.navigation.problem_raised.emit(problem)

    def _refresh_if_stale(self) -> None:
        if self._is_stale:
            self._is_stale = False
            self.refresh()

    def _show(self, touched: Set[int] | None, follow: int | None = None) -> None:
        reader, today, days = self.context.workspace.reader, self.context.today(), self._settings.promise_days
        if self.is_board:
            tools = self.layout_parts.lane_tools
            board = read_board(reader, self.filter, today, days, tools.order)
            self._found = board.totals if self.filter.ids is None else totals(reader, self.filter, today, days)
            tools.show_stages(lane.stage for lane in board.lanes)
            self.board.hidden, self.board.is_by_hand = tools.hidden, tools.order == "hand"
            self.board.text = self.filter.text
            self.board.show_board(board, self._settings, touched, follow)
            has_cards = bool(self._found.count or board.parked or any(ended.ids for ended in board.ended))
        else:
            model = self.table_model
            model.text = self.filter.text
            found = matches(reader, self.filter, today, days, model.orders)
            self._found = found.totals
            model.show_ids(found.ids)
            model.forget(touched)
            has_cards = bool(self._found.count)
        self.layout_parts.show_view(self._view_name(has_cards=has_cards))
        self._on_checks()
        self._say()

    def _view_name(self, *, has_cards: bool) -> str:
        if has_cards:
            return "board" if self.is_board else "table"
        reader, today = self.context.workspace.reader, self.context.today()
        if self.filter.is_plain and not totals(reader, LeadFilter(view=View.ALL), today).count:
            return "no_leads"
        return "no_match" if not self.filter.is_plain or not self.is_board else "board"

    def _say(self) -> None:
        room = Room.LITTLE if self.layout_parts.is_narrow else Room.SOME if self.is_board else Room.MUCH
        self.header.say(self.tr("Pipeline"), sentence(self.filter, self._found, self._settings.currency, room))

    def _on_text(self, text: str) -> None:
        if text != self.filter.text:
            self.set_filter(replace(self.filter, text=text))

    def _on_form(self, _form: object) -> None:
        """One selection behind both views: it goes along, and so does the filter as far as the board can show it."""
        chosen = self.table.selected_ids() if self.is_board else self.board.selected_ids()
        if self.is_board and self.filter.shows_ended:
            self.filter = self.filter.of_open_leads
            self.filter_bar.show_filter(self.filter)
        self._show(None)
        if self.is_board and chosen:
            self.board.focus.go_to(chosen, takes_focus=False)
        elif chosen:
            self.table_model.check(self.table_model.checked_ids, is_checked=False)
            self.table_model.check(chosen if len(chosen) > 1 else [])
            self.table.focus_lead(chosen[0])

    def _on_checks(self) -> None:
        """The bar is there for the checked rows, and for more than one card."""
        ids = self._several()
        if ids:
            found = totals(self.context.workspace.reader, LeadFilter(ids=frozenset(ids)), self.context.today())
            self.bulk_bar.show_leads(found, self._settings.currency)
        self.layout_parts.show_bulk_bar(is_shown=bool(ids))

    def _several(self) -> list[int]:
        if not self.is_board:
            return self.table_model.checked_ids
        ids = self.board.selected_ids()
        return ids if len(ids) > 1 else []

    def _clear_checks(self) -> None:
        if self.is_board:
            self.board.focus.go_to(self.board.selected_ids()[:1])
        else:
            self.table_model.check(self.table_model.checked_ids, is_checked=False)
            self.table.focus_first()
        self._on_checks()

    def _on_selection(self) -> None:
        """With the pane open it shows what is chosen."""
        self._on_checks()
        ids = self.board.selected_ids() if self.is_board else self.table.selected_ids()
        if self.pane.isVisible() and len(ids) == 1 and ids[0] != self.pane.lead_id:
            self.pane.show_lead(ids[0])

    def _on_key(self, event: QKeyEvent) -> None:
        """In the table letters jump to names until something is checked."""
        command = command_of(event)
        ids = self.selected_lead_ids()
        if command and ids and (self.is_board or self.table_model.checked_ids):
            event.accept()
            if command == "lead.move":
                self._menus.open_places(ids)
            else:
                self.ask(command, ids)
        elif event.key() == Qt.Key.Key_F2 and ids:
            event.accept()
            self.open_pane(ids[0])
            self.pane.facts.facts["value"].begin()
        elif event.matches(QKeySequence.StandardKey.Paste):
            event.accept()
            self.ask("lead.paste", None)
        elif event.key() == Qt.Key.Key_Escape and self.pane.isVisible():
            event.accept()
            self.close_pane()

    def _open_menu(self) -> None:
        ids = self.selected_lead_ids()
        if ids:
            self._menus.open_everything(ids)


def _turned_lead(changes: ChangeSet | None) -> int | None:
    """The one lead that an undo or redo brought back or moved."""
    if changes is None or changes.kind == "step" or len(changes.lead_ids) != 1:
        return None
    return next(iter(changes.lead_ids))
