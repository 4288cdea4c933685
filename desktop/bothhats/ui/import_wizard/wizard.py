"""Import in the window: choose a file, say which column is which, see what would happen, then let it happen."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from bothhats.domain.lead_fields import KEY_FIELDS, LEAD_FIELDS
from bothhats.domain.problems import KnownProblem
from bothhats.exchange.planned import ImportPlan, Issue
from bothhats.ui.context import Context
from bothhats.ui.import_wizard.wizard_state import ImportState, read_file
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.combo import Combo
from bothhats.ui.widgets.labels import ElidedLabel, plain_label
from bothhats.ui.widgets.segments import Segments

MOST_ISSUES = 500


class ImportWizard(QDialog):
    """Nothing is written before Import is pressed; then it is one step that undo takes back."""

    def __init__(self, context: Context, parent: QWidget, file: Path | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.state: ImportState | None = None
        self.setWindowTitle(self.tr("Import leads"))
        self.resize(820, 620)
        self.choose_button = Button(self.tr("Choose a file…"), icon_name="folder-open")
        self._file_name = plain_label(self.tr("A CSV or TSV file; save a spreadsheet as one."), "body", "ink2")
        self._wrong = plain_label("", "body", "late", wraps=True)
        self._columns = QGridLayout()
        self.key = Combo(self.tr("Update leads with the same"))
        self.dates = Segments(
            self.tr("The dates are written"), [("dmy", self.tr("day first")), ("mdy", self.tr("month first"))]
        )
        self._dates_words = plain_label("", "body", "ink", wraps=True)
        self.told = plain_label("", "strong", wraps=True)
        self.issues = QListWidget()
        self.issues.setAccessibleName(self.tr("Problem rows and warnings"))
        self.import_button = Button(self.tr("Import"), "primary", "check")
        self._assemble()
        self._connect()
        self._show()
        if file is not None:
            self.read(file)

    def read(self, file: Path) -> None:
        """Read a file and recognise its columns."""
        try:
            self.state = read_file(file.name, file.read_bytes())
            self._wrong.setText("")
        except KnownProblem as problem:
            self.state = None
            self._wrong.setText(f"{problem.message} {problem.way_out}")
        except OSError:
            self.state = None
            self._wrong.setText(self.tr("{name} cannot be read. Check its permissions.").format(name=file.name))
        self._file_name.setText(file.name)
        self._fill_columns()
        self._plan()

    def _assemble(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.choose_button)
        top.addWidget(self._file_name, 1)
        body = QWidget()
        body.setObjectName("scrolled")
        self._columns.setContentsMargins(12, 10, 12, 10)
        self._columns.setColumnStretch(1, 1)
        holder = QVBoxLayout(body)
        holder.addLayout(self._columns)
        holder.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(body)
        frame = QFrame()
        frame.setObjectName("card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(area)
        update = QHBoxLayout()
        update.addWidget(plain_label(self.tr("Update leads with the same"), "small_strong"))
        self.key.addItem(self.tr("nothing: every row adds one"), None)
        labels = {field.name: field.label for field in LEAD_FIELDS}
        for name in KEY_FIELDS:
            self.key.addItem(labels[name], name)
        update.addWidget(self.key)
        update.addStretch()
        cancel = Button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(self.import_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self._wrong)
        column.addWidget(frame, 3)
        column.addLayout(update)
        column.addWidget(self._dates_words)
        column.addWidget(self.dates)
        column.addWidget(self.told)
        column.addWidget(self.issues, 1)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.choose_button.clicked.connect(self._choose)
        self.key.activated.connect(lambda _place: self._set_key(self.key.currentData()))
        self.dates.changed.connect(self._set_dates)
        self.import_button.clicked.connect(self._carry_out)

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a list"), "", "*.csv *.tsv *.txt;;*")
        if name:
            self.read(Path(name))

    def _fill_columns(self) -> None:
        while item := self._columns.takeAt(0):
            widget = item.widget()
            if widget:
                widget.hide()
                widget.deleteLater()
        if self.state is None:
            return
        for place, head in enumerate(self.state.table.header):
            self._columns.addWidget(plain_label(head or self.tr("(no name)"), "strong"), place, 0)
            self._columns.addWidget(ElidedLabel(self.state.sample(place), "body", "ink2"), place, 1)
            combo = Combo(self.tr("Field for {column}").format(column=head))
            combo.addItem(self.tr("keep as an extra field"), "")
            for field in LEAD_FIELDS:
                combo.addItem(field.label, field.name)
            combo.setCurrentIndex(max(0, combo.findData(self.state.fields.get(place, ""))))
            combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            combo.activated.connect(lambda _row, place=place, combo=combo: self._set_field(place, combo.currentData()))
            self._columns.addWidget(combo, place, 2)

    def _set_field(self, column: int, name: str) -> None:
        if self.state is not None:
            self.state = self.state.with_field(column, name)
            self._fill_columns()
            self._plan()

    def _set_key(self, key: str | None) -> None:
        if self.state is not None:
            self.state = replace(self.state, key=key)
            self._plan()

    def _set_dates(self, order: object) -> None:
        if self.state is not None:
            self.state = replace(self.state, date_format=str(order))
            self._plan()

    def _plan(self) -> None:
        if self.state is not None and self.state.says_who:
            try:
                existing = self._context.workspace.imports.existing(self.state.key)
                self.state = self.state.planned(existing, self._context.today())
                self._wrong.setText("")
            except KnownProblem as problem:
                self.state = replace(self.state, plan=None)
                self._wrong.setText(problem.message)
        elif self.state is not None:
            self.state = replace(self.state, plan=None)
            self._wrong.setText(self.tr("Say which column is the name, the company, the email, the phone or the key."))
        self._show()

    def _show(self) -> None:
        question = self.state.ambiguous if self.state else None
        is_asked = question is not None or (self.state is not None and self.state.date_format is not None)
        self.dates.setHidden(not is_asked)
        self._dates_words.setHidden(not is_asked)
        if question is not None:
            samples = ", ".join(question.samples)
            words = self.tr("The dates in “{column}” can be read in two ways: {samples}. Which is it?")
            self._dates_words.setText(words.format(column=question.column, samples=samples))
        plan = self.state.plan if self.state else None
        self._wrong.setHidden(not self._wrong.text())
        self.import_button.setEnabled(plan is not None and bool(plan.creates or plan.updates))
        self.told.setText(self._plan_words(plan) if plan else "")
        self.issues.clear()
        if plan:
            issues = [(self.tr("problem"), each) for each in plan.problems]
            issues += [(self.tr("warning"), each) for each in plan.warnings]
            for kind, issue in issues[:MOST_ISSUES]:
                self.issues.addItem(_issue_words(kind, issue))
        self.issues.setHidden(not self.issues.count())

    def _plan_words(self, plan: ImportPlan) -> str:
        words = self.tr(
            "{rows} rows: {added} will be added, {updated} updated, {same} are the same already, {skipped} skipped."
        ).format(
            rows=f"{plan.rows:,}",
            added=f"{len(plan.creates):,}",
            updated=f"{len(plan.updates):,}",
            same=f"{plan.unchanged:,}",
            skipped=f"{plan.skipped:,}",
        )
        parts = [words, *plan.notes]
        if plan.new_sources:
            new = ", ".join(plan.new_sources)
            parts.append(self.tr("New sources, taken as marketing until you say otherwise: {names}.").format(names=new))
        return " ".join(parts)

    def _carry_out(self) -> None:
        if self.state is None or self.state.plan is None:
            return
        try:
            self._context.workspace.imports.carry_out(self.state.plan, self._context.today(), self.state.name)
        except KnownProblem as problem:
            self._wrong.setText(f"{problem.message} {problem.way_out}")
            self._show()
            return
        self.accept()
        self._context.navigation.place_requested.emit("pipeline")


def _issue_words(kind: str, issue: Issue) -> str:
    where = f", {issue.column}" if issue.column else ""
    value = f" “{issue.value}”" if issue.value else ""
    return f"{kind}: row {issue.row}{where}{value}: {issue.reason}"
