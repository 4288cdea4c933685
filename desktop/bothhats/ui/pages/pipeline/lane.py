"""One lane of the board: name, count and value on top, its cards below; leads can be dropped on it."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from bothhats.queries.settings import Settings
from bothhats.ui.context import Context
from bothhats.ui.pages.pipeline.card_delegate import CardDelegate
from bothhats.ui.pages.pipeline.lead_model import LEAD_MIME, LeadIdRole, LeadModel
from bothhats.ui.widgets.labels import plain_label

LEAST_WIDTH = 150


class LaneView(QListView):
    """The cards. Arrow keys past its edge, and everything that is done to leads, is passed to the board."""

    stepped = Signal(int)  # to the lane at the left (-1) or right (+1)
    pressed_key = Signal(object)  # a QKeyEvent that the board may understand
    dropped = Signal(object)  # ids of leads dropped here
    opened = Signal(int)  # Enter or a click on a lead

    def __init__(self, model: LeadModel) -> None:
        super().__init__()
        self.setObjectName("lane")
        self.setModel(model)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.clicked.connect(self._open)

    def selected_ids(self) -> list[int]:
        """The selected leads, from top to bottom."""
        rows = sorted(self.selectionModel().selectedIndexes(), key=lambda index: index.row())
        return [index.data(LeadIdRole) for index in rows]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.stepped.emit(-1 if event.key() == Qt.Key.Key_Left else 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            event.ignore()
            self.pressed_key.emit(event)
            if not event.isAccepted():
                super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(LEAD_MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(LEAD_MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(dropped_ids(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.data(LeadIdRole))


def dropped_ids(event: QDropEvent) -> list[int]:
    """The leads that a drag carries."""
    return [int(text) for text in bytes(event.mimeData().data(LEAD_MIME).data()).decode().split()]


class Lane(QWidget):
    """A head over a sunken list."""

    def __init__(self, context: Context, settings: Settings, name: str) -> None:
        super().__init__()
        self.model = LeadModel(context, settings)
        self.view = LaneView(self.model)
        self.view.setItemDelegate(CardDelegate(context, self.model))
        self._name = plain_label(name, "strong")
        self._count = plain_label("", "body", "ink3")
        self._value = plain_label("", "small", "ink2")
        self.setMinimumWidth(LEAST_WIDTH)
        head = QHBoxLayout()
        head.setContentsMargins(4, 8, 4, 0)
        head.setSpacing(6)
        head.addWidget(self._name)
        head.addWidget(self._count)
        head.addStretch()
        frame = QFrame()
        frame.setObjectName("sunken")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(6, 6, 2, 4)
        inside.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addLayout(head)
        self._value.setContentsMargins(4, 0, 0, 6)
        column.addWidget(self._value)
        column.addWidget(frame, 1)

    def show_leads(self, ids: Sequence[int], value: str, sentence: str) -> None:
        """Show these leads; the sentence names the lane for screen readers."""
        self.model.show_ids(list(ids))
        self._count.setText(str(len(ids)))
        self._value.setText(value)
        self.view.setAccessibleName(sentence)
