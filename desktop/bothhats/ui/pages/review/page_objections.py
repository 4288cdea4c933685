"""Page 5: what they asked and what held them back, most people first, and for each a decision."""

from bothhats.domain.wording import capitalised, month_name, number
from bothhats.queries.heard import HeardPhrase, heard_phrases
from bothhats.queries.months import first_day, last_day, shifted
from bothhats.ui.pages.review.claim_row import DECISION_WIDTH
from bothhats.ui.pages.review.draft import ReviewDraft
from bothhats.ui.pages.review.open_rows import OpenRows
from bothhats.ui.pages.review.page_frame import WizardPage
from bothhats.ui.pages.review.phrase_row import PhraseRow
from bothhats.ui.pages.review.unlogged import UnloggedPhrase
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.labels import plain_label


class ObjectionsPage(WizardPage):
    """Sales tells, marketing decides."""

    def __init__(self, draft: ReviewDraft) -> None:
        super().__init__(draft)
        before = shifted(draft.month, -1)
        phrases = heard_phrases(
            self.reader, first_day(draft.month), last_day(draft.month), first_day(before), last_day(before)
        )
        self.say(self.tr("What they asked, and what held them back"), self._sentence(phrases))
        if phrases:
            self.hand_off(self._table(phrases, before))
        self.column.addWidget(UnloggedPhrase(draft))
        self.end()

    def _sentence(self, phrases: list[HeardPhrase]) -> str:
        month = month_name(self.draft.month)
        if not phrases:
            return self.tr("Nothing was heard in {month}, or nothing was logged.").format(month=month)
        words = self.tr("Heard in {month}’s conversations, most people first.").format(month=month)
        unanswered = sum(not phrase.answers for phrase in phrases)
        if unanswered == 1:
            return f"{words} " + self.tr("One of them has no answer yet.")
        if unanswered:
            return f"{words} " + capitalised(self.tr("{n} of them have no answer yet.").format(n=number(unanswered)))
        return f"{words} " + self.tr("All of them are answered.")

    def _table(self, phrases: list[HeardPhrase], before: str) -> OpenRows:
        table = OpenRows(self.draft, "objections")
        heads = [
            (plain_label(words, "small_strong", "ink2"), share)
            for words, share in (
                (self.tr("What they said"), 4), (self.tr("Heard from"), 3), (self.tr("Answered by"), 3),
                (self.tr("Decision"), 0),
            )
        ]  # fmt: skip
        heads[-1][0].setFixedWidth(scaled(DECISION_WIDTH))
        table.add_head(heads)
        most = max(phrase.people for phrase in phrases)
        rows = [PhraseRow(self.draft, phrase, table) for phrase in phrases]
        for row in rows:
            table.add(row.key, row.phrase.text, row.cells(most, month_name(before)), row.band)
        table.open_first(next((row.key for row in rows if row.decision.value), rows[0].key))
        return table
