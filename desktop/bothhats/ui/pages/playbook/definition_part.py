"""The definition of a good lead: to be read with its evidence, to be written, or two versions side by side."""

from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from bothhats.domain.definition_draft import DefinitionDraft, draft_of, draft_text
from bothhats.domain.good_lead import Definition, IdealCustomer
from bothhats.domain.pipeline import Step
from bothhats.domain.wording import long_date
from bothhats.queries.definitions import amendable, definition_in_force, definitions, last_looked_on
from bothhats.queries.evidence import Evidence, VersionEvidence, months_before, read_evidence, version_evidence
from bothhats.queries.review_month import month_to_review
from bothhats.queries.settings import read_settings, remembered
from bothhats.ui.context import Context
from bothhats.ui.counted import Counted
from bothhats.ui.pages.playbook.definition_form import DefinitionForm
from bothhats.ui.pages.playbook.definition_shelves import customer_card, definition_shelves
from bothhats.ui.pages.playbook.definition_side import definition_side, since
from bothhats.ui.pages.playbook.evidence_card import CriterionLine, EvidenceCard, waiting_card
from bothhats.ui.pages.playbook.part import Part
from bothhats.ui.pages.playbook.quarterly_look import QuarterlyLook
from bothhats.ui.pages.playbook.version_compare import VersionCompare
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.empty_state import EmptyState
from bothhats.ui.widgets.labels import plain_label

_DRAFT = "definition_draft"


class Mode(StrEnum):
    """What the part shows."""

    READ = "read"
    LOOK = "look"
    WRITE = "write"
    COMPARE = "compare"


_READING = (Mode.READ, Mode.LOOK)


