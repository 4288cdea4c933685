"""Page 5: what they asked and what held them back, most people first, and for each a decision."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bothhats.domain.wording import capitalised, counted, month_name, number
from bothhats.queries.heard import HeardPhrase, heard_phrases
from bothhats.queries.months import first_day, last_day, shifted
from bothhats.ui.pages.review.draft import AnswerLine, AnswerSegments, ReviewDraft
from bothhats.ui.pages.review.page_frame import WizardPage, rows_card
from bothhats.ui.widgets.labels import plain_label
from bothhats.ui.widgets.marks import PartBar


class ObjectionsPage(WizardPage):
    """Sales tells, marketing decides."""

    def __init__(self, draft: ReviewDraft) -> None:
        super().__init__(draft)
        before = shifted(draft.month, -1)
        phrases = heard_phrases(
            self.reader, first_day(draft.month), last_day(draft.month), first_day(before), last_day(before)
        )
        open_ones = sum(not phrase.answers for phrase in phrases)
        month = month_name(draft.month)
        sentence = self.tr("Heard in {month}’s conversations, most people first.").format(month=month)
        if open_ones:
            sentence += " " + capitalised(self.tr("{n} of them have no answer yet.").format(n=number(open_ones)))
        if not phrases:
            sentence = self.tr("Nothing was heard in {month}, or nothing was logged.").format(month=month)
        self.say(self.tr("What they asked, and what held them back"), sentence)
        self.hand_off(("sales", self.tr("Sales hat tells")), ("marketing", self.tr("Marketing hat decides")))
        most = max((phrase.people for phrase in phrases), default=1)
        if phrases:
            self.column.addWidget(rows_card([self._row(phrase, most, before) for phrase in phrases]))
        self.end()

    def _row(self, phrase: HeardPhrase, most: int, before: str) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 3, 0, 3)
        column.setSpacing(5)
        top = QHBoxLayout()
        top.setSpacing(14)
        top.addWidget(plain_label(f"“{phrase.text}”", "strong", wraps=True), 3)
        top.addWidget(PartBar(phrase.people / most, "sal", phrase.text), 1)
        top.addWidget(plain_label(counted(phrase.people, "person", "people")))
        vs = self.tr("{change} against {month}").format(change=phrase.change, month=month_name(before))
        top.addWidget(plain_label(vs if phrase.change != "new" else self.tr("new"), "small", "ink2"))
        column.addLayout(top)
        quotes = [f"“{h.words}” {h.name}, {h.on.day}.{h.on.month}." for h in phrase.hearings if h.words]
        if quotes:
            column.addWidget(plain_label("   ".join(quotes[:3]), "small", "ink2", wraps=True))
        answer = ", ".join(phrase.answers) if phrase.answers else self.tr("no answer yet")
        bottom = QHBoxLayout()
        bottom.addWidget(plain_label(answer, "body" if phrase.answers else "strong", wraps=True), 1)
        choices = [
            ("answer", self.tr("Answer with it")), ("make", self.tr("Make a new one")),
            ("change", self.tr("Change the site")), ("leave", self.tr("Leave it")),
        ]  # fmt: skip
        decision = AnswerSegments(self.draft, f"objections.{phrase.id}", phrase.text, choices)
        bottom.addWidget(decision)
        column.addLayout(bottom)
        plan = AnswerLine(
            self.draft, f"objections.{phrase.id}.plan", self.tr("Plan"), self.tr("What will you do or make?")
        )
        column.addWidget(plan)
        plan.setHidden(decision.value not in ("make", "change"))
        decision.changed.connect(lambda value: plan.setVisible(value in ("make", "change")))
        return holder
