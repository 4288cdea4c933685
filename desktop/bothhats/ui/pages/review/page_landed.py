"""Page 4: every claim that marketing makes, one mark per person talked with, and what to do about it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bothhats.domain.wording import counted, month_name
from bothhats.queries.heard import HeardClaim, heard_claims, talked_with
from bothhats.queries.months import first_day, last_day
from bothhats.ui.pages.review.draft import AnswerLine, AnswerSegments, ReviewDraft
from bothhats.ui.pages.review.page_frame import WizardPage, rows_card
from bothhats.ui.widgets.labels import plain_label
from bothhats.ui.widgets.marks import PeopleMarks


class LandedPage(WizardPage):
    """Sales tells, marketing decides."""

    def __init__(self, draft: ReviewDraft) -> None:
        super().__init__(draft)
        start, end = first_day(draft.month), last_day(draft.month)
        self._talked = talked_with(self.reader, start, end)
        claims = heard_claims(self.reader, start, end, self._talked)
        people = counted(self._talked, "person", "people")
        sentence = self.tr("Talked with {people} in {month}; {n} claims were made.")
        month = month_name(draft.month)
        self.say(self.tr("What landed"), sentence.format(people=people, month=month, n=len(claims)))
        self.hand_off(("sales", self.tr("Sales hat tells")), ("marketing", self.tr("Marketing hat decides")))
        if claims:
            self.column.addWidget(rows_card([self._row(claim) for claim in claims]))
        else:
            words = self.tr("No claim is written down yet. Claims stand in the Playbook.")
            self.column.addWidget(plain_label(words, "body", "ink2"))
        field = AnswerLine(
            draft, "landed.unsaid", self.tr("Unsaid"), self.tr("for example: that you pick up the phone")
        )
        self.ask(self.tr("What landed although nothing you publish says it?"), field)
        self.end()

    def _row(self, claim: HeardClaim) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 3, 0, 3)
        row.setSpacing(16)
        left = QVBoxLayout()
        left.setSpacing(2)
        left.addWidget(plain_label(f"“{claim.text}”", "strong", wraps=True))
        said = ", ".join(claim.said_in) or self.tr("said nowhere")
        left.addWidget(plain_label(said, "small", "ink2", wraps=True))
        row.addLayout(left, 3)
        middle = QVBoxLayout()
        middle.setSpacing(2)
        words = self._words(claim)
        middle.addWidget(
            PeopleMarks(claim.landed, claim.doubted, claim.not_wanted, claim.never, f"{claim.text}: {words}")
        )
        middle.addWidget(plain_label(words, "small", "ink2", wraps=True))
        row.addLayout(middle, 3)
        choices = [
            ("keep", self.tr("Keep")), ("back_up", self.tr("Back it up")), ("reword", self.tr("Reword")),
            ("stop", self.tr("Stop")),
        ]  # fmt: skip
        row.addWidget(AnswerSegments(self.draft, f"landed.{claim.id}", claim.text, choices))
        who = "\n".join(f"{name}: {verdict.replace('_', ' ')}, {on.day}.{on.month}." for name, verdict, on in claim.who)
        holder.setToolTip(f"<qt>{who.replace('<', '&lt;')}</qt>" if who else "")
        return holder

    def _words(self, claim: HeardClaim) -> str:
        parts = [
            (claim.landed, self.tr("landed with {n}")),
            (claim.doubted, self.tr("doubted by {n}")),
            (claim.not_wanted, self.tr("not wanted by {n}")),
        ]
        told = ", ".join(words.format(n=n) for n, words in parts if n)
        return told or self.tr("never came up with {n}").format(n=counted(self._talked, "person", "people"))
