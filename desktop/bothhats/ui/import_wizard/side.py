"""Beside the columns: what would happen, what happens to leads that are here, how dates and amounts are read."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from bothhats.domain.lead_fields import FIELDS_BY_NAME, KEY_FIELDS
from bothhats.exchange.import_options import Update
from bothhats.exchange.planned import ImportPlan
from bothhats.exchange.touch_plan import TouchPlan
from bothhats.ui.import_wizard.grids import empty_grid
from bothhats.ui.import_wizard.wizard_state import ImportState
from bothhats.ui.import_wizard.work import Outlook
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.combo import Combo
from bothhats.ui.widgets.field import Field
from bothhats.ui.widgets.labels import hairline, plain_label
from bothhats.ui.widgets.segments import Segments

WIDTH = 224


class ImportSide(QWidget):
    """Tells what the owner chose: the key, the update, the order of dates, the decimal mark, the name."""

    key_chosen = Signal(object)
    update_chosen = Signal(object)
    dates_chosen = Signal(object)
    mark_chosen = Signal(object)
    kind_chosen = Signal(object)  # "leads" or "touches"

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(scaled(WIDTH))
        self.counts: dict[str, str] = {}
        self._card = QFrame()
        self._card.setObjectName("card")
        self._grid = QGridLayout(self._card)
        self._grid.setContentsMargins(18, 14, 18, 14)
        self._grid.setVerticalSpacing(9)
        self._grid.setColumnStretch(0, 1)
        self.key = Combo(self.tr("Found again by"))
        self.updates = {
            Update.FILL_GAPS: QRadioButton(self.tr("Update, fill gaps only")),
            Update.FILE_WINS: QRadioButton(self.tr("Update, file wins")),
            Update.LEAVE: QRadioButton(self.tr("Leave them alone")),
        }
        kinds: list[tuple[object, str]] = [("leads", self.tr("Leads")), ("touches", self.tr("What happened"))]
        self.kind = Segments(self.tr("The rows are"), kinds)
        self._group = QButtonGroup(self)
        self.dates = Combo(self.tr("Dates are read as"))
        for words, order in (
            (self.tr("as found in the file"), None),
            (self.tr("31/12/2026, day first"), "dmy"),
            (self.tr("12/31/2026, month first"), "mdy"),
            (self.tr("2026-12-31, year first"), "ymd"),
        ):
            self.dates.addItem(words, order)
        self.marks = Combo(self.tr("Amounts are read as"))
        for words, mark in (
            (self.tr("as found in the file"), None),
            (self.tr("1,234.50"), "."),
            (self.tr("1.234,50"), ","),
        ):
            self.marks.addItem(words, mark)
        self.mapping_name = QLineEdit()
        self.mapping_name.setPlaceholderText(self.tr("a name, or nothing"))
        self._assemble()
        self._connect()

    def show_state(self, state: ImportState) -> None:
        """The choices as they are."""
        self.key.clear()
        self.key.addItem(self.tr("nothing: every row is new"), None)
        for name in KEY_FIELDS:
            if name in state.fields.values():
                self.key.addItem(FIELDS_BY_NAME[name].label, name)
        self.key.setCurrentIndex(max(0, self.key.findData(state.key)))
        self._here.setVisible(not state.is_touches)
        self.kind.set_value("touches" if state.is_touches else "leads")
        self.updates[state.update].setChecked(True)
        for button in self.updates.values():
            button.setEnabled(state.key is not None)
        self.dates.setCurrentIndex(max(0, self.dates.findData(state.date_format)))
        self.marks.setCurrentIndex(max(0, self.marks.findData(state.decimal_mark)))
        self.marks_field.setVisible("value" in state.fields.values())
        if state.mapping_name and not self.mapping_name.text():
            self.mapping_name.setText(state.mapping_name)

    def show_outlook(self, state: ImportState, outlook: Outlook) -> None:
        """The numbers, which always add up to the rows of the file."""
        empty_grid(self._grid)
        self._grid.addWidget(plain_label(self.tr("If you go on now"), "strong"), 0, 0, 1, 2)
        self.counts = self._counted(state, outlook)
        last = len(self.counts)
        for number, (words, count) in enumerate(self.counts.items(), 1):
            row, role = (number + 1, "strong") if number == last else (number, "body")
            if number == last:
                self._grid.addWidget(hairline(), number, 0, 1, 2)
            self._grid.addWidget(plain_label(words, role), row, 0)
            self._grid.addWidget(plain_label(count, "strong"), row, 1, Qt.AlignmentFlag.AlignRight)
        if outlook.asked is not None:
            samples = ", ".join(outlook.asked.samples)
            words = self.tr("“{column}” can be read in two ways: {samples}. Which is it?")
            self.dates_field.note.say(words.format(column=outlook.asked.column, samples=samples), is_wrong=True)
        else:
            self.dates_field.note.say("")
        self._ask_for_mark(state, outlook)

    def _ask_for_mark(self, state: ImportState, outlook: Outlook) -> None:
        """An amount such as 2.500 is never guessed."""
        doubtful = outlook.troubles.doubtful if state.decimal_mark is None else ""
        words = self.tr("“{amount}”: does its mark part thousands or cents?").format(amount=doubtful)
        self.marks_field.note.say(words if doubtful else "", is_wrong=True)

    def _counted(self, state: ImportState, outlook: Outlook) -> dict[str, str]:
        plan = outlook.plan
        rows = len(state.table.rows)
        if plan is None:
            return {self.tr("Rows in the file"): f"{rows:,}"}
        same, wrong = f"{plan.unchanged:,}", f"{plan.skipped - len(plan.left_out):,}"
        counts = {}
        if isinstance(plan, TouchPlan):
            counts[self.tr("New touches")] = f"{len(plan.touches):,}"
        elif isinstance(plan, ImportPlan):
            counts[self.tr("New leads")] = f"{len(plan.creates):,}"
            label = FIELDS_BY_NAME[state.key].label.lower() if state.key else ""
            words = self.tr("Updated by {field}").format(field=label) if state.key else self.tr("Updated")
            counts[words] = f"{len(plan.updates):,}"
        counts |= {self.tr("Already the same"): same, self.tr("Problem rows"): wrong}
        if plan.left_out:
            counts[self.tr("Left out by you")] = f"{len(plan.left_out):,}"
        return {**counts, self.tr("Rows in the file"): f"{rows:,}"}

    def _assemble(self) -> None:
        self._here = QWidget()
        here = QVBoxLayout(self._here)
        here.setContentsMargins(0, 0, 0, 0)
        here.setSpacing(8)
        here.addWidget(Field(self.tr("A lead is found again by"), self.key))
        here.addWidget(plain_label(self.tr("Leads that are here already"), "small_strong", "ink2"))
        for button in self.updates.values():
            self._group.addButton(button)
            here.addWidget(button)
        self.dates_field = Field(self.tr("Dates are read as"), self.dates)
        self.marks_field = Field(self.tr("Amounts are read as"), self.marks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._card)
        column.addWidget(Field(self.tr("The rows are"), self.kind))
        column.addWidget(self._here)
        column.addWidget(self.dates_field)
        column.addWidget(self.marks_field)
        column.addWidget(Field(self.tr("Remember this mapping as"), self.mapping_name))
        column.addStretch()

    def _connect(self) -> None:
        self.kind.changed.connect(self.kind_chosen)
        self.key.activated.connect(lambda _at: self.key_chosen.emit(self.key.currentData()))
        self.dates.activated.connect(lambda _at: self.dates_chosen.emit(self.dates.currentData()))
        self.marks.activated.connect(lambda _at: self.mark_chosen.emit(self.marks.currentData()))
        for update, button in self.updates.items():
            button.clicked.connect(lambda _on, update=update: self.update_chosen.emit(update))
