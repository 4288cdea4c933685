"""A lead that ended: how and why, whether it was a waste of time, and the sign that could have been seen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bothhats.domain.lead import Closing
from bothhats.domain.pipeline import Outcome
from bothhats.domain.wording import short_date
from bothhats.queries.lead_detail import lead_detail
from bothhats.queries.lists import reasons
from bothhats.queries.review_month import MonthLead
from bothhats.ui.pages.review.draft import AnswerLine, ReviewDraft
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.combo import Combo
from bothhats.ui.widgets.labels import ElidedLabel, plain_label
from bothhats.ui.widgets.link import Link
from bothhats.ui.widgets.segments import Segments

ANOTHER = "\0"


class EndedRow(QWidget):
    """Each change corrects the outcome that the lead has, as of its own day; it is undone like any other."""

    def __init__(self, draft: ReviewDraft, lead: MonthLead) -> None:
        super().__init__()
        self._draft, self._lead = draft, lead
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 3, 0, 3)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(lead_words(draft, lead, self._beside()), 1)
        row.addWidget(self._outcome())
        row.addWidget(self._reason())
        if lead.outcome != "won":
            row.addWidget(self._waste())
        column.addLayout(row)
        self.another = self._another()
        column.addWidget(self.another)
        if lead.words:
            column.addWidget(plain_label(f"“{lead.words}”", "small", "ink2", wraps=True))
        if lead.outcome != "won":
            column.addWidget(self._sign())

    def _beside(self) -> str:
        parts = [
            self._lead.company,
            short_date(self._lead.closed_on, self._draft.today) if self._lead.closed_on else "",
        ]
        asked = self.tr("ask me at the review") if self._lead.is_asked else ""
        return ", ".join(part for part in (*parts, asked) if part)

    def _outcome(self) -> Combo:
        combo = Combo(self.tr("How it ended with {name}").format(name=self._lead.name))
        combo.setFixedWidth(scaled(138))
        words = (self.tr("won"), self.tr("lost"), self.tr("no decision"), self.tr("not a fit"))
        for outcome, text in zip(("won", "lost", "no_decision", "not_a_fit"), words, strict=True):
            combo.addItem(text, outcome)
        combo.setCurrentIndex(max(0, combo.findData(self._lead.outcome)))
        combo.activated.connect(lambda _place: self._correct(outcome=str(combo.currentData())))
        return combo

    def _reason(self) -> Combo:
        combo = Combo(self.tr("Reason for {name}").format(name=self._lead.name))
        combo.setFixedWidth(scaled(164))
        combo.addItem(self.tr("reason missing"), "")
        for each in reasons(self._draft.context.workspace.reader, "won" if self._lead.outcome == "won" else "lost"):
            combo.addItem(each, each)
        combo.addItem(self.tr("Another reason…"), ANOTHER)
        known = combo.findData(self._lead.reason)
        if known < 0:
            combo.insertItem(1, self._lead.reason, self._lead.reason)
        combo.setCurrentIndex(combo.findData(self._lead.reason))
        combo.activated.connect(lambda _place: self._choose(str(combo.currentData())))
        return combo

    def _waste(self) -> Segments:
        question = self.tr("Was {name} a waste of time?").format(name=self._lead.name)
        choices = [(False, self.tr("Worth it")), (True, self.tr("A waste"))]
        waste = Segments(question, choices, self._lead.waste, is_small=True)
        waste.changed.connect(lambda value: self._correct(waste=bool(value)))
        return waste

    def _sign(self) -> AnswerLine:
        field = f"leads.{self._lead.id}.sign"
        name = self.tr("What could you have seen on day one with {name}?").format(name=self._lead.name)
        sign = AnswerLine(self._draft, field, name, self.tr("What could you have seen on day one?"))
        if not sign.text() and self._lead.sign:
            sign.setText(self._lead.sign)
        if not self._lead.waste:
            sign.hide()
        return sign

    def _another(self) -> AnswerLine:
        """A reason of one's own; it is taken with Enter, and kept as typed until then."""
        field = f"leads.{self._lead.id}.reason"
        name = self.tr("Another reason for {name}").format(name=self._lead.name)
        line = AnswerLine(self._draft, field, name, self.tr("Another reason in a few words, then Enter"))
        line.returnPressed.connect(self._take_another)
        if not line.text():
            line.hide()
        return line

    def _take_another(self) -> None:
        reason = self.another.text().strip()
        if reason and self._correct(reason=reason):
            self._draft.save(f"leads.{self._lead.id}.reason", "")

    def _choose(self, reason: str) -> None:
        if reason == ANOTHER:
            self.another.show()
            self.another.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._correct(reason=reason)

    def _correct(self, outcome: str = "", reason: str | None = None, waste: bool | None = None) -> bool:
        """A reason belongs to winning or to not winning: it goes where the outcome changes its side."""
        detail = lead_detail(self._draft.context.workspace.reader, self._lead.id)
        if detail is None or detail.row.closed_on is None:
            return False
        ended = outcome or self._lead.outcome
        changes_side = (ended == "won") != (self._lead.outcome == "won")
        kept = "" if changes_side else detail.outcome_reason
        closing = Closing(
            Outcome(ended),
            kept if reason is None else reason,
            detail.outcome_words,
            (None if ended == "won" else detail.waste) if waste is None else waste,
        )
        on = detail.row.closed_on
        return self._draft.attempt(lambda: self._draft.context.workspace.leads.close([self._lead.id], closing, on))


def lead_words(draft: ReviewDraft, lead: MonthLead, beside: str) -> QWidget:
    """The name, which opens the lead, over what stands beside it."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    name = Link(lead.name, "name", holder.tr("Open {name}").format(name=lead.name))
    name.clicked.connect(lambda: draft.context.navigation.lead_requested.emit(lead.id))
    column.addWidget(name)
    column.addWidget(ElidedLabel(beside, "small", "ink2"))
    return holder
