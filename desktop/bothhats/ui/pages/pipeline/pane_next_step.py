"""The pane's sunken band: the next step with what can be done about it, or how the lead stands instead."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from bothhats.domain.calendar_days import coming_weekday
from bothhats.domain.due_words import whole_words
from bothhats.domain.follow_up import Standing, due
from bothhats.domain.wording import capitalised, near_date
from bothhats.queries.lead_detail import LeadDetail
from bothhats.ui.widgets.buttons import Button, IconButton
from bothhats.ui.widgets.chips import FlowLayout
from bothhats.ui.widgets.labels import plain_label


class NextStepBand(QFrame):
    """`wanted` tells a command; `snoozed` the new date."""

    wanted = Signal(str)
    snoozed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sunken_band")
        self._head = plain_label("", "body", "ink2", wraps=True)
        self._what = plain_label("", "strong", wraps=True)
        self._holder = QWidget()
        self._buttons = FlowLayout(self._holder, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 14, 12)
        column.setSpacing(5)
        for widget in (self._head, self._what, self._holder):
            column.addWidget(widget)

    def show_lead(self, detail: LeadDetail, today: date, promise_days: int) -> None:
        """Show how the lead stands."""
        row = detail.row
        self._buttons.clear()
        standing = due(row, today, promise_days)
        if standing.standing == Standing.ENDED:
            self._show_ended(detail)
        elif standing.standing == Standing.PARKED and row.parked_until:
            reason = ", ".join(text for text in (detail.parking_reason, detail.parking_note) if text)
            self._say(self.tr("Parked until {day}").format(day=near_date(row.parked_until, today)), reason)
            self._add(self.tr("Wake now"), "lead.wake")
            self._add(self.tr("Park longer"), "lead.park")
        elif row.follow_up_on:
            words = capitalised(whole_words(standing, today)) if standing.is_promise else ""
            head = self.tr("Next step, {when}").format(when=self._when(row.follow_up_on, today))
            self._say(". ".join(text for text in (head, words) if text), row.next_step)
            self._add(self.tr("Done"), "lead.log", "check")
            self._snooze(self.tr("Tomorrow"), today + timedelta(days=1))
            self._snooze(self.tr("Next week"), coming_weekday(today, 0) or today + timedelta(days=7))
            other = IconButton("calendar-clock", self.tr("Another day"), is_small=True)
            other.clicked.connect(lambda: self.wanted.emit("lead.follow_up"))
            self._buttons.addWidget(other)
        else:
            self._say(self.tr("No next step"), capitalised(whole_words(standing, today)))
            self._add(self.tr("Set the next step"), "lead.follow_up", "calendar-clock")
            self._add(self.tr("Log a touch"), "lead.log", "message-square-plus")

    def _show_ended(self, detail: LeadDetail) -> None:
        outcomes = {
            "won": self.tr("Won"),
            "lost": self.tr("Lost"),
            "no_decision": self.tr("No decision"),
            "not_a_fit": self.tr("Not a fit"),
        }
        ending = outcomes[str(detail.row.outcome)]
        reason = detail.outcome_reason or self.tr("reason not recorded")
        wastes = {True: self.tr("a waste of time"), False: self.tr("not a waste of time")}
        waste = f", {wastes[detail.waste]}" if detail.waste is not None else ""
        words = f"“{detail.outcome_words}”" if detail.outcome_words else ""
        self._say(self.tr("{outcome}: {reason}").format(outcome=ending, reason=reason) + waste, words)
        self._add(self.tr("Reopen"), "lead.reopen", "archive-restore")
        self._add(self.tr("Correct it"), "lead.close", "pencil")

    def _when(self, day: date, today: date) -> str:
        words = near_date(day, today)
        return self.tr("{day}, slipped").format(day=words) if day < today else words

    def _say(self, head: str, what: str) -> None:
        self._head.setText(head)
        self._what.setText(what)
        self._what.setVisible(bool(what))

    def _add(self, words: str, command: str, icon_name: str = "") -> None:
        button = Button(words, icon_name=icon_name, is_small=True)
        button.clicked.connect(lambda: self.wanted.emit(command))
        self._buttons.addWidget(button)

    def _snooze(self, words: str, to: date) -> None:
        button = Button(words, is_small=True)
        button.clicked.connect(lambda: self.snoozed.emit(to))
        self._buttons.addWidget(button)
