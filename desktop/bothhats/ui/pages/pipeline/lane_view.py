"""The cards of a lane: a list that is a place to drag from and to drop on."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView

from bothhats.ui.pages.pipeline.lead_model import LEAD_MIME, LeadIdRole, LeadModel
from bothhats.ui.theme.theme import tokens

LINE = 3
_SIDES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class LaneView(QListView):
    """Arrow keys past its edge, and everything that is done to leads, is passed to the board."""

    stepped = Signal(int)  # to the lane at the left (-1) or right (+1)
    pressed_key = Signal(object)  # a QKeyEvent that the board may understand
    dropped = Signal(object, int)  # ids of leads dropped here, and before which row
    opened = Signal(int, bool)  # a click on a lead, or Enter (True)
    dragging = Signal(bool)
    dragged_over = Signal()
    menu_wanted = Signal()

    def __init__(self, model: LeadModel) -> None:
        super().__init__()
        self.setObjectName("lane")
        self.setModel(model)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.keeps_place = False
        self._landing = -1
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.clicked.connect(lambda index: self._open(index, by_key=False))

    def selected_ids(self) -> list[int]:
        """The selected leads, from top to bottom."""
        rows = sorted(self.selectionModel().selectedIndexes(), key=lambda index: index.row())
        return [index.data(LeadIdRole) for index in rows]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        key = Qt.Key(event.key())
        if plain and key in _SIDES:
            self.stepped.emit(_SIDES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex(), by_key=True)
        else:
            event.ignore()
            self.pressed_key.emit(event)
            if not event.isAccepted():
                super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()
        self.menu_wanted.emit()

    def startDrag(self, supported: Qt.DropAction) -> None:
        self.dragging.emit(True)
        super().startDrag(supported)
        self.dragging.emit(False)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(LEAD_MIME):
            event.acceptProposedAction()
            self.dragged_over.emit()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(LEAD_MIME):
            event.acceptProposedAction()
            self._show_landing(self._row_at(event.position().toPoint()))

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._show_landing(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_landing(-1)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(dropped_ids(event), self._row_at(event.position().toPoint()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Where the order is by hand a line shows where a dropped card lands; else the order decides."""
        super().paintEvent(event)
        if self.keeps_place and self._landing >= 0:
            last = self.visualRect(self.model().index(self.model().rowCount() - 1, 0))
            here = self.visualRect(self.model().index(self._landing, 0))
            y = here.top() - LINE if here.isValid() else last.bottom() + 1 - LINE if last.isValid() else LINE
            QPainter(self.viewport()).fillRect(0, max(y, 0), last.width(), LINE, QColor(tokens().edge))

    def _row_at(self, point: QPoint) -> int:
        """The row before which a card dropped here stands."""
        index = self.indexAt(point)
        if not index.isValid():
            return self.model().rowCount()
        return index.row() + (point.y() > self.visualRect(index).center().y())

    def _show_landing(self, row: int) -> None:
        self._landing = row
        self.viewport().update()

    def _open(self, index: QModelIndex, *, by_key: bool) -> None:
        several = len(self.selectionModel().selectedIndexes()) > 1
        if index.isValid() and (by_key or not several):
            self.opened.emit(index.data(LeadIdRole), by_key)


def dropped_ids(event: QDropEvent) -> list[int]:
    """The leads that a drag carries."""
    return [int(text) for text in bytes(event.mimeData().data(LEAD_MIME).data()).decode().split()]
