"""The ideal customer and the definition of a good lead; editing writes a new version from today."""

from datetime import date

from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from bothhats.domain.good_lead import KINDS, Criterion, Definition, IdealCustomer
from bothhats.domain.pipeline import Step
from bothhats.domain.wording import long_date
from bothhats.queries.definitions import definition_in_force, definitions
from bothhats.ui.context import Context
from bothhats.ui.pages.playbook.part import Part
from bothhats.ui.widgets.buttons import Button, IconButton
from bothhats.ui.widgets.chips import chip
from bothhats.ui.widgets.combo import Combo
from bothhats.ui.widgets.labels import hairline, plain_label
from bothhats.ui.widgets.segments import Segments
from bothhats.ui.widgets.shelf import HandOff, Shelf


class DefinitionPart(Part):
    """Two shelves with the hand-off between; a form in their place while it is edited."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._is_editing = False
        self._rows: list[CriterionRow] = []

    def sentence(self) -> str:
        version = definition_in_force(self.reader, self.context.today())
        if version is None:
            return self.tr("Not written yet. Who is a good lead for you?")
        return self.tr("Version {n}, in force since {day}.").format(n=version.number, day=self._day(version))

    def refresh(self) -> None:
        if not self._is_editing:
            super().refresh()

    def fill(self) -> None:
        version = definition_in_force(self.reader, self.context.today())
        if self._is_editing:
            self._fill_form(version)
            return
        edit = Button(self.tr("Change it") if version else self.tr("Write it"), icon_name="pencil")
        edit.clicked.connect(self._edit)
        look = Button(self.tr("It still holds"), icon_name="check")
        look.clicked.connect(self._look)
        look.setHidden(version is None)
        row = QHBoxLayout()
        row.addWidget(edit)
        row.addWidget(look)
        row.addStretch()
        self.column.addLayout(row)
        if version:
            self._fill_version(version)
            self._fill_versions()

    def _fill_version(self, version: Definition) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        titles = {Step.MARKETING_QUALIFIED: self.tr("Marketing-qualified"), Step.SALES_READY: self.tr("Sales-ready")}
        for step, hat in ((Step.MARKETING_QUALIFIED, "marketing"), (Step.SALES_READY, "sales")):
            if step == Step.SALES_READY:
                row.addWidget(HandOff())
            shelf = Shelf(hat, titles[step])
            for place, criterion in enumerate(version.of_step(step)):
                if place:
                    shelf.body.addWidget(hairline())
                shelf.body.addWidget(_criterion(criterion, self.tr("must"), self.tr("nice")))
            shelf.body.addStretch()
            row.addWidget(shelf, 1)
        self.column.addLayout(row)
        words = self.tr(
            "Met when every must is yes. You may overrule: your judgement counts, the answers stay beside it."
        )
        self.column.addWidget(plain_label(words, "small", "ink2", wraps=True))
        self.column.addWidget(plain_label(self.tr("For this ideal customer"), "heading"))
        frame = QFrame()
        frame.setObjectName("card")
        form = QFormLayout(frame)
        form.setContentsMargins(18, 14, 18, 14)
        customer = version.customer
        for label, text in (
            (self.tr("Who they are"), customer.who), (self.tr("Their situation"), customer.situation),
            (self.tr("The problem"), customer.problem), (self.tr("What earns trust"), customer.trust),
        ):  # fmt: skip
            form.addRow(plain_label(label, "body", "ink2"), plain_label(text or "–", wraps=True))
        self.column.addWidget(frame)

    def _fill_versions(self) -> None:
        self.column.addWidget(plain_label(self.tr("Versions"), "heading"))
        for version in definitions(self.reader):
            words = self.tr("Version {n}, {day}").format(n=version.number, day=self._day(version))
            self.column.addWidget(plain_label(f"{words}. {version.why}", "body", "ink2", wraps=True))

    def _day(self, version: Definition) -> str:
        return long_date(date.fromisoformat(version.in_force_from), self.context.today())

    def _look(self) -> None:
        self.do(lambda: self.context.workspace.definitions.look(True, self.context.today()))

    def _edit(self) -> None:
        self._is_editing = True
        super().refresh()

    def _fill_form(self, version: Definition | None) -> None:
        customer = version.customer if version else IdealCustomer()
        form = QFormLayout()
        self._texts = []
        for label, text, example in (
            (self.tr("Who they are"), customer.who, self.tr("Owner of a small shop, studio or trade")),
            (self.tr("Their situation"), customer.situation, self.tr("Spreadsheets, no one to ask")),
            (self.tr("The problem"), customer.problem, self.tr("Never knows what is left at the end of the month")),
            (self.tr("What earns trust"), customer.trust, self.tr("A fixed price, a case from their own trade")),
        ):
            field = QPlainTextEdit(text)
            field.setPlaceholderText(example)
            field.setFixedHeight(54)
            field.setTabChangesFocus(True)
            field.setAccessibleName(label)
            self._texts.append(field)
            form.addRow(plain_label(label, "small_strong"), field)
        self.column.addLayout(form)
        self._holder = QVBoxLayout()
        self._rows = []
        self.column.addLayout(self._holder)
        for criterion in version.criteria if version else ():
            self._add_row(criterion)
        if not self._rows:
            self._add_row(Criterion(Step.MARKETING_QUALIFIED, ""))
            self._add_row(Criterion(Step.SALES_READY, ""))
        add = Button(self.tr("Add a criterion"), icon_name="plus")
        add.clicked.connect(lambda: self._add_row(Criterion(Step.MARKETING_QUALIFIED, "")))
        self._why = QLineEdit()
        self._why.setPlaceholderText(self.tr("What changes, in one line"))
        self._why.setAccessibleName(self.tr("Why"))
        save = Button(self.tr("Keep as a new version"), "primary")
        save.clicked.connect(self._save)
        cancel = Button(self.tr("Cancel"), "quiet")
        cancel.clicked.connect(self._cancel)
        row = QHBoxLayout()
        for widget in (add, self._why, cancel, save):
            row.addWidget(widget)
        self.column.addLayout(row)

    def _add_row(self, criterion: Criterion) -> None:
        row = CriterionRow(criterion)
        row.removed.clicked.connect(lambda: self._remove(row))
        self._rows.append(row)
        self._holder.addWidget(row)

    def _remove(self, row: "CriterionRow") -> None:
        self._rows.remove(row)
        row.hide()
        row.deleteLater()

    def _save(self) -> None:
        who, situation, problem, trust = (field.toPlainText().strip() for field in self._texts)
        criteria = [row.criterion for row in self._rows if row.criterion.text]
        self._is_editing = False
        customer = IdealCustomer(who, situation, problem, trust)
        today = self.context.today()
        self.do(lambda: self.context.workspace.definitions.write(customer, criteria, today, self._why.text().strip()))
        super().refresh()

    def _cancel(self) -> None:
        self._is_editing = False
        super().refresh()


class CriterionRow(QWidget):
    """One criterion being edited."""

    def __init__(self, criterion: Criterion) -> None:
        super().__init__()
        self._step = Segments(
            self.tr("Step"),
            [(Step.MARKETING_QUALIFIED, self.tr("Marketing-qualified")), (Step.SALES_READY, self.tr("Sales-ready"))],
            criterion.step,
            is_small=True,
        )
        self._text = QLineEdit(criterion.text)
        self._text.setPlaceholderText(self.tr("Owner-run, 2 to 15 staff"))
        self._text.setAccessibleName(self.tr("Criterion"))
        self._kind = Combo(self.tr("Kind"))
        for kind in KINDS:
            self._kind.addItem(kind, kind)
        self._kind.setCurrentText(criterion.kind)
        self._must = Segments(
            self.tr("Weight"), [(True, self.tr("must")), (False, self.tr("nice"))], criterion.must, is_small=True
        )
        self.removed = IconButton("x", self.tr("Take it away"), "quiet", is_small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self._step, self._text, self._kind, self._must, self.removed):
            row.addWidget(widget)

    @property
    def criterion(self) -> Criterion:
        """What stands in the row."""
        step = self._step.value if isinstance(self._step.value, Step) else Step.MARKETING_QUALIFIED
        return Criterion(step, self._text.text().strip(), str(self._kind.currentData()), bool(self._must.value))


def _criterion(criterion: Criterion, must: str, nice: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 2, 0, 2)
    words = QVBoxLayout()
    words.setSpacing(1)
    words.addWidget(plain_label(criterion.text, wraps=True))
    words.addWidget(plain_label(criterion.kind, "small", "ink2"))
    row.addLayout(words, 1)
    row.addWidget(chip(must if criterion.must else nice, "neutral" if criterion.must else "outline"))
    return holder
