"""Behind the last lane: what ended in the last 90 days, and what is parked; leads can be dropped on each."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from bothhats.domain.pipeline import Outcome
from bothhats.domain.wording import WEEKDAYS, counted, short_date
from bothhats.queries.board import Board
from bothhats.ui.context import Context
from bothhats.ui.pages.pipeline.lane import dropped_ids
from bothhats.ui.pages.pipeline.lead_model import LEAD_MIME, short_money
from bothhats.ui.widgets.labels import plain_label

WIDTH = 108


class Block(QPushButton):
    """A block that can be opened and dropped on; two or three lines of text."""

    dropped = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.setProperty("kind", "block")
        self._name = plain_label("", "strong")
        self._count = plain_label("", "body", "ink2")
        self._more = plain_label("", "small", "ink2", wraps=True)
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(9, 8, 9, 8)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self._name, 0, 0)
        grid.addWidget(self._count, 0, 1)
        grid.addWidget(self._more, 1, 0, 1, 2)
        for label in (self._name, self._count, self._more):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return self._grid.sizeHint()

    def say(self, name: str, count: str, more: str, sentence: str) -> None:
        """A name, a count at the right, and a quiet line or two; the sentence is for screen readers."""
        self._name.setText(name)
        self._count.setText(count)
        self._more.setText(more)
        self._more.setHidden(not more)
        self.setAccessibleName(sentence)
        self.updateGeometry()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(LEAD_MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.accept()
        self.dropped.emit(dropped_ids(event))


class EndedColumn(QWidget):
    """`ids_wanted` asks for the leads of a block; `closed_on` and `parked` tell what was dropped."""

    ids_wanted = Signal(object, str)
    closed = Signal(object, object)  # ids, Outcome
    parked = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setFixedWidth(WIDTH)
        self._names = {
            Outcome.WON: self.tr("Won"),
            Outcome.LOST: self.tr("Lost"),
            Outcome.NO_DECISION: self.tr("No decision"),
            Outcome.NOT_A_FIT: self.tr("Not a fit"),
        }
        self._head = plain_label(self.tr("Ended"), "strong")
        self._blocks = {outcome: Block() for outcome in Outcome}
        self._parked_head = plain_label(self.tr("Parked"), "strong")
        self._parked = Block()
        self._board: Board | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._head)
        column.addWidget(plain_label(self.tr("last 90 days"), "small", "ink2"))
        for outcome, block in self._blocks.items():
            column.addWidget(block)
            block.clicked.connect(lambda _checked, outcome=outcome: self._want(outcome))
            block.dropped.connect(lambda ids, outcome=outcome: self.closed.emit(ids, outcome))
        column.addSpacing(16)
        column.addWidget(self._parked_head)
        column.addWidget(self._parked)
        column.addStretch()
        self._parked.clicked.connect(self._want_parked)
        self._parked.dropped.connect(self.parked)

    def show_board(self, board: Board, currency: str) -> None:
        """Show counts and values."""
        self._board = board
        self._head.setText(f"{self.tr('Ended')}  {sum(len(ended.ids) for ended in board.ended)}")
        for ended in board.ended:
            name, block = self._names[ended.outcome], self._blocks[ended.outcome]
            value = short_money(ended.value, currency) if ended.outcome == Outcome.WON and ended.value else ""
            words = self.tr("{name}, {leads} of the last 90 days")
            block.say(name, str(len(ended.ids)), value, words.format(name=name, leads=counted(len(ended.ids), "lead")))
        today = self._context.today()
        back = board.next_back
        worth = short_money(board.parked_value, currency) if board.parked else self.tr("none")
        more = ""
        if back:
            more = self.tr("next back {day}").format(day=f"{WEEKDAYS[back.weekday()][:3]} {short_date(back, today)}")
        self._parked_head.setText(f"{self.tr('Parked')}  {len(board.parked)}")
        sentence = self.tr("Parked, {leads}").format(leads=counted(len(board.parked), "lead"))
        self._parked.say(worth, "", more, f"{sentence}, {more}" if more else sentence)

    def _want(self, outcome: Outcome) -> None:
        if self._board:
            ids = next(ended.ids for ended in self._board.ended if ended.outcome == outcome)
            words = self.tr("{outcome}, last 90 days").format(outcome=self._names[outcome])
            self.ids_wanted.emit(ids, words)

    def _want_parked(self) -> None:
        if self._board:
            self.ids_wanted.emit(self._board.parked, self.tr("Parked"))
