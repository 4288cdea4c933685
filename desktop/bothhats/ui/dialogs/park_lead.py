"""Not now: until when, and why. A small popover-like dialog."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from bothhats.domain.lead import Parking
from bothhats.queries.lead_rows import lead_rows
from bothhats.queries.lists import reasons
from bothhats.ui.context import Context
from bothhats.ui.dialogs.days_ahead import day_ahead_field
from bothhats.ui.dialogs.dialog_frame import DialogFrame, error_label, field_label
from bothhats.ui.dialogs.lead_words import called, in_order
from bothhats.ui.dialogs.reason_chips import ReasonChips
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.buttons import Button

_WIDTH = 320


def ask_parking(parent: QWidget, context: Context, lead_ids: Sequence[int], reason: str = "") -> Parking | None:
    """Until when these leads are set aside, and why; `reason` is chosen beforehand."""
    rows = in_order(lead_rows(context.workspace.reader, lead_ids), lead_ids)
    if not rows:
        return None
    offered = reasons(context.workspace.reader, "parked")
    dialog = ParkLead(parent, called(rows), offered, context.today(), reason)
    return dialog.answer if dialog.exec() else None


class ParkLead(DialogFrame):
    """The date is required; the reason and the line are not."""

    def __init__(self, parent: QWidget, name: str, offered: Sequence[str], today: date, reason: str = "") -> None:
        super().__init__(parent, "", _WIDTH)
        self.answer: Parking | None = None
        self.setWindowTitle(self.tr("Park {}").format(name))
        self.setMaximumWidth(scaled(_WIDTH) + 40)
        self.until_field = day_ahead_field(self.tr("Until when?"), today, self.tr("fri, in 2 weeks, 16 oct"))
        self.problem_label = error_label()
        self.reason_chips = ReasonChips(())
        self.reason_chips.set_reasons(offered, "parked", reason)
        self.note_field = QLineEdit()
        self._build()
        self.primary_button.setText(self.tr("Park"))
        self.until_field.setFocus()

    def _build(self) -> None:
        self.add_field(field_label(self.tr("&Until when?"), self.until_field.line), self.until_field)
        self.body.addWidget(self.problem_label)
        self.body.addLayout(self._spans())
        self.add_field(field_label(self.tr("Wh&y?"), self.reason_chips), self.reason_chips)
        self.add_field(field_label(self.tr("In one &line"), self.note_field), self.note_field)
        self.until_field.changed.connect(self._on_until)

    def _spans(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        for text, words in (
            (self.tr("2 weeks"), "in 2 weeks"),
            (self.tr("1 month"), "in 1 month"),
            (self.tr("3 months"), "in 3 months"),
        ):
            button = Button(text, is_small=True)
            button.clicked.connect(lambda _checked=False, words=words: self._take(words))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _take(self, words: str) -> None:
        self.until_field.set_words(words)
        self.reason_chips.setFocus()

    def _on_until(self) -> None:
        self.problem_label.hide()
        self.fit()

    def _try(self) -> None:
        until = self.until_field.day
        if until is None:
            sentence = self.tr("Say until when: a lead is parked until a date that lies ahead.")
            self.explain(self.problem_label, "" if self.until_field.is_wrong else sentence, self.until_field.line)
            self.until_field.setFocus()
            return
        self.answer = Parking(until, self.reason_chips.value, self.note_field.text().strip())
        self.accept()
