"""Where the reviews begin: this month's, the months that are missing, and the past ones."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from bothhats.domain.review import PAGES
from bothhats.domain.wording import capitalised, long_date, month_name
from bothhats.queries.past_reviews import PastReview, past_reviews
from bothhats.queries.review_month import month_to_review
from bothhats.queries.review_pages import on_time_until
from bothhats.queries.reviews import missing_months, review_of, reviews
from bothhats.queries.settings import read_settings
from bothhats.ui.context import Context
from bothhats.ui.pages.review.page_frame import card, rows_card
from bothhats.ui.pages.review.page_place import tab_stops
from bothhats.ui.pages.review.past_list import PastList
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import plain_label
from bothhats.ui.widgets.marks import PartBar
from bothhats.ui.widgets.page_header import PageHeader


class StartView(QScrollArea):
    """`wanted` asks for the wizard of a month, `letter_wanted` for a finished letter, `beside_wanted` for two."""

    wanted = Signal(str)
    letter_wanted = Signal(str)
    beside_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setWidgetResizable(True)

    def show_reviews(self) -> None:
        """Show how they stand."""
        reader, today = self._context.workspace.reader, self._context.today()
        body = QWidget()
        body.setObjectName("scrolled")
        column = QVBoxLayout(body)
        column.setContentsMargins(28, 0, 28, 20)
        column.setSpacing(12)
        month = month_to_review(today)
        column.addWidget(PageHeader(self.tr("Review"), self._sentence(month)))
        column.addWidget(self._this_month(month))
        missing = missing_months(reader, today)
        if missing:
            column.addWidget(plain_label(self.tr("Months without a review"), "heading"))
            column.addWidget(rows_card([self._missing_row(each) for each in missing]))
        past = past_reviews(reader)
        drafts = [review for review in reviews(reader) if not review.finished_on and review.month != month]
        if drafts:
            column.addWidget(plain_label(self.tr("Drafts"), "heading"))
            column.addWidget(rows_card([self._missing_row(review.month, self.tr("Continue")) for review in drafts]))
        if past:
            column.addWidget(self._past(past))
        column.addStretch()
        self.setWidget(body)

    def begin(self) -> None:
        """Put the focus on the first thing that can be done."""
        for stop in tab_stops(self)[:1]:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _past(self, past: list[PastReview]) -> QWidget:
        made = PastList(past)
        made.wanted.connect(self.letter_wanted)
        made.beside_wanted.connect(self.beside_wanted)
        return made

    def _sentence(self, month: str) -> str:
        review = review_of(self._context.workspace.reader, month)
        name = month_name(month)
        if review and review.finished_on:
            return self.tr("{month} is done. The next review opens on the 1st.").format(month=name)
        today = self._context.today()
        due = on_time_until(month, read_settings(self._context.workspace.reader).review_by_day)
        words = self.tr("The two hats sit down together once a month, for about 15 minutes.")
        when = self.tr("{month} is on time until {day}.") if today <= due else self.tr("{month} was due on {day}.")
        return f"{words} {when.format(month=name, day=long_date(due, today))}"

    def _this_month(self, month: str) -> QWidget:
        review = review_of(self._context.workspace.reader, month)
        frame, column = card()
        row = QHBoxLayout()
        name = self.tr("{month} review").format(month=month_name(month))
        row.addWidget(plain_label(name, "heading"), 1)
        if review and review.finished_on:
            open_letter = Button(self.tr("Read the letter"), icon_name="book-open-text")
            open_letter.clicked.connect(lambda: self.letter_wanted.emit(month))
            row.addWidget(open_letter)
        else:
            words = self.tr("Continue") if review else self.tr("Start the review")
            button = Button(words, "primary")
            button.clicked.connect(lambda: self.wanted.emit(month))
            row.addWidget(button)
        column.addLayout(row)
        if review and not review.finished_on:
            column.addWidget(plain_label(self.tr("page {n} of 10").format(n=review.page), "body", "ink2"))
            column.addWidget(PartBar(review.page / len(PAGES), "ink2", name))
        return frame

    def _missing_row(self, month: str, words: str = "") -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(plain_label(f"{capitalised(month_name(month))} {month[:4]}", "strong"), 1)
        button = Button(words or self.tr("Do it late"), is_small=True)
        button.clicked.connect(lambda: self.wanted.emit(month))
        row.addWidget(button)
        return holder
