"""The one field of a decision: its question changes with what is decided; nothing to ask, nothing is shown."""

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bothhats.ui.pages.review.decision import Decision
from bothhats.ui.pages.review.draft import AnswerLine, ReviewDraft
from bothhats.ui.widgets.labels import plain_label


class PlanField(QWidget):
    """`asks` gives for a decision its question and an example; the words typed stay whatever is decided."""

    def __init__(self, draft: ReviewDraft, field: str, decision: Decision, asks: Mapping[str, tuple[str, str]]) -> None:
        super().__init__()
        self._asks = asks
        self.line = AnswerLine(draft, field, decision.name)
        self._question = plain_label("", "small_strong", "ink2")
        self._question.setBuddy(self.line)
        self.beside = QHBoxLayout()
        self.beside.setSpacing(8)
        self.beside.addWidget(self.line, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._question)
        column.addLayout(self.beside)
        decision.changed.connect(self._show)
        self._show(decision.value)

    def _show(self, decided: str) -> None:
        question, example = self._asks.get(decided, ("", ""))
        self._question.setText(question)
        self.line.setPlaceholderText(example)
        self.line.setAccessibleName(question)
        if self.parentWidget() or not question:  # shown without a parent it would be a window
            self.setVisible(bool(question))
