"""The table of leads: boxes to check, one row the focus is on, sorted by a click or a key."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from bothhats.domain.lead_filter import Order
from bothhats.ui.context import Context
from bothhats.ui.pages.pipeline.lead_model import LeadIdRole
from bothhats.ui.pages.pipeline.table_delegate import CellDelegate
from bothhats.ui.pages.pipeline.table_head import TableHead
from bothhats.ui.pages.pipeline.table_look import TableLook
from bothhats.ui.pages.pipeline.table_model import BOX, LeadTableModel
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.theme.theme import tokens

_NONE, _ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_BOTH = _CONTROL | _SHIFT
_SIDES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class LeadTable(QTableView):
    """`opened` tells a lead and whether by key; keys that mean something to leads go out as `pressed_key`."""

    opened = Signal(int, bool)
    order_wanted = Signal()
    pressed_key = Signal(object)
    selection_changed = Signal()
    menu_wanted = Signal()

    def __init__(self, context: Context, model: LeadTableModel) -> None:
        super().__init__()
        self._leads = model
        self.setModel(model)
        self.setItemDelegate(CellDelegate(context, model))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setCornerWidget(QWidget())
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Leads"))
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(scaled(33))
        self._head = TableHead(model, self)
        self.setHorizontalHeader(self._head)
        self._head.order_wanted.connect(self._on_head)
        model.checks_changed.connect(self._head.viewport().update)
        self.selectionModel().currentRowChanged.connect(lambda _new, _old: self.selection_changed.emit())
        self.look = TableLook(self._head, context.kept)
        self._acts = self._keys()
        self._late_click = QTimer(self, singleShot=True, interval=QApplication.doubleClickInterval())
        self._late_click.timeout.connect(lambda: self._open(self.currentIndex(), by_key=False))
        model.orders = self.look.orders

    def selected_ids(self) -> list[int]:
        """The checked leads from top to bottom; else the one that the focus is on."""
        current = self.currentIndex()
        return self._leads.checked_ids or ([self._leads.ids[current.row()]] if current.isValid() else [])

    def focus_lead(self, lead_id: int) -> bool:
        """Put the current row on a lead and bring it into view; whether it is in the table."""
        index = self._leads.index_of(lead_id)
        if index.isValid():
            index = index.siblingAtColumn(max(self.currentIndex().column(), 1))
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(index, flags)
            self.scrollTo(index)
        return index.isValid()

    def focus_first(self) -> None:
        """Put the focus into the table, on its first row where none is current."""
        self.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.currentIndex().isValid() and self._leads.ids:
            self.focus_lead(self._leads.ids[0])

    def copy_rows(self) -> None:
        """Put the checked rows, or the one that the focus is on, on the clipboard for a spreadsheet."""
        QGuiApplication.clipboard().setText(self._leads.rows_as_text(self.selected_ids(), self.look.shown_sections()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._acts.get((event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier, Qt.Key(event.key())))
        if act is not None and act() is not False:
            return
        event.ignore()
        self.pressed_key.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()
        self.menu_wanted.emit()

    def keyboardSearch(self, search: str) -> None:
        """Letters jump to a name, whichever column the focus is in."""
        here = self.currentIndex()
        if here.isValid() and here.column() != 1:
            self.selectionModel().setCurrentIndex(here.siblingAtColumn(1), QItemSelectionModel.SelectionFlag.NoUpdate)
        super().keyboardSearch(search)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and index.column() == BOX:
            self._toggle(index)
            return
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or index != self.currentIndex():
            return
        if self._can_edit(index):
            self._late_click.start()
        else:
            self._open(index, by_key=False)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click edits a cell; so a click there opens the pane only when no second one follows."""
        self._late_click.stop()
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and self._can_edit(index):
            self.edit(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        current = self.currentIndex()
        if current.isValid() and self.hasFocus():
            row = self.visualRect(current)
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(tokens().focus), 2))
            painter.drawRect(QRect(1, row.y(), self.viewport().width() - 2, row.height() - 2))
            if self._can_edit(current):
                painter.setPen(QPen(QColor(tokens().edge), 1))
                painter.drawRect(row.adjusted(3, 4, -4, -6))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.look.share(self.viewport().width())

    def _keys(self) -> dict[tuple[Qt.KeyboardModifier, Qt.Key], Callable[[], object]]:
        """What the table does with keys itself; False passes a key on."""
        keys: dict[tuple[Qt.KeyboardModifier, Qt.Key], Callable[[], object]] = {
            (_NONE, Qt.Key.Key_Return): lambda: self._open(self.currentIndex(), by_key=True),
            (_NONE, Qt.Key.Key_Enter): lambda: self._open(self.currentIndex(), by_key=True),
            (_NONE, Qt.Key.Key_Space): lambda: self._toggle(self.currentIndex()),
            (_NONE, Qt.Key.Key_F2): lambda: self._can_edit(self.currentIndex()) and self.edit(self.currentIndex()),
            (_NONE, Qt.Key.Key_Escape): self._uncheck,
            (_CONTROL, Qt.Key.Key_A): lambda: self._leads.check(list(self._leads.ids)),
            (_BOTH, Qt.Key.Key_C): self.copy_rows,
        }
        for key, step in _STEPS.items():
            keys[_SHIFT, key] = partial(self._check_on, step)
            keys[_ALT, key] = partial(self._sort_here, is_descending=step > 0)
            keys[_ALT | _SHIFT, key] = partial(self._sort_here, is_descending=step > 0, adds=True)
        for key, step in _SIDES.items():
            keys[_BOTH, key] = partial(self._move_column, step)
        return keys

    def _can_edit(self, index: QModelIndex) -> bool:
        return bool(index.flags() & Qt.ItemFlag.ItemIsEditable)

    def _uncheck(self) -> bool:
        has_checks = bool(self._leads.checked_ids)
        self._leads.check(self._leads.checked_ids, is_checked=False)
        return has_checks

    def _move_column(self, step: int) -> None:
        self.look.move(max(self.currentIndex().column(), 1), step)

    def _sort_here(self, *, is_descending: bool, adds: bool = False) -> None:
        self._sort(max(self.currentIndex().column(), 1), is_descending=is_descending, adds=adds)

    def _toggle(self, index: QModelIndex) -> None:
        if index.isValid():
            is_checked = self._leads.is_checked(index.row())
            self._leads.check([self._leads.ids[index.row()]], is_checked=not is_checked)
            self.focus_lead(self._leads.ids[index.row()])

    def _check_on(self, step: int) -> None:
        here = self.currentIndex().row()
        there = here + step
        if here >= 0 and 0 <= there < len(self._leads.ids):
            self._leads.check([self._leads.ids[here], self._leads.ids[there]])
            self.focus_lead(self._leads.ids[there])

    def _on_head(self, section: int, adds: bool) -> None:
        """A click turns a sorted column round; with Shift it sorts within what is sorted already."""
        column = self._leads.column(section)
        if column is not None:
            looked_at = self._leads.orders if adds else self._leads.orders[:1]
            self._sort(section, is_descending=Order(column.name) in looked_at, adds=adds)

    def _sort(self, section: int, *, is_descending: bool, adds: bool = False) -> None:
        column = self._leads.column(section)
        if column is None:
            return
        order = Order(column.name, is_descending)
        orders = self._leads.orders if adds else ()
        is_there = any(each.column == column.name for each in orders)
        turned = tuple(order if each.column == column.name else each for each in orders)
        self._leads.orders = turned if is_there else (*turned, order)
        self.look.keep_orders(self._leads.orders)
        self._head.viewport().update()
        self.order_wanted.emit()

    def _open(self, index: QModelIndex, *, by_key: bool) -> None:
        if index.isValid():
            self.opened.emit(index.data(LeadIdRole), by_key)
