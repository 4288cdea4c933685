"""The pane's judgements: each step of the definition with its verdict, the note beside it, and its date."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bothhats.domain.pipeline import Step, Verdict
from bothhats.domain.wording import short_date
from bothhats.queries.lead_detail import JudgedStep, LeadDetail
from bothhats.ui.context import Context
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import ElidedLabel, plain_label, tooltip
from bothhats.ui.widgets.shelf import HatMark

_HATS = {Step.MARKETING_QUALIFIED: "marketing", Step.SALES_READY: "sales"}


class PaneJudgements(QWidget):
    """`judging_wanted` asks to judge the lead."""

    judging_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
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
        names = {
            Step.MARKETING_QUALIFIED: self.tr("Marketing-qualified"),
            Step.SALES_READY: self.tr("Sales-ready"),
        }
        verdicts = {
            Verdict.MET: self.tr("met"),
            Verdict.NOT_MET: self.tr("not met"),
            Verdict.WITHDRAWN: self.tr("taken back"),
        }
        day = short_date(judged.on, self._context.today())
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(7)
        line.addWidget(HatMark(_HATS[judged.step], "", 16))
        line.addWidget(plain_label(names[judged.step]))
        line.addWidget(ElidedLabel(judged.note, "body", "ink2"), 1)
        line.addWidget(plain_label(verdicts[judged.verdict], "strong"))
        line.addWidget(plain_label(day, "body", "ink2"))
        version = self.tr("Against version {n} of the definition").format(n=judged.version) if judged.version else ""
        row.setToolTip(tooltip(". ".join(text for text in (version, judged.note) if text)))
        row.setAccessibleName(f"{names[judged.step]}: {verdicts[judged.verdict]}, {day}. {judged.note}")
        return row