class DefinitionPart(Part):
    """What is being written stays a draft in the file until it is kept or thrown away.

    The evidence is counted off the window's thread; meanwhile what was counted before stands there.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.mode = Mode.READ
        self._with_criteria = False
        self._evidence: Counted[Evidence] = Counted(context, self, self._on_evidence)
        self._versions: Counted[dict[int, VersionEvidence]] = Counted(context, self, self._on_versions)
        self._compare: VersionCompare | None = None
        self._form: DefinitionForm | None = None
        self._first: QWidget | None = None
        self.compare_button = self._control(self.tr("Compare versions"), "git-compare", Mode.COMPARE)
        self.look_button = self._control(self.tr("Start the quarterly look"), "target", Mode.LOOK, "primary")
        self.back_button = self._control(self.tr("Back"), "", Mode.READ)
        self.again_button = Button(self.tr("Throw the draft away"), "quiet")
        self.again_button.clicked.connect(self._throw_away)
        self.keep_button = Button("", "primary", "check")
        self.keep_button.clicked.connect(self._keep)
        for button in (self.again_button, self.keep_button):
            self.controls_row.addWidget(button)

    def sentence(self) -> str:
        version = self._in_force()
        if self.mode == Mode.WRITE:
            return self.tr("Leads keep the version that they were judged by. Esc goes back and keeps your draft.")
        if version is None:
            return self.tr("Not written yet. Who is a good lead for you?")
        day = since(version, self.context.today())
        words = self.tr("Version {n}, in force since {day}.").format(n=version.number, day=day)
        return f"{words} {self._due()}"

    def refresh(self) -> None:
        """What is being written stands still while other things are committed."""
        self._show_controls()
        if self.mode != Mode.WRITE or self._form is None:
            self._ask_evidence()
            super().refresh()

    def go(self, mode: Mode) -> None:
        """Show something else of it."""
        if self._form is not None:
            self._form.flush()
        self._form = self._compare = None
        self.mode = mode
        self.refresh()
        self.verticalScrollBar().setValue(0)
        self.says_anew.emit()
        self.begin()

    def begin(self) -> None:
        first = self.look_button if self.mode == Mode.READ and self._in_force() else self._first
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_item(self, item: str) -> None:
        if item in set(Mode):
            is_written = self._in_force() is not None
            self.go(Mode(item) if is_written or item == Mode.WRITE else Mode.READ)

    def write_customer(self) -> None:
        """Write it, beginning with the ideal customer."""
        self.go(Mode.WRITE)
        if self._form is not None:
            field = self._form.customer[0]
            field.setFocus()
            QTimer.singleShot(0, field, lambda: self.ensureWidgetVisible(field))  # when it has its place

    def fill(self) -> None:
        version = self._in_force()
        if self.mode == Mode.WRITE:
            self._fill_form(version)
        elif version is None:
            self._fill_empty()
        elif self.mode == Mode.COMPARE:
            self._fill_compare()
        else:
            self._fill_version(version)

    def _control(self, words: str, icon_name: str, mode: Mode, kind: str = "secondary") -> Button:
        button = Button(words, kind, icon_name)
        button.clicked.connect(lambda: self.go(mode))
        self.controls_row.addWidget(button)
        return button

    def _show_controls(self) -> None:
        versions = definitions(self.reader)
        is_reading = self.mode in _READING
        self.compare_button.setVisible(is_reading and len(versions) > 1)
        self.look_button.setVisible(self.mode == Mode.READ and bool(versions))
        self.back_button.setVisible(self.mode != Mode.READ)
        self.again_button.setVisible(self.mode == Mode.WRITE and bool(remembered(self.reader, _DRAFT)))
        self.keep_button.setVisible(self.mode == Mode.WRITE)
        self.keep_button.setText(self._keep_words(versions))

    def _keep_words(self, versions: list[Definition]) -> str:
        amended = amendable(self.reader, self.context.today())
        if amended:
            return self.tr("Change version {n}").format(n=amended.number)
        return self.tr("Keep as version {n}").format(n=versions[0].number + 1 if versions else 1)

    def _fill_empty(self) -> None:
        write = Button(self.tr("Write it"), "primary", "pencil")
        write.clicked.connect(lambda: self.go(Mode.WRITE))
        self._first = write
        words = self.tr("Two or three signs that you can see on day one are enough: “Owner-run, 2 to 15 staff”.")
        self.column.addStretch()
        self.column.addWidget(EmptyState(self.tr("Who is a good lead for you?"), words, write), 1)

    def _fill_version(self, version: Definition) -> None:
        today, evidence = self.context.today(), self._evidence.value
        lines: dict[int, QWidget] = {}
        for each in evidence.criteria if evidence and self._with_criteria else ():
            line = CriterionLine(each)
            line.chosen.connect(self.context.navigation.leads_requested)
            lines[each.criterion.id] = line
        if self.mode == Mode.LOOK:
            self.column.addWidget(self._look_form())
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addLayout(definition_shelves(version, lines))
        words = self.tr("Met when every must is yes. You may overrule: your judgement counts, the answers stay.")
        left.addWidget(plain_label(words, "small", "ink2", wraps=True))
        left.addLayout(self._customer_head())
        left.addWidget(customer_card(version.customer))
        left.addStretch()
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addLayout(left, 1)
        row.addWidget(definition_side(self._evidence_card(evidence), definitions(self.reader), today))
        self.column.addLayout(row)

    def _evidence_card(self, evidence: Evidence | None) -> QWidget:
        if evidence is None:
            return waiting_card()
        card = EvidenceCard(evidence, with_criteria=self._with_criteria)
        card.chosen.connect(self.context.navigation.leads_requested)
        card.criteria_wanted.connect(self._show_criteria)
        return card

    def _ask_evidence(self) -> None:
        today = self.context.today()
        if self.mode in _READING and self._in_force() is not None:
            period = months_before(month_to_review(today), today)
            self._evidence.ask(partial(read_evidence, period=period), period)

    def _on_evidence(self) -> None:
        if self.mode in _READING:
            self.refresh()

    def _customer_head(self) -> QHBoxLayout:
        draft = bool(remembered(self.reader, _DRAFT))
        edit = Button(self.tr("Go on with your draft") if draft else self.tr("Change it"), "quiet", "pencil")
        edit.setProperty("place", "edit")
        edit.clicked.connect(lambda: self.go(Mode.WRITE))
        row = QHBoxLayout()
        row.addWidget(plain_label(self.tr("For this ideal customer"), "heading"))
        row.addStretch()
        row.addWidget(edit)
        return row

    def _look_form(self) -> QuarterlyLook:
        due = self._due_on()
        form = QuarterlyLook(is_due=due is not None and due <= self.context.today())
        form.held.connect(lambda why: self._look(why, form.why))
        form.change_wanted.connect(lambda: self.go(Mode.WRITE))
        form.left.connect(lambda: self.go(Mode.READ))
        self._first = form.why
        return form

    def _look(self, why: str, field: QLineEdit) -> None:
        self.mode = Mode.READ
        if self.do(lambda: self.context.workspace.definitions.look(True, self.context.today(), why), field):
            self.go(Mode.READ)
        else:
            self.mode = Mode.LOOK

    def _fill_form(self, version: Definition | None) -> None:
        draft = draft_of(remembered(self.reader, _DRAFT)) or _as_draft(version)
        self._form = DefinitionForm(draft)
        self._form.drafted.connect(self._remember)
        self._form.left.connect(lambda: self.go(Mode.READ))
        self._form.done.connect(self._keep)
        self.column.addWidget(self._form)
        self._first = self._form.first

    def _fill_compare(self) -> None:
        today = self.context.today()
        self._versions.ask(partial(version_evidence, as_of=today), today)
        view = VersionCompare(definitions(self.reader), self._versions.value, today)
        view.chosen.connect(self.context.navigation.leads_requested)
        view.left.connect(lambda: self.go(Mode.READ))
        self.column.addWidget(view)
        self._first, self._compare = view.list, view

    def _on_versions(self) -> None:
        if self._compare is not None and self._versions.value is not None:
            self._compare.show_evidence(self._versions.value)

    def _remember(self, draft: DefinitionDraft) -> None:
        is_news = draft != _as_draft(self._in_force())
        self.context.workspace.settings.remember(_DRAFT, draft_text(draft) if is_news else "")
        self.again_button.setVisible(is_news)

    def _throw_away(self) -> None:
        if self._form is not None:
            self._form.forget()
        self.context.workspace.settings.remember(_DRAFT, "")
        self.go(Mode.READ)

    def _keep(self) -> None:
        if self._form is None:
            return
        self._form.flush()
        draft = self._form.draft
        if draft == _as_draft(self._in_force()):
            self.go(Mode.READ)
            return
        self.mode = Mode.READ
        form, self._form = self._form, None
        write = self.context.workspace.definitions.write
        if self.do(lambda: write(draft.customer, draft.criteria, self.context.today(), draft.why)):
            self._form = None
            self.context.workspace.settings.remember(_DRAFT, "")
            self.go(Mode.READ)
        else:
            self.mode, self._form = Mode.WRITE, form

    def _show_criteria(self, is_wanted: bool) -> None:
        self._with_criteria = is_wanted
        self.refresh()

    def _in_force(self) -> Definition | None:
        return definition_in_force(self.reader, self.context.today())

    def _due(self) -> str:
        today, due = self.context.today(), self._due_on()
        if due is None:
            return ""
        words = self.tr("Its quarterly look is due on {day}.")
        if due <= today:
            words = self.tr("Its quarterly look is due since {day}.")
        return words.format(day=long_date(due, today))

    def _due_on(self) -> date | None:
        looked = last_looked_on(self.reader)
        return looked + timedelta(days=read_settings(self.reader).definition_look_days) if looked else None


def _as_draft(version: Definition | None) -> DefinitionDraft:
    """A version as it stands in the form, without the ids of its criteria and its own why."""
    if version is None:
        return DefinitionDraft(IdealCustomer(), ())
    criteria = (replace(each, id=0) for step in Step for each in version.of_step(step))
    return DefinitionDraft(version.customer, tuple(criteria))
