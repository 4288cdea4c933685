"""Does the definition hold? Three bars of leads, each of which leads to them, and what may be said."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from bothhats.domain.proportion import Comparison, differ
from bothhats.domain.wording import month_name
from bothhats.queries.evidence import CriterionEvidence, Evidence, Went
from bothhats.queries.months import month_of
from bothhats.ui.pages.playbook.evidence_words import closed_words, difference_words
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import plain_label
from bothhats.ui.widgets.marks import PartBar


class EvidenceCard(QFrame):
    """`chosen` tells ids of leads and what they are; `criteria_wanted` asks for each criterion for itself."""

    chosen = Signal(object, str)
    criteria_wanted = Signal(bool)

    def __init__(self, evidence: Evidence, *, with_criteria: bool) -> None:
        super().__init__()
        self.setObjectName("card")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 12)
        column.setSpacing(4)
        first, last = (month_name(month_of(day)) for day in (evidence.period.start, evidence.period.end))
        words = self.tr("Leads that arrived from {first} to {last}").format(first=first, last=last)
        column.addWidget(_inset(plain_label(words, "small", "ink2", wraps=True)))
        for name, went in (
            (self.tr("Met it"), evidence.met),
            (self.tr("Did not"), evidence.not_met),
            (self.tr("Not judged"), evidence.not_judged),
        ):
            row = EvidenceRow(name, went)
            row.clicked.connect(lambda _on=False, name=name, went=went: self._choose(name, went))
            column.addWidget(row)
        column.addWidget(
            _inset(
                plain_label(difference_words(evidence.met.talked, evidence.not_met.talked), "small", "ink2", wraps=True)
            )
        )
        if evidence.criteria:
            words = self.tr("Hide each criterion") if with_criteria else self.tr("Each criterion")
            each = Button(words, "quiet", is_small=True)
            each.setProperty("place", "each criterion")
            each.clicked.connect(lambda: self.criteria_wanted.emit(not with_criteria))
            column.addWidget(each)

    def _choose(self, name: str, went: Went) -> None:
        self.chosen.emit(went.lead_ids, self.tr("Definition: {group}").format(group=name.lower()))


def waiting_card() -> QFrame:
    """Stands there while it is counted for the first time."""
    card = QFrame()
    card.setObjectName("card")
    column = QVBoxLayout(card)
    column.setContentsMargins(8, 12, 8, 12)
    column.addWidget(_inset(plain_label(QCoreApplication.translate("EvidenceCard", "Counting…"), "small", "ink2")))
    return card


class EvidenceRow(Button):
    """A group of leads: how many talked, as a bar and in words, and how many closed."""

    def __init__(self, name: str, went: Went) -> None:
        super().__init__("", "quiet")
        talked = self.tr("{k} of {n} talked").format(k=went.talked.k, n=went.talked.n)
        closed = closed_words(went.closed)
        self.setAccessibleName(f"{name}: {talked}, {closed}")
        self.setToolTip(self.tr("{rate} talked. Show these leads").format(rate=went.talked.told_with_range))
        if not went.lead_ids:
            self.set_off(self.tr("No leads"))
        head = QHBoxLayout()
        head.addWidget(plain_label(name))
        head.addStretch()
        head.addWidget(plain_label(talked, "strong"))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(PartBar(went.talked.rate or 0, "ink2"))
        column.addWidget(plain_label(closed, "small", "ink2"))
        for label in self.findChildren(QWidget):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())


class CriterionLine(QWidget):
    """How the leads went on that a criterion was ticked for, or not; `chosen` tells which are wanted."""

    chosen = Signal(object, str)

    def __init__(self, evidence: CriterionEvidence) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(3)
        text = evidence.criterion.text
        for name, went in ((self.tr("Yes"), evidence.yes), (self.tr("No"), evidence.no)):
            column.addWidget(self._button(text, name, went), 0, Qt.AlignmentFlag.AlignLeft)
        said = {
            Comparison.DIFFER: self.tr("it tells"),
            Comparison.TOO_CLOSE: self.tr("too close to call"),
            Comparison.TOO_FEW: self.tr("too few to tell"),
        }
        column.addWidget(plain_label(said[differ(evidence.yes.talked, evidence.no.talked)], "small", "ink3"))

    def _button(self, text: str, name: str, went: Went) -> Button:
        words = self.tr("{answer}: {k} of {n} talked").format(answer=name, k=went.talked.k, n=went.talked.n)
        closed = closed_words(went.closed)
        button = Button(words, "secondary", is_small=True)
        button.setAccessibleName(f"{text}. {words}, {closed}")
        rate = went.talked.told_with_range
        button.setToolTip(self.tr("{rate} talked, {closed}. Show these leads").format(rate=rate, closed=closed))
        if not went.lead_ids:
            button.set_off(self.tr("No lead has this answer"))
        button.clicked.connect(lambda: self.chosen.emit(went.lead_ids, f"{text}: {name.lower()}"))
        return button


def _inset(widget: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(8, 0, 8, 0)
    row.addWidget(widget)
    return holder
