"""One step of the definition in the pane: its verdict, and opened the checklist that it was judged by."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bothhats.domain.pipeline import Step, Verdict
from bothhats.domain.wording import short_date
from bothhats.queries.lead_detail import Answer, JudgedStep
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.theme.icons import pixmap
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.buttons import IconButton
from bothhats.ui.widgets.labels import ElidedLabel, plain_label
from bothhats.ui.widgets.shelf import HatMark

_HATS = {Step.MARKETING_QUALIFIED: "marketing", Step.SALES_READY: "sales"}
_ICONS = {"yes": "check", "no": "x", "unknown": "circle-dashed"}


class JudgementRow(QWidget):
    """`toggled` tells the step and whether its checklist is open now."""

    toggled = Signal(object, bool)

    def __init__(self, judged: JudgedStep, today: date, *, is_open: bool) -> None:
        super().__init__()
        self._judged = judged
        names = {
            Step.MARKETING_QUALIFIED: self.tr("Marketing-qualified"),
            Step.SALES_READY: self.tr("Sales-ready"),
        }
        verdicts = {
            Verdict.MET: self.tr("met"),
            Verdict.NOT_MET: self.tr("not met"),
            Verdict.WITHDRAWN: self.tr("taken back"),
        }
        self._name, day = names[judged.step], short_date(judged.on, today)
        line = QHBoxLayout()
        line.setSpacing(7)
        line.addWidget(HatMark(_HATS[judged.step], "", 16))
        line.addWidget(plain_label(self._name))
        line.addWidget(ElidedLabel(judged.note, "body", "ink2"), 1)
        line.addWidget(plain_label(verdicts[judged.verdict], "strong"))
        line.addWidget(plain_label(day, "body", "ink2"))
        self.open_button = IconButton("chevron-right", "", "quiet", is_small=True)
        self.open_button.clicked.connect(self._toggle)
        line.addWidget(self.open_button)
        self.checklist = self._checklist()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(line)
        column.addWidget(self.checklist)
        self.setAccessibleName(f"{self._name}: {verdicts[judged.verdict]}, {day}. {judged.note}")
        self._show(is_open=is_open)

    def _checklist(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(scaled(23), 0, 0, 6)
        column.setSpacing(3)
        for answer in self._judged.answers:
            column.addWidget(self._answer(answer))
        for words in (self._judged.note, self._against()):
            if words:
                column.addWidget(plain_label(words, "small", "ink2", wraps=True))
        return holder

    def _answer(self, answer: Answer) -> QWidget:
        words = {"yes": self.tr("yes"), "no": self.tr("no"), "unknown": self.tr("not known")}
        icon = QLabel()
        colour = tokens().late if answer.answer == "no" and answer.is_must else tokens().ink2
        icon.setPixmap(pixmap(_ICONS[answer.answer], scaled(14), colour, self.devicePixelRatioF()))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(plain_label(answer.text, "small", "ink", wraps=True), 1)
        row.addWidget(plain_label(self.tr("must") if answer.is_must else self.tr("nice"), "small", "ink3"))
        holder.setAccessibleName(f"{answer.text}: {words[answer.answer]}")
        return holder

    def _against(self) -> str:
        """Which version it was judged by, and whether the owner overruled it."""
        if self._judged.version is None:
            words = self.tr("Judged without a written definition")
        else:
            words = self.tr("Against version {n} of the definition").format(n=self._judged.version)
        return self.tr("{words}, overruled").format(words=words) if self._judged.is_overruled else words

    def _show(self, *, is_open: bool) -> None:
        self.checklist.setVisible(is_open)
        words = self.tr("Close the checklist of {step}") if is_open else self.tr("Show the checklist of {step}")
        self.open_button.set_name(words.format(step=self._name))
        self.open_button.set_icon("chevron-down" if is_open else "chevron-right")

    def _toggle(self) -> None:
        is_open = self.checklist.isHidden()
        self._show(is_open=is_open)
        self.toggled.emit(self._judged.step, is_open)
