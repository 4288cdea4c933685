"""Past reviews side by side: two letters part by part, the figures between them, and the months as charts."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from bothhats.queries.past_reviews import past_reviews
from bothhats.queries.reviews import Review
from bothhats.reports.letters_beside import BesideRow, Change, beside, changes
from bothhats.reports.review_letter import title_of
from bothhats.ui.context import Context
from bothhats.ui.pages.review.months_charts import MonthsCharts
from bothhats.ui.pages.review.page_frame import card
from bothhats.ui.theme.fonts import font
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.combo import Combo
from bothhats.ui.widgets.labels import hairline, plain_label
from bothhats.ui.widgets.page_header import PageHeader

FIGURES_IN_A_ROW = 3


class BesideView(QWidget):
    """`left` to the start page; `wanted` asks for the letter of a month."""

    left = Signal()
    wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._reviews: dict[str, Review] = {}
        self.combos = (Combo(self.tr("The earlier month")), Combo(self.tr("The later month")))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        header = PageHeader(self.tr("Side by side"), self.tr("Two letters, part by part."))
        back = Button(self.tr("All reviews"), "quiet")
        back.clicked.connect(self.left)
        header.add(back)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.setContentsMargins(18, 0, 26, 0)
        for combo in self.combos:
            combo.activated.connect(lambda _place: self._show())
            row.addWidget(combo, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 0, 20, 0)
        column.setSpacing(10)
        column.addWidget(header)
        column.addLayout(row)
        column.addWidget(self._area, 1)

    def show_months(self, later: str = "") -> None:
        """Show a finished month, the newest without one, beside the one before it."""
        past = past_reviews(self._context.workspace.reader)
        self._reviews = {each.review.month: each.review for each in past}
        months = list(self._reviews)
        if len(months) < 2:
            self.left.emit()
            return
        place = months.index(later) if later in months else 0
        chosen = (months[place + 1], months[place]) if place + 1 < len(months) else (months[place], months[place - 1])
        for combo, month in zip(self.combos, chosen, strict=True):
            combo.clear()
            for each in months:
                combo.addItem(title_of(each), each)
            combo.setCurrentIndex(months.index(month))
        self._show()

    def refresh(self) -> None:
        """Show the same two months, if both are still finished."""
        chosen = {str(combo.currentData()) for combo in self.combos}
        self._reviews = {each.review.month: each.review for each in past_reviews(self._context.workspace.reader)}
        if chosen <= self._reviews.keys():
            self._show()
        else:
            self.left.emit()

    def _show(self) -> None:
        reader = self._context.workspace.reader
        earlier, later = (self._reviews[combo.currentData()] for combo in self.combos)
        body = QWidget()
        body.setObjectName("scrolled")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 20)
        column.setSpacing(14)
        column.addWidget(_figures(changes(reader, earlier, later)))
        column.addWidget(self._parts(beside(reader, earlier, later)))
        last = max(earlier.month, later.month)
        charts = MonthsCharts(reader, last, self._context.today())
        charts.wanted.connect(self.wanted)
        column.addWidget(charts)
        column.addStretch()
        self._area.setWidget(body)

    def _parts(self, rows: Sequence[BesideRow]) -> QWidget:
        frame, column = card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        for place in (0, 1):
            grid.setColumnStretch(place, 1)
        line = 0
        for number, row in enumerate(rows):
            if number:
                grid.addWidget(hairline(), line, 0, 1, 2)
                line += 1
            grid.addWidget(plain_label(row.title, "strong"), line, 0, 1, 2)
            for place, words in enumerate((row.earlier, row.later)):
                grid.addWidget(self._words(words), line + 1, place, Qt.AlignmentFlag.AlignTop)
            for note in row.notes:
                line += 1
                grid.addWidget(plain_label(note, "small", "ink2", wraps=True), line + 1, 0, 1, 2)
            line += 2
        column.addLayout(grid)
        return frame

    def _words(self, words: str) -> QWidget:
        label = plain_label(words or self.tr("not in this letter"), "body", "ink" if words else "ink3", wraps=True)
        if words:
            label.setFont(font("letter"))
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label


def _figures(found: Sequence[Change]) -> QFrame:
    """The figures as "11 → 12", three in a row."""
    frame, column = card()
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(10)
    for place, change in enumerate(found):
        cell = QVBoxLayout()
        cell.setSpacing(0)
        cell.addWidget(plain_label(change.title, "small", "ink2"))
        cell.addWidget(plain_label(change.words, "heading"))
        grid.addLayout(cell, place // FIGURES_IN_A_ROW, place % FIGURES_IN_A_ROW)
    for place in range(FIGURES_IN_A_ROW):
        grid.setColumnStretch(place, 1)
    column.addLayout(grid)
    return frame
