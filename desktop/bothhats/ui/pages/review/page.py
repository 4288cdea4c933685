"""Review: the start page, the wizard of a month, a finished letter, or two side by side."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from bothhats.domain.changes import ChangeSet
from bothhats.queries.review_month import month_to_review
from bothhats.queries.reviews import review_of
from bothhats.ui.context import Context
from bothhats.ui.page import Page
from bothhats.ui.pages.review.beside_view import BesideView
from bothhats.ui.pages.review.letter_view import LetterView
from bothhats.ui.pages.review.start_view import StartView
from bothhats.ui.pages.review.wizard import ReviewWizard

_TYPED = frozenset({"review", "review_answer"})


class ReviewPage(Page):
    """One of the four is shown; leaving the wizard keeps the draft."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.start = StartView(context)
        self.letter = LetterView(context)
        self.beside = BesideView(context)
        self.wizard: ReviewWizard | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start)
        self._stack.addWidget(self.letter)
        self._stack.addWidget(self.beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.start.wanted.connect(self.open_review)
        self.start.letter_wanted.connect(self._show_letter)
        self.start.beside_wanted.connect(self._show_beside)
        self.letter.left.connect(self._show_start)
        self.letter.beside_wanted.connect(self._show_beside)
        self.beside.left.connect(self._show_start)
        self.beside.wanted.connect(self._show_letter)
        self.letter.reopened.connect(self.open_review)

    def refresh(self, changes: ChangeSet | None = None) -> None:
        shown = self._stack.currentWidget()
        if shown is self.start:
            self.start.show_reviews()
        elif shown is self.letter:
            self.letter.refresh()
        elif shown is self.beside:
            self.beside.refresh()
        elif self.wizard is not None and not _is_only_typed(changes):
            if review_of(self.context.workspace.reader, self.wizard.draft.month) is None:
                self._show_start()
            else:
                self.wizard.refresh()

    def open_review(self, month: str | None = None) -> None:
        """Open the wizard of a month, last month's without one; a finished one shows its letter."""
        month = month or month_to_review(self.context.today())
        review = review_of(self.context.workspace.reader, month)
        if review and review.finished_on:
            self._show_letter(month)
            return
        has_focus = self.isAncestorOf(self.window().focusWidget())
        self._drop_wizard()
        self.wizard = ReviewWizard(self.context, month)
        self.wizard.left.connect(self._show_start)
        self.wizard.finished.connect(self._on_finished)
        self._stack.addWidget(self.wizard)
        self._stack.setCurrentWidget(self.wizard)
        if has_focus:
            self.wizard.enter()

    def _on_finished(self, month: str) -> None:
        self._show_letter(month)
        self._drop_wizard()  # last: what goes with the focus on it sends it out of the page

    def _show_letter(self, month: str) -> None:
        has_focus = self.isAncestorOf(self.window().focusWidget())
        self.letter.show_letter(month)
        self._stack.setCurrentWidget(self.letter)
        if has_focus:
            self.letter.text.setFocus(Qt.FocusReason.OtherFocusReason)  # to be read on by the keys that scroll

    def _show_beside(self, month: str) -> None:
        self._stack.setCurrentWidget(self.beside)
        self.beside.show_months(month)

    def _show_start(self) -> None:
        has_focus = self.isAncestorOf(self.window().focusWidget())
        self.start.show_reviews()
        self._stack.setCurrentWidget(self.start)
        self._drop_wizard()
        if has_focus:
            self.start.begin()

    def _drop_wizard(self) -> None:
        if self.wizard is not None:
            self._stack.removeWidget(self.wizard)
            self.wizard.deleteLater()
            self.wizard = None


def _is_only_typed(changes: ChangeSet | None) -> bool:
    """Whether the wizard itself has just saved an answer: what is typed stays as it is."""
    return changes is not None and changes.kind == "step" and changes.rows.keys() <= _TYPED
