"""The past reviews by year: when each was done, on time or late, how far the hats agreed, and its earlier versions."""

from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bothhats.domain.wording import counted, long_date, month_name
from bothhats.queries.past_reviews import PastReview
from bothhats.ui.pages.review.page_frame import rows_card
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import ElidedLabel, plain_label


class PastList(QWidget):
    """`wanted` asks for the letter of a month, `beside_wanted` for two beside each other."""

    wanted = Signal(str)
    beside_wanted = Signal(str)

    def __init__(self, past: list[PastReview]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(plain_label(self.tr("Past reviews"), "heading"), 1)
        if len(past) > 1:
            beside = Button(self.tr("Side by side"), icon_name="git-compare", is_small=True)
            beside.clicked.connect(lambda: self.beside_wanted.emit(""))
            head.addWidget(beside)
        column.addLayout(head)
        for year, reviews in groupby(past, lambda each: each.review.month[:4]):
            column.addWidget(plain_label(year, "small_strong", "ink2"))
            column.addWidget(rows_card([self._row(each) for each in reviews]))

    def _row(self, past: PastReview) -> QWidget:
        review, holder = past.review, QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        row = QHBoxLayout()
        row.setSpacing(14)
        name = month_name(review.month)
        month = plain_label(name, "strong")
        month.setMinimumWidth(month.fontMetrics().horizontalAdvance("September "))
        row.addWidget(month)
        row.addWidget(ElidedLabel(self._words(past), "body", "ink2"), 1)
        button = Button(self.tr("Open"), is_small=True)
        button.setAccessibleName(self.tr("Open the letter of {month}").format(month=name))
        button.clicked.connect(lambda: self.wanted.emit(review.month))
        row.addWidget(button)
        column.addLayout(row)
        for version in past.versions:
            words = self.tr("Earlier version, finished on {day}").format(day=long_date(version.finished_on))
            column.addWidget(plain_label(words, "small", "ink2"))
        return holder

    def _words(self, past: PastReview) -> str:
        assert past.review.finished_on
        done = self.tr("done on {day}").format(day=long_date(past.review.finished_on))
        words = [f"{done}, {self.tr('on time') if past.is_on_time else self.tr('late')}"]
        if past.of:
            words.append(self.tr("agreed on {k} of {n}").format(k=past.holds, n=past.of))
        if past.made:
            kept = self.tr("{k} of {made} kept")
            words.append(kept.format(k=past.kept, made=counted(past.made, "commitment")))
        return " · ".join(words)
