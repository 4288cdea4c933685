"""The left side of the review: which month, how long still, the ten steps, and that all is kept."""

from PySide6.QtCore import QLocale, QTime
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from bothhats.domain.wording import WEEKDAYS, long_date, month_name
from bothhats.queries.months import month_of
from bothhats.queries.review_month import month_to_review
from bothhats.ui.pages.review.draft import ReviewDraft
from bothhats.ui.pages.review.step_list import StepList
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.theme.icons import pixmap
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.labels import plain_label

WIDTH = 232


class WizardSide(QFrame):
    """Says at each change when the draft was saved."""

    def __init__(self, draft: ReviewDraft) -> None:
        super().__init__()
        self.setObjectName("sunken_band")
        self.setFixedWidth(scaled(WIDTH))
        self.steps = StepList()
        self.to_go = plain_label("", "small", "ink2")
        self._saved, self._tick = plain_label("", "small", "ink2"), QLabel()
        self._tick.setHidden(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 18, 12, 14)
        column.setSpacing(2)
        today, month = draft.today, month_name(draft.month)
        title = self.tr("{month} review").format(month=month)
        if draft.month[:4] != str(today.year):
            title = self.tr("{month} {year} review").format(month=month, year=draft.month[:4])
        head = QVBoxLayout()
        head.setContentsMargins(10, 0, 0, 0)
        head.setSpacing(0)
        head.addWidget(plain_label(title, "heading"))
        if draft.month < month_to_review(today):
            late = self.tr("{month}, done in {now}").format(month=month, now=month_name(month_of(today)))
            head.addWidget(plain_label(late, "small", "ink2"))
        head.addWidget(plain_label(f"{WEEKDAYS[today.weekday()]} {long_date(today, today)}", "small", "ink2"))
        head.addWidget(self.to_go)
        column.addLayout(head)
        column.addSpacing(8)
        column.addWidget(self.steps, 1)
        column.addLayout(self._foot())
        draft.saved.connect(self._on_saved)

    def _foot(self) -> QVBoxLayout:
        foot = QVBoxLayout()
        foot.setContentsMargins(10, 0, 0, 0)
        foot.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._tick)
        row.addWidget(self._saved, 1)
        foot.addLayout(row)
        words = self.tr("Leave whenever you like.\nIt will wait for you here.")
        foot.addWidget(plain_label(words, "small", "ink2", wraps=True))
        return foot

    def _on_saved(self) -> None:
        self._tick.setPixmap(pixmap("check", scaled(14), tokens().ink2, self.devicePixelRatioF()))
        self._tick.setHidden(False)
        now = QLocale().toString(QTime.currentTime(), QLocale.FormatType.ShortFormat)
        self._saved.setText(self.tr("Draft saved {time}").format(time=now))
