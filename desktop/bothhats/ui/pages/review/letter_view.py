"""A finished review: its letter as it was, what has changed since, its earlier versions, and reopening."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from bothhats.domain.problems import KnownProblem
from bothhats.domain.wording import long_date
from bothhats.queries.past_reviews import past_reviews
from bothhats.queries.reviews import LetterVersion, Review, review_of, versions_of
from bothhats.reports.letter_figures import changed_since
from bothhats.reports.letter_split import with_hints
from bothhats.reports.letter_text import resolved_markdown
from bothhats.reports.review_letter import title_of
from bothhats.ui.context import Context
from bothhats.ui.pages.review.letter_out import LetterOut
from bothhats.ui.pages.review.letter_sheet import LetterSheet
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import plain_label
from bothhats.ui.widgets.page_header import PageHeader

SIDE_WIDTH = 200


class LetterView(QWidget):
    """`left` to the start page, `reopened` to the wizard, `beside_wanted` to the letter beside another."""

    left = Signal()
    reopened = Signal(str)
    beside_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._month, self._letter = "", ""
        self.header = PageHeader("")
        self.sheet = LetterSheet()
        self.text = self.sheet.text
        self._versions = QVBoxLayout()
        self._group: QButtonGroup | None = None
        self._assemble()

    def show_letter(self, month: str) -> None:
        """Show the letter of a finished review."""
        review = review_of(self._context.workspace.reader, month)
        if review is None or review.finished_on is None:
            self.left.emit()
            return
        self._month = month
        self.beside.setVisible(len(past_reviews(self._context.workspace.reader)) > 1)
        self._list_versions(review)
        self._show(review)

    def refresh(self) -> None:
        """Something has changed: perhaps a figure of the letter, perhaps that it is finished."""
        self.show_letter(self._month)

    def _assemble(self) -> None:
        back = Button(self.tr("All reviews"), "quiet")
        back.clicked.connect(self.left)
        self.beside = Button(self.tr("Side by side"), icon_name="git-compare")
        self.beside.clicked.connect(lambda: self.beside_wanted.emit(self._month))
        reopen = Button(self.tr("Reopen"), icon_name="archive-restore")
        reopen.clicked.connect(self._reopen)
        for widget in (back, self.beside, reopen):
            self.header.add(widget)
        side = QWidget()
        side.setFixedWidth(scaled(SIDE_WIDTH))
        below = QVBoxLayout(side)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(14)
        below.addWidget(LetterOut(self._context, lambda: (self._month, self._letter)))
        below.addLayout(self._versions)
        below.addStretch()
        body = QWidget()
        body.setObjectName("scrolled")
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 8, 20)
        row.setSpacing(24)
        row.addStretch(1)
        row.addWidget(self.sheet, 40, Qt.AlignmentFlag.AlignTop)
        row.addWidget(side)
        row.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(body)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 0, 20, 0)
        column.setSpacing(8)
        column.addWidget(self.header)
        column.addWidget(area, 1)

    def _show(self, version: Review | LetterVersion) -> None:
        """As it was finished, with a line under what has changed since."""
        assert version.finished_on
        reader = self._context.workspace.reader
        self._letter = version.letter
        done = self.tr("Finished on {day}").format(day=long_date(version.finished_on))
        self.header.say(title_of(self._month), done)
        laters = changed_since(reader, self._month, version.figures, version.finished_on)
        self.sheet.show_letter(resolved_markdown(reader, with_hints(version.letter, laters)))

    def _list_versions(self, review: Review) -> None:
        while self._versions.count():
            item = self._versions.takeAt(0)
            if item and (widget := item.widget()):
                widget.hide()
                widget.deleteLater()
        self._group = QButtonGroup(self)
        earlier = versions_of(self._context.workspace.reader, review.id)
        if not earlier:
            return
        self._versions.addWidget(plain_label(self.tr("Versions"), "small_strong"))
        versions: list[Review | LetterVersion] = [review, *earlier]
        for version in versions:
            assert version.finished_on
            day = long_date(version.finished_on)
            button = QRadioButton(self.tr("{day}, the last one").format(day=day) if version is review else day)
            button.setChecked(version is review)
            button.toggled.connect(lambda on, each=version: self._show(each) if on else None)
            self._group.addButton(button)
            self._versions.addWidget(button)

    def _reopen(self) -> None:
        review = review_of(self._context.workspace.reader, self._month)
        if review is None:
            return
        try:
            self._context.workspace.reviews.reopen(review.id)
        except KnownProblem as problem:
            self._context.navigation.problem_raised.emit(problem)
            return
        self.reopened.emit(self._month)
