"""The draft of one month's review, and the fields that save themselves into it."""

import json
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from bothhats.domain.problems import KnownProblem
from bothhats.domain.review import Commitment
from bothhats.queries.evidence import Evidence
from bothhats.queries.review_open import commitments_in
from bothhats.queries.reviews import answers
from bothhats.ui.context import Context
from bothhats.ui.counted import Counted
from bothhats.ui.widgets.segments import Segments


class ReviewDraft(QObject):
    """Reads once, saves at every change; `saved` after each. What could not be written is kept and tried again."""

    saved = Signal()
    page_wanted = Signal(int)  # another page of the review, 1 to 10
    stale = Signal()  # the page is to be built anew: more of it is to be seen
    counted = Signal()  # there is newer evidence for the definition

    def __init__(self, context: Context, review_id: int, month: str) -> None:
        super().__init__()
        self.context = context
        self.review_id = review_id
        self.month = month
        self.opened: dict[str, str] = {}
        self.evidence: Counted[Evidence] = Counted(context, self, self.counted.emit)
        self._unsaved: dict[str, str] = {}
        self.answers = answers(context.workspace.reader, review_id)

    @property
    def today(self) -> date:
        """The day it is."""
        return self.context.today()

    def answer(self, field: str) -> str:
        """What was answered, or ''."""
        return self.answers.get(field, "")

    def save(self, field: str, value: str) -> None:
        """Keep an answer."""
        if self.answer(field) == value:
            return
        self.answers[field] = value
        self._unsaved[field] = value
        if self.attempt(self._write):
            self.saved.emit()

    def read_anew(self) -> None:
        """Undo, redo or another program may have changed the answers."""
        self.answers = answers(self.context.workspace.reader, self.review_id) | self._unsaved

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do what may be refused; whether it was done. The window tells the problem."""
        try:
            act()
        except KnownProblem as problem:
            self.context.navigation.problem_raised.emit(problem)
            return False
        return True

    def _write(self) -> None:
        for field, value in list(self._unsaved.items()):
            self.context.workspace.reviews.save(self.review_id, field, value)
            del self._unsaved[field]

    def commitments(self) -> list[dict[str, Any]]:
        """The commitments of the draft, as they were typed."""
        return commitments_in(self.answer("commitments"))

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
                claim_id=each.get("claim_id"),
                source_id=each.get("source_id"),
                carried_from=each.get("carried_from"),
                metric=each.get("metric") or "",
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
