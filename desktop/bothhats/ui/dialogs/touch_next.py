"""The foot of the log dialog: the next follow-up, and the stage afterwards."""

import sqlite3
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from bothhats.domain.lead import LeadRow, NextStep
from bothhats.domain.pipeline import Milestone
from bothhats.domain.wording import near_date
from bothhats.queries.lists import stages
from bothhats.ui.dialogs.days_ahead import day_ahead_field
from bothhats.ui.dialogs.dialog_frame import error_label, field_label, small_label
from bothhats.ui.dialogs.next_days import NO_DAY, day_choices
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.combo import Combo
from bothhats.ui.widgets.segments import Segments


class TouchNext(QWidget):
    """Nothing chosen leaves the follow-up as it is; the first real talk moves the lead unless the stage was chosen."""

    def __init__(self, reader: sqlite3.Connection, today: date) -> None:
        super().__init__()
        self._today = today
        self._stages = stages(reader)
        self._is_stage_chosen = False
        self._standing: LeadRow | None = None
        choices = day_choices(today, self.tr("Tomorrow"), self.tr("2 weeks"), self.tr("None"))
        self.days = Segments(self.tr("Next follow-up"), choices)
        self.day_field = day_ahead_field(self.tr("Another day"), today, self.tr("or: 16 oct"), from_today=True)
        self.day_field.setMinimumWidth(scaled(122))
        self.what_field = QLineEdit()
        self.what_field.setMinimumWidth(scaled(110))
        self.what_field.setPlaceholderText(self.tr("What to do"))
        self.what_field.setAccessibleName(self.tr("What to do"))
        self.stage_combo = Combo(self.tr("Stage"))
        self.stage_combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.stage_combo.setMinimumContentsLength(13)
        self.stays_label = small_label("", "ink3")
        self.problem_label = error_label()
        self._assemble()
        self._connect()

    @property
    def stage_id(self) -> int | None:
        """Where the lead stands afterwards; None while no lead is named."""
        chosen = self.stage_combo.currentData()
        return int(chosen) if chosen is not None else None

    @property
    def next_step(self) -> NextStep | None:
        """The follow-up afterwards; None leaves it as it is."""
        if self.days.value == NO_DAY:
            return NextStep(None)
        chosen = self.day_field.day or self.days.value
        return NextStep(chosen, self.what_field.text().strip()) if isinstance(chosen, date) else None

    def is_told(self) -> bool:
        """Whether the parts fit together; says beneath what is missing, and takes the focus, where they do not."""
        is_missing = self.next_step is None and bool(self.what_field.text().strip())
        self.problem_label.setText(self.tr("When? Choose a day, or type one.") if is_missing else "")
        self.problem_label.setVisible(is_missing and not self.day_field.is_wrong)
        if is_missing or self.day_field.is_wrong:
            self.day_field.setFocus()
        return not is_missing and not self.day_field.is_wrong

    def stand(self, row: LeadRow | None, *, is_two_way: bool) -> None:
        """Fit a lead, and whether it was a real talk."""
        self._fill_stages(row)
        self._standing = row
        if row and not self._is_stage_chosen:
            self._select(self._after_talk(row) if is_two_way else row.stage_id)
        self._show_follow_up()

    def fill(self, step: NextStep | None) -> None:
        """Put a kept draft back."""
        if step is None:
            return
        self.days.set_value(step.due_on or NO_DAY)
        if step.due_on and self.days.value is None:
            self.day_field.set_words(step.due_on.isoformat())
        self.what_field.setText(step.what)

    def _after_talk(self, row: LeadRow) -> int:
        """The first conversation stage, for a lead that stands before it and has not ended."""
        milestone = next((stage.milestone for stage in self._stages if stage.id == row.stage_id), None)
        target = next((stage.id for stage in self._stages if stage.milestone == Milestone.CONVERSATION), None)
        return target if target and row.is_open and milestone == Milestone.LEAD else row.stage_id

    def _fill_stages(self, row: LeadRow | None) -> None:
        if row and self._standing and row.id == self._standing.id:
            return
        self._is_stage_chosen = False
        self.stage_combo.clear()
        self.stage_combo.setEnabled(row is not None and row.is_open)
        if row is None:
            return
        stays = self.tr("Stays in {}") if row.is_open else self.tr("Ended in {}")
        self.stage_combo.addItem(stays.format(row.stage_name).replace("in In ", "in "), row.stage_id)
        for stage in self._stages:
            if stage.id != row.stage_id:
                self.stage_combo.addItem(self.tr("Moves to {}").format(stage.name), stage.id)

    def _select(self, stage_id: int) -> None:
        self.stage_combo.setCurrentIndex(self.stage_combo.findData(stage_id))

    def _show_follow_up(self) -> None:
        row = self._standing
        words = ""
        if row and row.follow_up_on and self.next_step is None:
            words = self.tr("Stays: {}").format(near_date(row.follow_up_on, self._today))
            words += f", {row.next_step}" if row.next_step else ""
        self.stays_label.setText(words)

    def _assemble(self) -> None:
        days_label = field_label(self.tr("Next &follow-up"), self.days)
        labels = QHBoxLayout()
        labels.setSpacing(10)
        labels.addWidget(days_label)
        labels.addWidget(self.stays_label, 1)
        fields = QHBoxLayout()
        fields.setSpacing(8)
        for widget, stretch in ((self.days, 0), (self.day_field, 2), (self.what_field, 5)):
            fields.addLayout(_on_top(widget), stretch)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addLayout(labels)
        left.addLayout(fields)
        left.addWidget(self.problem_label)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(field_label(self.tr("&Stage"), self.stage_combo))
        right.addWidget(self.stage_combo)
        right.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        row.addLayout(left, 1)
        row.addLayout(right)

    def _connect(self) -> None:
        self.days.changed.connect(self._on_day)
        self.day_field.changed.connect(self._on_words)
        self.what_field.textEdited.connect(self._forget_problem)
        self.stage_combo.activated.connect(self._on_stage)

    def _on_day(self) -> None:
        chosen = self.days.value
        self.day_field.set_words("")
        self.days.set_value(chosen)
        self._show_follow_up()
        self.problem_label.hide()

    def _on_words(self) -> None:
        self.days.set_value(self.day_field.day)
        self._show_follow_up()
        self.problem_label.hide()

    def _forget_problem(self) -> None:
        self.problem_label.hide()

    def _on_stage(self) -> None:
        self._is_stage_chosen = True


def _on_top(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget)
    column.addStretch(1)
    return column
