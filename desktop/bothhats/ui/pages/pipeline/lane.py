"""One lane of the board: name, count and value on top, its cards below; leads can be dropped on it."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from bothhats.queries.settings import Settings
from bothhats.ui.context import Context
from bothhats.ui.pages.pipeline.card_delegate import CardDelegate
from bothhats.ui.pages.pipeline.lane_view import LaneView
from bothhats.ui.pages.pipeline.lead_model import LeadModel
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.buttons import IconButton
from bothhats.ui.widgets.rows import paint_text, text_width

LEAST_WIDTH = 150


class LaneHead(QWidget):
    """Name and count over the value; the name gives way, the count never."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name, self._count, self._value = name, "", ""
        self.setFixedHeight(scaled(46))

    def say(self, name: str, count: str, value: str) -> None:
        """Change the words."""
        self._name, self._count, self._value = name, count, value
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours, line = tokens(), scaled(18)
        inner = QRectF(self.rect()).adjusted(4, 6, -4, 0)
        count = text_width(painter, self._count, "body")
        room = min(text_width(painter, self._name, "strong") + 1, inner.width() - count - 6)
        paint_text(painter, QRectF(inner.x(), inner.y(), room, line), self._name, "strong", colours.ink)
        beside = QRectF(inner.x() + room + 5, inner.y(), count + 2, line)
        paint_text(painter, beside, self._count, "body", colours.ink3)
        below = QRectF(inner.x(), inner.y() + line - 1, inner.width(), line)
        paint_text(painter, below, self._value, "small", colours.ink2)


class LaneFrame(QFrame):
    """The sunken ground; a dashed edge says that what is dragged can be dropped here."""

    def __init__(self) -> None:
        super().__init__()
        self._accepts = False

    @property
    def accepts(self) -> bool:
        """Whether it says that it takes what is dragged."""
        return self._accepts

    @accepts.setter
    def accepts(self, accepts: bool) -> None:
        self._accepts = accepts
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(tokens().edge), 1, Qt.PenStyle.DashLine) if self._accepts else QPen(Qt.PenStyle.NoPen)
        painter.setPen(pen)
        painter.setBrush(QColor(tokens().sunken))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


class Lane(QWidget):
    """A head over a sunken list. A lane of ended or parked leads can be put away again."""

    put_away = Signal()
    hide_wanted = Signal()
    stages_wanted = Signal()

    def __init__(self, context: Context, settings: Settings, name: str, *, is_extra: bool = False) -> None:
        super().__init__()
        self.model = LeadModel(context, settings)
        self.view = LaneView(self.model)
        self.view.setItemDelegate(CardDelegate(context, self.model, self.view))
        self._head = LaneHead(name)
        self.frame = LaneFrame()
        self.setMinimumWidth(scaled(LEAST_WIDTH))
        top = QHBoxLayout()
        top.addWidget(self._head, 1)
        if not is_extra:
            self._head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            self._head.customContextMenuRequested.connect(self._open_menu)
        if is_extra:
            away = IconButton("x", self.tr("Close this lane"), "quiet", is_small=True)
            away.clicked.connect(self.put_away)
            top.addWidget(away)
        inside = QVBoxLayout(self.frame)
        inside.setContentsMargins(6, 6, 0, 4)
        inside.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self.frame, 1)

    def show_leads(self, ids: Sequence[int], name: str, value: str, sentence: str) -> None:
        """Show these leads; the sentence names the lane for screen readers."""
        self.model.show_ids(list(ids))
        self._head.say(name, f"{len(ids):,}", value)
        self.view.setAccessibleName(sentence)

    def _open_menu(self, at: QPoint) -> None:
        """Hiding takes this lane and its menu away, so it waits until the menu is done."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Hide this column"), lambda: QTimer.singleShot(0, self.hide_wanted.emit))
        menu.addAction(self.tr("Change the stages…"), self.stages_wanted.emit)
        menu.popup(self._head.mapToGlobal(at))

    def index_at(self, row: int) -> QModelIndex:
        """The card at a row, or the last one where there are fewer."""
        return self.model.index(max(0, min(row, self.model.rowCount() - 1)), 0)
