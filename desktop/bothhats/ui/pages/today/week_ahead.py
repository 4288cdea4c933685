"""The week ahead: what slipped gets a day, the week is looked at, and each hat is reminded of one thing."""

from PySide6.QtCore import QTime, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bothhats.domain.changes import ChangeSet
from bothhats.domain.wording import month_name
from bothhats.queries.week_ahead import WeekAhead, week_ahead
from bothhats.ui.context import Context
from bothhats.ui.pages.today.day_list import DayList
from bothhats.ui.pages.today.day_words import greeting
from bothhats.ui.pages.today.row import Row
from bothhats.ui.pages.today.row_actions import RowActions
from bothhats.ui.pages.today.slipped_week import SlippedWeek
from bothhats.ui.pages.today.week_heading import count_label
from bothhats.ui.pages.today.week_planner import WeekPlanner
from bothhats.ui.pages.today.week_reminders import WeekReminders
from bothhats.ui.pages.today.week_words import planned_counts, shown_on, week_sentence
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.empty_state import EmptyState
from bothhats.ui.widgets.foot import Foot
from bothhats.ui.widgets.labels import plain_label
from bothhats.ui.widgets.page_header import PageHeader

NARROW = 1012  # the page in a window of 1100
SLIPPED_WIDTH = 304


class WeekAheadView(QWidget):
    """`finished` when the week is started or the briefing closed; nothing is lost by either."""

    finished = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.header = PageHeader(self.tr("The week ahead"))
        self.close_button = Button(self.tr("Close"), "quiet", "x")
        self.planner = WeekPlanner()
        self.free = EmptyState(self.tr("A free week."), "")
        self.reminders = WeekReminders()
        self.row_actions = RowActions(context, self)
        self.slipped = SlippedWeek(context, self.row_actions)
        self.change_button = Button(self.tr("Change"), "quiet", is_small=True)
        self.start_button = Button(self.tr("Start the week"), "primary", "arrow-right")
        self._counts = count_label()
        self._shown_on = plain_label("", "body", "ink2")
        self._outer = QVBoxLayout(self)
        self._assemble()
        self._connect()

    def begin(self) -> None:
        """Show the week as it is now; what is given a day from here on stays in sight."""
        self.slipped.begin(week_ahead(self._context.workspace.reader, self._context.today()))
        self.refresh()
        self.planner.focus_first()

    def refresh(self, changes: ChangeSet | None = None) -> None:
        """Show what the file says now."""
        if changes is not None:
            self.slipped.note(changes)
        answer = week_ahead(self._context.workspace.reader, self._context.today())
        self._say(answer)
        self.slipped.show_answer(answer)
        self.planner.show_week(answer)
        self.reminders.show_answer(answer)
        self.planner.setVisible(bool(answer.planned))
        self.free.setVisible(not answer.planned)

    def selected_lead_ids(self) -> list[int]:
        """The lead of the card that has the focus."""
        row = self.planner.selected()
        return [row.key[1]] if row is not None and row.kind == "lead" else []

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < NARROW
        side = 20 if is_narrow else 28
        self._outer.setContentsMargins(side, 0, side, 20)
        self.slipped.setFixedWidth(SLIPPED_WIDTH)

    def _say(self, answer: WeekAhead) -> None:
        sentence = week_sentence(answer, self.slipped.count_at_first)
        hello = greeting(answer.settings.owner_name, QTime.currentTime().hour())
        self.header.say(self.tr("The week ahead"), sentence if self.width() < NARROW else f"{hello} {sentence}")
        self._counts.setText(planned_counts(answer.planned))
        self._shown_on.setText(shown_on(answer))
        self.free.say(self.tr("A free week."), self._idea(answer))

    def _idea(self, answer: WeekAhead) -> str:
        review = next((item for item in answer.planned if item.kind == "review"), None)
        if review:
            return self.tr("One thing you could do: the {} review.").format(month_name(review.what))
        return self.tr("Nothing is planned, and no review is due.")

    def _assemble(self) -> None:
        self.header.add(self.close_button)
        heading = QHBoxLayout()
        heading.setSpacing(6)
        heading.addWidget(plain_label(self.tr("This week"), "heading"))
        heading.addWidget(self._counts, 1)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(heading)
        right.addSpacing(8)
        right.addWidget(self.planner, 1)
        right.addWidget(self.free, 1)
        right.addSpacing(12)
        right.addWidget(self.reminders)
        body = QHBoxLayout()
        body.setSpacing(24)
        body.addWidget(self.slipped)
        body.addLayout(right, 1)
        stand = Foot()
        foot = QHBoxLayout(stand)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(12)
        for part in (self._shown_on, self.change_button):
            foot.addWidget(part)
        foot.addStretch()
        foot.addWidget(self.start_button)
        self._outer.setSpacing(0)
        self._outer.addWidget(self.header)
        self._outer.addLayout(body, 1)
        self._outer.addSpacing(16)
        self._outer.addWidget(stand)

    def _connect(self) -> None:
        navigation = self._context.navigation
        self.close_button.clicked.connect(self.finished)
        self.start_button.clicked.connect(self.finished)
        self.change_button.clicked.connect(lambda: navigation.part_requested.emit("settings", "rhythm"))
        self.planner.asked.connect(self._on_asked)
        self.planner.moved.connect(self.row_actions.move)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.finished)

    def _on_asked(self, wanted: str, row: Row, listed: DayList) -> None:
        self.row_actions.act(wanted, row, listed.viewport(), listed.visualRect(listed.currentIndex()))
