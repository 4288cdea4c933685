"""Behind the last lane: what ended in the last 90 days, and what is parked; leads can be dropped on each."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from bothhats.domain.pipeline import Outcome
from bothhats.domain.wording import WEEKDAYS, counted, short_date
from bothhats.queries.board import Board
from bothhats.ui.context import Context
from bothhats.ui.pages.pipeline.lane_view import dropped_ids
from bothhats.ui.pages.pipeline.lead_model import LEAD_MIME, short_money
from bothhats.ui.theme.fonts import font, scaled
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.labels import plain_label

WIDTH = 108
PARKED = "parked"
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Block(QPushButton):
    """A block that can be opened and dropped on; two or three lines of text."""

    dropped = Signal(object)
    stepped = Signal(int, int)  # to the side, and up or down

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.setProperty("kind", "block")
        self._accepts = False
        self._name = plain_label("", "strong")
        self._count = plain_label("", "body", "ink2")
        self._more = plain_label("", "small", "ink2")
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

    def set_accepts(self, *, accepts: bool) -> None:
        """Say whether what is dragged can be dropped here."""
        self._accepts = accepts
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._accepts:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(tokens().edge), 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Left:
            self.stepped.emit(-1, 0)
        elif key in _STEPS:
            self.stepped.emit(0, _STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(LEAD_MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(dropped_ids(event))


class EndedColumn(QWidget):
    """`wanted` asks for a block as a lane; `closed` and `parked` tell what was dropped; `left` goes to the lanes."""

    wanted = Signal(str)  # an outcome, or PARKED
    closed = Signal(object, object)  # ids, Outcome
    parked = Signal(object)
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.outcomes: dict[Outcome, str] = {
            Outcome.WON: self.tr("Won"),
            Outcome.LOST: self.tr("Lost"),
            Outcome.NO_DECISION: self.tr("No decision"),
            Outcome.NOT_A_FIT: self.tr("Not a fit"),
        }
        self.names: dict[str, str] = {str(outcome): words for outcome, words in self.outcomes.items()} | {
            PARKED: self.tr("Parked")
        }
        self._head = plain_label(self.tr("Ended"), "strong")
        self._parked_head = plain_label(self.tr("Parked"), "strong")
        self.blocks: dict[str, Block] = {name: Block() for name in self.names}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._head)
        column.addWidget(plain_label(self.tr("last 90 days"), "small", "ink2"))
        column.addSpacing(4)
        for name, block in self.blocks.items():
            if name == PARKED:
                column.addSpacing(14)
                column.addWidget(self._parked_head)
                column.addSpacing(4)
            column.addWidget(block)
            column.addSpacing(4)
            self._connect(name, block)
        column.addStretch()
        metrics = QFontMetrics(font("strong"))
        widest = max(metrics.horizontalAdvance(f"{name} 0") for name in self.names.values())
        self.setFixedWidth(max(scaled(WIDTH), widest + 22))

    def show_board(self, board: Board, currency: str) -> None:
        """Show counts and values."""
        self._head.setText(f"{self.tr('Ended')}  {sum(len(ended.ids) for ended in board.ended)}")
        for ended in board.ended:
            name, block = self.names[ended.outcome], self.blocks[ended.outcome]
            value = short_money(ended.value, currency) if ended.outcome == Outcome.WON and ended.value else ""
            words = self.tr("{name}, {leads} of the last 90 days")
            block.say(name, str(len(ended.ids)), value, words.format(name=name, leads=counted(len(ended.ids), "lead")))
        today = self._context.today()
        back = board.next_back
        worth = short_money(board.parked_value, currency) if board.parked else self.tr("none")
        more = ""
        if back:
            more = self.tr("next back\n{day}").format(day=f"{WEEKDAYS[back.weekday()][:3]} {short_date(back, today)}")
        self._parked_head.setText(f"{self.names[PARKED]}  {len(board.parked)}")
        sentence = self.tr("Parked, {leads}").format(leads=counted(len(board.parked), "lead"))
        self.blocks[PARKED].say(worth, "", more, f"{sentence}, {more}".replace("\n", " ") if more else sentence)

    def enter(self) -> None:
        """Put the focus on the first block."""
        next(iter(self.blocks.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def set_accepts(self, *, accepts: bool) -> None:
        """Say whether what is dragged can be dropped here."""
        for block in self.blocks.values():
            block.set_accepts(accepts=accepts)

    def _connect(self, name: str, block: Block) -> None:
        block.clicked.connect(lambda: self.wanted.emit(name))
        block.stepped.connect(lambda side, down: self._step(name, side, down))
        if name == PARKED:
            block.dropped.connect(self.parked)
        else:
            block.dropped.connect(lambda ids: self.closed.emit(ids, Outcome(name)))

    def _step(self, name: str, side: int, down: int) -> None:
        if side:
            self.left.emit()
            return
        blocks = list(self.blocks.values())
        place = blocks.index(self.blocks[name]) + down
        if 0 <= place < len(blocks):
            blocks[place].setFocus(Qt.FocusReason.TabFocusReason)
