"""One claim of page 4: where it is said, how it was heard, what to do; below it who said so, and the one field."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from bothhats.domain.wording import short_date
from bothhats.queries.heard import HeardClaim
from bothhats.ui.pages.review.decision import Decision, DecisionCombo
from bothhats.ui.pages.review.draft import ReviewDraft
from bothhats.ui.pages.review.landed_words import heard_words, verdict_words
from bothhats.ui.pages.review.open_rows import Cell, OpenRows
from bothhats.ui.pages.review.plan_field import PlanField
from bothhats.ui.pages.review.said_by import Said, SaidBy
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import plain_label
from bothhats.ui.widgets.marks import PeopleMarks

DECISION_WIDTH = 172


class ClaimRow(QObject):
    """Its cells and what hangs below them; deciding what wants a field opens it."""

    def __init__(self, draft: ReviewDraft, claim: HeardClaim, table: OpenRows) -> None:
        super().__init__(table)
        self.draft, self.claim, self.key = draft, claim, str(claim.id)
        choices = (
            ("keep", self.tr("Keep saying it")), ("back_up", self.tr("Back it up")),
            ("reword", self.tr("Say it differently")), ("stop", self.tr("Stop saying it")),
        )  # fmt: skip
        self.decision = Decision(draft, f"landed.{claim.id}", claim.text, choices, self)
        self.decision.changed.connect(lambda value: table.open(self.key) if value not in ("", "keep") else None)

    def cells(self) -> list[Cell]:
        """The claim, the marks, the decision."""
        text = QWidget()
        column = QVBoxLayout(text)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(plain_label(f"“{self.claim.text}”", "strong", wraps=True))
        said = "; ".join(self.claim.said_in) or self.tr("said nowhere yet")
        column.addWidget(plain_label(said, "small", "ink2", wraps=True))
        combo = DecisionCombo(self.decision, self.tr("Decide"))
        combo.setFixedWidth(scaled(DECISION_WIDTH))
        return [(text, 4), (MarksAndWords(self.claim), 6), (combo, 0)]

    def band(self) -> QWidget:
        """Who, when, what was noted; then the field of the decision."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(48, 12, 16, 14)
        column.setSpacing(10)
        said = [
            Said(each.lead_id, each.name, each.note, f"{verdict_words(each.verdict)}, {self._day(each.on)}")
            for each in sorted(self.claim.who, key=lambda each: each.on, reverse=True)
        ]
        if said:
            what = self.tr("Said something of “{claim}”").format(claim=self.claim.text)
            column.addWidget(SaidBy(said, self.draft.context.navigation, what, columns=3))
        else:
            column.addWidget(plain_label(self.tr("It never came up, or nobody wrote it down."), "body", "ink2"))
        column.addWidget(self._field())
        return holder

    def _day(self, on: object) -> str:
        return short_date(on, self.draft.today)  # type: ignore[arg-type]

    def _field(self) -> PlanField:
        asks = {
            "back_up": (self.tr("What would back it up?"), self.tr("for example: a case, a number, a guarantee")),
            "reword": (self.tr("How will you say it?"), self.claim.text),
            "stop": (self.tr("Where does it have to go?"), self.tr("for example: the home page, the ad")),
        }
        field = PlanField(self.draft, f"landed.{self.claim.id}.plan", self.decision, asks)
        claims, today, attempt = self.draft.context.workspace.claims, self.draft.today, self.draft.attempt
        reword = Button(self.tr("Say it so in the Playbook"))
        reword.clicked.connect(
            lambda: field.line.text().strip() and attempt(lambda: claims.reword(self.claim.id, field.line.text()))
        )
        retire = Button(self.tr("Retire the claim"))
        retire.clicked.connect(lambda: attempt(lambda: claims.retire(self.claim.id, today)))
        for value, button in (("reword", reword), ("stop", retire)):
            field.beside.addWidget(button)
            button.setVisible(self.decision.value == value)
            self.decision.changed.connect(lambda now, value=value, button=button: button.setVisible(now == value))
        return field


class MarksAndWords(QWidget):
    """The marks, and the counts in words beside them, or below them where there is no room."""

    def __init__(self, claim: HeardClaim) -> None:
        super().__init__()
        came_up, never = heard_words(claim)
        words = ", ".join(part for part in (came_up, never) if part)
        self._marks = PeopleMarks(claim.landed, claim.doubted, claim.not_wanted, claim.never, f"{claim.text}: {words}")
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch()
        if came_up:
            column.addWidget(plain_label(came_up, "strong" if claim.landed > claim.doubted else "body", wraps=True))
        if never:
            column.addWidget(plain_label(never, "small", "ink2"))
        column.addStretch()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._marks)
        self._row.addWidget(told, 1)
        self._row.setSpacing(16)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= self._marks.sizeHint().width() + scaled(116)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(16 if is_wide else 3)
