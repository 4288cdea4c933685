"""Page 7: does the definition of a good lead still hold? The criteria, the evidence, and what the month adds to it."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bothhats.domain.good_lead import Criterion, Definition
from bothhats.domain.pipeline import Step
from bothhats.domain.wording import long_date
from bothhats.queries.definitions import definition_in_force, last_looked_on
from bothhats.queries.review_month import read_ended
from bothhats.queries.review_open import is_look_due
from bothhats.queries.settings import read_settings
from bothhats.ui.pages.review.definition_evidence import EvidenceCard
from bothhats.ui.pages.review.draft import AnswerLine, ReviewDraft
from bothhats.ui.pages.review.page_frame import WizardPage
from bothhats.ui.pages.review.sign_row import SignRow
from bothhats.ui.widgets.beside import Beside
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.chips import chip
from bothhats.ui.widgets.labels import hairline, plain_label
from bothhats.ui.widgets.shelf import Shelf


class DefinitionPage(WizardPage):
    """“It still holds” is the quarterly look; when that is due, it asks for one sentence why."""

    def __init__(self, draft: ReviewDraft) -> None:
        super().__init__(draft)
        version = definition_in_force(self.reader, draft.today)
        if version is None:
            words = self.tr("No definition is written yet. One sentence is a beginning: who is a good lead for you?")
            self.say(self.tr("The definition of a good lead"), words)
            self._foot(None)
            self.end()
            return
        self.say(self.tr("Does the definition of a good lead still hold?"), self._sentence(version))
        beside = Beside(5, 3)
        for step, hat, title in (
            (Step.MARKETING_QUALIFIED, "marketing", self.tr("Marketing-qualified")),
            (Step.SALES_READY, "sales", self.tr("Sales-ready")),
        ):
            beside.first.addWidget(self._shelf(hat, title, version.of_step(step)))
        beside.first.addStretch()
        beside.second.addWidget(EvidenceCard(draft))
        beside.second.addStretch()
        self.column.addWidget(beside)
        self._signs(version)
        self._foot(version)
        self.end()

    def _sentence(self, version: Definition) -> str:
        since = long_date(date.fromisoformat(version.in_force_from), self.draft.today)
        words = self.tr("Version {n}, in force since {day}.").format(n=version.number, day=since)
        looked = last_looked_on(self.reader, self.draft.today)
        if looked and looked.isoformat() != version.in_force_from:
            words += " " + self.tr("You last looked at it on {day}.").format(day=long_date(looked, self.draft.today))
        if self._is_due():
            words += " " + self.tr("The quarterly look is due.")
        return words

    def _is_due(self) -> bool:
        return is_look_due(self.reader, self.draft.today, read_settings(self.reader))

    def _shelf(self, hat: str, title: str, criteria: tuple[Criterion, ...]) -> Shelf:
        shelf = Shelf(hat, title)
        for place, criterion in enumerate(criteria):
            if place:
                shelf.body.addWidget(hairline())
            shelf.body.addWidget(_criterion(criterion, self.tr("must") if criterion.must else self.tr("nice")))
        if not criteria:
            shelf.body.addWidget(plain_label(self.tr("No criterion yet."), "body", "ink2"))
        return shelf

    def _signs(self, version: Definition) -> None:
        """What could have been seen on day one, as far as the definition does not say it already."""
        known = {criterion.text.casefold() for criterion in version.criteria}
        signs: dict[str, str] = {}
        for lead in read_ended(self.reader, self.draft.month):
            sign = (self.draft.answer(f"leads.{lead.id}.sign") or lead.sign).strip()
            if lead.waste and sign and sign.casefold() not in known:
                signs.setdefault(sign, lead.name)
        if signs:
            self.column.addWidget(plain_label(self.tr("You could have seen on day one"), "heading"))
        for sign, name in signs.items():
            self.column.addWidget(SignRow(self.draft, version, sign, name))

    def _foot(self, version: Definition | None) -> None:
        question = self.tr("Why does it hold, or what should change?")
        why = AnswerLine(self.draft, "definition.why", question, self.tr("One sentence: what makes you sure?"))
        if version:
            self.ask(question, why)
        holds = Button(self.tr("It still holds"), icon_name="check")
        change = Button(self.tr("Change it") if version else self.tr("Write it"), icon_name="pencil")
        change.clicked.connect(
            lambda: self.draft.context.navigation.part_requested.emit("playbook", "definition:write")
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        if version:
            self._watch(holds, why)
            row.addWidget(holds)
        row.addWidget(change)
        if version and last_looked_on(self.reader, self.draft.today) == self.draft.today:
            row.addWidget(plain_label(self.tr("Looked at today."), "body", "ink2"))
        row.addStretch()
        self.column.addLayout(row)

    def _watch(self, holds: Button, why: AnswerLine) -> None:
        """The quarterly look is no click alone: it wants its one sentence."""
        is_due, definitions, today = self._is_due(), self.draft.context.workspace.definitions, self.draft.today
        off = self.tr("The quarterly look wants one sentence: why does it hold?")
        holds.set_off(off if is_due and not why.text().strip() else "")
        why.textEdited.connect(lambda text: holds.set_off(off if is_due and not text.strip() else ""))
        holds.clicked.connect(
            lambda: None if holds.why_off else self.draft.attempt(lambda: definitions.look(True, today, why.text()))
        )


def _criterion(criterion: Criterion, weight: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 1, 0, 1)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(plain_label(criterion.text, wraps=True))
    words.addWidget(plain_label(criterion.kind, "small", "ink2"))
    row.addLayout(words, 1)
    row.addWidget(chip(weight, "neutral" if criterion.must else "outline"))
    return holder
