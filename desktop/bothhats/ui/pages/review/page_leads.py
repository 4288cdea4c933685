"""Page 3: the leads that were won, ended otherwise, or are stuck; reasons, outcomes and waste are mended right here."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bothhats.domain.wording import capitalised, month_name, number, told
from bothhats.queries.review_month import MonthLead, read_ended, read_stuck
from bothhats.queries.settings import read_settings
from bothhats.ui.pages.review.draft import ReviewDraft
from bothhats.ui.pages.review.ended_row import EndedRow
from bothhats.ui.pages.review.page_frame import WizardPage, rows_card
from bothhats.ui.pages.review.stuck_row import StuckRow
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import plain_label

SHORT, MORE = 10, 20
Make = Callable[[ReviewDraft, MonthLead], QWidget]


class LeadsPage(WizardPage):
    """What waits for a reason comes first; long lists show their first few, and the rest in the Pipeline."""

    def __init__(self, draft: ReviewDraft) -> None:
        super().__init__(draft)
        ended = read_ended(self.reader, draft.month)
        stuck = read_stuck(self.reader, draft.today, read_settings(self.reader).promise_days)
        won = [lead for lead in ended if lead.outcome == "won"]
        others = [lead for lead in ended if lead.outcome != "won"]
        self.say(self.tr("How they ended"), self._sentence(won, others, stuck))
        month = month_name(draft.month)
        self._section(self.tr("Won"), won, EndedRow, self.tr("Won in {month}").format(month=month))
        ended_words = self.tr("Ended otherwise in {month}").format(month=month)
        self._section(self.tr("Ended otherwise"), others, EndedRow, ended_words)
        if any(lead.waste for lead in others):
            words = self.tr("What you could have seen on day one is offered to the definition, on page 7.")
            self.column.addWidget(plain_label(words, "small", "ink2", wraps=True))
        self._section(self.tr("Stuck"), stuck, StuckRow, self.tr("Gone silent"))
        if not ended and not stuck:
            self.column.addWidget(plain_label(self.tr("Nothing ended and nothing is stuck."), "body", "ink2"))
        self.end()

    def _sentence(self, won: list[MonthLead], others: list[MonthLead], stuck: list[MonthLead]) -> str:
        month, ended = month_name(self.draft.month), [*won, *others]
        words = [self.tr("Nothing ended in {month}.").format(month=month)]
        if ended:
            leads = capitalised(told(len(ended), self.tr("lead"), self.tr("leads")))
            count = number(len(won)) if won else self.tr("none")
            words = [self.tr("{leads} ended in {month}, {won} won.").format(leads=leads, month=month, won=count)]
        asked = sum(lead.is_asked for lead in ended)
        missing = sum(not lead.reason for lead in ended)
        if missing:
            verb = self.tr("has no reason yet.") if missing == 1 else self.tr("have no reason yet.")
            words.append(f"{capitalised(number(missing))} {verb}")
        if asked:
            words.append(self.tr("You wanted to be asked about {n}.").format(n=number(asked)))
        if stuck:
            verb = self.tr("open one has gone silent.") if len(stuck) == 1 else self.tr("open ones have gone silent.")
            words.append(f"{capitalised(number(len(stuck)))} {verb}")
        return " ".join(words)

    def _section(self, title: str, leads: Sequence[MonthLead], make: Make, what: str) -> None:
        if not leads:
            return
        head = QHBoxLayout()
        head.addWidget(plain_label(f"{title}  {len(leads)}", "heading"), 1)
        show = Button(self.tr("Show in the Pipeline"), "link")
        show.setAccessibleName(self.tr("Show in the Pipeline: {what}").format(what=what))
        ids = [lead.id for lead in leads]
        show.clicked.connect(lambda: self.draft.context.navigation.leads_requested.emit(ids, what))
        head.addWidget(show)
        self.column.addLayout(head)
        holder = QVBoxLayout()
        holder.setSpacing(8)
        self.column.addLayout(holder)
        shown = int(self.draft.opened.get(f"leads.{title}", SHORT))
        holder.addWidget(rows_card([make(self.draft, lead) for lead in leads[:shown]]))
        if len(leads) > shown:
            more = Button(self.tr("Show {n} more").format(n=min(MORE, len(leads) - shown)), is_small=True)
            more.clicked.connect(lambda: self._show_more(title, shown + MORE))
            row = QHBoxLayout()
            row.addWidget(more)
            row.addWidget(plain_label(self.tr("{n} of {all} shown").format(n=shown, all=len(leads)), "small", "ink2"))
            row.addStretch()
            holder.addLayout(row)

    def _show_more(self, title: str, shown: int) -> None:
        self.draft.opened[f"leads.{title}"] = str(shown)
        self.draft.stale.emit()
