"""The draft of one month's review, and the fields that save themselves into it."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from bothhats.domain.problems import KnownProblem
from bothhats.domain.review import Commitment
from bothhats.queries.reviews import answers
from bothhats.ui.context import Context
from bothhats.ui.widgets.segments import Segments


class ReviewDraft(QObject):
    """Reads once, saves at every change; `saved` after each."""

    saved = Signal()

    def __init__(self, context: Context, review_id: int, month: str) -> None:
        super().__init__()
        self.context = context
        self.review_id = review_id
        self.month = month
        self._answers = answers(context.workspace.reader, review_id)

    @property
    def today(self) -> date:
        """The day it is."""
        return self.context.today()

    def answer(self, field: str) -> str:
        """What was answered, or ''."""
        return self._answers.get(field, "")

    def save(self, field: str, value: str) -> None:
        """Keep an answer."""
        if self.answer(field) == value:
            return
        try:
            self.context.workspace.reviews.save(self.review_id, field, value)
        except KnownProblem as problem:
            self.context.navigation.problem_raised.emit(problem)
            return
        self._answers[field] = value
        self.saved.emit()

    def commitments(self) -> list[dict[str, Any]]:
        """The commitments of the draft, as they were typed."""
        try:
            kept = json.loads(self.answer("commitments") or "[]")
        except ValueError:
            return []
        return kept if isinstance(kept, list) else []

    def save_commitments(self, commitments: Sequence[dict[str, Any]]) -> None:
        """Keep them."""
        self.save("commitments", json.dumps(list(commitments), ensure_ascii=False))

    def made_commitments(self) -> list[Commitment]:
        """The commitments that have words and a day."""
        return [
            Commitment(
                each["hat"],
                each["text"],
                date.fromisoformat(each["due_on"]),
                objection_id=each.get("objection_id"),
                carried_from=each.get("carried_from"),
            )
            for each in self.commitments()
            if each.get("text") and each.get("due_on")
        ]


class AnswerLine(QLineEdit):
    """One line of the draft."""

    def __init__(self, draft: ReviewDraft, field: str, name: str, placeholder: str = "") -> None:
        super().__init__(draft.answer(field))
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.textEdited.connect(lambda text: draft.save(field, text))


class AnswerText(QPlainTextEdit):
    """Some lines of the draft."""

    def __init__(self, draft: ReviewDraft, field: str, name: str, placeholder: str = "", height: int = 76) -> None:
        super().__init__()
        self.setPlainText(draft.answer(field))
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setFixedHeight(height)
        self.textChanged.connect(lambda: draft.save(field, self.toPlainText()))


class AnswerSegments(Segments):
    """A choice of the draft."""

    def __init__(
        self,
        draft: ReviewDraft,
        field: str,
        name: str,
        choices: Sequence[tuple[object, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, choices, draft.answer(field) or None, is_small=True, parent=parent)
        self.changed.connect(lambda value: draft.save(field, str(value)))
