"""The detail pane: who, how far, what next, facts, judgements, what happened."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from bothhats.domain.problems import KnownProblem
from bothhats.queries.lead_detail import lead_detail
from bothhats.queries.lead_history import lead_history
from bothhats.queries.settings import read_settings
from bothhats.ui.context import Context
from bothhats.ui.dialogs.hear_words import ask_hearing
from bothhats.ui.pages.pipeline.pane_facts import PaneFacts
from bothhats.ui.pages.pipeline.pane_head import PaneHead
from bothhats.ui.pages.pipeline.pane_judgements import PaneJudgements
from bothhats.ui.pages.pipeline.pane_next_step import NextStepBand
from bothhats.ui.pages.pipeline.timeline import Timeline
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.labels import hairline

NARROWEST, WIDEST = 328, 460


class DetailPane(QFrame):
    """`show_lead` shows one; everything done here goes through commands or saves by itself."""

    closed = Signal()
    moved = Signal(object, int)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("pane")
        self._context = context
        self.lead_id: int | None = None
        self.head = PaneHead(context)
        self.band = NextStepBand()
        self.facts = PaneFacts(context)
        self.judgements = PaneJudgements(context)
        self.timeline = Timeline()
        self._area = QScrollArea()
        self._assemble()
        self.head.wanted.connect(self._want)
        self.head.moved.connect(lambda stage_id: self.moved.emit([self.lead_id], stage_id))
        self.head.closed.connect(self.closed)
        self.band.wanted.connect(self._want)
        self.band.snoozed.connect(self._snooze)
        self.timeline.note_changed.connect(
            lambda touch, note: self._do(lambda: context.workspace.touches.edit_note(touch, note))
        )
        self.timeline.deleted.connect(lambda touch: self._do(lambda: context.workspace.touches.delete(touch)))
        self.timeline.heard.connect(self._hear)
        self.judgements.judging_wanted.connect(lambda: self._want("lead.judge"))

    def show_lead(self, lead_id: int) -> bool:
        """Show a lead; False where it is gone."""
        reader, today = self._context.workspace.reader, self._context.today()
        detail = lead_detail(reader, lead_id)
        is_other = lead_id != self.lead_id
        self.lead_id = lead_id if detail else None
        if detail is None:
            return False
        self.head.show_lead(detail)
        self.band.show_lead(detail, today, read_settings(reader).promise_days)
        self.facts.show_lead(detail)
        self.judgements.show_lead(detail)
        self.timeline.show_history(lead_history(reader, lead_id), today)
        self.setAccessibleName(detail.row.name)
        if is_other:
            self._area.verticalScrollBar().setValue(0)
        return True

    def enter(self) -> None:
        """Take the focus, as Enter on a card asks."""
        self.head.log_button.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _assemble(self) -> None:
        body = QWidget()
        body.setObjectName("scrolled")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(0)
        for widget in (self.head, self.band, self.facts, hairline(), self.judgements, hairline(), self.timeline):
            column.addWidget(widget)
        column.addStretch()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
        self.setMinimumWidth(scaled(NARROWEST))
        self.setMaximumWidth(scaled(WIDEST))

    def _want(self, command: str) -> None:
        if self.lead_id is not None:
            self._context.navigation.command_requested.emit(command, [self.lead_id])

    def _snooze(self, to: date) -> None:
        lead_id = self.lead_id
        if lead_id is not None:
            self._do(lambda: self._context.workspace.follow_ups.snooze([lead_id], to, self._context.today()))

    def _hear(self, touch_id: int, words: str) -> None:
        heard = ask_hearing(self, self._context, words)
        if heard is not None:
            self._do(lambda: self._context.workspace.objections.hear_in_touch(touch_id, heard))

    def _do(self, act: Callable[[], object]) -> None:
        try:
            act()
        except KnownProblem as problem:
            self._context.navigation.problem_raised.emit(problem)
