"""The frame of the review: ten steps at left, the page, Back and Next; any page can be opened at any time."""

import json
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from bothhats.domain.problems import KnownProblem
from bothhats.domain.review import PAGES
from bothhats.domain.wording import WEEKDAYS, long_date, month_name
from bothhats.queries.reviews import review_of
from bothhats.reports.review_letter import figures_of, letter
from bothhats.ui.context import Context
from bothhats.ui.pages.review.draft import ReviewDraft
from bothhats.ui.pages.review.page_alignment import AlignmentPage
from bothhats.ui.pages.review.page_commitments import CommitmentsPage
from bothhats.ui.pages.review.page_content import ContentPage
from bothhats.ui.pages.review.page_definition import DefinitionPage
from bothhats.ui.pages.review.page_frame import WizardPage
from bothhats.ui.pages.review.page_landed import LandedPage
from bothhats.ui.pages.review.page_leads import LeadsPage
from bothhats.ui.pages.review.page_numbers import NumbersPage
from bothhats.ui.pages.review.page_objections import ObjectionsPage
from bothhats.ui.pages.review.page_promised import PromisedPage
from bothhats.ui.pages.review.page_summary import SummaryPage
from bothhats.ui.pages.review.step_list import StepList
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import hairline, plain_label

MAKERS: tuple[Callable[[ReviewDraft], WizardPage], ...] = (
    NumbersPage, PromisedPage, LeadsPage, LandedPage, ObjectionsPage, ContentPage, DefinitionPage, AlignmentPage,
    CommitmentsPage, SummaryPage,
)  # fmt: skip
MINUTES_A_PAGE = 1.5


class ReviewWizard(QWidget):
    """`left` when the owner goes back to the start page; the draft stays. `finished` after Finish."""

    left = Signal()
    finished = Signal(str)

    def __init__(self, context: Context, month: str) -> None:
        super().__init__()
        self._context = context
        review_id = context.workspace.reviews.start(month, context.today())
        self.draft = ReviewDraft(context, review_id, month)
        review = review_of(context.workspace.reader, month)
        self._furthest = review.page if review else 1
        self.page_number = 0
        self.page: WizardPage | None = None
        self.steps = StepList()
        self._to_go = plain_label("", "small", "ink2")
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self.back_button = Button(self.tr("&Back"))
        self.next_button = Button("", "primary", "arrow-right")
        self.next_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._assemble()
        self._connect()
        self.open_page(min(self._furthest, 10))

    def open_page(self, number: int) -> None:
        """Open a page, 1 to 10."""
        if not 1 <= number <= len(PAGES):
            return
        self.page_number = number
        self._furthest = max(self._furthest, number)
        self._context.workspace.reviews.turn_to(self.draft.review_id, number)
        self.page = MAKERS[number - 1](self.draft)
        if isinstance(self.page, SummaryPage):
            self.page.finished.connect(self._finish)
        self._area.setWidget(self.page)
        self._show_steps()
        is_last = number == len(PAGES)
        self.next_button.setVisible(not is_last)
        self.back_button.setEnabled(number > 1)
        if not is_last:
            self.next_button.setText(self.tr("&Next: {page}").format(page=PAGES[number].title))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _assemble(self) -> None:
        side = QFrame()
        side.setObjectName("sunken_band")
        side.setFixedWidth(232)
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 18, 12, 14)
        column.setSpacing(2)
        today = self._context.today()
        month = month_name(self.draft.month)
        column.addWidget(plain_label(self.tr("{month} review").format(month=month), "heading"))
        column.addWidget(plain_label(f"{WEEKDAYS[today.weekday()]} {long_date(today, today)}", "small", "ink2"))
        column.addWidget(self._to_go)
        column.addSpacing(8)
        column.addWidget(self.steps, 1)
        saved = self.tr("Leave whenever you like.\nIt will wait for you here.")
        column.addWidget(plain_label(saved, "small", "ink2", wraps=True))
        foot = QHBoxLayout()
        foot.setContentsMargins(32, 12, 32, 14)
        foot.addWidget(self.back_button)
        leave = Button(self.tr("Leave"), "quiet")
        leave.clicked.connect(self.left)
        foot.addWidget(leave)
        foot.addStretch()
        foot.addWidget(self.next_button)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._area, 1)
        right.addWidget(hairline())
        right.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addLayout(right, 1)

    def _connect(self) -> None:
        self.back_button.clicked.connect(lambda: self.open_page(self.page_number - 1))
        self.next_button.clicked.connect(lambda: self.open_page(self.page_number + 1))
        self.steps.chosen.connect(self.open_page)
        for key, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            QShortcut(QKeySequence(key), self, lambda step=step: self.open_page(self.page_number + step))

    def _show_steps(self) -> None:
        self.steps.show_step(self.page_number, self._furthest)
        minutes = max(1, round((len(PAGES) - self._furthest + 1) * MINUTES_A_PAGE))
        self._to_go.setText(self.tr("about {n} minutes to go").format(n=minutes))

    def _finish(self) -> None:
        reader, month = self._context.workspace.reader, self.draft.month
        try:
            self._context.workspace.reviews.finish(
                self.draft.review_id,
                letter(reader, month),
                json.dumps(figures_of(reader, month)),
                self.draft.made_commitments(),
                self._context.today(),
            )
        except KnownProblem as problem:
            self._context.navigation.problem_raised.emit(problem)
            return
        self.finished.emit(month)
