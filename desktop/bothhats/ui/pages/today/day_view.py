"""Today itself: header, the week's strip, one column a hat, and what is due."""

from collections.abc import Set
from datetime import date

from PySide6.QtCore import QTime
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bothhats.queries.lead_rows import lead_rows
from bothhats.queries.today import Today
from bothhats.queries.today_sales import Section, back_from
from bothhats.ui.backup_trouble import last_backup_words
from bothhats.ui.context import Context
from bothhats.ui.pages.today.column_states import MarketingColumn, SalesColumn
from bothhats.ui.pages.today.day_words import day_sentence, day_title, greeting, next_follow_up
from bothhats.ui.pages.today.due_card import DueCard
from bothhats.ui.pages.today.marketing_rows import marketing_rows
from bothhats.ui.pages.today.row import Row
from bothhats.ui.pages.today.row_actions import RowActions
from bothhats.ui.pages.today.row_list import RowList
from bothhats.ui.pages.today.sales_rows import offering_to_log, sales_rows, shown_leads
from bothhats.ui.pages.today.week_strip import WeekStrip
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.page_header import PageHeader
from bothhats.ui.widgets.search_field import SearchField

NARROW = 1012  # the page in a window of 1100
SEARCH_WIDTH = 224


class DayView(QWidget):
    """Shows an answer; what the owner does goes to the operations, and comes back as the next answer."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._answer: Today | None = None
        self._unfolded: frozenset[str] = frozenset()
        self._reached: dict[int, str] = {}
        self._outer = QVBoxLayout(self)
        self.header = PageHeader("")
        self.search = SearchField(self.tr("Search people, notes, tags"))
        self.log_button = Button(self.tr("Log a touch"), icon_name="message-square-plus")
        self.add_button = Button(self.tr("Add a lead"), "primary", "plus")
        self.strip = WeekStrip()
        self.sales = SalesColumn(context.navigation)
        self.marketing = MarketingColumn(context.navigation)
        self.due = DueCard()
        self.row_actions = RowActions(context, self)
        self._assemble()
        self._connect()

    def show_answer(self, answer: Today) -> None:
        """Show it, by the width there is."""
        self._answer = answer
        self._say()
        self.strip.show_week(answer.week, answer.today)
        kept, path = self._context.kept, self._context.workspace.path
        last_backup = last_backup_words(kept, path, answer.today) if kept.backup_trouble else None
        self.due.show_answer(answer, is_narrow=self._is_narrow, last_backup=last_backup)
        self.row_actions.take_to_judge([lead.id for lead in answer.to_judge])
        self._show_columns()

    def selected_lead_ids(self) -> list[int]:
        """The lead of the selected row, for the commands of the menu."""
        row = self.sales.list.current_row()
        return [row.key[1]] if row is not None and row.kind in ("lead", "done") else []

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        was_narrow = event.oldSize().width() < NARROW
        side = 20 if self._is_narrow else 28
        self._outer.setContentsMargins(side, 0, side, 24)
        if self._answer is not None and was_narrow != self._is_narrow:
            self.show_answer(self._answer)

    @property
    def _is_narrow(self) -> bool:
        return self.width() < NARROW

    def _assemble(self) -> None:
        self.search.setFixedWidth(SEARCH_WIDTH)
        for control in (self.search, self.log_button, self.add_button):
            self.header.add(control)
        right = QVBoxLayout()
        right.setSpacing(15)
        right.addWidget(self.marketing, 1)
        right.addWidget(self.due)
        columns = QHBoxLayout()
        columns.setSpacing(24)
        columns.addWidget(self.sales, 587)
        columns.addLayout(right, 413)
        outer = self._outer
        outer.setSpacing(0)
        outer.addWidget(self.header)
        outer.addWidget(self.strip)
        outer.addSpacing(14)
        outer.addLayout(columns, 1)

    def _connect(self) -> None:
        navigation = self._context.navigation
        self.log_button.clicked.connect(lambda: navigation.command_requested.emit("lead.log", self.selected_lead_ids()))
        self.add_button.clicked.connect(lambda: navigation.command_requested.emit("lead.add", None))
        self.search.entered.connect(lambda: navigation.command_requested.emit("search", self.search.text()))
        self.strip.day_chosen.connect(self._show_columns)
        self.strip.dropped.connect(self.row_actions.move)
        self.due.review_wanted.connect(navigation.review_requested)
        self.due.definition_wanted.connect(lambda: navigation.part_requested.emit("playbook", "definition:look"))
        self.due.backups_wanted.connect(lambda: navigation.part_requested.emit("settings", "file"))
        self.row_actions.unfold_wanted.connect(self._unfold)
        self.row_actions.reached.connect(self._offer_to_log)
        for column in (self.sales, self.marketing):
            self._connect_list(column.list)

    def _connect_list(self, listed: RowList) -> None:
        listed.asked.connect(
            lambda wanted, row: self.row_actions.act(wanted, row, listed.viewport(), listed.current_rect())
        )
        listed.digit.connect(self.strip.choose)
        listed.escaped.connect(self.strip.show_all)

    def _say(self) -> None:
        answer = self._answer
        assert answer is not None
        sentence = day_sentence(answer)
        if not self._is_narrow:
            sentence = f"{greeting(answer.settings.owner_name, QTime.currentTime().hour())} {sentence}"
        self.header.say(day_title(answer.today), sentence)

    def _show_columns(self, _day: date | None = None) -> None:
        answer, day = self._answer, self.strip.chosen
        assert answer is not None
        reader = self._context.workspace.reader
        shown = shown_leads(answer, self._unfolded, day)
        following = next_follow_up(answer)
        ids = [each.lead_id for leads in shown.values() for each in leads]
        leads = lead_rows(reader, [*ids, *([following.lead_id] if following else [])])
        back = back_from(reader, [each.lead_id for each in shown[Section.BACK]])
        next_name = leads[following.lead_id].name if following else ""
        rows = offering_to_log(sales_rows(answer, shown, leads, back, day), self._reached)
        self.sales.show_answer(answer, rows, day, next_name)
        is_unfolded = "phrases" in self._unfolded
        rows = marketing_rows(answer, day, is_unfolded=is_unfolded, is_narrow=self._is_narrow)
        self.marketing.show_answer(answer, rows, day)

    def _offer_to_log(self, lead_id: int, kind: str) -> None:
        self._reached[lead_id] = kind
        self._show_columns()

    def forget_reached(self, lead_ids: Set[int]) -> None:
        """What happened with these leads has been written down."""
        self._reached = {lead_id: kind for lead_id, kind in self._reached.items() if lead_id not in lead_ids}

    def _unfold(self, row: Row) -> None:
        self._unfolded |= {row.name or "phrases"}
        self._show_columns()
