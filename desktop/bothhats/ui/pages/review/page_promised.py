"""Page 2: the commitments of the last review: kept, dropped or carried over, with what they were to move."""

from PySide6.QtWidgets import QLabel

from bothhats.domain.wording import capitalised, month_name, number
from bothhats.queries.review_month import Promised, read_promised
from bothhats.queries.reviews import reviews
from bothhats.ui.pages.review.draft import AnswerLine, ReviewDraft
from bothhats.ui.pages.review.page_frame import WizardPage
from bothhats.ui.pages.review.promise_card import PromiseCard
from bothhats.ui.widgets.labels import plain_label


class PromisedPage(WizardPage):
    """A carried over one stands on page 9 already."""

    def __init__(self, draft: ReviewDraft) -> None:
        super().__init__(draft)
        promised = read_promised(self.reader, draft.month)
        self.say(self.tr("What you promised"), self._sentence(promised))
        for each in promised:
            self.column.addWidget(PromiseCard(draft, each))
        if promised:
            question = self.tr("What got in the way?")
            self.ask(question, AnswerLine(draft, "promised.in_the_way", question, self.tr("One thing is enough.")))
            self.column.addWidget(self._note())
        else:
            words = self.tr("Whatever you commit to on page 9 comes back here next month, with its counts.")
            self.column.addWidget(plain_label(words, "body", "ink2", wraps=True))
        self.end()

    def _sentence(self, promised: list[Promised]) -> str:
        if not promised:
            before = [each for each in reviews(self.reader) if each.finished_on and each.month < self.draft.month]
            return self.tr("Nothing was promised last time.") if before else self.tr("Nothing to look back on yet.")
        states = [each.state for each in promised]
        counts = (
            (states.count("kept"), self.tr("kept")), (states.count("dropped"), self.tr("dropped")),
            (states.count("carried_over"), self.tr("carried over")), (states.count("open"), self.tr("still open")),
        )  # fmt: skip
        parts = ", ".join(f"{number(n)} {words}" for n, words in counts if n)
        commitments = self.tr("commitment") if len(promised) == 1 else self.tr("commitments")
        made = capitalised(f"{number(len(promised))} {commitments}")
        words = self.tr("{made} from {month}: {parts}. Did they move what they were meant to?")
        return words.format(made=made, month=month_name(promised[0].made_in), parts=parts)

    def _note(self) -> QLabel:
        words = self.tr(
            "Counts only: below ten, no percent change is shown. A commitment that is tied to nothing keeps your own"
            " words instead."
        )
        return plain_label(words, "small", "ink2", wraps=True)
