"""One objection or question of page 5; below it their words at left, the four choices and their field at right."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bothhats.domain.wording import counted, short_date, told
from bothhats.queries.heard import HeardPhrase
from bothhats.ui.dialogs.phrase_delegate import ICONS
from bothhats.ui.pages.review.claim_row import DECISION_WIDTH
from bothhats.ui.pages.review.decision import Decision, DecisionCombo, DecisionRings
from bothhats.ui.pages.review.draft import ReviewDraft
from bothhats.ui.pages.review.open_rows import Cell, OpenRows
from bothhats.ui.pages.review.phrase_plan import PhrasePlan
from bothhats.ui.pages.review.said_by import Said, SaidBy
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.theme.icons import pixmap
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.beside import Beside
from bothhats.ui.widgets.labels import plain_label
from bothhats.ui.widgets.marks import PartBar


class PhraseRow(QObject):
    """Its cells and what hangs below them; deciding opens it."""

    def __init__(self, draft: ReviewDraft, phrase: HeardPhrase, table: OpenRows) -> None:
        super().__init__(table)
        self.draft, self.phrase, self.key = draft, phrase, str(phrase.id)
        choices = (
            ("answer", self.tr("Answer with it")), ("make", self.tr("Make a new one")),
            ("change", self.tr("Change the site")), ("leave", self.tr("Leave it")),
        )  # fmt: skip
        self.decision = Decision(draft, f"objections.{phrase.id}", phrase.text, choices, self)
        self.decision.changed.connect(lambda _value: table.open(self.key))

    def cells(self, most: int, before: str) -> list[Cell]:
        """What they said, from how many, what answers it, the decision."""
        combo = DecisionCombo(self.decision, self.tr("Decide"))
        combo.setFixedWidth(scaled(DECISION_WIDTH))
        return [(self._text(), 4), (self._people(most, before), 3), (self._answer(), 3), (combo, 0)]

    def band(self) -> QWidget:
        """Their words, the newest first; the choices."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(48, 14, 16, 16)
        beside = Beside(1, 1)
        hearings = told(len(self.phrase.hearings), "hearing")
        head = self.tr("In their words, {hearings}").format(hearings=hearings)
        beside.first.addWidget(plain_label(head, "small_strong", "ink2"))
        said = [
            Said(each.lead_id, each.name, f"“{each.words}”" * bool(each.words), short_date(each.on, self.draft.today))
            for each in self.phrase.hearings
        ]
        what = self.tr("Said “{phrase}”").format(phrase=self.phrase.text)
        beside.first.addWidget(SaidBy(said, self.draft.context.navigation, what))
        beside.first.addStretch()
        choices = (
            ("answer", self.tr("Answer it with something I have")), ("make", self.tr("Make a new one")),
            ("change", self.tr("Change the site or the ad")), ("leave", self.tr("Leave it")),
        )  # fmt: skip
        beside.second.addWidget(DecisionRings(self.decision, choices))
        beside.second.addWidget(PhrasePlan(self.draft, self.phrase, self.decision))
        beside.second.addStretch()
        row.addWidget(beside)
        return holder

    def _text(self) -> QWidget:
        holder, column = _stack()
        column.addWidget(plain_label(f"“{self.phrase.text}”", "strong", wraps=True))
        kind = self.tr("question") if self.phrase.kind == "question" else self.tr("objection")
        column.addLayout(_pictured(ICONS[self.phrase.kind], kind, "small", "ink2"))
        return holder

    def _people(self, most: int, before: str) -> QWidget:
        holder, column = _stack()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(PartBar(self.phrase.people / most, "sal", self.phrase.text), 1)
        people = plain_label(counted(self.phrase.people, "person", "people"))
        people.setFixedWidth(scaled(64))
        row.addWidget(people)
        column.addLayout(row)
        change = {"new": self.tr("new"), "same": self.tr("as many as in {month}")}.get(
            self.phrase.change, self.tr("{change} against {month}")
        )
        column.addWidget(
            plain_label(change.format(change=self.phrase.change, month=before), "small", "ink2", wraps=True)
        )
        return holder

    def _answer(self) -> QWidget:
        holder, column = _stack()
        if self.phrase.answers:
            column.addLayout(_pictured("file-text", ", ".join(self.phrase.answers), "body", "ink"))
        else:
            column.addLayout(_pictured("circle-dashed", self.tr("no answer yet"), "strong", "ink"))
        return holder


def _stack() -> tuple[QWidget, QVBoxLayout]:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    return holder, column


def _pictured(icon_name: str, words: str, role: str, token: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    icon = QLabel()
    icon.setPixmap(pixmap(icon_name, scaled(15), tokens().ink2, icon.devicePixelRatioF()))
    row.addWidget(icon)
    row.addWidget(plain_label(words, role, token, wraps=True), 1)
    return row
