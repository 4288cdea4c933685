"""“Not logged yet?”: a conversation of the month, and what came up in it that nobody wrote down."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bothhats.domain.lead import ClaimHeard, Heard
from bothhats.queries.heard import last_conversation, people_talked_with
from bothhats.queries.months import first_day, last_day
from bothhats.queries.phrases import claims_to_offer, matching, phrases
from bothhats.ui.pages.review.draft import AnswerLine, ReviewDraft
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.combo import Combo
from bothhats.ui.widgets.labels import plain_label
from bothhats.ui.widgets.segments import Segments
from bothhats.ui.widgets.token_field import Suggestion, TokenField

Log = Callable[[int], object]


class Unlogged(QWidget):
    """The people talked with in the month, in front of what a subclass asks."""

    logged = Signal()

    def __init__(self, draft: ReviewDraft) -> None:
        super().__init__()
        self.draft = draft
        self._days = (first_day(draft.month), last_day(draft.month))
        self.person = Combo(self.tr("With whom"))
        self.person.setFixedWidth(scaled(150))
        for lead_id, name in people_talked_with(draft.context.workspace.reader, *self._days):
            self.person.addItem(name, lead_id)
        self.row = QHBoxLayout()
        self.row.setSpacing(8)
        self.row.addWidget(self.person)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        column.addWidget(plain_label(self.tr("Something that is not logged yet?"), "small_strong"))
        column.addLayout(self.row)
        if not self.person.count():
            self.hide()

    def log(self, act: Log) -> None:
        """Put it into the lead's last conversation of the month, as of its day."""
        touch_id = last_conversation(self.draft.context.workspace.reader, int(self.person.currentData()), *self._days)
        if touch_id and self.draft.attempt(lambda: act(touch_id)):
            self.logged.emit()


class UnloggedClaim(Unlogged):
    """A claim, and how it was heard."""

    def __init__(self, draft: ReviewDraft) -> None:
        super().__init__(draft)
        self.claim = Combo(self.tr("Claim"))
        self.claim.setMinimumWidth(scaled(110))
        self.claim.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for offer in claims_to_offer(draft.context.workspace.reader, None):
            self.claim.addItem(offer.text, offer.id)
        verdicts = [
            ("landed", self.tr("Landed")), ("doubted", self.tr("Doubted")), ("not_wanted", self.tr("Not wanted")),
        ]  # fmt: skip
        self.verdict = Segments(self.tr("How it was heard"), verdicts, "landed", is_small=True)
        self.add = Button(self.tr("Add"), is_small=True)
        self.add.setAccessibleName(self.tr("Add what came up"))
        self.add.clicked.connect(self._add)
        self.row.addWidget(self.claim, 1)
        self.row.addWidget(self.verdict)
        self.row.addWidget(self.add)
        if not self.claim.count():
            self.hide()

    def _add(self) -> None:
        heard = ClaimHeard(str(self.verdict.value), int(self.claim.currentData()))
        self.log(lambda touch_id: self.draft.context.workspace.claims.hear_in_touch(touch_id, heard))


class UnloggedPhrase(Unlogged):
    """An objection or question, known or new, in their words."""

    def __init__(self, draft: ReviewDraft) -> None:
        super().__init__(draft)
        self._offered = phrases(draft.context.workspace.reader)
        self.words = AnswerLine(draft, "objections.unlogged", self.tr("In their words"), self.tr("in their words"))
        self.phrase = TokenField(
            self.tr("What they said or asked"), self.tr("What they said or asked"), self._find, self.tr("New: “{}”")
        )
        self.phrase.picked.connect(lambda picked: self._hear(Heard(int(str(picked)), words=self.words.text())))
        self.phrase.made.connect(self._hear_new)
        self.logged.connect(self._clear)
        self.row.addWidget(self.words, 1)
        self.row.addWidget(self.phrase, 1)

    def _find(self, typed: str) -> list[Suggestion]:
        return [Suggestion(phrase.id, phrase.text) for phrase in matching(self._offered, typed)]

    def _hear_new(self, text: str) -> None:
        kind = "question" if text.rstrip().endswith("?") else "objection"
        self._hear(Heard(kind=kind, text=text, words=self.words.text()))

    def _hear(self, heard: Heard) -> None:
        self.log(lambda touch_id: self.draft.context.workspace.objections.hear_in_touch(touch_id, heard))

    def _clear(self) -> None:
        self.words.clear()
        self.draft.save("objections.unlogged", "")
