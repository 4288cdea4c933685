"""The pane's judgements: each step of the definition with its verdict, the note beside it, and its date."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bothhats.domain.pipeline import Step, Verdict
from bothhats.queries.lead_detail import JudgedStep, LeadDetail
from bothhats.ui.context import Context
from bothhats.ui.pages.pipeline.judgement_row import JudgementRow
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import plain_label


class PaneJudgements(QWidget):
    """`judging_wanted` asks to judge the lead."""

    judging_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._opened: frozenset[Step] = frozenset()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self._judge = Button(self.tr("Judge…"), "quiet", "target", is_small=True)
        self._judge.clicked.connect(self.judging_wanted)
        line = QHBoxLayout()
        line.addWidget(self._judge)
        line.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 20, 8)
        column.setSpacing(4)
        column.addLayout(self._rows)
        column.addLayout(line)

    def show_lead(self, detail: LeadDetail) -> None:
        """Show how the lead was judged."""
        while item := self._rows.takeAt(0):
            widget = item.widget()
            if widget:
                widget.hide()
                widget.deleteLater()
        for judged in detail.judgements:
            self._rows.addWidget(self._row(judged))
        if not detail.judgements:
            self._rows.addWidget(plain_label(self.tr("Not judged against the definition yet"), "body", "ink3"))
        met = {judged.step for judged in detail.judgements if judged.verdict == Verdict.MET}
        self._judge.setVisible(detail.row.is_open and met != set(Step))

    def _row(self, judged: JudgedStep) -> QWidget:
        row = JudgementRow(judged, self._context.today(), is_open=judged.step in self._opened)
        row.toggled.connect(self._toggle)
        return row

    def _toggle(self, step: Step, is_open: bool) -> None:
        self._opened = self._opened | {step} if is_open else self._opened - {step}
