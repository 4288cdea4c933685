"""Page 4: every claim that marketing makes, one mark per person talked with, and what to do about it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bothhats.domain.wording import capitalised, counted, long_date, month_name, told
from bothhats.queries.heard import HeardClaim, heard_claims, talked_with
from bothhats.queries.months import first_day, last_day
from bothhats.queries.phrases import claims_to_offer
from bothhats.ui.pages.review.claim_row import DECISION_WIDTH, ClaimRow
from bothhats.ui.pages.review.draft import AnswerLine, ReviewDraft
from bothhats.ui.pages.review.landed_words import landed_sentence
from bothhats.ui.pages.review.open_rows import OpenRows
from bothhats.ui.pages.review.page_frame import WizardPage, card
from bothhats.ui.pages.review.unlogged import UnloggedClaim
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.theme.icons import pixmap
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import plain_label
from bothhats.ui.widgets.marks import MarkKey


class LandedPage(WizardPage):
    """Sales tells, marketing decides."""

    def __init__(self, draft: ReviewDraft) -> None:
        super().__init__(draft)
        start, end = first_day(draft.month), last_day(draft.month)
        talked = talked_with(self.reader, start, end)
        found = heard_claims(self.reader, start, end, talked)
        said = [claim for claim in found if not claim.is_unsaid]
        title = self.tr("What landed, and what nobody asked for")
        self.say(title, landed_sentence(talked, said, month_name(draft.month)))
        if said and (talked or any(claim.who for claim in said)):
            self.hand_off(self._table(said))
        elif said:
            waiting = told(len(said), self.tr("claim waits"), self.tr("claims wait"))
            words = capitalised(self.tr("{claims} for a conversation.").format(claims=waiting))
            self.column.addWidget(plain_label(words, "body", "ink2"))
        else:
            self.column.addWidget(self._nothing_said())
        for claim in found:
            if claim.is_unsaid and claim.landed:
                self.column.addWidget(self._unsaid(claim))
        self._ask_unsaid()
        self.column.addWidget(UnloggedClaim(draft))
        self.end()

    def _table(self, claims: list[HeardClaim]) -> OpenRows:
        table = OpenRows(self.draft, "landed")
        head = plain_label(self.tr("Decision"), "small_strong", "ink2")
        head.setFixedWidth(scaled(DECISION_WIDTH))
        table.add_head(
            [(plain_label(self.tr("What marketing claims"), "small_strong", "ink2"), 4), (MarkKey(), 6), (head, 0)]
        )
        rows = [ClaimRow(self.draft, claim, table) for claim in claims]
        for row in rows:
            table.add(row.key, row.claim.text, row.cells(), row.band)
        first = next((row.key for row in rows if row.decision.value not in ("", "keep")), rows[0].key)
        table.open_first(first)
        return table

    def _nothing_said(self) -> QWidget:
        frame, column = card()
        words = self.tr("No claim is written down yet: one sentence that your marketing promises is a beginning.")
        column.addWidget(plain_label(words, "body", "ink2", wraps=True))
        write = Button(self.tr("Write it in the Playbook"), icon_name="pencil", is_small=True)
        write.clicked.connect(lambda: self.draft.context.navigation.part_requested.emit("playbook", "claims"))
        row = QHBoxLayout()
        row.addWidget(write)
        row.addStretch()
        column.addLayout(row)
        return frame

    def _unsaid(self, claim: HeardClaim) -> QFrame:
        frame, column = card()
        row = QHBoxLayout()
        row.setSpacing(12)
        icon = QLabel()
        icon.setPixmap(pixmap("sparkles", scaled(18), tokens().ink2, self.devicePixelRatioF()))
        row.addWidget(icon)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(plain_label(f"“{claim.text}”", "strong", wraps=True))
        people = counted(claim.landed, "person", "people")
        told = self.tr("Landed with {people}, and nothing you publish says it").format(people=people)
        words.addWidget(plain_label(told, "small", "ink2", wraps=True))
        row.addLayout(words, 1)
        if claim.since > last_day(self.draft.month):
            since = self.tr("a claim since {day}").format(day=long_date(claim.since, self.draft.today))
            row.addWidget(plain_label(since, "body", "ink2"))
        else:
            make = Button(self.tr("Make it a claim"), icon_name="plus", is_small=True)
            make.setAccessibleName(self.tr("Make it a claim: {claim}").format(claim=claim.text))
            claims, today = self.draft.context.workspace.claims, self.draft.today
            make.clicked.connect(lambda: self.draft.attempt(lambda: claims.make(claim.id, today)))
            row.addWidget(make)
        column.addLayout(row)
        return frame

    def _ask_unsaid(self) -> None:
        question = self.tr("What landed although nothing you publish says it?")
        field = AnswerLine(self.draft, "landed.unsaid", question, self.tr("for example: that you pick up the phone"))
        make = Button(self.tr("Make it a claim"), icon_name="plus")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(field, 1)
        row.addWidget(make)
        holder = QWidget()
        holder.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        self.ask(question, holder)
        known = {offer.text for offer in claims_to_offer(self.reader, None)}
        make.setVisible(bool(field.text().strip()) and field.text().strip() not in known)
        field.textEdited.connect(lambda text: make.setVisible(bool(text.strip()) and text.strip() not in known))
        claims, today = self.draft.context.workspace.claims, self.draft.today
        make.clicked.connect(lambda: self.draft.attempt(lambda: claims.add(field.text(), today)))
