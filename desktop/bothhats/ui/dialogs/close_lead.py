"""How did it end? An outcome, a reason, their words; or not over, just not now. Ten seconds, for one lead or many."""

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from bothhats.domain.lead import Closing, LeadRow, Parking
from bothhats.domain.money import NotAnAmount, currency_of, format_for_people
from bothhats.domain.pipeline import Outcome
from bothhats.queries.lead_detail import lead_detail
from bothhats.queries.lead_rows import lead_rows
from bothhats.queries.lists import reasons
from bothhats.queries.settings import read_settings
from bothhats.ui.context import Context
from bothhats.ui.dialogs.closing_words import close_words, meaning, outcome_words
from bothhats.ui.dialogs.dialog_frame import DialogFrame, error_label, field_label, press_at_once, small_label
from bothhats.ui.dialogs.lead_words import called, in_order, standing_line
from bothhats.ui.dialogs.park_lead import ask_parking
from bothhats.ui.dialogs.reason_chips import ReasonChips
from bothhats.ui.local_input import read_amount
from bothhats.ui.theme.icons import pixmap
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import plain_label
from bothhats.ui.widgets.segments import Segments

_WIDTH = 600


def ask_closing(
    parent: QWidget, context: Context, lead_ids: Sequence[int], outcome: Outcome | None = None
) -> Closing | Parking | None:
    """How these leads ended; a Parking where they did not; None to leave them open. `outcome` is chosen beforehand."""
    rows = in_order(lead_rows(context.workspace.reader, lead_ids), lead_ids)
    if not rows:
        return None
    dialog = CloseLead(parent, context, rows, outcome)
    return dialog.answer if dialog.exec() else None


