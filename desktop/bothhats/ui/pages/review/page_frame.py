"""What the ten pages are built from: title, sentence, cards, rows, shelves."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bothhats.ui.pages.review.draft import ReviewDraft
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import ElidedLabel, hairline, plain_label
from bothhats.ui.widgets.shelf import HandOff, ShelfHead


class WizardPage(QWidget):
    """One page of the review; built anew each time it is shown, so that its figures are those of now."""

    def __init__(self, draft: ReviewDraft) -> None:
        super().__init__()
        self.draft = draft
        self.reader = draft.context.workspace.reader
        self.setObjectName("scrolled")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(32, 20, 32, 20)
        self.column.setSpacing(12)

    def say(self, title: str, sentence: str) -> None:
        """The one title, and the sentence that says how things stand."""
        self.column.addWidget(plain_label(title, "title"))
        self.column.addWidget(plain_label(sentence, "body", "ink2", wraps=True))
        self.column.addSpacing(6)

    def ask(self, question: str, field: QWidget, column: QVBoxLayout | None = None) -> None:
        """A question over its field."""
        column = column or self.column
        label = plain_label(question, "small_strong")
        label.setBuddy(field)
        block = QVBoxLayout()
        block.setContentsMargins(0, 6, 0, 0)
        block.setSpacing(6)
        block.addWidget(label)
        block.addWidget(field)
        column.addLayout(block)

    def end(self) -> None:
        """Push everything up."""
        self.column.addStretch()

    def hand_off(self, below: QWidget) -> None:
        """The shelf of the hat that tells, the arrow, the shelf of the one that decides; `below` hangs from both."""
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(ShelfHead("sales", self.tr("Sales hat tells")), 1)
        row.addWidget(HandOff())
        row.addWidget(ShelfHead("marketing", self.tr("Marketing hat decides")), 1)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(below)
        self.column.addLayout(column)


def card() -> tuple[QFrame, QVBoxLayout]:
    """A card and the column in it."""
    frame = QFrame()
    frame.setObjectName("card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(18, 14, 18, 14)
    column.setSpacing(8)
    return frame, column


Cell = str | tuple[str, Callable[[], None]]


def table(heads: Sequence[str], rows: Sequence[Sequence[Cell]], *, has_total: bool = False) -> QFrame:
    """A small table; the first column is wide, the others are figures, the last row perhaps their total.

    A cell is a text, or a text with what opens behind it.
    """
    frame, column = card()
    grid = QGridLayout()
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(0, 1)
    grid.setColumnMinimumWidth(0, scaled(110))
    for place, head in enumerate(heads):
        grid.addWidget(_cell(plain_label(head, "small_strong", "ink2"), place), 0, place)
    for number, row in enumerate(rows):
        grid.addWidget(hairline(), 2 * number + 1, 0, 1, len(heads))
        role = "strong" if has_total and number == len(rows) - 1 else "body"
        for place, cell in enumerate(row):
            if not place:
                grid.addWidget(ElidedLabel(str(cell), role), 2 * number + 2, place)
            elif isinstance(cell, str):
                grid.addWidget(_cell(plain_label(cell, role), place), 2 * number + 2, place)
            else:
                name = f"{heads[place]}, {row[0]}: {cell[0]}"
                grid.addWidget(
                    _opening(cell, name, is_strong=role == "strong"), 2 * number + 2, place, Qt.AlignmentFlag.AlignRight
                )
    column.addLayout(grid)
    return frame


def _cell(label: QLabel, place: int) -> QLabel:
    side = Qt.AlignmentFlag.AlignRight if place else Qt.AlignmentFlag.AlignLeft
    label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    return label


def _opening(cell: tuple[str, Callable[[], None]], name: str, *, is_strong: bool) -> Button:
    button = Button(cell[0], "cell")
    button.setProperty("strong", "true" if is_strong else "false")
    button.setAccessibleName(name)
    button.setToolTip(button.tr("Show the leads"))
    button.clicked.connect(cell[1])
    return button


def rows_card(rows: Sequence[QWidget]) -> QFrame:
    """Rows under each other with hairlines between."""
    frame, column = card()
    for number, row in enumerate(rows):
        if number:
            column.addWidget(hairline())
        column.addWidget(row)
    return frame
