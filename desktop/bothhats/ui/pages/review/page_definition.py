"""Page 7: does the definition of a good lead still hold? The criteria, and the evidence."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from bothhats.domain.pipeline import Step
from bothhats.domain.proportion import Proportion, differ
from bothhats.domain.wording import long_date
from bothhats.queries.definitions import definition_in_force
from bothhats.queries.evidence import Evidence, months_before, read_evidence
from bothhats.queries.months import last_day
from bothhats.ui.pages.review.draft import AnswerLine, ReviewDraft
from bothhats.ui.pages.review.page_frame import WizardPage, card
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import plain_label
from bothhats.ui.widgets.marks import PartBar


class DefinitionPage(WizardPage):
    """“It still holds” is the quarterly look."""

    def __init__(self, draft: ReviewDraft) -> None:
        super().__init__(draft)
        version = definition_in_force(self.reader, draft.today)
        if version is None:
            words = self.tr("No definition is written yet. One sentence is a beginning.")
            self.say(self.tr("The definition of a good lead"), words)
            self._change_button(self.tr("Write it"))
            self.end()
            return
        sentence = self.tr("Version {n}, in force since {day}. Does it still hold?")
        self.say(
            self.tr("The definition of a good lead"),
            sentence.format(n=version.number, day=long_date(date.fromisoformat(version.in_force_from), draft.today)),
        )
        row = QHBoxLayout()
        row.setSpacing(16)
        for step, title in (
            (Step.MARKETING_QUALIFIED, self.tr("Marketing-qualified")),
            (Step.SALES_READY, self.tr("Sales-ready")),
        ):
            frame, column = card()
            column.addWidget(plain_label(title, "heading"))
            for criterion in version.of_step(step):
                must = self.tr("must") if criterion.must else self.tr("nice")
                column.addWidget(plain_label(f"{criterion.text} ({criterion.kind}, {must})", wraps=True))
            column.addStretch()
            row.addWidget(frame, 1)
        row.addWidget(self._evidence(read_evidence(self.reader, months_before(draft.month, last_day(draft.month)))), 1)
        self.column.addLayout(row)
        why = AnswerLine(draft, "definition.why", self.tr("Why"), self.tr("One sentence: what makes you sure?"))
        self.ask(self.tr("Why does it hold, or what should change?"), why)
        buttons = QHBoxLayout()
        holds = Button(self.tr("It still holds"), icon_name="check")
        holds.clicked.connect(lambda: draft.context.workspace.definitions.look(True, draft.today, why.text()))
        buttons.addWidget(holds)
        change = Button(self.tr("Change it"), icon_name="pencil")
        change.clicked.connect(lambda: draft.context.navigation.part_requested.emit("playbook", "definition"))
        buttons.addWidget(change)
        buttons.addStretch()
        self.column.addLayout(buttons)
        self.end()

    def _change_button(self, words: str) -> None:
        button = Button(words, icon_name="pencil")
        button.clicked.connect(lambda: self.draft.context.navigation.part_requested.emit("playbook", "definition"))
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch()
        self.column.addLayout(row)

    def _evidence(self, evidence: Evidence) -> QWidget:
        frame, column = card()
        column.addWidget(plain_label(self.tr("Does it hold?"), "heading"))
        column.addWidget(plain_label(self.tr("leads of the last three months"), "small", "ink2"))
        for words, went in (
            (self.tr("Met it"), evidence.met),
            (self.tr("Did not"), evidence.not_met),
            (self.tr("Not judged"), evidence.not_judged),
        ):
            talked, closed = went.talked, went.closed
            column.addWidget(plain_label(f"{words}: {talked.k} of {talked.n} talked, {closed.k} closed"))
            column.addWidget(PartBar(talked.k / talked.n if talked.n else 0, "ink2", words))
        column.addWidget(
            plain_label(self._verdict(evidence.met.talked, evidence.not_met.talked), "small", "ink2", wraps=True)
        )
        column.addStretch()
        return frame

    def _verdict(self, met: Proportion, not_met: Proportion) -> str:
        words = {
            "differ": self.tr("Those that met it talked more often; the ranges do not overlap."),
            "too close to call": self.tr("Too close to call."),
            "too few to tell": self.tr("Too few to tell: only {n} did not meet it.").format(n=not_met.n),
        }
        return words[str(differ(met, not_met))]