class CloseLead(DialogFrame):
    """Only the outcome is required; Enter closes."""

    def __init__(
        self, parent: QWidget, context: Context, rows: Sequence[LeadRow], outcome: Outcome | None = None
    ) -> None:
        super().__init__(parent, "", _WIDTH)
        self._context = context
        self._rows = rows
        self._settings = read_settings(context.workspace.reader)
        self._currency = currency_of(self._settings.currency)
        self.answer: Closing | Parking | None = None
        self.setWindowTitle(self.tr("Close a lead") if len(rows) == 1 else self.tr("Close leads"))
        self._build()
        self.outcome_switch.set_value(outcome or (rows[0].outcome if len(rows) == 1 else None))
        self._show_outcome()
        if len(rows) == 1 and not rows[0].is_open:
            self._show_how_it_ended(rows[0].id)
        self.outcome_switch.setFocus()

    @property
    def outcome(self) -> Outcome | None:
        """The chosen part of the switch."""
        chosen = self.outcome_switch.value
        return chosen if isinstance(chosen, Outcome) else None

    def _build(self) -> None:
        told = ""
        if len(self._rows) == 1:
            told = standing_line(self._rows[0], self._context.today(), self._settings.promise_days)
        self.add_heading(self.tr("How did it end with {}?").format(called(self._rows)), told)
        self._build_switch()
        self._build_reason()
        self._build_words()
        self._build_value()
        self._build_waste()
        self._build_parking()
        self.body.addStretch(1)
        self.review_button = self.add_foot_button(self.tr("&Ask me at the review"), "notebook-pen")
        self.review_button.clicked.connect(self._ask_at_review)
        press_at_once(self.review_button, "Alt+A", self)

    def _build_switch(self) -> None:
        self.outcome_switch = Segments(self.tr("Outcome"), outcome_words(), has_check=True)
        self.outcome_switch.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for number in range(len(Outcome)):
            button = self.outcome_switch.button(number)
            button.setMinimumHeight(34)
            QShortcut(QKeySequence(f"Alt+{number + 1}"), self).activated.connect(button.click)
        self.outcome_switch.changed.connect(self._show_outcome)
        self.meaning_label = small_label("")
        self.problem_label = error_label()
        for widget in (self.outcome_switch, self.meaning_label, self.problem_label):
            self.body.addWidget(widget)

    def _build_reason(self) -> None:
        self.reason_chips = ReasonChips(())
        self.reason_label = field_label(self.tr("What was the &reason?"), self.reason_chips)
        self.add_field(self.reason_label, self.reason_chips)
        self.reason_chips.changed.connect(self.fit)
        self.won_key = QShortcut(QKeySequence("Alt+R"), self)
        self.won_key.activated.connect(self.reason_chips.setFocus)

    def _build_words(self) -> None:
        self.words_field = QLineEdit()
        self.add_field(field_label(self.tr("In their &words, one line"), self.words_field), self.words_field)
        if len(self._rows) > 1:
            self.words_field.setEnabled(False)
            self.words_field.setToolTip(self.tr("Words belong to one lead: close them one by one to keep theirs."))

    def _build_value(self) -> None:
        self.value_field = QLineEdit()
        self.value_field.setMaximumWidth(150)
        value = self._rows[0].value if len(self._rows) == 1 else None
        if value is not None:
            self.value_field.setText(format_for_people(value, self._currency))
        self.value_problem = error_label()
        self.value_part = QWidget()
        column = QVBoxLayout(self.value_part)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(field_label(self.tr("&Value"), self.value_field))
        column.addWidget(self.value_field)
        column.addWidget(self.value_problem)
        self.body.addWidget(self.value_part)

    def _build_waste(self) -> None:
        self.waste_choice = Segments(
            self.tr("Was it a waste of time?"), [(False, self.tr("No")), (True, self.tr("Yes"))], is_small=True
        )
        self.waste_part = QWidget()
        row = QHBoxLayout(self.waste_part)
        row.setContentsMargins(0, 10, 0, 0)
        row.setSpacing(12)
        row.addWidget(field_label(self.tr("Was it a waste of &time?"), self.waste_choice, is_small=False))
        row.addWidget(self.waste_choice)
        row.addWidget(small_label(self.tr("Only you know. It is counted by source."), "ink3"), 1)
        self.body.addWidget(self.waste_part)

    def _build_parking(self) -> None:
        self.park_button = Button(self.tr("&Park it until a date"), "quiet")
        self.park_button.setStyleSheet("font-weight: 600; padding: 0 4px;")
        self.park_button.clicked.connect(self._park)
        press_at_once(self.park_button, "Alt+P", self)
        mark = plain_label()
        mark.setPixmap(pixmap("circle-pause", 16, tokens().ink2, self.devicePixelRatioF()))
        self.park_part = QWidget()
        row = QHBoxLayout(self.park_part)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(7)
        row.addWidget(mark)
        row.addWidget(plain_label(self.tr("Not over, just not now?"), token="ink2"))
        row.addWidget(self.park_button)
        row.addStretch(1)
        self.body.addWidget(self.park_part)
        self.park_part.setVisible(all(row.is_open for row in self._rows))

    def _show_how_it_ended(self, lead_id: int) -> None:
        """What was said when it ended stands there to be corrected."""
        reader = self._context.workspace.reader
        detail = lead_detail(reader, lead_id)
        if detail is None:
            return
        kind = self.reason_chips.kind
        offered = dict.fromkeys((*reasons(reader, kind), detail.outcome_reason))
        self.reason_chips.set_reasons([name for name in offered if name], kind, detail.outcome_reason)
        self.words_field.setText(detail.outcome_words)
        self.waste_choice.set_value(detail.waste)

    def _show_outcome(self) -> None:
        """Let everything below the switch fit what is chosen."""
        outcome = self.outcome
        is_won = outcome == Outcome.WON
        self.meaning_label.setText(meaning(outcome))
        self.problem_label.hide()
        self.reason_label.setText(self.tr("Why did they buy?") if is_won else self.tr("What was the &reason?"))
        self.won_key.setEnabled(is_won)
        for part in (self.reason_label, self.reason_chips):
            part.setVisible(outcome is not None)
        kind = "won" if is_won else "lost"
        if self.reason_chips.kind != kind:
            self.reason_chips.set_reasons(reasons(self._context.workspace.reader, kind), kind)
        self.value_part.setVisible(is_won and len(self._rows) == 1)
        self.waste_part.setVisible(outcome is not None and not is_won)
        self.primary_button.setText(close_words(outcome))
        self.fit()

    def _try(self) -> None:
        self._close(ask_at_review=False)

    def _ask_at_review(self) -> None:
        self._close(ask_at_review=True)

    def _close(self, *, ask_at_review: bool) -> None:
        outcome = self.outcome
        if outcome is None:
            self.explain(self.problem_label, self.tr("Choose how it ended. Everything else can wait."))
            self.outcome_switch.setFocus()
            return
        value = self._value() if outcome == Outcome.WON else None
        if isinstance(value, NotAnAmount):
            self.explain(self.value_problem, value.reason, self.value_field)
            return
        waste = self.waste_choice.value if outcome != Outcome.WON else None
        self.answer = Closing(
            outcome,
            self.reason_chips.value,
            self.words_field.text().strip(),
            waste if isinstance(waste, bool) else None,
            value,
            ask_at_review,
        )
        self.accept()

    def _value(self) -> int | NotAnAmount | None:
        text = self.value_field.text().strip()
        return read_amount(text, self._currency) if text and len(self._rows) == 1 else None

    def _park(self) -> None:
        parking = ask_parking(self, self._context, [row.id for row in self._rows])
        if parking is not None:
            self.answer = parking
            self.accept()
