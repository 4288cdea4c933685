"""What is due for both hats: the monthly review and the look at the definition; no hat, real buttons."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from bothhats.domain.wording import long_date, month_name, near_date, short_date
from bothhats.queries.today import Today
from bothhats.ui.theme.icons import paint_icon
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.foot import Foot
from bothhats.ui.widgets.labels import ElidedLabel, hairline, plain_label

PAGES = 10


class DueCard(Foot):
    """`review_wanted` tells the month, `definition_wanted` that the definition is to be opened."""

    review_wanted = Signal(str)
    definition_wanted = Signal()
    backups_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._month = ""
        self._review_title, self._review_words = plain_label("", "strong"), ElidedLabel("", "body", "ink2")
        self._look_title, self._look_words = plain_label("", "strong"), ElidedLabel("", "body", "ink2")
        self.progress = _Progress()
        self.review_button = Button("", "primary")
        self.look_button = Button("", is_small=True)
        self._review = _line("notebook-pen", self._review_title, self._review_words, self.review_button, self.progress)
        self._look = _line("target", self._look_title, self._look_words, self.look_button)
        self._between = hairline()
        self._kept_title, self._kept_words = plain_label("", "strong"), ElidedLabel("", "body", "late")
        self.kept_button = Button(self.tr("Look at it"), is_small=True)
        self._kept = _line("database-backup", self._kept_title, self._kept_words, self.kept_button)
        self._above_kept = hairline()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 0)
        column.setSpacing(0)
        for part in (self._review, self._between, self._look, self._above_kept, self._kept):
            column.addWidget(part)
        self.review_button.clicked.connect(lambda: self.review_wanted.emit(self._month))
        self.look_button.clicked.connect(self.definition_wanted)
        self.kept_button.clicked.connect(self.backups_wanted)

    def show_answer(self, answer: Today, *, is_narrow: bool, last_backup: str | None = None) -> None:
        """Show what is due, or nothing at all. `last_backup` says when the last good one was, where one has failed."""
        self._show_review(answer, is_narrow)
        self._show_look(answer, is_narrow)
        self._between.setVisible(bool(answer.review and answer.look))
        self._kept.setVisible(last_backup is not None)
        self._above_kept.setVisible(last_backup is not None and bool(answer.review or answer.look))
        self._kept_title.setText(self.tr("Backups"))
        self._kept_words.setText(last_backup or "")
        self.kept_button.setAccessibleName(f"{self.kept_button.text()}: {self._kept_title.text()}, {last_backup}")
        self.setVisible(bool(answer.review or answer.look) or last_backup is not None)

    def _show_review(self, answer: Today, is_narrow: bool) -> None:
        review = answer.review
        self._review.setVisible(review is not None)
        if review is None:
            return
        self._month = review.month
        self._review_title.setText(self.tr("{} review").format(month_name(review.month)))
        when = self.tr("due {}").format(near_date(review.on_time_until, answer.today))
        if review.on_time_until < answer.today:
            when = self.tr("was due {}").format(short_date(review.on_time_until, answer.today))
        words = when
        if review.page:
            page = self.tr("{} of {}") if is_narrow else self.tr("page {} of {}")
            page = page.format(review.page, PAGES)
            words = page if is_narrow else f"{page}, {when}"
        self._review_words.setText(words)
        self.progress.setVisible(bool(review.page))
        self.progress.show_share((review.page or 1) - 1, PAGES)
        self.review_button.setText(self.tr("Continue") if review.page else self.tr("Start"))
        self.review_button.setAccessibleName(f"{self.review_button.text()}: {self._review_title.text()}")

    def _show_look(self, answer: Today, is_narrow: bool) -> None:
        look = answer.look
        self._look.setVisible(look is not None)
        if look is None:
            return
        self._look_title.setText(self.tr("Definition") if is_narrow else self.tr("Definition of a good lead"))
        self.look_button.setText(self.tr("Look at it") if look.on else self.tr("Write it"))
        if look.on is None:
            self._look_words.setText(self.tr("not written yet"))
        elif look.on < answer.today:
            self._look_words.setText(self.tr("look due since {}").format(long_date(look.on, answer.today)))
        else:
            self._look_words.setText(self.tr("look due {}").format(near_date(look.on, answer.today)))


class _Progress(QWidget):
    """How far a draft has come."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self.setFixedHeight(6)

    def show_share(self, done: int, of: int) -> None:
        self._share = done / of if of else 0.0
        self.setAccessibleName(self.tr("{} of {}").format(done, of))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(0, 0, 0, 0))
        for share, token in ((1.0, "both_wash"), (self._share, "ink2")):
            painter.setBrush(QColor(tokens().colour(token)))
            painter.drawRoundedRect(QRectF(0, 0, self.width() * share, 6), 3, 3)


class _Icon(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setFixedSize(QSize(20, 20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_icon(QPainter(self), QRectF(0, 0, 20, 20), self._name, tokens().ink2)


def _line(icon_name: str, title: QLabel, words: QLabel, button: Button, below: QWidget | None = None) -> QWidget:
    """Icon, title with its words, something below them, and a button at the right."""
    texts = QHBoxLayout()
    texts.setSpacing(8)
    texts.addWidget(title)
    texts.addWidget(words, 1)
    middle = QVBoxLayout()
    middle.setSpacing(6)
    middle.addLayout(texts)
    if below is not None:
        middle.addWidget(below)
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 10, 0, 10)
    row.setSpacing(12)
    row.addWidget(_Icon(icon_name))
    row.addLayout(middle, 1)
    row.addWidget(button)
    return holder
