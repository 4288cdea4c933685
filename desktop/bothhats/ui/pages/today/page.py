"""The place Today: the day, or the week ahead at the first launch of a week."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from bothhats.domain.changes import ChangeSet
from bothhats.domain.problems import KnownProblem
from bothhats.queries.settings import read_settings
from bothhats.queries.today import badge_count, has_leads, today_answer
from bothhats.queries.week_ahead import should_show_week_ahead, week_ahead_shown
from bothhats.ui.context import Context
from bothhats.ui.page import Page
from bothhats.ui.pages.today.day_view import DayView

if TYPE_CHECKING:
    from bothhats.ui.pages.today.week_ahead import WeekAheadView

BADGE_AFTER_MS = 300  # counting 20,000 leads takes 100 ms; a row of quick changes is counted once


class TodayPage(Page):
    """`badge_changed` tells how much is slipped or for today, also while another place is shown."""

    badge_changed = Signal(int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.day_view = DayView(context)
        self.week_view: WeekAheadView | None = None
        self._badge = -1
        self._stack = QStackedWidget()
        self._stack.addWidget(self.day_view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._count_later = QTimer(self, singleShot=True, interval=BADGE_AFTER_MS)
        self._count_later.timeout.connect(self._count)
        context.feed.committed.connect(self._on_badge_stale)

    @property
    def is_week_ahead(self) -> bool:
        """Whether the week ahead has the sheet."""
        return self._stack.currentWidget() is not self.day_view

    def refresh(self, changes: ChangeSet | None = None) -> None:
        """What has changed may be anywhere in the answer, and the whole of it is quick."""
        if self.is_week_ahead and self.week_view is not None:
            self.week_view.refresh(changes)
        if changes is not None:
            self.day_view.forget_reached(changes.lead_ids)
        answer = today_answer(self.context.workspace.reader, self.context.today())
        self.day_view.show_answer(answer)
        self._tell(answer.badge)

    def show_week_ahead_if_due(self) -> bool:
        """At the first launch of a week; whether it shows."""
        reader = self.context.workspace.reader
        is_due = should_show_week_ahead(week_ahead_shown(reader), self.context.today(), read_settings(reader))
        if is_due and has_leads(reader):
            self.show_week_ahead()
            return True
        return False

    def show_week_ahead(self) -> None:
        """Let it take the sheet; it counts as shown for this week."""
        from bothhats.ui.pages.today.week_ahead import WeekAheadView

        if self.week_view is None:
            self.week_view = WeekAheadView(self.context)
            self.week_view.finished.connect(self.show_day)
            self._stack.addWidget(self.week_view)
        self.week_view.begin()
        self._stack.setCurrentWidget(self.week_view)
        QTimer.singleShot(0, self, self._remember)

    def show_day(self) -> None:
        """Go on to Today."""
        self._stack.setCurrentWidget(self.day_view)
        self.refresh()
        self.day_view.sales.list.setFocus()

    def focus_search(self, text: str = "") -> None:
        """Put the focus into the search field."""
        self.day_view.search.setText(text)
        self.day_view.search.setFocus()

    def selected_lead_ids(self) -> list[int]:
        """The leads that a command of the menu is about."""
        if self.is_week_ahead and self.week_view is not None:
            return list(self.week_view.selected_lead_ids())
        return self.day_view.selected_lead_ids()

    def _remember(self) -> None:
        """Writing waits until the window stands; a file that cannot be written shows the week again."""
        today: date = self.context.today()
        try:
            self.context.workspace.settings.remember("week_ahead_shown", today.isoformat())
        except KnownProblem:
            return

    def _on_badge_stale(self) -> None:
        if not self.isVisible():
            self._count_later.start()

    def _count(self) -> None:
        self._tell(badge_count(self.context.workspace.reader, self.context.today()))

    def _tell(self, badge: int) -> None:
        if badge != self._badge:
            self._badge = badge
            self.badge_changed.emit(badge)
