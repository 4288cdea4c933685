"""How leads that met the definition went on, against those that did not; and the same for each criterion."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from bothhats.domain.proportion import Comparison, differ
from bothhats.queries.evidence import CriterionEvidence, Evidence, Went, months_before, read_evidence
from bothhats.queries.months import last_day
from bothhats.ui.pages.review.draft import ReviewDraft
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import plain_label
from bothhats.ui.widgets.marks import PartBar

OPENED = "definition.criteria"


class EvidenceCard(QFrame):
    """Every line opens its leads in the Pipeline.

    It is counted off the window's thread, and the draft keeps what was counted: a page built anew shows it at once.
    """

    def __init__(self, draft: ReviewDraft) -> None:
        super().__init__()
        self.setObjectName("card")
        self._draft = draft
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(18, 14, 18, 14)
        self._body = QWidget()
        self._show()
        draft.counted.connect(self._show)
        period = months_before(draft.month, last_day(draft.month))
        draft.evidence.ask(partial(read_evidence, period=period), period)

    def _show(self) -> None:
        evidence = self._draft.evidence.value
        self._body.hide()
        self._body.deleteLater()
        self._body = QWidget()
        self._outer.addWidget(self._body)
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(plain_label(self.tr("Does it hold?"), "heading"))
        self._column.addWidget(
            plain_label(self.tr("leads that arrived in the last three months"), "small", "ink2", wraps=True)
        )
        if evidence is None:
            self._column.addWidget(plain_label(self.tr("Counting…"), "small", "ink2"))
        else:
            self._show_evidence(evidence)

    def _show_evidence(self, evidence: Evidence) -> None:
        for words, went in (
            (self.tr("Met it"), evidence.met), (self.tr("Did not"), evidence.not_met),
            (self.tr("Not judged"), evidence.not_judged),
        ):  # fmt: skip
            self._line(words, went)
        self._column.addWidget(plain_label(self._verdict(evidence.met, evidence.not_met), "small", "ink2", wraps=True))
        self._criteria = QVBoxLayout()
        self._criteria.setSpacing(6)
        self._more = Button(self.tr("Each criterion"), icon_name="chevron-right", is_small=True)
        self._more.clicked.connect(self._toggle)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addLayout(self._criteria)
        if self._draft.opened.get(OPENED):
            self._fill(evidence)

    def _line(self, words: str, went: Went) -> None:
        told = self.tr("{words}: {talked} of {n} talked, {closed} closed")
        line = Button(
            told.format(words=words, talked=went.talked.k, n=went.talked.n, closed=went.closed.k).replace("&", "&&"),
            "link",
        )
        what = f"{words}: {self.tr('the definition of a good lead')}"
        line.clicked.connect(lambda: self._draft.context.navigation.leads_requested.emit(went.lead_ids, what))
        line.setEnabled(bool(went.lead_ids))
        self._column.addWidget(line)
        self._column.addWidget(PartBar(went.talked.k / went.talked.n if went.lead_ids else 0, "ink2", words))

    def _verdict(self, met: Went, not_met: Went) -> str:
        return {
            Comparison.DIFFER: self.tr("Those that met it talked differently; the ranges do not overlap."),
            Comparison.TOO_CLOSE: self.tr("Too close to call."),
            Comparison.TOO_FEW: self.tr("Too few to tell: {n} met it, {m} did not.").format(
                n=met.talked.n, m=not_met.talked.n
            ),
        }[differ(met.talked, not_met.talked)]

    def _toggle(self) -> None:
        is_open = bool(self._draft.opened.get(OPENED))
        self._draft.opened[OPENED] = "" if is_open else "yes"
        self._draft.stale.emit()

    def _fill(self, evidence: Evidence) -> None:
        self._more.set_icon("chevron-down")
        for each in evidence.criteria:
            everyone = evidence.met.talked.n + evidence.not_met.talked.n + evidence.not_judged.talked.n
            self._criteria.addWidget(self._criterion(each, everyone - each.yes.talked.n - each.no.talked.n))
        if not evidence.criteria:
            self._criteria.addWidget(plain_label(self.tr("No criterion yet."), "small", "ink2"))

    def _criterion(self, found: CriterionEvidence, unanswered: int) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(1)
        column.addWidget(plain_label(found.criterion.text, "small_strong", wraps=True))
        told = [
            self.tr("{words}: {talked} of {n} talked, {closed} closed").format(
                words=words, talked=went.talked.k, n=went.talked.n, closed=went.closed.k
            )
            for words, went in ((self.tr("Yes"), found.yes), (self.tr("No"), found.no))
        ]
        told.append(self.tr("not answered: {n}").format(n=unanswered))
        if not found.yes.lead_ids and not found.no.lead_ids:
            told = [self.tr("not answered for any lead yet")]
        column.addWidget(plain_label("\n".join(told), "small", "ink2", wraps=True))
        return holder
