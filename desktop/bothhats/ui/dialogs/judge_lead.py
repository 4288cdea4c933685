"""Does the lead meet the definition? The criteria of one step, and a verdict that the owner may overrule."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from bothhats.domain.good_lead import is_met
from bothhats.domain.lead import Closing, Judging, LeadRow, Parking
from bothhats.domain.pipeline import Outcome, Step, Verdict
from bothhats.queries.criteria import Checklist, checklist
from bothhats.queries.lead_rows import lead_rows
from bothhats.queries.settings import read_settings
from bothhats.ui.context import Context
from bothhats.ui.dialogs.close_lead import ask_closing
from bothhats.ui.dialogs.criterion_rows import CriterionRows
from bothhats.ui.dialogs.dialog_frame import DialogFrame, error_label, field_label, press_at_once, small_label
from bothhats.ui.dialogs.lead_words import called, standing_line
from bothhats.ui.dialogs.park_lead import ask_parking
from bothhats.ui.widgets.segments import Segments

_WIDTH = 600
_NOT_YET = "not yet sales-ready"


def ask_judging(parent: QWidget, context: Context, lead_id: int, step: Step) -> Judging | Parking | Closing | None:
    """How a lead is judged in this step; a Parking for not yet, a Closing for not a fit, None to leave it as it is."""
    row = lead_rows(context.workspace.reader, [lead_id]).get(lead_id)
    if row is None:
        return None
    dialog = JudgeLead(parent, context, row, checklist(context.workspace.reader, lead_id, step, context.today()))
    return dialog.answer if dialog.exec() else None


class JudgeLead(DialogFrame):
    """The verdict is filled in from the musts as they are answered, until the owner chooses it."""

    def __init__(self, parent: QWidget, context: Context, row: LeadRow, found: Checklist) -> None:
        super().__init__(parent, "", _WIDTH)
        self._context = context
        self._row = row
        self._found = found
        self._is_chosen = False
        self.answer: Judging | Parking | Closing | None = None
        self.setWindowTitle(self.tr("Judge a lead"))
        self._build_head()
        self._build_criteria()
        self._build_verdict()
        self._build_ways_out()
        self._fill_in()
        first = self.criteria.rows[0].choice if self.criteria.rows else self.verdict_choice
        first.setFocus()

    def _build_head(self) -> None:
        name = called([self._row])
        question = self.tr("Is {} a good lead?") if self._is_first else self.tr("Is {} ready for the sales hat?")
        promise_days = read_settings(self._context.workspace.reader).promise_days
        self.add_heading(question.format(name), standing_line(self._row, self._context.today(), promise_days))
        if self._found.version is None:
            self.body.addWidget(small_label(self.tr("No definition is written yet: your own eye decides.")))
        elif not self._found.criteria:
            self.body.addWidget(small_label(self.tr("The definition has no criteria for this step.")))

    @property
    def _is_first(self) -> bool:
        return self._found.step == Step.MARKETING_QUALIFIED

    def _build_criteria(self) -> None:
        self.criteria = CriterionRows(self._found.criteria, self._found.answers)
        self.criteria.changed.connect(self._fill_in)
        if not self._found.criteria:
            return
        card = QFrame()
        card.setObjectName("card")
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.criteria)
        scroll.setMinimumHeight(min(self.criteria.sizeHint().height() + 4, 330))
        inside = QVBoxLayout(card)
        inside.setContentsMargins(14, 4, 10, 4)
        inside.addWidget(scroll)
        self.body.addWidget(card, 1)

    def _build_verdict(self) -> None:
        words = (self.tr("Meets it"), self.tr("Does not"))
        if not self._is_first:
            words = (self.tr("Sales-ready"), self.tr("Not sales-ready"))
        self.verdict_choice = Segments(
            self.tr("Verdict"), [(Verdict.MET, words[0]), (Verdict.NOT_MET, words[1])], self._found.verdict
        )
        self.verdict_choice.changed.connect(self._on_verdict)
        self.reason_label = small_label("", "ink3")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(field_label(self.tr("&Verdict"), self.verdict_choice))
        row.addWidget(self.verdict_choice)
        row.addWidget(self.reason_label, 1)
        self.body.addSpacing(6)
        self.body.addLayout(row)
        self.problem_label = error_label()
        self.body.addWidget(self.problem_label)
        self.note_field = QLineEdit()
        self.add_field(field_label(self.tr("In one &line"), self.note_field), self.note_field)

    def _build_ways_out(self) -> None:
        self.not_yet_button = self.add_foot_button(self.tr("Not &yet"), "circle-pause")
        self.not_yet_button.clicked.connect(self._not_yet)
        self.not_a_fit_button = self.add_foot_button(self.tr("Not a &fit"), "archive")
        self.not_a_fit_button.clicked.connect(self._not_a_fit)
        press_at_once(self.not_yet_button, "Alt+Y", self)
        press_at_once(self.not_a_fit_button, "Alt+F", self)
        self.not_yet_button.setVisible(self._row.is_open)
        self.not_a_fit_button.setVisible(self._row.is_open)

    def _by_the_musts(self) -> Verdict | None:
        """What the musts say; None while one is open and none is a no."""
        answers = self.criteria.answers
        musts = [each.id for each in self._found.criteria if each.must]
        if not musts:
            return None
        if is_met(self._found.criteria, answers):
            return Verdict.MET
        is_decided = "no" in {answers.get(each) for each in musts} or all(each in answers for each in musts)
        return Verdict.NOT_MET if is_decided else None

    def _fill_in(self) -> None:
        said = self._by_the_musts()
        if not self._is_chosen and said:
            self.verdict_choice.set_value(said)
        self._show_verdict()

    def _on_verdict(self) -> None:
        self._is_chosen = True
        self._show_verdict()

    def _show_verdict(self) -> None:
        verdict, said = self.verdict_choice.value, self._by_the_musts()
        self.problem_label.hide()
        if said is None or verdict is None:
            words = ""
        else:
            words = self.tr("As the musts say.") if said == verdict else self.tr("You overrule the musts.")
        self.reason_label.setText(words)
        is_overruled = said is not None and verdict is not None and said != verdict
        self.note_field.setPlaceholderText(self.tr("Why you overrule them, in a word") if is_overruled else "")
        met = self.tr("Judge as met") if self._is_first else self.tr("Hand over to sales")
        self.primary_button.setText(met if verdict != Verdict.NOT_MET else self.tr("Judge as not met"))

    def _try(self) -> None:
        verdict = self.verdict_choice.value
        if not isinstance(verdict, Verdict):
            self.explain(self.problem_label, self.tr("Answer the musts, or choose the verdict yourself."))
            self.verdict_choice.setFocus()
            return
        answers = self.criteria.answers
        has_musts = any(each.must for each in self._found.criteria)
        is_overruled = has_musts and (verdict == Verdict.MET) != is_met(self._found.criteria, answers)
        self.answer = Judging(self._found.step, verdict, answers, is_overruled, self.note_field.text().strip())
        self.accept()

    def _not_yet(self) -> None:
        self._leave_with(ask_parking(self, self._context, [self._row.id], _NOT_YET))

    def _not_a_fit(self) -> None:
        self._leave_with(ask_closing(self, self._context, [self._row.id], Outcome.NOT_A_FIT))

    def _leave_with(self, answer: Parking | Closing | None) -> None:
        if answer is not None:
            self.answer = answer
            self.accept()
