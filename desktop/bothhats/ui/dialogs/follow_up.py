"""When will you talk next? A day and what to do."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from bothhats.domain.lead import LeadRow, NextStep
from bothhats.queries.lead_rows import lead_rows
from bothhats.ui.context import Context
from bothhats.ui.dialogs.days_ahead import day_ahead_field, weekday_date
from bothhats.ui.dialogs.dialog_frame import DialogFrame, error_label, field_label
from bothhats.ui.dialogs.lead_words import called, in_order
from bothhats.ui.dialogs.next_days import NO_DAY, day_choices
from bothhats.ui.widgets.segments import Segments

_WIDTH = 460


def ask_follow_up(parent: QWidget, context: Context, lead_ids: Sequence[int]) -> NextStep | None:
    """The next step of these leads in place of the one they have; one without a day takes it away."""
    rows = in_order(lead_rows(context.workspace.reader, lead_ids), lead_ids)
    if not rows:
        return None
    dialog = FollowUp(parent, rows, context.today())
    return dialog.answer if dialog.exec() else None


class FollowUp(DialogFrame):
    """A day at one key, or in words; what to do is filled in with what stood there."""

    def __init__(self, parent: QWidget, rows: Sequence[LeadRow], today: date) -> None:
        super().__init__(parent, "", _WIDTH)
        self._today = today
        self.answer: NextStep | None = None
        self.setWindowTitle(self.tr("Set the next step"))
        self.day_field = day_ahead_field(self.tr("When?"), today, self.tr("fri, in 2 weeks, 16 oct"), from_today=True)
        self.what_field = QLineEdit(rows[0].next_step if len(rows) == 1 else "")
        self.what_field.setPlaceholderText(self.tr("Call, send the quote, ask about the start date"))
        self.days = Segments(
            self.tr("Days"), day_choices(today, self.tr("Tomorrow"), self.tr("2 weeks"), self.tr("None"))
        )
        self._build(called(rows))

    def _build(self, name: str) -> None:
        self.add_heading(self.tr("When will you talk to {} next?").format(name))
        self.body.addWidget(field_label(self.tr("&When?"), self.day_field.line))
        self.body.addWidget(self.day_field)
        self.problem_label = error_label()
        self.body.addWidget(self.problem_label)
        self.body.addWidget(self.days)
        self.add_field(field_label(self.tr("What &to do"), self.what_field), self.what_field)
        self.primary_button.setText(self.tr("Set it"))
        self.days.changed.connect(self._on_day)
        self.day_field.changed.connect(self._on_words)
        self.day_field.setFocus()

    def _on_day(self, day: object) -> None:
        self.day_field.blockSignals(True)
        self.day_field.set_words(weekday_date(day, self._today) if isinstance(day, date) else "")
        self.day_field.blockSignals(False)
        self.primary_button.setText(self.tr("Take it away") if day == NO_DAY else self.tr("Set it"))

    def _on_words(self) -> None:
        self.days.set_value(self.day_field.day)
        self.problem_label.hide()
        self.primary_button.setText(self.tr("Set it"))
        self.fit()

    def _try(self) -> None:
        day = self.day_field.day
        if day is None and self.days.value != NO_DAY:
            sentence = "" if self.day_field.is_wrong else self.tr("Say when, or choose None.")
            self.explain(self.problem_label, sentence, self.day_field.line)
            self.day_field.setFocus()
            return
        self.answer = NextStep(day, self.what_field.text().strip() if day else "")
        self.accept()
