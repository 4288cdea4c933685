"""Page 9: at most three commitments, each with a hat, a date, and what it should move."""

from datetime import timedelta

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bothhats.domain.review import MOST_COMMITMENTS
from bothhats.domain.wording import month_name
from bothhats.queries.months import month_of
from bothhats.queries.moves import Moves
from bothhats.queries.review_month import read_promised
from bothhats.ui.pages.review.commitment_card import CommitmentCard, ties_to_choose
from bothhats.ui.pages.review.draft import ReviewDraft
from bothhats.ui.pages.review.page_frame import WizardPage
from bothhats.ui.pages.review.promise_card import DAYS
from bothhats.ui.pages.review.suggestions import Suggestion, suggestions
from bothhats.ui.widgets.buttons import Button, SuggestionChip
from bothhats.ui.widgets.chips import FlowLayout
from bothhats.ui.widgets.labels import plain_label

MOST_SUGGESTED, LONGEST = 8, 60


class CommitmentsPage(WizardPage):
    """Suggestions come from pages 2 to 8; with three taken they are off, not hidden."""

    def __init__(self, draft: ReviewDraft) -> None:
        super().__init__(draft)
        self._moves, self._ties = Moves(self.reader), ties_to_choose(draft)
        self._suggestions = suggestions(draft)
        self._made_in = {each.id: each.made_in for each in read_promised(self.reader, draft.month)}
        month = month_name(month_of(draft.today))
        self.say(
            self.tr("What you commit to in {month}").format(month=month),
            self.tr("At most three, each worn by one hat. They wait on Today, and come back in the next review."),
        )
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        self.column.addLayout(self._cards)
        self._add = Button(self.tr("Add a commitment"), icon_name="plus")
        self._add.clicked.connect(lambda: self._append(Suggestion("", "marketing")))
        row = QHBoxLayout()
        row.addWidget(self._add)
        row.addStretch()
        self.column.addLayout(row)
        self._from = plain_label(self.tr("From this review:"), "body", "ink2")
        self.column.addWidget(self._from)
        self._suggested = QWidget()
        self._flow = FlowLayout(self._suggested)
        self.column.addWidget(self._suggested)
        self.end()
        self._show()

    def _show(self) -> None:
        while item := self._cards.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        made = self.draft.commitments()
        for place, each in enumerate(made):
            carried_from = self._made_in.get(int(each.get("carried_from") or 0), "")
            card = CommitmentCard(self.draft, place, self._ties, self._moves, carried_from)
            card.removed.connect(self._remove)
            self._cards.addWidget(card)
        why_off = self.tr("Three is the most.") if len(made) >= MOST_COMMITMENTS else ""
        self._add.set_off(why_off)
        self._flow.clear()
        taken = {str(each.get("text", "")).strip() for each in made}
        offered = [each for each in self._suggestions if each.text.strip() not in taken][:MOST_SUGGESTED]
        for suggestion in offered:
            self._flow.addWidget(self._chip(suggestion, why_off))
        self._from.setVisible(bool(offered))

    def _chip(self, suggestion: Suggestion, why_off: str) -> SuggestionChip:
        text = suggestion.text
        chip = SuggestionChip(text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…")
        chip.setAccessibleName(text)
        chip.set_off(why_off)
        chip.clicked.connect(lambda: self._append(suggestion))
        return chip

    def _append(self, suggestion: Suggestion) -> None:
        made = self.draft.commitments()
        if len(made) >= MOST_COMMITMENTS:
            return
        due = (self.draft.today + timedelta(days=DAYS)).isoformat()
        new = {"hat": suggestion.hat, "text": suggestion.text, "due_on": due}
        self.draft.save_commitments([*made, new | {name: value for name, value in suggestion.tie.items() if value}])
        self._show()
        self._focus(len(made))

    def _remove(self, place: int) -> None:
        made = self.draft.commitments()
        del made[place]
        self.draft.save_commitments(made)
        self._show()
        self._focus(min(place, len(made) - 1)) if made else self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus(self, place: int) -> None:
        item = self._cards.itemAt(place)
        card = item.widget() if item else None
        if isinstance(card, CommitmentCard):
            field = card.text
            QTimer.singleShot(0, field, lambda: field.setFocus(Qt.FocusReason.OtherFocusReason))
