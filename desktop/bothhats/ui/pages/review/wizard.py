"""The frame of the review: ten steps at left, the page, Back and Next; any page can be opened at any time."""

import json
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from bothhats.domain.changes import ChangeSet
from bothhats.domain.review import PAGES
from bothhats.queries.progress import KeptProgress, keeping
from bothhats.queries.review_open import read_page_states
from bothhats.queries.reviews import review_of, seen_pages
from bothhats.reports.review_letter import kept_figures, letter
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
from bothhats.ui.pages.review.page_place import PagePlace, tab_stops
from bothhats.ui.pages.review.page_promised import PromisedPage
from bothhats.ui.pages.review.page_summary import SummaryPage
from bothhats.ui.pages.review.wizard_side import WizardSide
from bothhats.ui.pages.review.wizard_words import foot_words, to_go
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.foot import Foot
from bothhats.ui.widgets.labels import hairline, plain_label

MAKERS: tuple[Callable[[ReviewDraft], WizardPage], ...] = (
    NumbersPage, PromisedPage, LeadsPage, LandedPage, ObjectionsPage, ContentPage, DefinitionPage, AlignmentPage,
    CommitmentsPage, SummaryPage,
)  # fmt: skip
RECOUNT_AFTER_MS = 300


class ReviewWizard(QWidget):
    """`left` when the owner goes back to the start page; the draft stays. `finished` after Finish."""

    left = Signal()
    finished = Signal(str)

    def __init__(self, context: Context, month: str) -> None:
        super().__init__()
        self._context = context
        review_id = context.workspace.reviews.start(month, context.today())
        self.draft = ReviewDraft(context, review_id, month)
        self.page_number = 0
        self.page: WizardPage | None = None
        self.side = WizardSide(self.draft)
        self.steps = self.side.steps
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._open = plain_label("", "body", "ink2")
        self.back_button = Button(self.tr("&Back"))
        self.next_button = Button("", "primary", "arrow-right")
        self.next_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.finish_button = Button(self.tr("Fin&ish the review"), "primary", "check")
        self._rebuilds, self._recounts = QTimer(self), QTimer(self)
        self._assemble()
        self._connect()
        review = review_of(context.workspace.reader, month)
        self.open_page(min(review.page if review else 1, len(PAGES)))

    def open_page(self, number: int) -> None:
        """Open a page, 1 to 10; the focus goes to the first thing on it, if it was in the wizard."""
        if not 1 <= number <= len(PAGES):
            return
        had_focus = self.isAncestorOf(self.window().focusWidget()) and not self.steps.hasFocus()
        self.page_number = number
        self.draft.attempt(lambda: self._context.workspace.reviews.turn_to(self.draft.review_id, number))
        self._build()
        self._area.verticalScrollBar().setValue(0)
        self._context.feed.committed.emit(ChangeSet("", {}))  # Today says how far the draft is; it is no step
        self._show_frame()
        if had_focus:
            self.enter()

    def enter(self) -> None:
        """Put the focus on the first thing of the page, or on the button that goes on."""
        stops = tab_stops(self.page) if self.page else []
        is_last = self.page_number == len(PAGES)
        target = stops[0] if stops else self.finish_button if is_last else self.next_button
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def refresh(self, *, is_soon: bool = True) -> None:
        """Build the page anew from the file, in a moment: the one that asks may be on it."""
        self._rebuilds.start(0)
        if not is_soon:
            self._rebuilds.stop()
            self._rebuild()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._rebuilds.stop()
        self._recounts.stop()
        super().hideEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_frame()

    def _build(self) -> None:
        before = self._area.takeWidget()
        if before is not None:
            before.hide()
            before.deleteLater()
        with keeping(KeptProgress()):
            self.page = MAKERS[self.page_number - 1](self.draft)
        self._area.setWidget(self.page)

    def _rebuild(self) -> None:
        place = PagePlace(self._area)
        self.draft.read_anew()
        self._build()
        self._show_frame()
        place.give_to(self._area)

    def _assemble(self) -> None:
        stand = Foot()
        foot = QHBoxLayout(stand)
        foot.setContentsMargins(32, 12, 32, 14)
        foot.setSpacing(10)
        leave = Button(self.tr("Leave"), "quiet")
        leave.clicked.connect(self.left)
        foot.addWidget(self.back_button)
        foot.addWidget(leave)
        foot.addStretch()
        for widget in (self._open, self.next_button, self.finish_button):
            foot.addWidget(widget)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._area, 1)
        right.addWidget(hairline())
        right.addWidget(stand)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addLayout(right, 1)

    def _connect(self) -> None:
        self.back_button.clicked.connect(lambda: self.open_page(self.page_number - 1))
        self.next_button.clicked.connect(lambda: self.open_page(self.page_number + 1))
        self.finish_button.clicked.connect(self._finish)
        self.steps.chosen.connect(self.open_page)
        self.draft.page_wanted.connect(self.open_page, Qt.ConnectionType.QueuedConnection)
        self.draft.stale.connect(self.refresh)
        for key, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            QShortcut(QKeySequence(key), self, lambda step=step: self.open_page(self.page_number + step))
        self._rebuilds.setSingleShot(True)
        self._rebuilds.timeout.connect(self._rebuild)
        self._recounts.setSingleShot(True)
        self._recounts.setInterval(RECOUNT_AFTER_MS)
        self._recounts.timeout.connect(self._show_frame)
        self.draft.saved.connect(self._recounts.start)

    def _show_frame(self) -> None:
        """The steps, the time to go, and what is open on this page."""
        draft, number = self.draft, self.page_number
        states = read_page_states(self._context.workspace.reader, draft.month, draft.today, draft.answers)
        seen = seen_pages(self._context.workspace.reader, draft.month)
        self.steps.show_step(number, seen, states)
        self.side.to_go.setText(to_go(states, seen, number))
        here = PAGES[number - 1]
        self._open.setText(foot_words(here.id, states[here.id]))
        is_last = number == len(PAGES)
        self.next_button.setVisible(not is_last)
        self.finish_button.setVisible(is_last)
        self.back_button.setVisible(number > 1)
        if not is_last:
            self.next_button.setText(self.tr("&Next: {page}").format(page=PAGES[number].title))

    def _finish(self) -> None:
        if self.draft.attempt(self._keep_for_good):
            self.finished.emit(self.draft.month)

    def _keep_for_good(self) -> None:
        reader, month, today = self._context.workspace.reader, self.draft.month, self.draft.today
        self._context.workspace.reviews.finish(
            self.draft.review_id,
            letter(reader, month, today),
            json.dumps(kept_figures(reader, month, today)),
            self.draft.made_commitments(),
            today,
        )
