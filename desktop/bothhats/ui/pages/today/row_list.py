"""A column's list: keys, mouse and drag become requests about one row."""

from html import escape

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QToolTip

from bothhats.ui.pages.today.row import Key, Row
from bothhats.ui.pages.today.row_delegate import RowDelegate
from bothhats.ui.pages.today.row_menu import lead_menu
from bothhats.ui.pages.today.row_model import RowModel
from bothhats.ui.theme.fonts import scaled

TOAST_ROOM = 48
_LETTERS = {
    Qt.Key.Key_Space: "done",
    Qt.Key.Key_S: "snooze",
    Qt.Key.Key_T: "next_step",
    Qt.Key.Key_P: "park",
    Qt.Key.Key_X: "close",
    Qt.Key.Key_L: "log",
    Qt.Key.Key_C: "call",
    Qt.Key.Key_E: "email",
    Qt.Key.Key_Return: "open",
    Qt.Key.Key_Enter: "open",
}
_AT_MOUSE = {"ring": "done", "button": "button"}
_BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class RowList(QListView):
    """`asked` tells what is wanted (done, snooze, open, button …) of which row; `digit` a day of the strip."""

    asked = Signal(str, object)
    digit = Signal(int)
    escaped = Signal()

    def __init__(self, name: str, end_margin: int) -> None:
        super().__init__()
        self.rows = RowModel()
        self._delegate = RowDelegate(end_margin)
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.setObjectName("lane")
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def current_row(self) -> Row | None:
        """The row that keys are about."""
        return self.rows.row_at(self.currentIndex())

    def current_rect(self) -> QRect:
        """Where that row lies in the viewport."""
        return self.visualRect(self.currentIndex())

    def show_rows(self, rows: list[Row]) -> None:
        """Show these; the selection stays, or goes to the row that took the place of the one that left."""
        place, before = self.currentIndex().row(), self.rows.rows
        self.rows.set_rows(rows)
        if place >= 0:
            self._select(self._still(before, place))

    def select_key(self, key: Key) -> None:
        """Select the row with this key."""
        self._select(self.rows.place_of(key))

    def content_height(self) -> int:
        """How high all rows are together."""
        return sum(self.sizeHintForRow(place) for place in range(self.rows.rowCount()))

    def updateGeometries(self) -> None:
        """A list that scrolls has some room below its last row, so that a toast need not cover its button."""
        super().updateGeometries()
        bar = self.verticalScrollBar()
        if bar.maximum():
            bar.setMaximum(bar.maximum() + scaled(TOAST_ROOM))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._delegate.shows_focus = event.reason() in _BY_KEYBOARD or self._delegate.shows_focus
        if self.current_row() is None and event.reason() in _BY_KEYBOARD:
            self._select(self._first())
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self._delegate.shows_focus = False
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._delegate.shows_focus = True
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        key = Qt.Key(event.key())
        row = self.current_row()
        if plain and Qt.Key.Key_1 <= key <= Qt.Key.Key_7:
            self.digit.emit(key - Qt.Key.Key_1)
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif plain and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._select(self._first() if key == Qt.Key.Key_Home else self.rows.rowCount() - 1)
        elif plain and row is not None and key in _LETTERS:
            self.asked.emit(_wanted(row, _LETTERS[key]), row)
        else:
            super().keyPressEvent(event)
        self.viewport().update()

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._delegate.shows_focus = False
        index = self.indexAt(event.position().toPoint())
        wanted = self._part_at(index, event.position())
        if event.button() == Qt.MouseButton.LeftButton and wanted:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._select(index.row())
            self.asked.emit(_AT_MOUSE.get(wanted, wanted), self.rows.row_at(index))
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        row = self.rows.row_at(index)
        if row is not None and not row.is_head and not self._part_at(index, event.position()):
            self.asked.emit(_wanted(row, "open"), row)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row = self.current_row()
        if row is not None and row.kind == "lead":
            menu = lead_menu(self, lambda wanted: self.asked.emit(wanted, row))
            by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
            spot = self.viewport().mapToGlobal(self.current_rect().center()) if by_key else event.globalPos()
            menu.popup(spot)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tooltip(event)
            return True
        return super().viewportEvent(event)

    def _show_tooltip(self, event: QHelpEvent) -> None:
        index = self.indexAt(event.pos())
        row = self.rows.row_at(index)
        if row is None or row.is_head:
            QToolTip.hideText()
            return
        words = {
            "ring": self.tr("Done, Space"),
            "snooze": self.tr("Snooze, S"),
            "call": self.tr("Call, C"),
            "email": self.tr("Email, E"),
            "open": self.tr("Open, Enter"),
        }.get(self._part_at(index, QPointF(event.pos())), row.sentence)
        QToolTip.showText(event.globalPos(), f"<qt>{escape(words)}</qt>", self)

    def _part_at(self, index: QModelIndex, point: QPointF) -> str:
        row = self.rows.row_at(index)
        if row is None or row.is_head:
            return ""
        rect = QRectF(self.visualRect(index))
        return self._delegate.parts(index, rect, self.width(), is_active=True).at(point)

    def _still(self, before: list[Row], place: int) -> int:
        """The same row if it stayed in its section, else the next one that did, else the last before it."""
        now = self.rows.rows
        for number in (*range(place, len(before)), *range(place - 1, -1, -1)):
            found = -1 if before[number].is_head else self.rows.place_of(before[number].key)
            if found >= 0 and _section(before, number) == _section(now, found):
                return found
        return self._first()

    def _first(self) -> int:
        return next((place for place, row in enumerate(self.rows.rows) if not row.is_head), -1)

    def _select(self, place: int) -> None:
        if place < 0:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
            return
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self.rows.index(place), flag)


def _wanted(row: Row, key: str) -> str:
    """A row with a button takes Space for it, and Enter too where there is no lead to open."""
    presses = ("done",) if row.kind == "lead" else ("done", "open")
    return "button" if row.button and key in presses else key


def _section(rows: list[Row], place: int) -> Key | None:
    """The head under which a row stands."""
    return next((row.key for row in reversed(rows[:place]) if row.is_head), None)
