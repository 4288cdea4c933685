"""Page 3: the leads that were won, ended otherwise, or are stuck; missing reasons and waste filled in right here."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bothhats.domain.lead import Closing
from bothhats.domain.pipeline import Outcome
from bothhats.domain.problems import KnownProblem
from bothhats.domain.wording import capitalised, counted, told
from bothhats.queries.lead_detail import lead_detail
from bothhats.queries.lists import reasons
from bothhats.queries.review_month import MonthLead, read_ended, read_stuck
from bothhats.queries.settings import read_settings
from bothhats.ui.pages.review.draft import AnswerLine, ReviewDraft
from bothhats.ui.pages.review.page_frame import WizardPage, rows_card
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.combo import Combo
from bothhats.ui.widgets.labels import plain_label
from bothhats.ui.widgets.segments import Segments

MOST_STUCK = 8


class LeadsPage(WizardPage):
    """What waits for a reason comes first."""

    def __init__(self, draft: ReviewDraft) -> None:
        super().__init__(draft)
        ended = read_ended(self.reader, draft.month)
        stuck = read_stuck(self.reader, draft.today, read_settings(self.reader).promise_days)
        missing = sum(not lead.reason for lead in ended)
        sentence = capitalised(told(len(ended), "lead")) + " " + self.tr("ended this month.")
        if missing:
            sentence += " " + self.tr("{n} without a reason.").format(n=missing)
        if stuck:
            sentence += " " + self.tr("{n} open ones have gone silent.").format(n=len(stuck))
        self.say(self.tr("How they ended"), sentence)
        won = [lead for lead in ended if lead.outcome == "won"]
        others = [lead for lead in ended if lead.outcome != "won"]
        self._section(self.tr("Won"), [self._ended_row(lead) for lead in won])
        self._section(self.tr("Ended otherwise"), [self._ended_row(lead) for lead in others])
        self._section(self.tr("Stuck"), [self._stuck_row(lead) for lead in stuck[:MOST_STUCK]])
        if not ended and not stuck:
            self.column.addWidget(plain_label(self.tr("Nothing ended and nothing is stuck."), "body", "ink2"))
        self.end()

    def _section(self, title: str, rows: Sequence[QWidget]) -> None:
        if rows:
            self.column.addWidget(plain_label(f"{title}  {len(rows)}", "heading"))
            self.column.addWidget(rows_card(rows))

    def _ended_row(self, lead: MonthLead) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 2, 0, 2)
        row = QHBoxLayout()
        name = plain_label(lead.name, "strong")
        row.addWidget(name)
        row.addWidget(plain_label(f"{lead.company}, {lead.outcome.replace('_', ' ')}", "body", "ink2"), 1)
        reason = Combo(self.tr("Reason for {name}").format(name=lead.name))
        reason.addItem(self.tr("reason missing"), "")
        for each in reasons(self.reader, "won" if lead.outcome == "won" else "lost"):
            reason.addItem(each, each)
        reason.setCurrentIndex(max(0, reason.findData(lead.reason)))
        reason.activated.connect(lambda _place: self._correct(lead, reason=reason.currentData()))
        row.addWidget(reason)
        column.addLayout(row)
        if lead.outcome != "won":
            waste = Segments(
                self.tr("Was {name} a waste of time?").format(name=lead.name),
                [(False, self.tr("Worth it")), (True, self.tr("A waste"))],
                lead.waste,
                is_small=True,
            )
            waste.changed.connect(lambda value: self._correct(lead, waste=bool(value)))
            row.addWidget(waste)
            sign = AnswerLine(
                self.draft, f"leads.{lead.id}.sign", self.tr("Sign"), self.tr("What could you have seen on day one?")
            )
            column.addWidget(sign)
            sign.setHidden(not lead.waste)
            waste.changed.connect(lambda value: sign.setVisible(bool(value)))
        return holder

    def _stuck_row(self, lead: MonthLead) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 2, 0, 2)
        row.addWidget(plain_label(lead.name, "strong"))
        words = self.tr("{company}, silent for {days}").format(
            company=lead.company, days=counted(lead.days_quiet, "day")
        )
        row.addWidget(plain_label(words, "body", "ink2"), 1)
        for command, text in (
            ("lead.follow_up", self.tr("Next step")), ("lead.park", self.tr("Park")), ("lead.close", self.tr("Close")),
        ):  # fmt: skip
            button = Button(text, is_small=True)
            button.clicked.connect(
                lambda _checked, command=command: self.draft.context.navigation.command_requested.emit(
                    command, [lead.id]
                )
            )
            row.addWidget(button)
        return holder

    def _correct(self, lead: MonthLead, reason: str | None = None, waste: bool | None = None) -> None:
        detail = lead_detail(self.reader, lead.id)
        if detail is None or detail.row.closed_on is None:
            return
        closing = Closing(
            Outcome(lead.outcome),
            detail.outcome_reason if reason is None else reason,
            detail.outcome_words,
            detail.waste if waste is None else waste,
        )
        try:
            self.draft.context.workspace.leads.close([lead.id], closing, detail.row.closed_on)
        except KnownProblem as problem:
            self.draft.context.navigation.problem_raised.emit(problem)
